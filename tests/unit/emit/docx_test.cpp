// A document as WordprocessingML: what stands in its parts, and that nothing in a text is anything
// else than text.

#include "emit/docx/docx.h"
#include "support/utf8.h"
#include "unit/emit/docx_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

namespace meldc::emit::docx {
namespace {

namespace doc = document;

doc::Document titled(doc::Blocks blocks) {
    doc::Document document;
    document.title = "Titel";
    document.organisation = "Stichting";
    document.generator = "meldc 1";
    document.modelSha256 = "0123abcd";
    document.footer = {"Recht van 2026-01-01", "Pagina", "van"};
    document.blocks = std::move(blocks);
    return document;
}

std::string written(doc::Blocks blocks) {
    const auto bytes = write(titled(std::move(blocks)));
    EXPECT_TRUE(bytes.has_value());
    return bytes.value_or("");
}

doc::Blocks everything() {
    doc::Blocks blocks;
    blocks.push_back(doc::Contents{"Inhoud", 2});
    blocks.push_back(doc::Heading{1, doc::text("Een"), "een"});
    blocks.push_back(doc::Heading{2, doc::text("Onder een"), "onder-een"});
    blocks.push_back(doc::Heading{3, doc::text("Dieper"), "dieper"});
    blocks.push_back(doc::Paragraph{
        {doc::Run{"zie ", doc::Look::Plain},
         doc::Run{"wet", doc::Look::Plain, "https://wetten.overheid.nl/jci1.3:c:BWBR1&g=2026"},
         doc::Run{"hier", doc::Look::Plain, {}, "rij"},
         doc::Run{"code", doc::Look::Code},
         doc::Run{"English", doc::Look::Plain, {}, {}, support::Language::English}}});
    blocks.push_back(doc::List{true, {{doc::paragraph("a")}, {doc::paragraph("b")}}});
    blocks.push_back(doc::List{
        false, {{doc::paragraph("c"), doc::List{false, {{doc::paragraph("dieper")}}}}}});
    blocks.push_back(doc::List{true, {{doc::paragraph("opnieuw")}}});
    doc::Definitions definitions;
    definitions.entries.push_back({doc::text("begrip"), {{doc::paragraph("uitleg")}}});
    doc::Table table;
    table.caption = doc::text("Bijschrift");
    table.header = {doc::text("k1"), doc::text("k2")};
    table.widths = {1, 3};
    table.rows.push_back(
        {{{{doc::paragraph("x")}}, {{definitions, doc::Field{"Label", "Vul in", 9}}}}, "rij"});
    table.rows.push_back({{{{doc::paragraph("te weinig cellen")}}}});
    blocks.push_back(std::move(table));
    blocks.push_back(std::move(definitions));
    blocks.push_back(doc::Notice{{doc::paragraph("Let op")}});
    blocks.push_back(doc::PageBreak{});
    blocks.push_back(doc::Image{"\x89PNG", "Een schema van de stappen", 80, 40});
    return blocks;
}

TEST(Docx, TheSameDocumentIsTheSameBytes) {
    const std::string one = written(everything());
    setenv("TZ", "Asia/Tokyo", 1);
    EXPECT_TRUE(written(everything()) == one);
    unsetenv("TZ");
}

TEST(Docx, WhatItIsStandsFirst) {
    const std::string bytes = written({});
    // Readers find the kind of an archive by its first name, which begins behind 30 bytes.
    EXPECT_EQ(bytes.substr(30, 19), "[Content_Types].xml");
    // 1980-01-01, midnight.
    EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));
    // Whoever looks for the model that a file was made from finds it without unpacking.
    EXPECT_NE(bytes.find("0123abcd"), std::string::npos);
}

TEST(Docx, EveryCharacterIsShownAsItself) {
    const std::string nasty[] = {
        "<w:p><w:r><w:t>x</w:t></w:r></w:p>", "</w:t></w:r></w:p>", "]]>", "&amp;&#x41;&nbsp;",
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "=HYPERLINK(\"http://x\")", "{{title}} ${x} { PAGE }",
        "  voor en achter  ", "“aanhaling” é ß 漢字 \xF0\x9F\x98\x80", "\xE2\x80\x8F" "rtl", std::string(10'000, 'w')};
    for (const std::string& text : nasty) {
        doc::Table table;
        table.header = {doc::text(text)};
        table.rows.push_back({{{{doc::paragraph(text)}}}});
        const std::string bytes = written(
            {doc::paragraph(text), doc::Heading{1, doc::text(text), text}, doc::Contents{text, 1},
             doc::List{false, {{doc::paragraph(text)}}}, doc::Field{text, text, 5}, table});
        const Parsed main(bytes, "word/document.xml");
        std::size_t times = 0;
        for (const pugi::xml_node paragraph : main.all("w:p")) {
            const std::string words = wordsIn(paragraph);
            if (words != "Titel" && words != "Stichting") {
                EXPECT_EQ(words, text);
                ++times;
            }
        }
        // Paragraph, heading, contents and its line, list, field, head and cell of the table.
        EXPECT_EQ(times, 8U) << text.substr(0, 40);
    }
}

TEST(Docx, WhatNobodyCanSeeIsMadeVisible) {
    struct Case {
        std::string_view text;
        std::string_view shown;
    };
    using namespace std::string_view_literals;
    for (const Case& each : {Case{"a\x01" "b\x1F" "c\x7F"sv, "a\uFFFDb\uFFFDc\uFFFD"},
                             Case{"nul\0!"sv, "nul\uFFFD!"}, Case{"\xE2\x80\xAE" "om"sv, "\uFFFDom"},
                             Case{"\xEF\xBF\xBE\xEF\xBF\xBF"sv, "\uFFFD\uFFFD"},
                             Case{"\xC3(\xFF"sv, "\uFFFD(\uFFFD"}, Case{"\xED\xA0\x80"sv, "\uFFFD\uFFFD\uFFFD"}}) {
        const std::string bytes = written({doc::paragraph(std::string(each.text))});
        const Parsed main(bytes, "word/document.xml");
        EXPECT_EQ(wordsIn(main.all("w:p").at(2)), each.shown);
        EXPECT_FALSE(support::firstInvalidUtf8(partOf(bytes, "word/document.xml")).has_value());
    }
    const Parsed main(written({doc::paragraph("een\ttwee\ndrie\r\n")}), "word/document.xml");
    EXPECT_EQ(main.all("w:tab").size(), 1U);
    EXPECT_EQ(main.all("w:br").size(), 2U);
}

TEST(Docx, OnlyAddressesThatStartNothingAreLinks) {
    const std::pair<std::string, std::string> addresses[] = {
        {"https://wetten.overheid.nl/x?a=1&b=2#c", "https://wetten.overheid.nl/x?a=1&b=2#c"},
        {"https://x.nl/a b\"<>%zz#1#2", "https://x.nl/a%20b%22%3C%3E%25zz#1%232"},
        {"mailto:a@b.nl", "mailto:a@b.nl"},
        {"javascript:alert(1)", ""},
        {"file:///etc/passwd", ""},
        {"HTTPS://x.nl", ""},
        {"https://", ""},
        {"https:// x", ""},
        {"ms-word:ofe|u|https://x", ""}};
    for (const auto& [url, target] : addresses) {
        const std::string bytes =
            written({doc::Paragraph{{doc::Run{"tekst", doc::Look::Plain, url}}}});
        const Parsed main(bytes, "word/document.xml");
        const Parsed relations(bytes, "word/_rels/document.xml.rels");
        EXPECT_EQ(main.all("w:hyperlink").size(), target.empty() ? 0U : 1U) << url;
        EXPECT_EQ(wordsIn(main.all("w:p").at(2)), "tekst");
        std::string found;
        for (const pugi::xml_node relation : relations.all("Relationship")) {
            if (std::string_view(relation.attribute("TargetMode").value()) == "External") {
                found = relation.attribute("Target").value();
            }
        }
        EXPECT_EQ(found, target);
    }
}

TEST(Docx, WhatIsReferredToIsThere) {
    const std::string bytes = written(everything());
    const Parsed main(bytes, "word/document.xml");
    const auto bookmarks = main.values("w:bookmarkStart", "w:name");
    const std::set<std::string> known(bookmarks.begin(), bookmarks.end());
    EXPECT_EQ(known.size(), bookmarks.size());
    std::size_t links = 0;
    const Parsed relations(bytes, "word/_rels/document.xml.rels");
    const auto ids = relations.values("Relationship", "Id");
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    for (const pugi::xml_node link : main.all("w:hyperlink")) {
        const std::string anchor = link.attribute("w:anchor").value();
        const std::string id = link.attribute("r:id").value();
        EXPECT_TRUE(known.contains(anchor) || std::find(ids.begin(), ids.end(), id) != ids.end());
        ++links;
    }
    // Two headings in the contents, the law, the row.
    EXPECT_EQ(links, 4U);
    const Parsed styles(bytes, "word/styles.xml");
    const auto styleIds = styles.values("w:style", "w:styleId");
    for (const char* element : {"w:pStyle", "w:rStyle", "w:tblStyle"}) {
        for (const std::string& id : main.values(element, "w:val")) {
            EXPECT_NE(std::find(styleIds.begin(), styleIds.end(), id), styleIds.end()) << id;
        }
    }
    const auto lists = Parsed(bytes, "word/numbering.xml").values("w:num", "w:numId");
    for (const std::string& id : main.values("w:numId", "w:val")) {
        EXPECT_NE(std::find(lists.begin(), lists.end(), id), lists.end()) << id;
    }
    // Every part has a type, and every target is there.
    for (const std::string& name : Parsed(bytes, "[Content_Types].xml").values("Override", "PartName")) {
        EXPECT_NE(partOf(bytes, name.substr(1)), "") << name;
    }
    for (const pugi::xml_node relation : relations.all("Relationship")) {
        if (std::string_view(relation.attribute("TargetMode").value()) != "External") {
            EXPECT_NE(partOf(bytes, std::string("word/") + relation.attribute("Target").value()), "");
        }
    }
}

TEST(Docx, ATableRepeatsItsHeadAndFitsThePage) {
    const Parsed main(written(everything()), "word/document.xml");
    ASSERT_EQ(main.all("w:tbl").size(), 1U);
    const auto rows = main.all("w:tr");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_TRUE(rows[0].child("w:trPr").child("w:tblHeader"));
    EXPECT_FALSE(rows[1].child("w:trPr").child("w:tblHeader"));
    int width = 0;
    for (const pugi::xml_node column : main.all("w:gridCol")) {
        width += column.attribute("w:w").as_int();
    }
    // A4 less twice 20 mm.
    EXPECT_NEAR(width, 11906 - 2 * 1134, 3);
    for (const pugi::xml_node row : rows) {
        std::size_t cells = 0;
        for (const pugi::xml_node cell : row.children("w:tc")) {
            ++cells;
            EXPECT_STREQ(cell.last_child().name(), "w:p");
        }
        EXPECT_EQ(cells, 2U);
    }
    EXPECT_EQ(main.values("w:tblCaption", "w:val"), std::vector<std::string>{"Bijschrift"});
}

TEST(Docx, EachNumberedListBeginsWithOne) {
    const std::string bytes = written(everything());
    const Parsed main(bytes, "word/document.xml");
    const auto numbers = main.values("w:numId", "w:val");
    // a, b, c, deeper, again.
    ASSERT_EQ(numbers.size(), 5U);
    EXPECT_EQ(numbers[0], numbers[1]);
    EXPECT_EQ(numbers[2], numbers[3]);
    EXPECT_EQ((std::set<std::string>(numbers.begin(), numbers.end()).size()), 3U);
    EXPECT_EQ(main.values("w:ilvl", "w:val"), (std::vector<std::string>{"0", "0", "0", "1", "0"}));
    EXPECT_EQ(Parsed(bytes, "word/numbering.xml").all("w:startOverride").size(), 2U);
}

TEST(Docx, LanguageTitleAndAlternativesAreThere) {
    const std::string bytes = written(everything());
    EXPECT_EQ(Parsed(bytes, "word/styles.xml").values("w:lang", "w:val"), std::vector<std::string>{"nl-NL"});
    EXPECT_EQ(Parsed(bytes, "word/document.xml").values("w:lang", "w:val"), std::vector<std::string>{"en-GB"});
    const Parsed core(bytes, "docProps/core.xml");
    EXPECT_STREQ(core.all("dc:title").at(0).child_value(), "Titel");
    EXPECT_STREQ(core.all("dc:language").at(0).child_value(), "nl-NL");
    const Parsed main(bytes, "word/document.xml");
    EXPECT_EQ(main.values("wp:docPr", "descr"), std::vector<std::string>{"Een schema van de stappen"});
    EXPECT_EQ(main.values("w:alias", "w:val"), std::vector<std::string>{"Label"});
}

TEST(Docx, NothingIsAskedAndNothingRuns) {
    const std::string bytes = written(everything());
    EXPECT_TRUE(Parsed(bytes, "word/settings.xml").all("w:updateFields").empty());
    const Parsed footer(bytes, "word/footer1.xml");
    std::string fields;
    for (const pugi::xml_node field : footer.all("w:instrText")) {
        fields += field.child_value();
    }
    EXPECT_EQ(fields, " PAGE  NUMPAGES ");
    EXPECT_EQ(bytes.find("vbaProject"), std::string::npos);
    // The contents are in it before any field is counted.
    const Parsed main(bytes, "word/document.xml");
    EXPECT_EQ(main.all("w:instrText").size(), 1U);
    std::vector<std::string> listed;
    for (const pugi::xml_node link : main.all("w:hyperlink")) {
        listed.push_back(wordsIn(link));
    }
    EXPECT_EQ(listed.at(0), "Een");
    EXPECT_EQ(listed.at(1), "Onder een");
}

} // namespace
} // namespace meldc::emit::docx
