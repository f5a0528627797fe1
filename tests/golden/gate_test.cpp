// The gate for revisions: what is said more weakly, acceptances over time, and looking ahead.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

/// A code with one question, and what its step says besides.
std::string gatedCode(const std::string& yes, const std::string& inStep = "", const std::string& more = "") {
    return "meldcode proef \"Proef\" {\n  soort meldcode\n  sector po\n" + more + "  stap 4 \"Wegen\" {\n" + inStep +
           "    afwegingskader {\n      vraag 1 \"Is er een vermoeden?\" {\n        antwoord ja als vermoeden\n" +
           "        bij ja      " + yes +
           "\n        bij nee     afsluiten\n        bij twijfel advies_veilig_thuis\n      }\n    }\n  }\n}\n";
}

std::string gatedAcceptance(const std::string& what, const std::string& until, const std::string& on = "2026-01-10") {
    return "aanvaarding \"Eerst hulp\" voor proef {\n  " + what +
           "\n  reden \"Een proef.\"\n  besloten door \"bestuur\" op " + on + "\n  geldig tot en met " + until + "\n}\n";
}

class Gate : public ::testing::Test {
protected:
    void versions(const std::string& before, const std::string& after) const {
        folder_.write("oud/protocol.meld", before);
        folder_.write("nieuw/protocol.meld", after);
    }
    Ran diff(const std::string& more = "") const {
        return folder_.run("meldc diff oud nieuw --date 2026-06-01 --format plain " + more);
    }
    Folder folder_;
};

TEST_F(Gate, AnAcceptanceTurnsRedAfterItsLastDayWhateverChanged) {
    folder_.write("p/protocol.meld", gatedCode("hulp"));
    folder_.write("p/aanvaardingen.meld", gatedAcceptance("minder melden", "2026-06-30"));
    const std::string known = "error MC8004";
    EXPECT_FALSE(holds(folder_.run("meldc check p --format plain --date 2026-06-30").out, known));
    const Ran after = folder_.run("meldc check p --format plain --date 2026-07-01");
    EXPECT_TRUE(holds(after.out, "p/aanvaardingen.meld:1:1: error MC8004")) << after.out;
    EXPECT_EQ(after.exitCode, 1);
    // Nothing changes between the versions, and the gate is shut all the same.
    EXPECT_EQ(folder_.run("meldc diff p p --date 2026-06-30").exitCode, 0);
    EXPECT_EQ(folder_.run("meldc diff p p --date 2026-07-01").exitCode, 1);
    // The report for who supervises names it.
    (void)folder_.run("meldc report p --emit json --out uit --date 2026-07-01");
    EXPECT_TRUE(holds(folder_.read("uit/proef.rapport.json"), "MC8004"));
}

TEST_F(Gate, ThatAnAcceptanceEndedIsNoOldFinding) {
    folder_.write("r/protocol.meld", gatedCode("hulp"));
    folder_.write("r/aanvaardingen.meld", gatedAcceptance("minder melden", "2026-06-30"));
    ASSERT_EQ(folder_.run("cd r && git init -q . && git add . && git -c user.name=a -c user.email=a@example.org "
                          "commit -qm een").exitCode, 0);
    const std::string line = "cd r && meldc check . --format plain --since HEAD --date ";
    EXPECT_EQ(folder_.run(line + "2026-06-30").exitCode, 0) << folder_.run(line + "2026-06-30").out;
    EXPECT_EQ(folder_.run(line + "2026-07-01").exitCode, 1);
}

TEST_F(Gate, TheEndOfAnAcceptanceIsToldInTime) {
    folder_.write("p/protocol.meld", gatedCode("hulp"));
    folder_.write("p/aanvaardingen.meld", gatedAcceptance("minder melden", "2026-06-30"));
    const auto checked = [&](const std::string& date) {
        return folder_.run("meldc check p --format plain --date " + date).out;
    };
    EXPECT_FALSE(holds(checked("2026-03-01"), "MC8007"));
    EXPECT_TRUE(holds(checked("2026-06-01"), "info MC8007"));
    // Looking ahead: what ends on the way has not ended yet.
    const std::string soon = folder_.run("date -d '+90 days' +%F").out.substr(0, 10);
    folder_.write("p/aanvaardingen.meld", gatedAcceptance("minder melden", soon, "2020-01-10"));
    EXPECT_FALSE(holds(checked("+0d"), "MC80"));
    EXPECT_TRUE(holds(checked("+180d"), "info MC8007")) << checked("+180d");
    folder_.write("p/aanvaardingen.meld", gatedAcceptance("minder melden", "2021-01-10", "2020-01-10"));
    EXPECT_TRUE(holds(checked("+180d"), "error MC8004"));
}

TEST_F(Gate, AnAcceptanceThatWasTakenUpStays) {
    versions(gatedCode("hulp"), gatedCode("hulp"));
    folder_.write("oud/aanvaardingen.meld", gatedAcceptance("minder melden", "2027-12-31"));
    folder_.write("nieuw/aanvaardingen.meld", gatedAcceptance("minder melden", "2027-12-31"));
    const Ran merged = diff("--fail-on warning");
    EXPECT_EQ(merged.exitCode, 0) << merged.out;
    EXPECT_TRUE(holds(merged.out, "info MC8008")) << merged.out;
    EXPECT_TRUE(holds(merged.out, "2027-12-31")) << merged.out;
    EXPECT_FALSE(holds(merged.out, "MC8006")) << merged.out;
    // One that the old version had, and that changes nothing in the text, was never of use.
    versions(gatedCode("melden, hulp"), gatedCode("melden, hulp"));
    for (const std::string version : {"oud", "nieuw"}) {
        folder_.write(version + "/aanvaardingen.meld", gatedAcceptance("minder hulp bij vermoeden", "2027-12-31"));
    }
    EXPECT_TRUE(holds(diff().out, "warning MC8006")) << diff().out;
    EXPECT_EQ(diff("--fail-on warning").exitCode, 1);
}

TEST_F(Gate, ADutyThatIsSaidMoreWeaklyIsTold) {
    const auto duty = [](const std::string& how) { return "    taak leerkracht " + how + " vastleggen signalen\n"; };
    const std::string before = gatedCode("melden", duty("moet binnen 1 uur"));
    for (const std::string how : {"moet binnen 5 dagen", "moet", "moet binnen 1 week", "moet binnen 2 uur"}) {
        versions(before, gatedCode("melden", duty(how)));
        EXPECT_TRUE(holds(diff().out, "nieuw/protocol.meld:5:5: warning MC8105")) << how << diff().out;
        EXPECT_EQ(diff().exitCode, 0);
        EXPECT_EQ(diff("--fail-on warning").exitCode, 1);
        // The other way round nothing is weaker.
        versions(gatedCode("melden", duty(how)), before);
        EXPECT_FALSE(holds(diff().out, "MC8105")) << how;
    }
    versions(gatedCode("melden", duty("moet")), gatedCode("melden", duty("mag")));
    EXPECT_TRUE(holds(diff().out, "warning MC8105")) << diff().out;
    versions(gatedCode("melden", duty("mag niet")), gatedCode("melden", duty("mag")));
    EXPECT_TRUE(holds(diff().out, "warning MC8105")) << diff().out;
    versions(gatedCode("melden", duty("mag")), gatedCode("melden", duty("moet")));
    EXPECT_FALSE(holds(diff("--fail-on warning").out, "MC81")) << diff().out;
}

TEST_F(Gate, WhatIsGoneIsNamed) {
    const std::string topic = "  onderwerp kindcheck {\n    taak leerkracht moet vastleggen signalen\n  }\n";
    versions(gatedCode("melden", "", topic), gatedCode("melden"));
    const Ran ran = diff();
    EXPECT_TRUE(holds(ran.out, "warning MC8106")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "leerkracht moet vastleggen")) << ran.out;
    EXPECT_EQ(diff("--fail-on warning").exitCode, 1);
    // What was only allowed takes nothing away.
    const std::string allowed = "    taak leerkracht mag vastleggen signalen\n";
    versions(gatedCode("melden", allowed), gatedCode("melden"));
    EXPECT_FALSE(holds(diff().out, "MC8106")) << diff().out;
}

TEST_F(Gate, AnotherTelephoneNumberIsTold) {
    const auto contact = [](const std::string& number) { return "  contact veilig_thuis telefoon \"" + number + "\"\n"; };
    versions(gatedCode("melden", "", contact("0800-2000")), gatedCode("melden", "", contact("0900-1234")));
    EXPECT_TRUE(holds(diff().out, "warning MC8108")) << diff().out;
    EXPECT_TRUE(holds(diff().out, "0900-1234")) << diff().out;
}

TEST_F(Gate, ANormOfLawThatIsOpenNowIsTold) {
    // R1 asks who adopted the code; a code that does not say it may have been adopted all the same.
    const std::string adopted = "  bevoegd gezag \"Stichting\"\n  vastgesteld 2026-01-10 door \"bestuur\"\n";
    versions(gatedCode("melden", "", adopted), gatedCode("melden"));
    EXPECT_TRUE(holds(diff().out, "warning MC8107 ‘R1’")) << diff().out;
    versions(gatedCode("melden"), gatedCode("melden", "", adopted));
    EXPECT_FALSE(holds(diff().out, "MC8107")) << diff().out;
}

TEST_F(Gate, SayingNothingIsNoBetterThanSayingItWrong) {
    // The house rule is broken by the questions, and open without them.
    const std::string rule = "norm H900 \"Melden bij een vermoeden\" {\n  laag huis\n  geldt voor meldcode\n"
                             "  bij zwijgen open\n  eis altijd melden bij vermoeden\n"
                             "  bericht nl \"dat staat er niet\" en \"that is not there\"\n}\n";
    const std::string adheres = "  hanteert H900 als fout\n";
    versions(rule + gatedCode("hulp", "", adheres),
             rule + "meldcode proef \"Proef\" {\n  soort meldcode\n  sector po\n" + adheres + "}\n");
    const Ran ran = folder_.run("meldc diff oud nieuw --date 2026-06-01 --format json");
    const std::size_t at = ran.out.find("\"norm\": \"H900\"");
    ASSERT_NE(at, std::string::npos) << ran.out << ran.err;
    const std::string change = ran.out.substr(at, ran.out.find("\"before\"", at) - at);
    EXPECT_TRUE(holds(change, "\"change\": \"unclear\"")) << change;
    EXPECT_TRUE(holds(diff().out, "niet in orde en zijn nu open: ")) << diff().out;
}

} // namespace
} // namespace meldc::golden
