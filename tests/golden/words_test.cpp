// `meldc explain` of a sector, a word, a list and a model; places in models.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

std::string explained(const Folder& folder, const std::string& word, const std::string& more = "") {
    const Ran ran = folder.run("meldc explain " + word + " --date 2026-01-01 " + more);
    EXPECT_EQ(ran.exitCode, 0) << word << "\n" << ran.err;
    return ran.out;
}

/// The same without line breaks: pages are broken at their width.
std::string inOneLine(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        const bool isBlank = letter == '\n' || letter == ' ';
        if (!isBlank || !result.ends_with(' ')) {
            result += isBlank ? ' ' : letter;
        }
    }
    return result;
}

TEST(Words, ASectorTellsItsLawAndWhoSupervises) {
    const Folder folder;
    const std::string page = inOneLine(explained(folder, "vo"));
    EXPECT_TRUE(holds(page, "Wet voortgezet onderwijs 2020, artikel 3.41, lid 1, vanaf 2022-08-01")) << page;
    EXPECT_TRUE(holds(page, "(geldt niet op deze dag) Wet op het voortgezet onderwijs, artikel 3a")) << page;
    EXPECT_TRUE(holds(page, "Inspectie van het Onderwijs (Wet op het onderwijstoezicht")) << page;
    EXPECT_TRUE(holds(page, "meldc new protocol --sector vo")) << page;
    EXPECT_TRUE(holds(page, "36 777")) << page;
    const Ran before = folder.run("meldc explain vo --date 2020-01-01");
    EXPECT_TRUE(holds(inOneLine(before.out), "(geldt niet op deze dag) Wet voortgezet onderwijs 2020")) << before.out;
    EXPECT_FALSE(holds(before.out, "36 777")) << "nobody knew of it then";
}

TEST(Words, ChildcareDiffersAsItsNormsSay) {
    const Folder folder;
    const std::string page = inOneLine(explained(folder, "kinderopvang"));
    EXPECT_TRUE(holds(page, "deze normen gelden hier en niet overal: R8")) << page;
    EXPECT_TRUE(holds(page, "deze normen gelden hier niet: R7, R17, R18, R24")) << page;
    EXPECT_TRUE(holds(page, "de code noemt de functie")) << page;
    EXPECT_TRUE(holds(page, "GGD, namens burgemeester en wethouders (Wet kinderopvang, artikel 1.61")) << page;
}

TEST(Words, ASectorGoesByItsOtherNameToo) {
    const Folder folder;
    // A host parent is a role as well: the word alone is that.
    EXPECT_TRUE(holds(explained(folder, "gastouder"), "rolsoort"));
    folder.write("p.meld", "meldcode p \"P\" {\n  sector gastouder\n}\n");
    const Ran ran = folder.run("meldc check p.meld --format plain");
    EXPECT_EQ(ran.err, "");
    EXPECT_TRUE(holds(ran.out, "R26")) << ran.out;
}

TEST(Words, AWordTellsWhatItCountsAsAndWhereItIsAskedFor) {
    const Folder folder;
    const std::string page = explained(folder, "leerkracht");
    EXPECT_TRUE(holds(page, "telt ook als: `beroepskracht`, `medewerker`")) << page;
    EXPECT_TRUE(holds(page, "teacher")) << page;
    EXPECT_TRUE(holds(page, "stdlib/begrippen/rollen.meld:")) << page;
    EXPECT_TRUE(holds(explained(folder, "verwijsindex"), "- R17 ")) << page;
    EXPECT_TRUE(holds(explained(folder, "leerkracht", "--lang en"), "a kind of role"));
    EXPECT_TRUE(holds(explained(folder, "wvo"), "vervallen per 2022-08-01, nu `wvo_2020`"));
    EXPECT_TRUE(holds(explained(folder, "knmg"), "niet bekend"));
    EXPECT_TRUE(holds(explained(folder, "hulp_effectief"), "pas later bekend"));
    EXPECT_TRUE(holds(explained(folder, "noodsituatie"), "is dit zo, dan is er nu gevaar"));
}

TEST(Words, ListsAreFoundByTheirName) {
    const Folder folder;
    EXPECT_TRUE(holds(explained(folder, "rollen"), "- `leerkracht` leerkracht"));
    EXPECT_TRUE(holds(explained(folder, "modellen"), "- `model_po` Model meldcode voor basisscholen"));
    EXPECT_TRUE(holds(explained(folder, "lijsten"), "- sectoren ("));
    EXPECT_TRUE(folder.run("meldc explain leerkrahct").says("MC9018"));
    EXPECT_TRUE(holds(folder.run("meldc explain leerkrahct").err, "`leerkracht`"));
}

TEST(Words, AModelCanBeRead) {
    const Folder folder;
    const std::string plain = explained(folder, "model_po", "--format plain");
    const std::string numbered = explained(folder, "model_po");
    EXPECT_TRUE(plain.starts_with("// Het model voor het basisonderwijs")) << plain.substr(0, 100);
    EXPECT_TRUE(numbered.starts_with("  1  // Het model")) << numbered.substr(0, 100);
}

TEST(Words, APlaceInAModelIsToldInWords) {
    const Folder folder;
    folder.write("p.meld", "meldcode p \"P\" {\n  volgt model_po\n}\n");
    const std::string text = inOneLine(folder.run("meldc check p.meld").out);
    EXPECT_TRUE(holds(text, "in het model model_onderwijs, regel ")) << text;
    EXPECT_FALSE(holds(text, "meldc:")) << text;
    EXPECT_TRUE(holds(text, "Sector: primair onderwijs; toezicht: Inspectie van het Onderwijs.")) << text;
    const Ran page = folder.run("meldc report p.meld --out uit --emit html");
    EXPECT_LE(page.exitCode, 1) << page.err;
    const std::string report = folder.read("uit/p.rapport.html");
    EXPECT_FALSE(holds(report, ">meldc:")) << "a place that nobody has";
    EXPECT_TRUE(holds(report, "Wet op het onderwijstoezicht")) << "who supervises";
}

} // namespace
} // namespace meldc::golden
