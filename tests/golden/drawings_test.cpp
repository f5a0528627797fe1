// Drawings as files: each says what the model says, in words too, and text stays text.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <regex>

namespace meldc::golden {
namespace {

std::ptrdiff_t count(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    return std::distance(std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator());
}

TEST(Drawings, QuestionsAndStepsInEachForm) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") +
                         "' --emit svg,mermaid,dot --date 2026-01-01 --out uit").exitCode, 0);
    EXPECT_EQ(folder.filesIn("uit"), 6U);
    const std::string steps = folder.read("uit/innovo.stappen.svg");
    EXPECT_EQ(count(steps, "<rect class=\"question\""), 5);
    EXPECT_EQ(count(steps, "class=\"arrow\""), 4);
    EXPECT_TRUE(holds(steps, "<desc id=\"across-text\">Stap 1. Signalen in kaart brengen. Wie doet het: Leerkracht."));
    EXPECT_EQ(count(folder.read("uit/innovo.stappen.mmd"), R"(\n    r\d+\()"), 5);
    EXPECT_EQ(count(folder.read("uit/innovo.stappen.dot"), R"(\n    r\d+ \[)"), 5);
    const std::string questions = folder.read("uit/innovo.vragen.svg");
    EXPECT_EQ(count(questions, "<rect class=\"question\""), 5);
    EXPECT_EQ(count(folder.read("uit/innovo.vragen.mmd"), R"(\n    r\d+\()"), 5);
    for (const std::string name : {"vragen.svg", "vragen.dot", "stappen.mmd"}) {
        EXPECT_EQ(count(folder.read("uit/innovo." + name), "meldc-model: [0-9a-f]{64}"), 1) << name;
    }
    EXPECT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit svg,dot --date 2026-01-01 --out uit --check").exitCode, 0);
}

TEST(Drawings, WithoutQuestionsOrStepsNothingIsDrawn) {
    const Folder folder;
    folder.write("p.meld", "meldcode leeg \"Leeg\" {\n  stap 1 \"Kijken\" { }\n}\n");
    ASSERT_EQ(folder.run("meldc build p.meld --emit svg --out uit").exitCode, 0);
    EXPECT_TRUE(folder.has("uit/leeg.stappen.svg"));
    EXPECT_FALSE(folder.has("uit/leeg.vragen.svg"));
    // Who does it is not said: dashed, and in words.
    EXPECT_TRUE(holds(folder.read("uit/leeg.stappen.svg"), "<rect class=\"outcome hole\""));
    EXPECT_TRUE(holds(folder.read("uit/leeg.stappen.svg"), "Er staat niet wie dit doet."));
    EXPECT_EQ(folder.run("meldc build p.meld --emit svg --out uit --check").exitCode, 0);
}

TEST(Drawings, TheWayOfACase) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    // Refuted: a case, the questions on its way, what follows.
    const Ran refuted = folder.run("meldc prove p.meld 'nooit melden' --date 2026-01-01 --format text --format svg=pad.svg "
                                   "--format mermaid=pad.mmd --format dot=pad.dot");
    EXPECT_EQ(refuted.exitCode, 1) << refuted.out;
    const std::string svg = folder.read("pad.svg");
    EXPECT_TRUE(holds(svg, ">Het geval<")) << svg;
    EXPECT_TRUE(holds(svg, "Is er een vermoeden?"));
    EXPECT_TRUE(holds(svg, "Dan moet: melden")) << svg;
    EXPECT_GE(count(svg, "class=\"arrow\""), 2);
    EXPECT_EQ(count(svg, "class=\"arrow\""), count(folder.read("pad.mmd"), " --> "));
    EXPECT_EQ(count(svg, "class=\"arrow\""), count(folder.read("pad.dot"), R"(r\d+ -> r\d+ )"));
    // It holds: there is no case.
    const Ran holding = folder.run("meldc prove p.meld 'mogelijk melden' --date 2026-01-01 --format svg");
    EXPECT_EQ(holding.exitCode, 0);
    EXPECT_TRUE(holds(holding.out, "Er is geen geval om te tekenen.")) << holding.out;
    EXPECT_TRUE(folder.run("meldc check p.meld --format svg").says("MC9009"));
}

TEST(Drawings, TextOfTheUserIsText) {
    const Folder folder;
    std::string text = replaced(smallProtocol(), "\"Wegen\"", "\"</text><script>x</script> \\ ]] %%{init: {}}%% `a`\"");
    text = replaced(text, "\"Is er een vermoeden?\"", "\"subgraph; end {{label}} #35; --> x\"");
    folder.write("p.meld", text);
    const Ran ran = folder.run("meldc build p.meld --emit svg,mermaid,dot --out uit");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_EQ(folder.run("cat uit/*.svg").out.find("<script"), std::string::npos);
    const std::string mermaid = folder.run("cat uit/*.mmd").out;
    // Between quotation marks stand letters, digits, a few signs, and numbers in place of all others.
    std::regex label(R"re("([^"\n]*)"[\])|])re");
    for (std::sregex_iterator at(mermaid.begin(), mermaid.end(), label), end; at != end; ++at) {
        EXPECT_TRUE(std::regex_match((*at)[1].str(), std::regex("([^!-\\/:-@\\[-`{-~]|[.,:?'-]|#[0-9]+;)*"))) << (*at)[1];
    }
    EXPECT_EQ(mermaid.find("%%{"), std::string::npos);
}

} // namespace
} // namespace meldc::golden
