// Templates of the user: what they show, and what is told of those that would show less.

#include "emit/page/own_template.h"
#include "golden/shell.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace meldc::golden {
namespace {

Ran shaped(const Folder& folder, const std::string& emit, const std::string& more = {}) {
    return folder.run("meldc build p.meld --emit " + emit + " --as html --date 2026-01-01 --template sjablonen --out uit " + more);
}

TEST(Templates, ShowFieldsBlocksAndParts) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "\"Wegen\"", "\"<b>Wegen</b> {{title}}\""));
    folder.write("sjablonen/protocol.mustache",
                 "{{! voor de website }}<h1>{{title}}</h1>{{>kop}}{{#has_steps}}<ol>{{#steps}}<li>{{id}}: {{text}}"
                 "{{#lines}}<i>{{text}}</i>{{/lines}}{{label}}</li>{{/steps}}</ol>{{/has_steps}}{{^has_topics}}geen{{/has_topics}}{{{body}}}");
    folder.write("sjablonen/kop.mustache", "<p>{{#organisation}}van {{organisation}}{{/organisation}}</p>");
    folder.write("sjablonen/card.mustache", "{{label}}:{{#steps}}{{spoken}}={{who}};{{/steps}}");
    folder.write("sjablonen/html.mustache", "{{label}}{{#groups}}{{count}} {{/groups}}{{{diagram}}}");
    const Ran ran = shaped(folder, "protocol,card,html,web");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    const std::string page = folder.read("uit/proef.protocol.html");
    EXPECT_TRUE(page.starts_with("<h1>Proef</h1><p>van Proefschool</p><ol><li>1: &lt;b&gt;Wegen&lt;/b&gt; {{title}}<i>")) << page;
    EXPECT_TRUE(holds(page, "Proef</li></ol>geen<p class=\"lead\">")) << page;
    EXPECT_TRUE(holds(folder.read("uit/proef.stappenkaart.html"), "Proef:Stap 1=Aandachtsfunctionaris;"));
    EXPECT_TRUE(holds(folder.read("uit/proef.html"), "<svg class=\"flow across\""));
    // Without a template of its own a document stays as it is; with one it can still be found.
    EXPECT_TRUE(holds(folder.read("uit/proef.webtekst.html"), "<!doctype html>"));
    EXPECT_EQ(shaped(folder, "protocol,card,html,web", "--check").exitCode, 0);
}

TEST(Templates, WhatIsWrongInThemIsToldAtItsPlace) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::pair<std::string, std::string> wrong[] = {
        {"MC6153", "{{schoolkleur}}"},
        {"MC6154", "\n  {{organisatie}}"},
        {"MC6155", "{{>nergens}}"},
        {"MC6156", "{{#steps}}{{text}}"},
        {"MC6156", "{{#steps}}{{#lines}}{{/steps}}"},
        {"MC6157", "{{/steps}}"},
        {"MC6157", "{{#steps}}{{#lines}}{{/steps}}{{/lines}}"},
        {"MC6158", "{{title"},
        {"MC6158", "{{ }}"},
        {"MC6158", "{{=<% %>=}}"},
        {"MC6159", "{{{title}}}"},
        {"MC6159", "{{&organisation}}"},
        // Fields of a list stand in it only.
        {"MC6153", "{{#steps}}{{/steps}}{{lines}}"},
        {"MC6153", "{{explainable}}"}};
    for (const auto& [code, text] : wrong) {
        folder.write("sjablonen/protocol.mustache", text);
        const Ran ran = shaped(folder, "protocol");
        EXPECT_EQ(ran.exitCode, 2) << text;
        EXPECT_TRUE(ran.says(code) || (code == "MC6153" && ran.says("MC6154"))) << text << ran.err;
        EXPECT_TRUE(holds(ran.err, "sjablonen/protocol.mustache:")) << ran.err;
        EXPECT_FALSE(folder.has("uit"));
    }
    folder.write("sjablonen/protocol.mustache", "\n  {{organisatie}}");
    EXPECT_TRUE(holds(shaped(folder, "protocol").err, "protocol.mustache:2:3")) << shaped(folder, "protocol").err;
    folder.write("sjablonen/protocol.mustache", "{{>een}}");
    folder.write("sjablonen/een.mustache", "{{>twee}}");
    folder.write("sjablonen/twee.mustache", "{{>een}}");
    EXPECT_TRUE(shaped(folder, "protocol").says("MC6161"));
    EXPECT_TRUE(shaped(folder, "web").says("MC6160"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit protocol --as docx --template sjablonen --out uit").says("MC6160"));
    EXPECT_EQ(folder.run("meldc build p.meld --emit protocol --template weg.mustache --out uit").exitCode, 2);
}

/// The fields that a chapter of the handbook tells, those of lists behind the list.
std::set<std::string> toldIn(const std::string& text, const std::string& title) {
    std::set<std::string> fields;
    const std::size_t begin = text.find("\n## " + title + "\n");
    EXPECT_NE(begin, std::string::npos) << title;
    std::istringstream chapter(text.substr(begin + 4, text.find("\n## ", begin + 4) - begin - 4));
    static const std::regex kName("`([a-z_.]+)`");
    for (std::string line; std::getline(chapter, line);) {
        if (!line.starts_with("| `")) {
            continue;
        }
        const std::size_t second = line.find('|', 2);
        std::smatch list;
        const std::string first = line.substr(0, second);
        std::regex_search(first, list, kName);
        fields.insert(list[1]);
        const std::string inside = line.substr(second, line.find('|', second + 1) - second);
        for (std::sregex_iterator at(inside.begin(), inside.end(), kName), end; at != end; ++at) {
            fields.insert(list[1].str() + "." + (*at)[1].str());
        }
    }
    return fields;
}

TEST(Templates, TheHandbookTellsAllFields) {
    std::ifstream stream(inSource("grammar/handleiding/sjablonen.md"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::set<std::string> page = toldIn(text, "Velden van de pagina");
    std::set<std::string> document = toldIn(text, "Velden van elk document");
    document.insert(page.begin(), page.end());
    const std::pair<emit::TemplateKind, std::set<std::string>> told[] = {
        {emit::TemplateKind::Page, page},
        {emit::TemplateKind::Document, document},
        {emit::TemplateKind::Card, toldIn(text, "Velden van de stappenkaart")}};
    for (const auto& [kind, fields] : told) {
        std::set<std::string> known;
        for (const std::string& name : emit::templateFields(kind)) {
            if (name.find("has_") == std::string::npos) {
                known.insert(name);
            }
        }
        EXPECT_EQ(fields, known);
        EXPECT_GT(known.size(), 10U);
    }
}

TEST(Templates, ABuiltInPageIsAPossibleTemplate) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit html,protocol,card --as html --date 2026-01-01 --out zonder").exitCode, 0);
    const std::string templates = inSource("compiler/emit/templates/");
    for (const auto& [from, to] : {std::pair{"protocol", "html"}, {"document", "protocol"}, {"card", "card"}}) {
        folder.write(std::string("sjablonen/") + to + ".mustache",
                     folder.run("cat '" + templates + from + ".mustache'").out);
    }
    ASSERT_EQ(shaped(folder, "html,protocol,card").exitCode, 0) << shaped(folder, "html,protocol,card").err;
    for (const std::string name : {"proef.html", "proef.protocol.html", "proef.stappenkaart.html"}) {
        EXPECT_EQ(folder.read("uit/" + name), folder.read("zonder/" + name)) << name;
    }
}

} // namespace
} // namespace meldc::golden
