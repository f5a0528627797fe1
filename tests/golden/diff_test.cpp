// What changes between two versions, as its users meet it: outputs, exit codes, acceptances, git.

#include "golden/shell.h"

#include <filesystem>

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

/// A code with one question; `yes` is what a suspicion leads to.
std::string code(const std::string& yes, const std::string& name = "proef", const std::string& more = "") {
    return "meldcode " + name + " \"Proef\" {\n  soort meldcode\n  stap 4 \"Wegen\" {\n    afwegingskader {\n" +
           "      vraag 1 \"Is er een vermoeden?\" {\n        antwoord ja als vermoeden\n        bij ja      " + yes +
           "\n        bij nee     afsluiten\n        bij twijfel advies_veilig_thuis\n      }\n    }\n  }\n" + more +
           "}\n";
}

std::string acceptance(const std::string& what, const std::string& until = "2027-12-31",
                       const std::string& unit = "proef") {
    return "aanvaarding \"Eerst hulp\" voor " + unit + " {\n  " + what +
           "\n  reden \"Een proef van een jaar.\"\n  besloten door \"bestuur\" op 2026-01-10\n  geldig tot en met " +
           until + "\n}\n";
}

constexpr const char* kDiff = "meldc diff oud nieuw --date 2026-06-01";

class Diff : public ::testing::Test {
protected:
    void versions(const std::string& before, const std::string& after) const {
        folder_.write("oud/protocol.meld", before);
        folder_.write("nieuw/protocol.meld", after);
    }
    Ran run(const std::string& more = "") const { return folder_.run(std::string(kDiff) + " " + more); }
    /// On one line: reports break lines.
    std::string flat(const std::string& more = "") const {
        return folder_.run(std::string(kDiff) + " " + more + " | tr -s '\\n ' ' '").out;
    }

    Folder folder_;
};

TEST_F(Diff, TheSameIsNothingAndExitsZero) {
    versions(code("melden"), code("melden"));
    const Ran ran = run();
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Er verandert niets.")) << ran.out;
    EXPECT_TRUE(holds(run("--format json").out, "\"changes\": false"));
}

TEST_F(Diff, LessProtectionIsToldAndExitsOne) {
    versions(code("melden"), code("hulp"));
    EXPECT_EQ(run().exitCode, 1);
    const std::string text = flat();
    for (const std::string_view part :
         {"1 van 2 situaties verandert; 1 wordt minder beschermd (was: melden bij Veilig Thuis; wordt: hulp bieden "
          "of organiseren)",
          "MC8101", "eerst melden bij Veilig Thuis", "nu hulp bieden of organiseren"}) {
        EXPECT_TRUE(holds(text, part)) << part << " not in:\n" << text;
    }
    EXPECT_TRUE(holds(flat("--lang en"), "1 is protected less")) << flat("--lang en");
    EXPECT_TRUE(holds(run("--format plain").out, ": weaker was: melden"));
    const std::string json = run("--format json").out;
    for (const std::string_view part : {"\"effect\": \"weaker\"", "\"id\": \"MC8101\"", "\"vermoeden\": \"ja\""}) {
        EXPECT_TRUE(holds(json, part)) << part;
    }
}

TEST_F(Diff, MoreProtectionExitsZero) {
    versions(code("hulp"), code("melden"));
    EXPECT_EQ(run().exitCode, 0);
    EXPECT_TRUE(holds(flat(), "1 wordt meer beschermd"));
}

TEST_F(Diff, ACaseThatLosesItsOutcomeIsAClassOfItsOwn) {
    versions(code("melden"), code("open \"naar bevinden\""));
    EXPECT_EQ(run().exitCode, 1);
    EXPECT_TRUE(holds(run("--format json").out, "\"effect\": \"undetermined\""));
}

TEST_F(Diff, AnAcceptanceOpensTheGate) {
    versions(code("melden"), code("hulp"));
    folder_.write("nieuw/aanvaardingen.meld", acceptance("minder melden bij vermoeden"));
    const Ran ran = run();
    EXPECT_EQ(ran.exitCode, 0) << ran.out;
    const std::string text = flat();
    for (const std::string_view part : {"Eerst hulp: Een proef van een jaar.", "besloten door bestuur", "2027-12-31"}) {
        EXPECT_TRUE(holds(text, part)) << part << " not in:\n" << text;
    }
    // Acceptances beside the old version say nothing.
    std::filesystem::remove(folder_.path() / "work" / "nieuw" / "aanvaardingen.meld");
    folder_.write("oud/aanvaardingen.meld", acceptance("minder melden bij vermoeden"));
    EXPECT_EQ(run().exitCode, 1);
}

TEST_F(Diff, AnAcceptanceCoversItsOwnCasesOnly) {
    versions(code("melden"), code("hulp"));
    for (const std::string_view what :
         {"minder melden bij acute_onveiligheid", "minder hulp bij vermoeden", "onbepaald bij vermoeden"}) {
        folder_.write("nieuw/aanvaardingen.meld", acceptance(std::string(what)));
        EXPECT_EQ(run().exitCode, 1) << what;
    }
    // Without a condition: in all cases.
    folder_.write("nieuw/aanvaardingen.meld", acceptance("minder melden"));
    EXPECT_EQ(run().exitCode, 0);
    versions(code("melden"), code("open \"naar bevinden\""));
    EXPECT_EQ(run().exitCode, 1);
    folder_.write("nieuw/aanvaardingen.meld", acceptance("onbepaald"));
    EXPECT_EQ(run().exitCode, 0);
}

TEST_F(Diff, StaleAcceptancesAreFindings) {
    versions(code("melden"), code("hulp"));
    folder_.write("nieuw/aanvaardingen.meld", acceptance("minder melden", "2026-05-31"));
    EXPECT_EQ(run().exitCode, 1);
    EXPECT_TRUE(holds(run("--format json").out, "MC8004"));
    folder_.write("nieuw/aanvaardingen.meld", acceptance("minder melden") + acceptance("minder hulp"));
    EXPECT_EQ(run().exitCode, 0);
    EXPECT_TRUE(holds(run("--format json").out, "MC8006"));
    // A warning counts when that is asked.
    EXPECT_EQ(run("--fail-on warning").exitCode, 1);
}

TEST_F(Diff, ANormThatIsBrokenFromNowOnExitsOne) {
    const std::string rule = "norm H900 \"Er is een contact\" {\n  laag huis\n  geldt voor meldcode\n"
                             "  bij zwijgen geschonden\n  eis er is minstens 1 contact\n"
                             "  bericht nl \"er is geen contact\" en \"there is no contact\"\n}\n";
    const std::string adheres = "  hanteert H900 als fout\n";
    versions(rule + code("melden", "proef", adheres + "  contact veilig_thuis telefoon \"0800-2000\"\n"),
             rule + code("melden", "proef", adheres));
    EXPECT_EQ(run().exitCode, 1);
    const std::string text = flat();
    EXPECT_TRUE(holds(text, "slechter: H900")) << text;
    EXPECT_TRUE(holds(text, "vervalt: contact Veilig Thuis")) << text;
}

TEST_F(Diff, AChangeInOneReadingSaysWhich) {
    const std::string ambiguous = code(
        "hulp", "proef", "  onduidelijk \"wij melden altijd\" {\n    lezing \"ook dan\" { route 1 bij vermoeden { taak "
                         "open \"wij\" moet melden vermoeden } }\n    lezing \"alleen als het moet\" { }\n  }\n");
    versions(ambiguous, code("hulp"));
    const std::string text = flat();
    EXPECT_TRUE(holds(text, "‘ook dan’")) << text;
}

TEST_F(Diff, TooManyReadingsAreTold) {
    std::string before;
    for (int number = 0; number < 9; ++number) {
        before += "  onduidelijk \"zin " + std::to_string(number) + "\" {\n    lezing \"a\" { taak open \"wij " +
                  std::to_string(number) + "\" mag melden vermoeden }\n    lezing \"b\" { }\n  }\n";
    }
    versions(code("melden", "proef", before), code("melden"));
    EXPECT_TRUE(holds(run("--format json").out, "MC8104"));
}

TEST_F(Diff, FoldersArePairedByName) {
    folder_.write("oud/een/protocol.meld", code("melden", "eerste"));
    folder_.write("oud/twee/protocol.meld", code("melden", "tweede"));
    folder_.write("nieuw/b/protocol.meld", code("melden", "eerste"));
    folder_.write("nieuw/a/protocol.meld", code("hulp", "derde"));
    const Ran ran = run();
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(holds(ran.out, "Alleen in de oude versie: tweede")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "Alleen in de nieuwe versie: derde")) << ran.out;
}

TEST_F(Diff, OneCodeByTheLawOfTwoDays) {
    folder_.write("p/protocol.meld", code("melden", "proef", "  sector po\n"));
    const Ran ran = folder_.run("meldc diff p --date 2018-12-31 --to-date 2026-06-01");
    EXPECT_TRUE(ran.exitCode == 0 || ran.exitCode == 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Recht van 2018-12-31 naast recht van 2026-06-01")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "Oordelen die omslaan")) << ran.out;
    EXPECT_EQ(folder_.run("meldc diff p").exitCode, 2);
}

TEST_F(Diff, AMergeRequestAndAPage) {
    versions(code("melden"), code("hulp"));
    const std::string markdown = run("--format markdown").out;
    for (const std::string_view part : {"### Wat verandert er in Proef", "<details><summary>", "**minder bescherming**"}) {
        EXPECT_TRUE(holds(markdown, part)) << part << " not in:\n" << markdown;
    }
    ASSERT_EQ(run("--format html=uit.html --format markdown=uit.md").exitCode, 1);
    const std::string page = folder_.read("uit.html");
    for (const std::string_view part : {"<html lang=\"nl\">", "<h1>Wat verandert er in Proef</h1>", "minder bescherming"}) {
        EXPECT_TRUE(holds(page, part)) << part;
    }
    EXPECT_FALSE(holds(page, "http://"));
}

TEST_F(Diff, APaperForTheBoard) {
    versions(code("melden"), code("hulp"));
    EXPECT_EQ(run("--format docx=uit.docx --format docx=weer.docx").exitCode, 1);
    const std::string paper = folder_.read("uit.docx");
    EXPECT_TRUE(paper.starts_with("PK"));
    EXPECT_TRUE(holds(paper, "word/document.xml"));
    EXPECT_EQ(paper, folder_.read("weer.docx"));
    // Another language, another text.
    (void)run("--lang en --format docx=en.docx");
    EXPECT_NE(paper, folder_.read("en.docx"));
}

TEST_F(Diff, OneOfManyCasesIsAnnouncedWithTheRightWord) {
    versions(code("melden"), code("melden", "proef", "  contact veilig_thuis telefoon \"0800-2000\"\n"));
    EXPECT_TRUE(holds(flat(), "Ook met twijfel (1 situatie) verandert er niets.")) << flat();
}

TEST_F(Diff, TextOfTheUserStaysText) {
    const std::string wild = code("open \"<script>*a* [b](c) `d` & \"", "proef");
    versions(code("melden"), wild);
    const std::string markdown = run("--format markdown").out;
    EXPECT_FALSE(holds(markdown, "<script>")) << markdown;
    EXPECT_FALSE(holds(markdown, "[b](c)")) << markdown;
    EXPECT_FALSE(holds(run("--format html").out, "<script>"));
}

constexpr const char* kCommit = "git -c user.name=auteur -c user.email=auteur@example.org commit -q -a -m versie && ";

TEST_F(Diff, AVersionInGit) {
    folder_.write("r/school/protocol.meld", code("melden") + "gebruik \"../gedeeld/woorden.meld\"\n");
    folder_.write("r/gedeeld/woorden.meld", "begrip proefwoord is zaak \"proefwoord\" { en \"word\" }\n");
    ASSERT_EQ(folder_.run(std::string("cd r && git init -q . && git add . && ") + kCommit + "true").exitCode, 0);
    // What the version uses is taken from the version, also when it is gone by now.
    folder_.write("r/school/protocol.meld", code("hulp"));
    ASSERT_EQ(folder_.run(std::string("cd r && git rm -q gedeeld/woorden.meld && ") + kCommit + "true").exitCode, 0);
    const Ran ran = folder_.run("cd r && meldc diff HEAD~1:school school");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Van HEAD~1:school/protocol.meld naar school/protocol.meld")) << ran.out;
    EXPECT_EQ(folder_.run("cd r && meldc diff HEAD~1: HEAD:school/protocol.meld").exitCode, 1);
    EXPECT_EQ(folder_.run("cd r/school && meldc diff HEAD:./protocol.meld protocol.meld").exitCode, 0);
    EXPECT_TRUE(folder_.run("cd r && meldc diff HAED:school school").says("MC8202"));
    EXPECT_TRUE(folder_.run("cd r && meldc diff HEAD:schol school").says("MC8203"));
    EXPECT_TRUE(folder_.run("cd r && GIT_DIR=nergens meldc diff HEAD:school school").says("MC8204"));
    const Ran without = folder_.run("cd r && PATH=\"$(dirname \"$(command -v meldc)\")\" meldc diff HEAD:school school");
    EXPECT_TRUE(without.says("MC8201")) << without.err;
    EXPECT_EQ(without.exitCode, 2);
}

TEST_F(Diff, NothingInARevisionIsRun) {
    folder_.write("r/protocol.meld", code("melden"));
    ASSERT_EQ(folder_.run(std::string("cd r && git init -q . && git add . && ") + kCommit + "true").exitCode, 0);
    const Ran ran = folder_.run("cd r && meldc diff '$(touch gedaan):protocol.meld' protocol.meld");
    EXPECT_TRUE(ran.says("MC8202")) << ran.err;
    EXPECT_FALSE(folder_.has("r/gedaan"));
    EXPECT_EQ(folder_.run("cd r && meldc diff -- --help:protocol.meld protocol.meld").exitCode, 2);
}

TEST_F(Diff, WhatABoardAcceptedHoldsForItsSchools) {
    const std::string school = "gebruik \"../bestuur/protocol.meld\"\nmeldcode linde \"De Linde\" {\n  volgt proef\n}\n";
    for (const std::string version : {"oud", "nieuw"}) {
        folder_.write(version + "/bestuur/protocol.meld", code(version == "oud" ? "melden" : "hulp"));
        folder_.write(version + "/linde/protocol.meld", school);
    }
    const std::string line = "meldc diff oud/linde nieuw/linde --date 2026-06-01";
    EXPECT_EQ(folder_.run(line).exitCode, 1);
    folder_.write("nieuw/bestuur/aanvaardingen.meld", acceptance("minder melden"));
    const Ran ran = folder_.run(line);
    EXPECT_EQ(ran.exitCode, 0) << ran.out << ran.err;
    // One that is about something else is no use there, and that is no fault of the school.
    folder_.write("nieuw/bestuur/aanvaardingen.meld", acceptance("minder melden") + acceptance("minder afsluiten"));
    EXPECT_FALSE(holds(folder_.run(line).out, "MC8006"));
    EXPECT_TRUE(holds(folder_.run("meldc diff oud/bestuur nieuw/bestuur --date 2026-06-01").out, "MC8006"));
}

TEST_F(Diff, AListOfDecisionsMayBeEmpty) {
    versions(code("melden"), code("melden"));
    folder_.write("nieuw/aanvaardingen.meld", "// Nog niets besloten.\n");
    const Ran ran = run();
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_EQ(ran.messages(), 0U) << ran.err;
}

TEST_F(Diff, AMergeRequestGetsTheMostOfALongList) {
    std::string duties;
    for (int number = 0; number < 40; ++number) {
        duties += "  taak open \"iemand " + std::to_string(number) + "\" moet vastleggen signalen\n";
    }
    versions(code("melden"), code("melden", "proef", duties));
    const std::string text = run("--format markdown").out;
    EXPECT_TRUE(holds(text, "0 vervallen, 0 veranderen, 40 zijn nieuw")) << text;
    EXPECT_TRUE(holds(text, "En nog 28; ")) << text;
    EXPECT_TRUE(holds(text, "iemand 11")) << text;
    EXPECT_FALSE(holds(text, "iemand 12")) << text;
    EXPECT_TRUE(holds(run("--format html").out, "iemand 39"));
}

TEST_F(Diff, OtherProgramsGetItsFindings) {
    versions(code("melden"), code("hulp"));
    const Ran ran = run("--format github --format junit=uit.xml --format sarif=uit.sarif --format gitlab=uit.json");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(holds(ran.out, "::error file=nieuw/protocol.meld,line=1,")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "title=MC8101::")) << ran.out;
    EXPECT_TRUE(holds(folder_.read("uit.xml"), "name=\"MC8101\"")) << folder_.read("uit.xml");
    EXPECT_TRUE(holds(folder_.read("uit.sarif"), "\"ruleId\": \"MC8101\""));
    EXPECT_TRUE(holds(folder_.read("uit.json"), "MC8101"));
}

} // namespace
} // namespace meldc::golden
