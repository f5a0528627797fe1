// The outcome of cases: proofs, cases replayed and told, parts, prove.

#include <gtest/gtest.h>

#include "baseline/behavioural.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

using model::Answer;

TEST(Behaviour, HoldsWithItsCount) {
    Boat boat;
    boat.askLeak();
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Satisfied);
    EXPECT_FALSE(result.vacuous);
    ASSERT_TRUE(result.proof);
    EXPECT_EQ(result.proof->count.cases, 2U);
    EXPECT_FALSE(result.counterexample);
}

TEST(Behaviour, FailsWithTheSmallestCaseTold) {
    Boat boat;
    boat.askLeak();
    boat.norm("R1", always(boat.call, Boat::is(boat.storm)));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Violated);
    EXPECT_EQ(result.severity, diagnostics::Severity::Error);
    ASSERT_TRUE(result.counterexample);
    EXPECT_EQ(result.counterexample->facts[boat.storm], Answer::Yes);
    EXPECT_EQ(result.counterexample->facts[boat.leak], Answer::No);
    EXPECT_EQ(result.counterexample->story.nl,
              "Het stormt. Het schip lekt niet. De code zegt dan: hozen. De code zegt dan niet: de kustwacht roepen.");
    EXPECT_EQ(result.counterexample->walk.outcome.must, std::vector<ConceptId>{boat.bail});
    // The passages on its way bear it.
    EXPECT_EQ(result.evidence.back().span, boat.boat.questions.front().edges.back().origin.span);
}

TEST(Behaviour, WhatIsKnownLaterIsToldLater) {
    Boat boat;
    model::Question& question = boat.question("1", Boat::is(boat.pump));
    boat.answer(question, Answer::Yes, {boat.bail});
    boat.answer(question, Answer::No, {});
    boat.norm("R1", always(boat.bail));
    const auto result = boat.result();
    ASSERT_TRUE(result.counterexample);
    EXPECT_EQ(result.counterexample->story.nl,
              "Later blijkt: de pomp werkt niet. De code zegt dan niet dat er iets moet gebeuren. "
              "De code zegt dan niet: hozen.");
}

TEST(Behaviour, AHoleIsTold) {
    Boat boat;
    model::Question& question = boat.question("7", Boat::is(boat.leak));
    boat.answer(question, Answer::No, {boat.bail});
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    const auto result = boat.result();
    ASSERT_TRUE(result.counterexample);
    EXPECT_NE(result.counterexample->story.nl.find("Wat er volgt op het antwoord ja bij vraag 7, staat er niet."),
              std::string::npos)
        << result.counterexample->story.nl;
}

TEST(Behaviour, WithoutQuestionsThereIsNoDecision) {
    Boat boat;
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    EXPECT_EQ(boat.result().status, Status::Open);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NoDecision);
}

TEST(Behaviour, HoldingByItselfSaysSo) {
    Boat boat;
    boat.askLeak();
    model::Condition never;
    never.kind = syntax::ConditionKind::And;
    model::Condition dry;
    dry.kind = syntax::ConditionKind::Not;
    dry.operands = {Boat::is(boat.leak)};
    never.operands = {Boat::is(boat.leak), dry};
    boat.norm("R1", always(boat.call, never));
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    EXPECT_TRUE(boat.result().vacuous);
}

TEST(Behaviour, WhatCanBeNeedsItsCase) {
    Boat boat;
    boat.askLeak();
    model::Condition dry;
    dry.kind = syntax::ConditionKind::Not;
    dry.operands = {Boat::is(boat.leak)};
    model::Condition never;
    never.kind = syntax::ConditionKind::And;
    never.operands = {Boat::is(boat.leak), dry};
    auto possible = outcome(RequirementKind::Possible, boat.call);
    possible.when = never;
    boat.norm("R1", possible);
    EXPECT_EQ(boat.result().status, Status::Violated);
    EXPECT_FALSE(boat.result().vacuous);
}

TEST(Behaviour, DoubtThatIsNotCountedProvesNothing) {
    for (const RequirementKind kind : {RequirementKind::Always, RequirementKind::Never, RequirementKind::Possible}) {
        Boat boat;
        boat.askLeak();
        model::Condition doubt;
        doubt.kind = syntax::ConditionKind::DoubtAbout;
        doubt.operands = {Boat::is(boat.leak)};
        auto requirement = outcome(kind, boat.call);
        requirement.when = doubt;
        auto& norm = boat.norm("R1", requirement);
        const auto result = boat.result();
        EXPECT_EQ(result.status, Status::Open);
        EXPECT_EQ(result.openBecause, OpenBecause::DoubtNotCounted);
        EXPECT_NE(result.message.nl.find("ook bij twijfel"), std::string::npos) << result.message.nl;
        norm.requirements.front().alsoInDoubt = true;
        EXPECT_NE(boat.result().openBecause, OpenBecause::DoubtNotCounted);
        // That there is no doubt about something is so in every case without doubt.
        model::Condition certain;
        certain.kind = syntax::ConditionKind::Not;
        certain.operands = {doubt};
        norm.requirements.front().alsoInDoubt = false;
        norm.requirements.front().when = certain;
        EXPECT_NE(boat.result().openBecause, OpenBecause::DoubtNotCounted);
    }
}

TEST(Behaviour, AnOpenTermLeavesItOpenWithTheCase) {
    Boat boat;
    model::Question& question = boat.question("1", Boat::open("waar nodig"));
    boat.answer(question, Answer::Yes, {boat.call});
    boat.answer(question, Answer::No, {});
    boat.norm("R1", always(boat.call));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Open);
    EXPECT_EQ(result.openBecause, OpenBecause::OpenTerm);
    EXPECT_NE(result.message.nl.find("waar nodig"), std::string::npos);
    ASSERT_TRUE(result.counterexample);
    EXPECT_NE(result.counterexample->story.nl.find("Dit geldt als ‘waar nodig’ hier nee is."), std::string::npos)
        << result.counterexample->story.nl;
}

TEST(Behaviour, LessWithMoreIsToldWithBothCases) {
    Boat boat;
    model::Question& question = boat.question("1", Boat::is(boat.storm));
    boat.answer(question, Answer::Yes, {boat.bail});
    boat.answer(question, Answer::Doubt, {boat.call});
    boat.answer(question, Answer::No, {boat.call});
    auto monotone = outcome(RequirementKind::Monotone, boat.call);
    monotone.facts = {boat.storm};
    boat.norm("R1", monotone);
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Violated);
    ASSERT_TRUE(result.counterexample);
    ASSERT_TRUE(result.counterexample->lesser);
    EXPECT_NE(result.counterexample->story.nl.find("Was dat anders ("), std::string::npos)
        << result.counterexample->story.nl;
}

TEST(Behaviour, PartsTakeTheWorst) {
    Boat boat;
    boat.askLeak();
    auto& norm = boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    Requirement human;
    human.kind = RequirementKind::Human;
    norm.requirements.push_back(human);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Human);
    auto broken = always(boat.call, Boat::is(boat.storm));
    broken.message = {"bij storm niet", "not in a storm"};
    norm.requirements.push_back(broken);
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Violated);
    EXPECT_EQ(result.message.nl, "bij storm niet") << "one part is broken: it says which";
    ASSERT_EQ(result.parts.size(), 3U);
    EXPECT_EQ(result.parts[0].status, Status::Satisfied);
    EXPECT_EQ(result.parts[1].status, Status::Open);
    norm.requirements.push_back(always(boat.bail));
    EXPECT_EQ(boat.result().message.nl, "niet goed") << "several are: the norm says it";
}

TEST(Behaviour, ACapStopsTheAccusation) {
    Boat boat;
    boat.askLeak();
    auto& norm = boat.norm("R1", always(boat.call, Boat::is(boat.storm)));
    norm.cap = model::CapFor{model::Cap::Info, {}};
    EXPECT_EQ(boat.result().status, Status::Violated);
    EXPECT_EQ(boat.result().severity, diagnostics::Severity::Info);
    norm.cap = model::CapFor{model::Cap::Warning, {}};
    EXPECT_EQ(boat.result().severity, diagnostics::Severity::Warning);
    norm.cap = model::CapFor{model::Cap::Open, {}};
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Open);
    EXPECT_EQ(result.openBecause, OpenBecause::Human);
    EXPECT_EQ(result.severity, diagnostics::Severity::Info);
    EXPECT_NE(result.message.nl.find("niet goed"), std::string::npos);
    EXPECT_TRUE(result.counterexample);
    norm.cap.reset();
    norm.requirements.front().cap = model::CapFor{model::Cap::Warning, {}};
    EXPECT_EQ(boat.result().severity, diagnostics::Severity::Warning);
}

TEST(Behaviour, AProofIsReplayedBeforeItIsBelieved) {
    Boat boat;
    boat.askLeak();
    boat.prepare();
    const auto requirement = always(boat.call, Boat::is(boat.storm));
    auto proof = logic::prove(boat.library.vocabulary, boat.decisions.front(), requirement);
    const Told told{boat.library.vocabulary, boat.selected.front(), &requirement, {}};
    EXPECT_FALSE(proof.replayFailed);
    EXPECT_TRUE(caseOf(told, boat.worlds.front(), proof));
    proof.replayFailed = true;
    EXPECT_FALSE(caseOf(told, boat.worlds.front(), proof));
}

TEST(Prove, OneRequirementAlone) {
    Boat boat;
    boat.askLeak();
    EXPECT_EQ(boat.prove(always(boat.call, Boat::is(boat.leak))).part.status, Status::Satisfied);
    const auto refuted = boat.prove(always(boat.call, Boat::is(boat.storm)));
    EXPECT_EQ(refuted.part.status, Status::Violated);
    EXPECT_EQ(refuted.refuted, 1U);
    EXPECT_TRUE(refuted.part.counterexample);
    EXPECT_EQ(boat.prove(some(TableKind::Question)).part.status, Status::Satisfied);
    EXPECT_EQ(boat.prove(some(TableKind::Route)).part.status, Status::Violated);
    EXPECT_EQ(boat.prove(outcome(RequirementKind::Possible, boat.call)).part.status, Status::Satisfied);
    EXPECT_EQ(boat.prove(outcome(RequirementKind::Never, boat.call)).part.status, Status::Violated);
}

}  // namespace
}  // namespace meldc::baseline::test
