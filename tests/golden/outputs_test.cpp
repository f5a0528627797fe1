// What build writes, and how it is held against the model later.

#include "golden/papers.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <initializer_list>

namespace meldc::golden {
namespace {

TEST(Outputs, AreTheSameBytesEachTime) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc build p.meld --emit all --date 2026-01-01 --out ";
    ASSERT_EQ(folder.run(line + "een").exitCode, 0);
    ASSERT_EQ(folder.run(line + "twee").exitCode, 0);
    std::string names;
    for (const std::string name :
         {"proef.bpmn", "proef.csv", "proef.dmn", "proef.h", "proef.handboek.docx", "proef.handboek.html",
          "proef.html", "proef.jdm.json", "proef.json", "proef.keuzehulp.html", "proef.notitieformulier.docx",
          "proef.notitieformulier.html", "proef.notitieformulier.txt", "proef.protocol.docx",
          "proef.protocol.html", "proef.rolkaarten.docx", "proef.rolkaarten.html", "proef.sql",
          "proef.stappen.dot", "proef.stappen.mmd", "proef.stappen.svg", "proef.stappenkaart.html",
          "proef.tck.xml", "proef.vectors.json", "proef.vragen.dot", "proef.vragen.mmd", "proef.vragen.svg",
          "proef.webtekst.docx", "proef.webtekst.html", "proef.webtekst.txt"}) {
        EXPECT_NE(folder.read("een/" + name), "");
        EXPECT_EQ(folder.read("een/" + name), folder.read("twee/" + name));
        names += name + "\n";
    }
    EXPECT_EQ(folder.run("ls -a een | grep -vx -e . -e .. | LC_ALL=C sort").out, names);
}

TEST(Outputs, WhatPeopleReadSaysNothingOfTheFoldersOfThisMachine) {
    // With documents, and without: then places are those in the file itself.
    for (const std::string unit : {"innovo", "voorbeeld"}) {
        const Folder folder;
        ASSERT_EQ(folder.run("mkdir -p xqz/map && cp -r '" + inSource("policies/" + unit) +
                             "' xqz/map/ && mv xqz/map/" + unit + " xqz/map/code").exitCode, 0);
        const std::string emit = " --emit all --date 2026-01-01 --out ";
        ASSERT_EQ(folder.run("meldc build xqz/map/code" + emit + "een").exitCode, 0);
        ASSERT_EQ(folder.run("cd xqz/map/code && meldc build protocol.meld" + emit + "../../../twee").exitCode, 0);
        ASSERT_EQ(folder.run("meldc build \"$PWD/xqz/map/code/protocol.meld\"" + emit + "drie").exitCode, 0);
        ASSERT_GT(folder.filesIn("een"), 20U);
        const Ran differs = folder.run("diff -rq een twee; diff -rq een drie");
        EXPECT_EQ(differs.out, "") << unit;
        EXPECT_EQ(folder.run("grep -rl --include='*.html' xqz een").out, "") << unit;
    }
}

TEST(Outputs, TheCheckLooksAtTheModelAndNotAtBytes) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit json,html --out uit").exitCode, 0);
    ASSERT_EQ(folder.run("meldc build p.meld --emit all --out alles").exitCode, 0);
    const std::string line = "meldc build p.meld --emit json,html --out uit --check";
    EXPECT_EQ(folder.run(line).exitCode, 0);
    EXPECT_EQ(folder.run("meldc build p.meld --emit all --out alles --check").exitCode, 0);
    // Layout and comments are no part of the model.
    folder.write("p.meld", "// nieuw\n\n" + smallProtocol());
    EXPECT_EQ(folder.run(line).exitCode, 0);
    std::string changed = smallProtocol();
    changed.replace(changed.find("bij nee hulp"), 12, "bij nee volgen");
    folder.write("p.meld", changed);
    const Ran outdated = folder.run(line);
    EXPECT_EQ(outdated.exitCode, 1) << outdated.err;
    EXPECT_NE(outdated.out.find("uit/proef.html"), std::string::npos) << outdated.out;
    const Ran all = folder.run("meldc build p.meld --emit all --out alles --check");
    EXPECT_EQ(all.exitCode, 1);
    for (const std::string suffix : {".csv", ".sql", ".dmn", ".h", ".jdm.json", ".vectors.json",
                                     ".tck.xml", ".bpmn"}) {
        EXPECT_NE(all.out.find("alles/proef" + suffix), std::string::npos) << suffix << all.out;
    }
    EXPECT_EQ(folder.run("meldc build p.meld --emit json --out elders --check").exitCode, 1);
    EXPECT_FALSE(folder.has("elders"));
}

TEST(Outputs, ATableThatSomebodyChangedIsNoticedWhenTheCheckReadsIt) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc build p.meld --emit all --date 2026-01-01 --out uit";
    ASSERT_EQ(folder.run(line).exitCode, 0);
    EXPECT_EQ(folder.run(line + " --check --verify").exitCode, 0);
    // By the spelling of each format: the first consequence that must be done may be done.
    for (const auto& [name, from, to] : std::initializer_list<std::array<std::string, 3>>{
             {"proef.sql", "THEN 'moet'", "THEN 'mag'"},
             {"proef.dmn", "<text>\"moet\"</text>", "<text>\"mag\"</text>"},
             {"proef.csv", "melden", "hulp"},
             {"proef.vectors.json", "\"moet\"", "\"mag\""}}) {
        const std::string path = "uit/" + name;
        const std::string before = folder.read(path);
        ASSERT_TRUE(holds(before, from)) << name;
        folder.write(path, replaced(before, from, to));
        EXPECT_EQ(folder.run(line + " --check").exitCode, 0) << name;
        const Ran ran = folder.run(line + " --check --verify");
        EXPECT_EQ(ran.exitCode, 1) << name;
        EXPECT_EQ(timesIn(ran.out, "zegt iets anders"), 1U) << ran.out;
        EXPECT_TRUE(holds(ran.out, path + ": zegt iets anders")) << ran.out;
        folder.write(path, before);
    }
}

TEST(Outputs, AFileThatIsMadeToHurtTheCheckIsOneThatSaysOtherwise) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc build p.meld --emit all --date 2026-01-01 --out uit";
    ASSERT_EQ(folder.run(line).exitCode, 0);
    const std::string json = folder.read("uit/proef.json");
    const std::string hash = json.substr(json.find("\"sha256\": \"") + 11, 64);
    const std::string header = folder.read("uit/proef.h");
    const std::size_t row = header.find("    Row<");
    ASSERT_NE(row, std::string::npos);
    std::string deep = "\"" + hash + "\"";
    for (int i = 0; i < 2'000; ++i) {
        deep.insert(0, "{\"a\":").append("}");
    }
    const std::string braces(100'000, '[');
    for (const auto& [name, text] : std::initializer_list<std::array<std::string, 2>>{
             {"proef.json", deep},
             {"proef.vectors.json", braces + "\"" + hash + "\"" + std::string(100'000, ']')},
             {"proef.jdm.json", deep},
             // The compiler would take the next row for a part of the remark.
             {"proef.h", std::string(header).insert(row, "    // \\\n")}}) {
        const std::string before = folder.read("uit/" + name);
        folder.write("uit/" + name, text);
        EXPECT_EQ(folder.run(line + " --check --verify").exitCode, 1) << name;
        folder.write("uit/" + name, before);
    }
}

// What the checks find is counted in the aid as in the documents, whatever else is built.
TEST(Outputs, TheAidIsTheSameAloneAndBesideADocument) {
    const Folder folder;
    const std::string line = "meldc build '" + inSource("policies/innovo") + "' --as html --date 2026-01-01 --emit ";
    for (const std::string emit : {"aid", "protocol,aid", "aid,protocol"}) {
        ASSERT_EQ(folder.run(line + emit + " --out " + emit).exitCode, 0);
        EXPECT_EQ(folder.read(emit + "/innovo.keuzehulp.html"), folder.read("aid/innovo.keuzehulp.html")) << emit;
    }
    EXPECT_TRUE(holds(folder.read("aid/innovo.keuzehulp.html"), "spreekt de tekst zichzelf tegen"));
}

// The questions may stand outside every step, with whom they are answered and where an answer leads.
TEST(Outputs, AnAidOfQuestionsOutsideTheSteps) {
    const Folder folder;
    std::string text = smallProtocol();
    const std::size_t begin = text.find("    afwegingskader {");
    const std::size_t end = text.find("\n    }\n", begin) + 7;
    const std::string questions = replaced(text.substr(begin, end - begin), "        bij ja melden\n",
                                           "        bij ja melden, verder met vraag 1 samen met veilig_thuis\n");
    text = text.substr(0, begin) + text.substr(end);
    folder.write("p.meld", replaced(text, "  stap 1 ", questions + "  stap 1 "));
    const Ran ran = folder.run("meldc build p.meld --emit aid --date 2026-01-01 --out uit");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(holds(folder.read("uit/proef.keuzehulp.html"), "samen met Veilig Thuis"));
}

TEST(Outputs, ThePageAsksForNothingElsewhere) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit html --out uit")
                  .exitCode,
              0);
    const std::string page = folder.read("uit/innovo.html");
    EXPECT_NE(page.find("<html lang=\"nl\">"), std::string::npos);
    EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
    for (const std::string_view forbidden : {"<script", "src=", "@import", "url(http", "<link"}) {
        EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
    }
    // No piece of the template was left unfilled.
    EXPECT_EQ(page.find("{{"), std::string::npos);
}

TEST(Outputs, TextOfTheUserIsEscaped) {
    const Folder folder;
    std::string text = smallProtocol();
    text.replace(text.find("Proefschool"), 11, "<b>Proef</b> & <script>x</script>");
    text.replace(text.find("Is er een vermoeden?"), 20, "Is er <i>iets</i> & meer?");
    folder.write("p.meld", text);
    ASSERT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    const std::string page = folder.read("uit/proef.html");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("<i>iets"), std::string::npos);
    EXPECT_NE(page.find("&lt;i&gt;iets"), std::string::npos);
}

/// The facts that a query reads, as columns of its table of cases.
std::string columnsOf(const std::string& query) {
    const std::string head = "SELECT id,\n";
    const std::size_t begin = query.find(head) + head.size();
    const std::string columns = query.substr(begin, query.find("    CASE\n", begin) - begin);
    return "id, " + columns.substr(0, columns.rfind(','));
}

/// What a table of cases says of one: its consequences. `others`: the value of the facts that only
/// grounds hang on.
std::string decidedBySql(const Folder& folder, const std::string& query, const std::string& facts,
                         const std::string& others = "'nee'") {
    const Ran ran = folder.run("{ echo \"CREATE TABLE cases (" + columnsOf(folder.read(query)) +
                               "); INSERT INTO cases (id, vermoeden, acute_onveiligheid) VALUES (1, " + facts +
                               "); UPDATE cases SET structurele_onveiligheid = " + others +
                               ", disclosure = " + others + ", hulp_mogelijk = " + others +
                               ", hulp_aanvaard = " + others + ", hulp_effectief = " + others +
                               "; CREATE VIEW result AS\"; cat " + query +
                               "; echo \"SELECT status || '/' || coalesce(consequences, '?') "
                               "FROM result;\"; } | sqlite3 :memory:");
    EXPECT_EQ(ran.err, "");
    return ran.out;
}

TEST(Outputs, AQueryTellsWhatIsNotKnown) {
    if (std::system("command -v sqlite3 >/dev/null") != 0) {
        GTEST_SKIP() << "sqlite3 is not installed";
    }
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit sql --out uit").exitCode, 0);
    const auto decided = [&](const std::string& facts) {
        return decidedBySql(folder, "uit/proef.sql", facts);
    };
    EXPECT_EQ(decided("'ja', 'ja'").substr(0, 15), "complete/melden");
    // What does not matter for a consequence may be unknown; that a ground is not known is told.
    EXPECT_EQ(decidedBySql(folder, "uit/proef.sql", "'ja', 'ja'", "NULL").substr(0, 17), "incomplete/melden");
    EXPECT_EQ(decided("'ja', NULL"), "incomplete/\n");
    EXPECT_EQ(decided("'ja', 'misschien'"), "incomplete/\n");
    EXPECT_EQ(decided("'nee', 'ja'"), "inconsistent/?\n");
}

TEST(Outputs, TextOfTheUserIsTextInEveryTable) {
    const Folder folder;
    std::string text = smallProtocol();
    const auto change = [&](const std::string& from, const std::string& to) {
        text.replace(text.find(from), from.size(), to);
    };
    change("meldcode proef \"Proef\"", "meldcode proef \"=1+1 */ ?\?/\"");
    change("Is er een vermoeden?", "'; DROP TABLE cases; -- ]]> <x a='b'> */ ?\?/");
    change("Is er acute onveiligheid?", "#define decide {{x}} $1 --> \\");
    change("aandachtsfunctionaris\" is", "af <b> & 'x'\" is");
    folder.write("p.meld", text);
    const Ran ran = folder.run("meldc build p.meld --emit csv,sql,dmn,cpp,jdm,vectors,tck,bpmn --out uit");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    for (const std::string name : {"proef.dmn", "proef.tck.xml", "proef.bpmn"}) {
        const Ran read = folder.run("xmllint --noout uit/" + name);
        EXPECT_EQ(read.exitCode, 0) << name << read.err;
        EXPECT_FALSE(holds(folder.read("uit/" + name), "<x a=")) << name;
    }
    // A comment ends with its line: the next line is what it would be without it.
    folder.write("main.cpp", "#include \"uit/proef.h\"\nint main() { meldc_proef::Facts facts; "
                             "facts.vermoeden = facts.acute_onveiligheid = meldc_proef::Answer::ja; "
                             "return meldc_proef::decide(facts).melden == meldc_proef::Standing::moet ? 0 : 1; }\n");
    const Ran compiled = folder.run("g++ -std=c++17 -trigraphs main.cpp -o main && ./main");
    EXPECT_EQ(compiled.exitCode, 0) << compiled.err;
    if (std::system("command -v sqlite3 >/dev/null") == 0) {
        EXPECT_EQ(decidedBySql(folder, "uit/proef.sql", "'ja', 'ja'").substr(0, 15),
                  "complete/melden");
    }
    for (const std::string name : {"proef.jdm.json", "proef.vectors.json"}) {
        EXPECT_EQ(folder.run("node -e 'JSON.parse(fs.readFileSync(process.argv[1]))' uit/" + name).exitCode, 0);
    }
}

/// Danger of now is danger, whether or not it may pass.
TEST(Outputs, AFactOfDangerNowIsDangerInTheAid) {
    const Folder folder;
    folder.write("p.meld", "begrip mes is feit \"een mes\" {\n  aard gevaar\n  direct\n  zin ja nl \"er is een mes\" en \"there is a knife\"\n"
                           "  zin nee nl \"er is geen mes\" en \"there is no knife\"\n"
                           "  zin twijfel nl \"het is niet zeker of er een mes is\" en \"it is not certain whether there is a knife\"\n}\n\n" +
                               replaced(smallProtocol(), "ja als acute_onveiligheid", "ja als acute_onveiligheid of mes"));
    const std::string aid = documentOf(folder, "p.meld", "aid", "keuzehulp.html");
    const std::size_t at = aid.find("\"name\":\"mes\"");
    ASSERT_NE(at, std::string::npos) << aid.substr(0, 500);
    const std::string fact = aid.substr(aid.rfind('{', at), 300);
    EXPECT_TRUE(holds(fact, "\"danger\":true") && holds(fact, "\"now\":true")) << fact;
}

TEST(Outputs, ATableNeedsQuestions) {
    const Folder folder;
    folder.write("p.meld", "meldcode kaal \"Kaal\" {\n  soort meldcode\n}\n");
    const Ran ran = folder.run("meldc build p.meld --emit json --out uit");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9024")) << ran.err;
    EXPECT_FALSE(folder.has("uit"));
    EXPECT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    EXPECT_TRUE(folder.has("uit/kaal.html"));
}

} // namespace
} // namespace meldc::golden
