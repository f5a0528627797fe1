// What an organisation writes itself, in files of its own.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

std::string protocolWithProse() {
    return "meldcode proef \"Proef\" {\n  soort meldcode\n  rol leraar is leerkracht\n  stap 1 \"Zien\" {\n"
           "    uitvoerder leraar\n    uitleg uit \"zien.md\"\n  }\n}\n";
}

TEST(Prose, OfAFileIsShownAsItsAuthorWroteIt) {
    const Folder folder;
    folder.write("p.meld", protocolWithProse());
    folder.write("zien.md", "## Waar u op let\n\nEen *kind* dat **stil** is.\n\n1. moe\n2. bang\n\n"
                            "| wat | waar |\n|---|---|\n| plek | arm |\n\n[Meer](https://voorbeeld.nl)\n");
    ASSERT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    const std::string page = folder.read("uit/proef.html");
    for (const std::string_view part :
         {"<h4>Waar u op let</h4>", "<p>Een <em>kind</em> dat <strong>stil</strong> is.</p>", "<ol>",
          "<th scope=\"col\">wat</th>", "<td>arm</td>", "<a href=\"https://voorbeeld.nl\">Meer</a>"}) {
        EXPECT_NE(page.find(part), std::string::npos) << part;
    }
}

TEST(Prose, NothingInItIsCarriedOut) {
    const Folder folder;
    folder.write("p.meld", protocolWithProse());
    folder.write("zien.md", "<script>alert(1)</script>\n\nEen <b onclick=\"x()\">woord</b> {{version}} & meer.\n\n"
                            "[klik](javascript:alert(1)) ![plaatje](https://elders.nl/x.png)\n");
    ASSERT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    const std::string page = folder.read("uit/proef.html");
    for (const std::string_view forbidden : {"<script", "<b onclick", "javascript:", "<img", "elders.nl"}) {
        EXPECT_EQ(page.find(forbidden), std::string::npos) << forbidden;
    }
    for (const std::string_view shown : {"&lt;script&gt;", "&lt;b onclick=", "{{version}} &amp; meer", "klik", "plaatje"}) {
        EXPECT_NE(page.find(shown), std::string::npos) << shown;
    }
}

TEST(Prose, AFileThatIsNotThereIsTold) {
    const Folder folder;
    folder.write("p.meld", protocolWithProse());
    for (const std::string command : {"check p.meld", "build p.meld --emit html --out uit"}) {
        const Ran ran = folder.run("meldc " + command);
        EXPECT_EQ(ran.exitCode, 2) << ran.err;
        EXPECT_TRUE(ran.says("MC2008")) << ran.err;
        EXPECT_TRUE(holds(ran.err, "p.meld:6")) << ran.err;
    }
}

TEST(Prose, OutsideTheProjectOrNotATextIsTold) {
    const Folder folder;
    std::string text = protocolWithProse();
    text.replace(text.find("zien.md"), 7, "../../zien.md");
    folder.write("p.meld", text);
    EXPECT_TRUE(folder.run("meldc check p.meld").says("MC2007"));
    folder.write("p.meld", protocolWithProse());
    folder.write("zien.md", std::string("PK\x03\x04\x00\x00", 6));
    EXPECT_TRUE(folder.run("meldc check p.meld").says("MC6001"));
}

TEST(Prose, TheDecisionAidHasIt) {
    const Folder folder;
    std::string text = replaced(smallProtocol(), "    uitvoerder af\n",
                                "    uitvoerder af\n    taak af moet vastleggen signalen\n    uitleg uit \"zien.md\"\n");
    text = replaced(text, "        antwoord ja als vermoeden\n", "        antwoord ja als vermoeden\n        uitleg \"Twijfel telt ook.\"\n");
    text = replaced(text, "  soort meldcode\n", "  soort meldcode\n  uitleg \"De sleutel ligt <b>hier</b>.\"\n");
    folder.write("p.meld", text);
    folder.write("zien.md", "## Waar u op let\n\n1. moe\n2. <script>bang</script>\n");
    ASSERT_EQ(folder.run("meldc build p.meld --emit aid --out uit").exitCode, 0);
    const std::string aid = folder.read("uit/proef.keuzehulp.html");
    for (const std::string_view part : {"\"Waar u op let\",\"moe\",\"\\u003cscript\\u003ebang\\u003c/script\\u003e\"",
                                        "\"own\":[\"Twijfel telt ook.\"]", "<summary>Uitleg van de organisatie</summary>",
                                        "<p>De sleutel ligt &lt;b&gt;hier&lt;/b&gt;.</p>"}) {
        EXPECT_TRUE(holds(aid, part)) << part;
    }
}

TEST(Prose, AnotherTextMakesThePageOutdated) {
    const Folder folder;
    folder.write("p.meld", protocolWithProse());
    folder.write("zien.md", "Kijk goed.\n");
    ASSERT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    EXPECT_EQ(folder.run("meldc build p.meld --emit html --out uit --check").exitCode, 0);
    folder.write("zien.md", "Kijk beter.\n");
    EXPECT_EQ(folder.run("meldc build p.meld --emit html --out uit --check").exitCode, 1);
}

} // namespace
} // namespace meldc::golden
