// What a reader sees of a code that follows another.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

const std::string kLevels = R"(meldcode model "Model" {
  soort sjabloon
  sector po
  rol leraar is leerkracht
  rol af "aandachtsfunctionaris" is aandachtsfunctionaris
  rol directeur is directie
  blanco gezag "wie het gezag is"
  blanco vervanger "wie er vervangt"
  stap 1 "Signalen" {
    wettelijke stap signaleren
    uitvoerder leraar
    taak leraar moet vastleggen signalen
  }
  stap 4 "Wegen" {
    uitvoerder af
    afwegingskader van onderwijs_2018 { }
  }
  beslissing melden { eindverantwoordelijk directeur  melder af }
}
meldcode bestuur "Bestuur" {
  soort meldcode
  volgt model
  stap 1 { uitvoerder af }
}
meldcode school "School" {
  soort meldcode
  volgt bestuur
  bevoegd gezag "college van bestuur"
  stap 1 { taak leraar moet informeren af }
  vraag 5 { bij ja hulp, volgen, vastleggen }
  beslissing melden { eindverantwoordelijk af }
}
)";

TEST(Levels, ADeviationIsToldWithWhatItWasAndAsksForNothing) {
    const Folder folder;
    folder.write("p.meld", kLevels);
    const std::string text = folder.run("meldc check p.meld --date 2026-01-01").out;
    EXPECT_TRUE(holds(text, "wijkt op 1 plaats af van `model`")) << text;
    EXPECT_TRUE(holds(text, "`beslissing melden: eindverantwoordelijk af` in plaats van")) << text;
    for (std::size_t at = text.find("Doe eerst dit"); at != std::string::npos;
         at = text.find("Doe eerst dit", at + 1)) {
        const std::string first = text.substr(at, text.find("\n\n", at) - at);
        EXPECT_FALSE(holds(first, "MC4306")) << first;
    }
    EXPECT_FALSE(holds(text.substr(text.find("School (")), "wie het gezag is")) << text;
    EXPECT_TRUE(holds(text, "vervalt blanco vervanger")) << text;
}

TEST(Levels, AMisspeltModelGetsASuggestion) {
    const Folder folder;
    folder.write("p.meld", "meldcode p \"P\" {\n  volgt model_p0\n}\n");
    const Ran ran = folder.run("meldc check p.meld");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC2002")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "model_po")) << ran.err;
}

TEST(Levels, ThePageMarksWhatThisCodeItselfReplaced) {
    const Folder folder;
    folder.write("p.meld", kLevels);
    ASSERT_EQ(folder.run("meldc build p.meld --emit html --out uit").exitCode, 0);
    const std::string page = folder.read("uit/school.html");
    EXPECT_EQ(timesIn(page, ">vervangt wat is overgenomen<"), 2U) << "an edge and who is responsible";
    EXPECT_TRUE(holds(page, "Signalen")) << "the title is taken over";
    EXPECT_TRUE(holds(page, ">eigen<")) << "what is only here";
    EXPECT_TRUE(holds(page, "Deze code volgt")) << "and what has no mark";
}

TEST(Levels, AChoiceIsNotDeniedAboveItself) {
    const Folder folder;
    // A framework of a profession over another: nothing in it waits for a person to judge.
    (void)folder.run("sed -e '/^  sector /d; /bevoegd gezag/d; s/soort meldcode/soort kader/' '" +
                     inSource("policies/voorbeeld/protocol.meld") + "' > model.meld");
    const std::string own = "gebruik \"model.meld\"\nmeldcode eigen \"Eigen\" {\n  volgt voorbeeld\n";
    const std::string nothing = "Er is niets gevonden";
    folder.write("gelijk.meld", own + "}\n");
    EXPECT_TRUE(holds(folder.run("meldc check gelijk.meld").out, nothing));
    folder.write("anders.meld", own + "  vervalt onderwerp kennis\n}\n");
    const Ran ran = folder.run("meldc check anders.meld");
    EXPECT_TRUE(holds(ran.out, "MC4307")) << ran.out;
    EXPECT_FALSE(holds(ran.out, nothing)) << ran.out;
}

TEST(Levels, ABoardThatCallsItsCodeAFrameworkIsTold) {
    const Folder folder;
    const std::string code = "meldcode bestuur \"Bestuur\" {\n  soort kader\n  volgt model_po\n}\n";
    folder.write("kader.meld", code);
    const std::string text = folder.run("meldc check kader.meld").out;
    // On top of all, since it says what the rest is worth.
    const std::size_t first = text.find("  1. ");
    ASSERT_NE(first, std::string::npos) << text;
    EXPECT_TRUE(holds(text.substr(first, text.find("  2. ") - first), "[MC7108]")) << text;
    EXPECT_TRUE(holds(text, "schrijf dan `soort meldcode`")) << text;
    // As people write it: with the organisation and a sector of its own.
    folder.write("eigen.meld", replaced(code, "  volgt", "  organisatie \"Bestuur\"\n  sector po\n  volgt"));
    EXPECT_TRUE(holds(folder.run("meldc check eigen.meld").out, "MC7108"));
    folder.write("code.meld", "meldcode bestuur \"Bestuur\" {\n  soort meldcode\n  volgt model_po\n}\n");
    EXPECT_FALSE(holds(folder.run("meldc check code.meld").out, "MC7108"));
}

TEST(Levels, BlanksAndChoicesHaveHeadingsOfTheirOwn) {
    const Folder folder;
    folder.write("p.meld", "meldcode p \"P\" {\n  soort meldcode\n  volgt model_po\n  vervalt onderwerp gespreksvoering\n}\n");
    const Ran ran = folder.run("meldc check p.meld");
    EXPECT_EQ(ran.exitCode, 0) << ran.out;
    const std::size_t blanks = ran.out.find("\nNog in te vullen (");
    const std::size_t choices = ran.out.find("\nWat deze code anders doet dan het model (");
    ASSERT_NE(blanks, std::string::npos) << ran.out;
    ASSERT_NE(choices, std::string::npos) << ran.out;
    // What rests on blanks alone stands with them, without their places once more.
    const std::string filling = ran.out.substr(blanks, ran.out.find("\n\n", blanks) - blanks);
    EXPECT_TRUE(holds(filling, "[MC4401]") && holds(filling, "[R51")) << filling;
    EXPECT_FALSE(holds(filling, "en nog 8 plaatsen")) << filling;
    // Neither counted with them nor told at length.
    EXPECT_TRUE(holds(filling, "Nog in te vullen (14)")) << filling;
    EXPECT_FALSE(holds(filling, "Grond:")) << filling;
    // On top they are one thing to do.
    const std::string first = ran.out.substr(0, blanks);
    EXPECT_TRUE(holds(first, "1. Vul de 14 plekken in die nog leeg zijn")) << first;
    EXPECT_FALSE(holds(first, "MC4401")) << first;
    EXPECT_TRUE(holds(ran.out.substr(choices, 400), "MC4307")) << ran.out;
    EXPECT_FALSE(holds(ran.out, "Moet anders")) << ran.out;
    const std::string markdown = folder.run("meldc check p.meld --format markdown").out;
    EXPECT_TRUE(holds(markdown, "Wat deze code anders doet dan het model")) << markdown;
}

TEST(Levels, TheSectorOfAnOrganisationIsNoDeviation) {
    const Folder folder;
    (void)folder.run("meldc new protocol --sector mbo --name ROC --out roc.meld");
    const Ran ran = folder.run("meldc check roc.meld");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_FALSE(holds(ran.out, "MC4306")) << ran.out;
}

}  // namespace
}  // namespace meldc::golden
