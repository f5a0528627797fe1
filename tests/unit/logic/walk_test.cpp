#include <gtest/gtest.h>

#include "logic/proof.h"
#include "logic/table.h"
#include "rules.h"

/// The rules of the decision, one by one, with outcomes worked out by hand. Every case is looked at
/// both by walking and through the diagram.
namespace meldc::logic::testing {
namespace {

TEST_F(Rules, KleeneOperators) {
    ask(any({fact(a), fact(b)}));
    EXPECT_TRUE(reports({2, 1}));
    EXPECT_TRUE(decide({1, 0}).undetermined);
    EXPECT_TRUE(decide({1, 0}).holeForDoubt);
    EXPECT_FALSE(decide({0, 0}).undetermined);
    ask(all({fact(a), fact(b)}));
    EXPECT_TRUE(decide({2, 1}).undetermined);
    EXPECT_FALSE(decide({0, 1}).undetermined);
    ask(no(fact(a)));
    EXPECT_TRUE(reports({0, 0}));
    EXPECT_TRUE(decide({1, 0}).undetermined);
}

TEST_F(Rules, CrispTests) {
    ask(doubtAbout(fact(a)));
    EXPECT_TRUE(reports({1, 0}));
    EXPECT_FALSE(reports({2, 0}));
    EXPECT_FALSE(decide({1, 1}).undetermined);
    ask(perhaps(fact(a)));
    EXPECT_TRUE(reports({1, 0}));
    EXPECT_TRUE(reports({2, 0}));
    EXPECT_FALSE(reports({0, 0}));
}

TEST_F(Rules, BareDoubtIsAboutWhatTheQuestionsRead) {
    ask(fact(a));
    addTask(model::HomeKind::Unit, {}, anyDoubt());
    EXPECT_TRUE(reports({1, 0}));
    EXPECT_FALSE(reports({0, 1})); // nobody asks about b
}

TEST_F(Rules, CountsAsBindsQuestionsOnly) {
    ask(fact(b));
    protocol.countsAs.push_back({a, b, {}});
    EXPECT_TRUE(reports({2, 0}));
    EXPECT_TRUE(decide({1, 0}).undetermined);
    ask(no(fact(b)));
    EXPECT_FALSE(reports({2, 0}));
    protocol.questions[0].yesWhen[0].condition = fact(a);
    addTask(model::HomeKind::Unit, {}, fact(b));
    EXPECT_FALSE(decide({0, 2}).must.empty());
    protocol.tasks[0].condition = no(fact(b));
    EXPECT_TRUE(reports({2, 0})); // the duty reads b itself: no
}

TEST_F(Rules, CountsAsBindsItsOwnFrameworkOnly) {
    ask(fact(b));
    protocol.questions[0].edges[1] = edge(Answer::No, {}, "2");
    protocol.questions.push_back(question("2", fact(b)));
    protocol.questions[1].framework = 1;
    protocol.questions[1].edges = {edge(Answer::Yes, {help}), edge(Answer::No, {})};
    protocol.countsAs.push_back({a, b, {}, 1});
    EXPECT_EQ(decide({2, 0}).must, std::vector{help});
    protocol.countsAs[0].framework = 0;
    EXPECT_EQ(decide({2, 0}).must, std::vector{report});
    // What counts on counts in one framework, too.
    protocol.countsAs = {{a, b, {}, 1}, {b, a, {}, 0}};
    EXPECT_EQ(decide({2, 0}).must, std::vector{help});
    EXPECT_EQ(decide({0, 2}).must, std::vector{report});
}

TEST_F(Rules, WhatWasGatheredBeforeAHoleCounts) {
    ask(fact(a));
    protocol.questions[0].edges[0] = edge(Answer::Yes, {report}, "2");
    protocol.questions.push_back(question("2", fact(b)));
    protocol.questions[1].edges = {edge(Answer::Yes, {help})};
    const auto outcome = decide({2, 0});
    EXPECT_EQ(outcome.must, std::vector{report});
    EXPECT_TRUE(outcome.undetermined);
    EXPECT_FALSE(outcome.holeForDoubt);
    EXPECT_EQ(decide({2, 2}).must, (std::vector{help, report})); // sorted by name
}

TEST_F(Rules, AGeneralRuleClosesNoHole) {
    ask(fact(a));
    addTask(model::HomeKind::Unit, {}, doubtAbout(fact(a)));
    EXPECT_TRUE(reports({1, 0}));
    EXPECT_TRUE(decide({1, 0}).undetermined);
}

TEST_F(Rules, WaitingHasWhatEveryAnswerWouldHave) {
    ask(fact(a));
    protocol.questions[0].edges = {edge(Answer::Yes, {report}), edge(Answer::No, {report}, "2"),
                                   edgeTo(Answer::Doubt, TargetKind::Wait, {help})};
    protocol.questions.push_back(question("2", fact(b)));
    protocol.questions[1].edges = {edge(Answer::Yes, {})};
    auto outcome = decide({1, 2});
    EXPECT_TRUE(outcome.deferred);
    EXPECT_FALSE(outcome.undetermined);
    EXPECT_EQ(outcome.must, (std::vector{help, report}));
    // A way that ends in a hole counts with what it has.
    EXPECT_EQ(decide({1, 0}).must, (std::vector{help, report}));
    protocol.questions[0].edges[1] = edge(Answer::No, {});
    EXPECT_EQ(decide({1, 2}).must, std::vector{help});
    // Allowed one way and demanded the other: allowed.
    protocol.questions[0].edges[1].effects = {{report, Modality::May}};
    outcome = decide({1, 2});
    EXPECT_EQ(outcome.must, std::vector{help});
    EXPECT_EQ(outcome.may, std::vector{report});
}

TEST_F(Rules, WaitingLooksAtConsistentAnswersOnly) {
    addImplication(vocabulary, a, b); // a is never surer than b
    ask(all({fact(b), no(fact(a))}));
    protocol.questions[0].edges = {edge(Answer::Yes, {report}), edge(Answer::No, {report}, "2"),
                                   edgeTo(Answer::Doubt, TargetKind::Wait)};
    // In doubt about both: (no, no), (no, yes) and (yes, yes) remain; (yes, no) would go wrong.
    protocol.questions[0].edges[1] = edge(Answer::No, {}, "2");
    protocol.questions.push_back(question("2", all({fact(a), no(fact(b))})));
    protocol.questions[1].edges = {edge(Answer::Yes, {}), edge(Answer::No, {report})};
    EXPECT_TRUE(reports({1, 1}));
    EXPECT_TRUE(decide({1, 1}).deferred);
}

TEST_F(Rules, WaitingWithoutDoubtHasWhatWasGathered) {
    ask(fact(a));
    protocol.questions[0].edges = {edgeTo(Answer::Yes, TargetKind::Wait, {help})};
    const auto outcome = decide({2, 0});
    EXPECT_TRUE(outcome.deferred);
    EXPECT_EQ(outcome.must, std::vector{help});
}

TEST_F(Rules, LoopEndsUndetermined) {
    ask(fact(a));
    protocol.questions[0].edges = {edge(Answer::Yes, {report}, "2")};
    protocol.questions.push_back(question("2", fact(b)));
    protocol.questions[1].edges = {edge(Answer::No, {help}, "1")};
    const auto walked = walk(vocabulary, protocol, caseOf({2, 0}), {});
    EXPECT_TRUE(walked.loops);
    EXPECT_TRUE(walked.outcome.undetermined);
    EXPECT_EQ(walked.outcome.must, (std::vector{help, report}));
    EXPECT_EQ(walked.path, (std::vector<PathStep>{{0, Answer::Yes, 0}, {1, Answer::No, 0}}));
    EXPECT_EQ(decide({2, 0}), walked.outcome);
}

TEST_F(Rules, OpenAndMissingTargetsEndUndetermined) {
    ask(fact(a));
    protocol.questions[0].edges = {edgeTo(Answer::Yes, TargetKind::Open, {report}),
                                   edge(Answer::No, {help}, "nowhere")};
    EXPECT_TRUE(reports({2, 0}));
    EXPECT_TRUE(decide({2, 0}).undetermined);
    EXPECT_TRUE(decide({0, 0}).undetermined);
    EXPECT_EQ(decide({0, 0}).must, std::vector{help});
}

TEST_F(Rules, DemandedIsMoreThanAllowed) {
    ask(fact(a));
    protocol.questions[0].edges[0].effects = {{report, Modality::May}};
    EXPECT_EQ(decide({2, 0}).may, std::vector{report});
    addTask(model::HomeKind::Unit, {}, fact(b));
    EXPECT_EQ(decide({2, 2}).must, std::vector{report});
    EXPECT_TRUE(decide({2, 2}).may.empty());
    // Forbidden besides is told, and takes nothing away.
    addTask(model::HomeKind::Unit, {}, fact(b), Modality::MayNot);
    EXPECT_EQ(decide({2, 2}).must, std::vector{report});
    EXPECT_EQ(decide({2, 2}).mayNot, std::vector{report});
}

TEST_F(Rules, TermsAreReadAsAssumed) {
    ask(all({open("waar nodig"), choice("waar nodig")}));
    EXPECT_FALSE(reports({0, 0}));
    EXPECT_FALSE(reports({0, 0}, {{"waar nodig", false, true}}));
    EXPECT_TRUE(reports({0, 0}, {{"waar nodig", false, true}, {"waar nodig", true, true}}));
}

TEST_F(Rules, AQuestionThatSaysNotWhenIsAnOpenTerm) {
    ask(fact(a));
    protocol.questions[0].yesWhen.clear();
    EXPECT_TRUE(reports({0, 0}, {{"question 1", false, true}}));
    const auto proof = prove(vocabulary, compile(vocabulary, protocol),
                             requirement(RequirementKind::Always, must(report)));
    EXPECT_EQ(proof.result, ProofResult::DependsOnOpenTerm);
    EXPECT_EQ(proof.assumptions, std::vector<std::string>{"question 1"});
}

TEST_F(Rules, UnknownFactsStopTheWalkWhereTheyMatter) {
    ask(fact(a));
    protocol.questions[0].edges = {edge(Answer::Yes, {report}, "2"), edge(Answer::No, {})};
    protocol.questions.push_back(question("2", any({fact(b), no(fact(a))})));
    protocol.questions[1].edges = {edge(Answer::Yes, {help}), edge(Answer::No, {})};
    Case given = caseOf({2, 0});
    given.values[1].reset();
    auto walked = walk(vocabulary, protocol, given, {});
    EXPECT_EQ(walked.stuckAt, 1);
    EXPECT_EQ(walked.path.size(), 1U);
    EXPECT_EQ(walked.outcome.must, std::vector{report});
    given = caseOf({0, 0});
    given.values[1].reset();
    EXPECT_EQ(walk(vocabulary, protocol, given, {}).stuckAt, -1);
    // What known facts imply is known.
    addImplication(vocabulary, a, b);
    given = caseOf({2, 0});
    given.values[1].reset();
    walked = walk(vocabulary, protocol, given, {});
    EXPECT_EQ(walked.stuckAt, -1);
    EXPECT_EQ(walked.outcome.must, (std::vector{help, report}));
}

TEST_F(Rules, WithoutQuestionsThereIsNoDecision) {
    addTask(model::HomeKind::Unit, {}, no(fact(a)));
    const auto decision = compile(vocabulary, protocol);
    EXPECT_FALSE(decision.exists());
    EXPECT_EQ(
        prove(vocabulary, decision, requirement(RequirementKind::Always, must(report))).result,
        ProofResult::NoDecision);
}

TEST_F(Rules, WithoutQuestionsRoutesAndDutiesStillCount) {
    addTask(model::HomeKind::Unit, {}, fact(a));
    const auto decision = compile(vocabulary, protocol);
    EXPECT_TRUE(decision.hasOutcome());
    for (const int answer : {0, 1, 2}) {
        const Case given = caseOf({answer, 0});
        const auto outcome = walk(vocabulary, protocol, given, {}).outcome;
        EXPECT_TRUE(outcome.undetermined);
        EXPECT_EQ(outcome.must.size(), answer == 2 ? 1U : 0U);
        EXPECT_EQ(evaluate(decision, given, {}), outcome);
        EXPECT_EQ(decidePartially(vocabulary, decision, given).certain, outcome);
    }
    const auto table = tabulate(vocabulary, decision);
    EXPECT_EQ(table.rows.size(), 2U);
    EXPECT_TRUE(verifyTable(vocabulary, decision, table).isEqual);
}

TEST_F(Rules, NothingAtAllHasNoOutcome) {
    EXPECT_FALSE(compile(vocabulary, protocol).hasOutcome());
}

} // namespace
} // namespace meldc::logic::testing
