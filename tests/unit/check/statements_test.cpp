// What statements ask of a case: promises, conflicts, statements that never matter.

#include "fixture.h"

#include <gtest/gtest.h>

namespace meldc::check {
namespace {

using diagnostics::Severity;

/// Two questions that are answered in every way: report when acute, else help.
const char* const kQuestions = R"(
 vraag 1 "v" {
  antwoord ja als vermoeden
  bij ja vraag 2
  bij nee afsluiten
  bij twijfel hulp
 }
 vraag 2 "a" {
  antwoord ja als acuut
  bij ja melden
  bij nee hulp
  bij twijfel melden
 }
)";

/// A unit with those questions and `rest` in the step and `top` beside it.
std::string unitWith(const std::string& rest, const std::string& top = "") {
    return "meldcode a \"A\" {\n rol juf is leraar\n stap 1 \"S\" {\n uitvoerder juf\n" + rest +
           kQuestions + "}\n" + top + "\n}\n";
}

TEST(Statements, ARouteThatNeverFires) {
    const std::string route = "route r \"r\" bij acuut en niet vermoeden {\n"
                              " taak juf moet melden bij structureel\n}\n";
    const auto checked = check(unitWith("", route));
    expectOne(checked, "MC4201", "route r");
    EXPECT_EQ(checked.codes(), "MC4201");
    EXPECT_EQ(check(unitWith("", "route r \"r\" bij disclosure {\n taak juf moet melden\n}\n")).codes(),
              "");
}

TEST(Statements, ADutyThatNeverApplies) {
    const auto checked = check(unitWith("taak juf moet bespreken signalen bij acuut en niet vermoeden\n"));
    expectOne(checked, "MC4201", "taak juf moet bespreken");
    EXPECT_EQ(checked.codes(), "MC4201");
    EXPECT_EQ(check(unitWith("taak juf moet bespreken signalen bij twijfel over vermoeden\n")).codes(), "");
}

TEST(Statements, ADutyWithAConsequenceInAStepThatNoCaseReaches) {
    const std::string step = "stap 2 \"T\" {\n uitvoerder juf\n"
                             " taak juf moet melden bij disclosure\n}\n";
    const auto checked = check(unitWith("", step));
    expectOne(checked, "MC4201", "taak juf moet melden");
    EXPECT_EQ(checked.codes(), "MC4201");
    // Other duties of that step are done after the decision, and one may be reached by an answer.
    const std::string other = "stap 2 \"T\" {\n uitvoerder juf\n"
                              " taak juf moet bespreken signalen bij disclosure\n}\n";
    EXPECT_EQ(check(unitWith("", other)).codes(), "");
}

TEST(Statements, ARouteThatOnlyAReassessmentReaches) {
    const auto unit = [](const std::string& follow) {
        return "meldcode a \"A\" {\n rol juf is leraar\n stap 1 \"S\" {\n uitvoerder juf\n" + follow +
               "vraag 1 \"v\" { antwoord ja als vermoeden  bij ja hulp  bij nee afsluiten  bij twijfel hulp }\n}\n"
               "stap 2 \"T\" {\n uitvoerder juf\n"
               "vraag 2 \"w\" { antwoord ja als hulp_werkt  bij ja hulp  bij nee melden  bij twijfel melden }\n"
               "route r \"r\" bij disclosure { taak juf moet melden }\n"
               "taak juf moet vastleggen bij disclosure\n}\n}\n";
    };
    EXPECT_EQ(check(unit("taak juf moet volgen signalen terug naar vraag 2\n")).codes(), "");
    EXPECT_EQ(check(unit("")).codes(), "MC4108 MC4201");
    EXPECT_EQ(check(unit("taak juf moet volgen signalen bij acuut en niet vermoeden terug naar vraag 2\n")).codes(),
              "MC4108 MC4201");
}

TEST(Statements, ADutyThatAddsNothing) {
    const auto checked = check(unitWith("taak juf moet bespreken signalen\n"
                                        "taak juf moet bespreken signalen bij acuut\n"));
    expectOne(checked, "MC4202", "taak juf moet bespreken signalen bij acuut");
    EXPECT_EQ(checked.codes(), "MC4202");
    EXPECT_EQ(check(unitWith("taak juf moet bespreken signalen bij vermoeden\n"
                             "taak juf moet direct bespreken signalen bij acuut\n"
                             "taak juf mag bespreken signalen bij niet vermoeden\n"))
                  .codes(),
              "");
}

TEST(Statements, AFrameworkCountsOneFactAsAnotherForItsOwnQuestionsOnly) {
    // Disclosure alone ends at question 2: that question 3 counts it as acute does not help there.
    const auto checked = check(R"(meldcode a "A" {
 rol juf is leraar
 stap 1 "S" { uitvoerder juf
 afwegingskader {
  vraag 2 "a" { antwoord ja als acuut  bij ja melden  bij nee vraag 3  bij twijfel melden }
 } }
 stap 2 "T" { uitvoerder juf
 afwegingskader {
  telt disclosure als acuut
  vraag 3 "b" { antwoord ja als acuut  bij ja hulp  bij nee afsluiten  bij twijfel hulp }
 } }
 meldnorm 1 "m" { moet melden bij disclosure }
 meldnorm 2 "n" { moet hulp bij disclosure en niet acuut }
})");
    const auto& finding = expectOne(checked, "MC4204", "moet melden bij disclosure");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja disclosure=ja");
    EXPECT_EQ(checked.codes(), "MC4204");
}

TEST(Statements, ADutyThatGivesItsConsequenceIsNotTooMuch) {
    // Without a condition a duty of a step adds no consequence; only the other one does.
    EXPECT_EQ(check(unitWith("taak juf moet melden\ntaak juf moet melden bij disclosure\n")).codes(), "");
    // Here the questions have every case of it already.
    expectOne(check(unitWith("taak juf moet melden\ntaak juf moet melden bij acuut\n")), "MC4202",
              "taak juf moet melden bij acuut");
    expectOne(check(unitWith("taak juf moet melden bij disclosure\n"
                             "taak juf moet melden bij disclosure en structureel\n")),
              "MC4202", "taak juf moet melden bij disclosure en structureel");
}

std::string promising(const std::string& promises) {
    return unitWith("", "meldnorm 1 \"m\" {\n" + promises + "\n}\n");
}

TEST(Statements, APromiseThatIsKept) {
    EXPECT_EQ(check(promising("moet melden bij acuut")).codes(), "");
    EXPECT_EQ(check(promising("mag melden bij disclosure")).codes(), "");
}

TEST(Statements, APromiseThatTheDecisionDoesNotKeep) {
    const auto checked = check(promising("moet melden bij acuut of disclosure"));
    const auto& finding = expectOne(checked, "MC4204", "moet melden bij acuut of disclosure");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja disclosure=ja");
    // The promise, and the answers on the way of the case.
    ASSERT_EQ(finding.evidence.size(), 3U);
    EXPECT_TRUE(checked.at(finding.evidence[1].span).starts_with("bij ja vraag 2"));
    EXPECT_TRUE(checked.at(finding.evidence[2].span).starts_with("bij nee hulp"));
    EXPECT_EQ(checked.codes(), "MC4204");
}

TEST(Statements, APromiseThatHangsOnAnOpenTermAccusesNoOne) {
    const auto checked = check(promising("moet melden bij open \"ernstige zorgen\""));
    const auto& finding = expectOne(checked, "MC4204", "moet melden");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
}

TEST(Statements, AHoleIsNotToldTwice) {
    const auto checked = check(R"(meldcode a "A" {
 rol juf is leraar
 stap 1 "S" { uitvoerder juf
 vraag 1 "v" {
  antwoord ja als vermoeden
  bij nee afsluiten
  bij twijfel hulp
 } }
 meldnorm 1 "m" { moet melden bij vermoeden }
})");
    EXPECT_EQ(checked.codes(), "MC4101");
}

TEST(Statements, APromiseThatTheDecisionOpposes) {
    const auto checked = check(promising("mag niet melden bij acuut"));
    const auto& finding = expectOne(checked, "MC4205", "mag niet melden");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja");
    EXPECT_EQ(checked.codes(), "MC4205");
    expectNone(check(promising("mag niet melden bij niet vermoeden")), "MC4205");
}

/// Expects one finding, an information: the promise and the decision differ when it is acute.
void expectDiffersWhenAcute(const Checked& checked, const std::string& promise) {
    const auto& finding = expectOne(checked, "MC4205", promise);
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja");
    EXPECT_EQ(checked.codes(), "MC4205");
}

TEST(Statements, APromiseThatRulesOutWhatTheDecisionAllows) {
    expectDiffersWhenAcute(check(unitWith("taak juf mag vastleggen bij acuut\n",
                                        "meldnorm 1 \"m\" { mag niet vastleggen bij vermoeden }\n")),
                           "mag niet vastleggen");
}

TEST(Statements, APromiseThatAllowsWhatTheDecisionRulesOut) {
    expectDiffersWhenAcute(check(unitWith("taak juf mag niet vastleggen bij acuut\n",
                                        "meldnorm 1 \"m\" { mag vastleggen bij vermoeden }\n")),
                           "mag vastleggen");
}

TEST(Statements, APromiseAboutDoubtIsHeldAgainstCasesInDoubt) {
    const auto checked = check(promising("moet advies_vt bij twijfel over vermoeden"));
    const auto& finding = expectOne(checked, "MC4204", "moet advies_vt");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=twijfel");
    EXPECT_EQ(check(promising("moet hulp bij twijfel over vermoeden")).codes(), "");
    const auto perhaps = check(promising("moet hulp bij misschien vermoeden en niet misschien acuut"));
    EXPECT_EQ(perhaps.codes(), "");
    // A promise that does not speak of doubt is not held against it.
    EXPECT_EQ(check(promising("mag niet hulp bij niet vermoeden")).codes(), "");
}

TEST(Statements, APromiseUnderANarrowerCondition) {
    const auto checked = check(unitWith("taak juf moet melden bij structureel\n",
                                        "meldnorm 1 \"m\" {\n moet melden bij acuut of structureel\n}\n"
                                        "meldnorm 2 \"n\" {\n moet melden bij acuut en structureel\n}\n"));
    const auto& finding = expectOne(checked, "MC4203", "moet melden bij acuut en structureel");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja");
    ASSERT_EQ(finding.evidence.size(), 2U);
    EXPECT_TRUE(checked.at(finding.evidence[1].span).starts_with("moet melden bij acuut of"));
    EXPECT_EQ(checked.codes(), "MC4203");
}

std::string twoPromises(const std::string& first, const std::string& second) {
    return unitWith("taak juf moet melden bij structureel of disclosure\n",
                    "meldnorm 1 \"m\" {\n" + first + "\n}\nmeldnorm 2 \"n\" {\n" + second + "\n}\n");
}

TEST(Statements, AListOfPromisesIsTakenAsAWhole) {
    const std::string wide = "moet melden bij acuut of structureel of disclosure";
    // The sentences add up to what is said elsewhere.
    EXPECT_EQ(check(twoPromises("moet melden bij acuut\nmoet melden bij structureel\nmoet melden bij disclosure", wide))
                  .codes(),
              "");
    EXPECT_EQ(check(twoPromises(wide, "moet melden bij acuut of disclosure\nmoet melden bij structureel")).codes(),
              "");
    // They leave something out: one finding, however many sentences and facts there are.
    for (const char* list : {"moet melden bij acuut\nmoet melden bij disclosure",
                             "moet melden bij acuut of disclosure"}) {
        const auto checked = check(twoPromises(list, wide));
        const auto& finding = expectOne(checked, "MC4203", "moet melden bij acuut");
        EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
        EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja structureel=ja");
        EXPECT_EQ(checked.codes(), "MC4203");
        ASSERT_EQ(finding.diagnostic.notes.size(), 2U);
        EXPECT_EQ(finding.diagnostic.notes[1].id, diagnostics::Diag::LeftOutHere);
    }
    // A sentence that leaves the same out twice is too narrow twice, and not too much besides.
    const auto twice = check(unitWith("taak juf moet melden bij structureel\n",
                                      "meldnorm 1 \"m\" { moet melden bij acuut of structureel }\n"
                                      "meldnorm 2 \"n\" { moet melden bij acuut en structureel }\n"
                                      "meldnorm 3 \"o\" { moet melden bij acuut en structureel }\n"));
    EXPECT_EQ(twice.withCode("MC4203").size(), 2U);
    EXPECT_EQ(twice.codes(), "MC4203");
    // Said word for word in both, among others.
    const auto again = check(twoPromises("moet melden bij acuut\nmoet melden bij structureel",
                                         "moet melden bij structureel\nmoet melden bij disclosure"));
    expectOne(again, "MC4202", "moet melden bij structureel");
    EXPECT_EQ(again.codes(), "MC4202");
}

TEST(Statements, APromiseOfMoreFactsOnlyAddsNothing) {
    const auto checked = check(promising("moet melden bij acuut\nmoet melden bij acuut en disclosure"));
    expectOne(checked, "MC4202", "moet melden bij acuut en disclosure");
    EXPECT_EQ(checked.codes(), "MC4202");
    // The later one of two that are the same.
    const auto same = check(promising("moet melden bij acuut\n moet melden bij acuut en vermoeden"));
    expectOne(same, "MC4202", "moet melden bij acuut en vermoeden");
    EXPECT_EQ(check(promising("moet melden bij acuut en disclosure\nmoet melden bij acuut en structureel"))
                  .codes(),
              "");
}

TEST(Statements, PromisesThatOpposeEachOther) {
    const auto checked = check(promising("moet melden bij acuut\nmag niet melden bij disclosure en niet acuut\n"
                                         "mag niet melden bij niet vermoeden"));
    expectNone(checked, "MC4207");
    const auto opposed = check(promising("moet melden bij acuut\nmag niet melden bij disclosure"));
    const auto& finding = expectOne(opposed, "MC4207", "mag niet melden bij disclosure");
    EXPECT_EQ(opposed.caseOf(finding), "vermoeden=ja acuut=ja disclosure=ja");
}

TEST(Statements, ConsequencesThatExcludeEachOther) {
    const auto checked = check(unitWith("taak juf moet afsluiten bij acuut\n"));
    const auto& finding = expectOne(checked, "MC4206", "bij ja melden");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
    EXPECT_EQ(finding.evidence.size(), 2U);
    EXPECT_EQ(checked.codes(), "MC4206");
    EXPECT_EQ(check(unitWith("taak juf mag afsluiten bij acuut\n")).codes(), "");
}

TEST(Statements, DemandedAndRuledOut) {
    const auto checked = check(unitWith("taak juf mag niet melden bij disclosure\n"));
    const auto& finding = expectOne(checked, "MC4207", "taak juf mag niet melden");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja disclosure=ja");
    EXPECT_EQ(checked.codes(), "MC4207");
    EXPECT_EQ(check(unitWith("taak juf mag niet melden bij niet misschien vermoeden\n")).codes(), "");
}

TEST(Statements, WhatOneRoleMayNotDoOthersDo) {
    const auto route = [](const std::string& who) {
        return unitWith("", "rol dir is directie\nroute r \"r\" bij disclosure {\n taak juf mag niet hulp\n taak " +
                                who + " moet hulp\n}\n");
    };
    // The step's questions give it too, and they are asked by the same role.
    EXPECT_EQ(check(route("dir")).codes(), "");
    expectOne(check(route("juf")), "MC4207", "taak juf mag niet hulp");
    expectOne(check(route("open \"iemand\"")), "MC4207", "taak juf mag niet hulp");
}

TEST(Statements, AllowedAndRuledOut) {
    const auto checked = check(unitWith("taak juf mag vastleggen bij acuut\n"
                                        "taak juf mag niet vastleggen bij disclosure\n"));
    const auto& finding = expectOne(checked, "MC4208", "taak juf mag niet vastleggen");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.codes(), "MC4208");
}

TEST(Statements, AConflictOnlyUnderAnOpenTermIsInformation) {
    const auto checked = check(unitWith("taak juf mag niet melden bij open \"zo nodig\"\n"));
    const auto& finding = expectOne(checked, "MC4207", "taak juf mag niet melden");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja acuut=ja 'zo nodig'=ja");
}

TEST(Statements, AnOpenTermOnWhichTheOutcomeDepends) {
    const auto checked = check(unitWith("taak juf moet raadplegen veilig_thuis bij open \"zo nodig\"\n"
                                        "taak juf moet vastleggen bij open \"zo nodig\"\n"
                                        "taak juf moet bespreken signalen bij open \"soms\"\n"
                                        "taak juf moet hulp bij keuze van juf \"hulp\"\n"));
    const auto& finding = expectOne(checked, "MC4305", "taak juf moet raadplegen");
    EXPECT_EQ(checked.caseOf(finding), " 'zo nodig'=ja");
    EXPECT_EQ(finding.evidence.size(), 2U);
    EXPECT_EQ(checked.codes(), "MC4305");
}

TEST(Statements, AnOpenTermThatNeverMatters) {
    EXPECT_EQ(check(unitWith("taak juf moet raadplegen veilig_thuis bij open \"zo nodig\" en acuut en niet vermoeden\n"))
                  .codes(),
              "MC4201");
}

} // namespace
} // namespace meldc::check
