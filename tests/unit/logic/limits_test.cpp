#include <gtest/gtest.h>

#include "builders.h"
#include "logic/diagram.h"
#include "logic/proof.h"
#include "logic/table.h"

/// Decisions that are too large are told so; large ones that are not are still decided.
namespace meldc::logic::testing {
namespace {

using support::kMaxFacts;

class Limits : public ::testing::Test {
protected:
    void addFacts(std::size_t count) {
        for (std::size_t index = 0; index < count; ++index) {
            facts.push_back(addFact(vocabulary, "f" + std::to_string(index)));
        }
    }
    void ask(Condition yesWhen) {
        protocol.questions = {question("1", std::move(yesWhen))};
        protocol.questions[0].edges = {edge(Answer::Yes, {report}), edge(Answer::No, {})};
    }
    void expectTooLarge() {
        const auto decision = compile(vocabulary, protocol);
        EXPECT_TRUE(decision.exists());
        EXPECT_TRUE(decision.tooLarge());
        EXPECT_EQ(
            prove(vocabulary, decision, requirement(RequirementKind::Always, must(report))).result,
            ProofResult::TooLarge);
        const auto table = tabulate(vocabulary, decision);
        EXPECT_TRUE(table.tooLarge);
        EXPECT_TRUE(table.rows.empty());
        EXPECT_FALSE(verifyTable(vocabulary, decision, table).isEqual);
        EXPECT_FALSE(decidePartially(vocabulary, decision, Case{}).next.isValid());
        // A case can still be walked.
        const auto walked = walk(vocabulary, protocol, quietCase(vocabulary), {});
        EXPECT_TRUE(walked.outcome.must.empty());
    }

    model::Vocabulary vocabulary;
    std::vector<FactId> facts;
    ConceptId report = addConsequence(vocabulary, "report");
    model::Protocol protocol;
};

TEST_F(Limits, PairsThatStandApart) {
    addFacts(80);
    std::vector<Condition> pairs;
    for (std::size_t index = 0; index < 40; ++index) {
        pairs.push_back(all({fact(facts[index]), fact(facts[index + 40])}));
    }
    ask(any(std::move(pairs)));
    expectTooLarge();
}

TEST_F(Limits, TooManyFacts) {
    addFacts(kMaxFacts + 1);
    std::vector<Condition> parts;
    for (const auto id : facts) {
        parts.push_back(fact(id));
    }
    ask(any(std::move(parts)));
    expectTooLarge();
}

TEST_F(Limits, TooManyTerms) {
    addFacts(1);
    std::vector<Condition> parts;
    for (std::size_t index = 0; index <= kMaxVariables; ++index) {
        parts.push_back(open("term " + std::to_string(index)));
    }
    ask(any(std::move(parts)));
    expectTooLarge();
}

TEST_F(Limits, TermsOfTheRequirementCountToo) {
    addFacts(1);
    ask(fact(facts[0]));
    std::vector<Condition> parts;
    for (std::size_t index = 0; index <= kMaxVariables; ++index) {
        parts.push_back(open("term " + std::to_string(index)));
    }
    const auto proof =
        prove(vocabulary, compile(vocabulary, protocol),
              requirement(RequirementKind::Always, must(report), any(std::move(parts))));
    EXPECT_EQ(proof.result, ProofResult::TooLarge);
}

TEST_F(Limits, AsManyFactsAsAllowed) {
    addFacts(kMaxFacts);
    for (std::size_t index = 0; index < facts.size(); ++index) {
        auto entry = question(std::to_string(index), fact(facts[index]));
        entry.edges = {
            edge(Answer::Yes, {report}),
            edge(Answer::No, {}, index + 1 < facts.size() ? std::to_string(index + 1) : "")};
        protocol.questions.push_back(std::move(entry));
    }
    const auto decision = compile(vocabulary, protocol);
    ASSERT_FALSE(decision.tooLarge());
    const auto last = prove(vocabulary, decision,
                            requirement(RequirementKind::Always, must(report), fact(facts.back())));
    EXPECT_EQ(last.result, ProofResult::Holds);
    EXPECT_TRUE(last.count.saturated);
    auto inDoubt = requirement(RequirementKind::Always, must(report), fact(facts.back()));
    inDoubt.alsoInDoubt = true;
    const auto found = prove(vocabulary, decision, inDoubt);
    ASSERT_EQ(found.result, ProofResult::Fails);
    EXPECT_EQ(found.counterexample->values[0], Answer::Doubt);
    EXPECT_EQ(found.counterexample->values[1], Answer::No);
}

TEST_F(Limits, ThousandsOfQuestions) {
    addFacts(3);
    constexpr std::size_t kQuestions = 2'000;
    for (std::size_t index = 0; index < kQuestions; ++index) {
        auto entry = question(std::to_string(index), fact(facts[index % 3]));
        const auto next = std::to_string((index + 1) % kQuestions);
        entry.edges = {edge(Answer::Yes, {}, next), edge(Answer::No, {}, next),
                       edge(Answer::Doubt, {}, next)};
        protocol.questions.push_back(std::move(entry));
    }
    const auto decision = compile(vocabulary, protocol);
    ASSERT_FALSE(decision.tooLarge());
    EXPECT_TRUE(evaluate(decision, quietCase(vocabulary), {}).undetermined);
    const auto walked = walk(vocabulary, protocol, quietCase(vocabulary), {});
    EXPECT_TRUE(walked.loops);
    EXPECT_EQ(walked.path.size(), kQuestions);
}

TEST_F(Limits, MoreDoubtsThanAWalkSettles) {
    addFacts(40);
    ask(fact(facts[0]));
    protocol.questions[0].edges.push_back(edgeTo(Answer::Doubt, TargetKind::Wait));
    // Twenty duties that each need one of two facts: every way to settle them has to be tried.
    for (std::size_t index = 0; index < 20; ++index) {
        auto duty = task({}, Modality::Must, {report});
        duty.condition = all({fact(facts[2 * index]), no(fact(facts[2 * index + 1]))});
        protocol.tasks.push_back(std::move(duty));
    }
    auto catchAll = task({}, Modality::Must, {report});
    std::vector<Condition> rest;
    for (std::size_t index = 0; index < 20; ++index) {
        rest.push_back(any({no(fact(facts[2 * index])), fact(facts[2 * index + 1])}));
    }
    catchAll.condition = all(std::move(rest));
    protocol.tasks.push_back(std::move(catchAll));
    Case doubtful;
    doubtful.values.assign(facts.size(), Answer::Doubt);
    const auto walked = walk(vocabulary, protocol, doubtful, {});
    EXPECT_TRUE(walked.outcome.deferred);
    EXPECT_TRUE(walked.tooManyDoubts);
    EXPECT_TRUE(walked.outcome.must.empty());
    // The diagram knows: whatever turns out, there is a report.
    EXPECT_EQ(evaluate(compile(vocabulary, protocol), doubtful, {}).must, std::vector{report});
}

TEST_F(Limits, ATableWithTooManyRows) {
    addFacts(40);
    // Which of the facts are yes decides which of many consequences there are: 2^20 outcomes.
    for (std::size_t index = 0; index < 20; ++index) {
        const auto one = addConsequence(vocabulary, "c" + std::to_string(index));
        auto duty = task({}, Modality::Must, {one});
        duty.condition = fact(facts[index]);
        protocol.tasks.push_back(std::move(duty));
    }
    ask(fact(facts[20]));
    std::swap(protocol.questions[0].edges[0], protocol.questions[0].edges[1]);
    const auto decision = compile(vocabulary, protocol);
    ASSERT_FALSE(decision.tooLarge());
    const auto table = tabulate(vocabulary, decision);
    EXPECT_TRUE(table.tooLarge);
    EXPECT_TRUE(table.rows.empty());
}

} // namespace
} // namespace meldc::logic::testing
