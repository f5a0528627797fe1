// Where the questions lead: holes, circles, waiting, reach, what they rest on.

#include "fixture.h"

#include <gtest/gtest.h>

namespace meldc::check {
namespace {

using diagnostics::Severity;

/// A unit with one step around `questions`.
std::string unitAsking(const std::string& questions) {
    return "meldcode a \"A\" {\n rol juf is leraar\n stap 1 \"S\" {\n uitvoerder juf\n }\n"
           " stap 2 \"W\" {\n uitvoerder juf\n" +
           questions + "\n }\n}\n";
}

/// A question that is answered in every way.
const char* const kWhole = R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja melden
 bij nee afsluiten
 bij twijfel advies_vt, wacht op nieuw antwoord
})";

TEST(Questions, ACompleteCodeHasNoFindings) {
    EXPECT_EQ(check(unitAsking(kWhole)).codes(), "");
}

TEST(Questions, AnAnswerWithoutContinuationIsAHole) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij nee afsluiten
 bij twijfel wacht op nieuw antwoord
})"));
    const auto& finding = expectOne(checked, "MC4101", "vraag 1");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja");
    EXPECT_FALSE(finding.world.has_value());
    ASSERT_EQ(finding.evidence.size(), 1U);
    EXPECT_EQ(checked.codes(), "MC4101");
}

TEST(Questions, AHoleForDoubtIsAnotherFinding) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja melden
 bij nee afsluiten
})"));
    const auto& finding = expectOne(checked, "MC4102", "vraag 1");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=twijfel");
    EXPECT_EQ(checked.codes(), "MC4102");
}

TEST(Questions, NoHoleWhereTheAnswerNeverOccurs) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als misschien vermoeden
 bij ja melden
 bij nee afsluiten
})"));
    EXPECT_EQ(checked.codes(), "");
}

TEST(Questions, WithoutQuestionsThereIsNoDecision) {
    const std::string unit = "meldcode a \"A\" {\n rol juf is leraar\n stap 1 \"S\" { uitvoerder juf }\n}\n";
    expectOne(check(unit), "MC4103", "a \"A\"");
    expectNone(check(unitAsking(kWhole)), "MC4103");
}

TEST(Questions, QuestionsInACircle) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja vraag 2
 bij nee afsluiten
 bij twijfel advies_vt, wacht op nieuw antwoord
}
vraag 2 "a" {
 antwoord ja als acuut
 bij ja melden
 bij nee vraag 1
 bij twijfel advies_vt, wacht op nieuw antwoord
})"));
    const auto& finding = expectOne(checked, "MC4104", "bij nee vraag 1");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja");
    EXPECT_EQ(checked.codes(), "MC4104");
}

TEST(Questions, WaitingWithoutDoubtNeverEnds) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja wacht op nieuw antwoord
 bij nee afsluiten
 bij twijfel wacht op nieuw antwoord
})"));
    const auto& finding = expectOne(checked, "MC4105", "bij ja wacht");
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja");
    EXPECT_EQ(checked.codes(), "MC4105");
}

TEST(Questions, AnEndInWordsOnly) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja open "in overleg"
 bij nee afsluiten
 bij twijfel wacht op nieuw antwoord
})"));
    const auto& finding = expectOne(checked, "MC4106", "bij ja open");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.codes(), "MC4106");
}

TEST(Questions, AQuestionThatOneReadingLacks) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja vraag 2
 bij nee afsluiten
 bij twijfel wacht op nieuw antwoord
}
onduidelijk "nog een vraag" {
 lezing "ja" { vraag 2 "a" { antwoord ja als acuut  bij ja melden  bij nee hulp  bij twijfel melden } }
 lezing "nee" { taak juf moet bespreken signalen }
})"));
    const auto& finding = expectOne(checked, "MC4107", "bij ja vraag 2");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    ASSERT_TRUE(finding.world.has_value());
    EXPECT_EQ(finding.world->readings, std::vector<std::uint32_t>{1});
    EXPECT_EQ(checked.codes(), "MC4107 MC4302");
}

TEST(Questions, AQuestionThatIsNeverAsked) {
    const auto checked = check(unitAsking(std::string(kWhole) + R"(
vraag 2 "a" {
 antwoord ja als acuut
 bij ja vraag 3
 bij nee hulp
 bij twijfel melden
}
vraag 3 "s" {
 antwoord ja als structureel
 bij ja melden
 bij nee hulp
 bij twijfel melden
})"));
    // Question 3 comes back with question 2.
    expectOne(checked, "MC4108", "vraag 2");
    EXPECT_EQ(checked.codes(), "MC4108");
}

TEST(Questions, AQuestionThatOnlyAReassessmentAsks) {
    const auto checked = check(unitAsking("taak juf moet volgen signalen terug naar vraag 2\n" +
                                        std::string(kWhole) + R"(
vraag 2 "a" {
 antwoord ja als hulp_werkt
 bij ja hulp
 bij nee melden
 bij twijfel melden
})"));
    EXPECT_EQ(checked.codes(), "");
}

TEST(Questions, AHoleThatOnlyAReassessmentMeets) {
    const auto checked = check(unitAsking("taak juf moet volgen signalen terug naar vraag 2\n" +
                                        std::string(kWhole) + R"(
vraag 2 "a" {
 antwoord ja als hulp_werkt
 bij ja hulp
 bij twijfel melden
})"));
    const auto& finding = expectOne(checked, "MC4101", "vraag 2");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_FALSE(finding.facts.has_value());
    EXPECT_EQ(checked.codes(), "MC4101");
}

TEST(Questions, AnAnswerThatNoCaseGives) {
    const auto checked = check(unitAsking(R"(vraag 1 "v" {
 antwoord ja als vermoeden
 bij ja hulp
 bij nee vraag 2
 bij twijfel hulp
}
vraag 2 "a" {
 antwoord ja als acuut
 bij ja melden
 bij nee hulp
 bij twijfel hulp
})"));
    // Without a suspicion nothing is acute, not even perhaps.
    const auto found = checked.withCode("MC4109");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(checked.at(found[0]->diagnostic.span).starts_with("bij ja melden"));
    EXPECT_TRUE(checked.at(found[1]->diagnostic.span).starts_with("bij twijfel hulp"));
    EXPECT_EQ(checked.codes(), "MC4109");
}

std::string resting(const std::string& steps) {
    return unitAsking("vraag 1 \"v\" {\n rust op stap " + steps +
                    "\n antwoord ja als vermoeden\n bij ja melden\n bij nee afsluiten\n"
                    " bij twijfel melden\n}\n}\nstap 3 \"L\" {\n uitvoerder juf");
}

TEST(Questions, WhatAQuestionRestsOn) {
    EXPECT_EQ(check(resting("1")).codes(), "");
    const auto own = check(resting("1-2"));
    EXPECT_EQ(expectOne(own, "MC4111", "rust op stap 1-2").diagnostic.severity, Severity::Info);
    EXPECT_EQ(own.codes(), "MC4111");
    const auto later = check(resting("1-3"));
    EXPECT_EQ(expectOne(later, "MC4112", "rust op stap 1-3").diagnostic.severity,
              Severity::Warning);
    EXPECT_EQ(later.codes(), "MC4112");
    const auto absent = check(resting("1, 7"));
    EXPECT_EQ(expectOne(absent, "MC4113", "rust op stap 1, 7").diagnostic.args[1],
              diagnostics::Arg(std::int64_t{7}));
    EXPECT_EQ(absent.codes(), "MC4113");
    EXPECT_EQ(check(resting("1-999999999")).codes(), "MC4112");
}

TEST(Questions, ADecisionThatIsTooLarge) {
    // Which of two halves agree, in an order that puts the halves behind one another.
    std::string text;
    std::string condition;
    for (int index = 0; index < 30; ++index) {
        const auto number = std::to_string(100 + index);
        text += "begrip x" + number + " is feit \"x\" { aard gevaar }\n";
        condition += (index == 0 ? "" : " of ") + ("x" + number) + " en y" + number;
    }
    for (int index = 0; index < 30; ++index) {
        text += "begrip y" + std::to_string(100 + index) + " is feit \"y\" { aard gevaar }\n";
    }
    text += unitAsking("vraag 1 \"v\" {\n antwoord ja als " + condition +
                     "\n bij ja melden\n bij nee afsluiten\n}\n");
    expectOne(check(text), "MC4304", "a \"A\"");
}

} // namespace
} // namespace meldc::check
