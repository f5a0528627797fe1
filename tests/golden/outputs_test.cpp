// What build writes, and how it is held against the model later.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

TEST(Outputs, AreTheSameBytesEachTime) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc build p.meld --emit all --date 2026-01-01 --out ";
    ASSERT_EQ(folder.run(line + "een").exitCode, 0);
    ASSERT_EQ(folder.run(line + "twee").exitCode, 0);
    EXPECT_EQ(folder.filesIn("een"), 2U);
    for (const std::string name : {"proef.json", "proef.html"}) {
        EXPECT_NE(folder.read("een/" + name), "");
        EXPECT_EQ(folder.read("een/" + name), folder.read("twee/" + name));
    }
    EXPECT_EQ(folder.run("ls -a een | grep -vx -e . -e .. | sort").out, "proef.html\nproef.json\n");
}

TEST(Outputs, TheCheckLooksAtTheModelAndNotAtBytes) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit json,html --out uit").exitCode, 0);
    const std::string line = "meldc build p.meld --emit json,html --out uit --check";
    EXPECT_EQ(folder.run(line).exitCode, 0);
    // Layout and comments are no part of the model.
    folder.write("p.meld", "// nieuw\n\n" + smallProtocol());
    EXPECT_EQ(folder.run(line).exitCode, 0);
    std::string changed = smallProtocol();
    changed.replace(changed.find("bij nee hulp"), 12, "bij nee volgen");
    folder.write("p.meld", changed);
    const Ran outdated = folder.run(line);
    EXPECT_EQ(outdated.exitCode, 1) << outdated.err;
    EXPECT_NE(outdated.out.find("uit/proef.html"), std::string::npos) << outdated.out;
    EXPECT_EQ(folder.run("meldc build p.meld --emit json --out elders --check").exitCode, 1);
    EXPECT_FALSE(folder.has("elders"));
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
