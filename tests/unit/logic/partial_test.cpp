#include <gtest/gtest.h>

#include <algorithm>

#include "brute_force.h"
#include "logic/decision.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

/// The consistent complete cases that a case with unknown facts may turn out to be.
std::vector<Case> completions(const BruteForce& brute, const Case& given) {
    std::vector<Case> result;
    for (const auto& point : brute.consistentPoints(false)) {
        const auto complete = caseOf(point);
        bool fits = true;
        for (std::size_t fact = 0; fact < point.size(); ++fact) {
            fits = fits && (!given.values[fact] || given.values[fact] == complete.values[fact]);
        }
        if (fits) {
            result.push_back(complete);
        }
    }
    return result;
}

bool has(const std::vector<ConceptId>& list, ConceptId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

class PartialCases : public ::testing::TestWithParam<std::uint64_t> {
protected:
    template <class Test>
    bool every(const Test& test) const {
        return std::all_of(outcomes.begin(), outcomes.end(), test);
    }

    void look(const RandomModel& random, const Decision& decision, const BruteForce& brute,
              const Case& given) {
        outcomes.clear();
        for (const auto& complete : completions(brute, given)) {
            outcomes.push_back(evaluate(decision, complete, {}));
        }
        ASSERT_FALSE(outcomes.empty());
        partial = decidePartially(random.vocabulary, decision, given);
        for (const auto id : random.consequences) {
            const auto must = every([&](const Outcome& one) { return has(one.must, id); });
            const auto allowed =
                every([&](const Outcome& one) { return has(one.must, id) || has(one.may, id); });
            ASSERT_EQ(has(partial.certain.must, id), must);
            ASSERT_EQ(has(partial.certain.may, id), allowed && !must);
            ASSERT_EQ(has(partial.certain.mayNot, id),
                      every([&](const Outcome& one) { return has(one.mayNot, id); }));
        }
        ASSERT_EQ(partial.certain.undetermined,
                  every([](const Outcome& one) { return one.undetermined; }));
        ASSERT_EQ(partial.certain.deferred, every([](const Outcome& one) { return one.deferred; }));
    }

    std::vector<Outcome> outcomes;
    Partial partial;
};

TEST_P(PartialCases, CertainIsWhatAllCompletionsShare) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        Dice dice(GetParam() * 1000 + seed);
        const auto random = randomModel(dice, {5, 4, false});
        const BruteForce brute(random.vocabulary, random.protocol);
        if (!brute.exists()) {
            continue;
        }
        SCOPED_TRACE("seed " + std::to_string(GetParam() * 1000 + seed));
        const auto decision = compile(random.vocabulary, random.protocol);
        const auto truth = caseOf(dice.pick(brute.consistentPoints(false)));
        Case given;
        given.values.resize(random.facts.size());
        // Answer what is asked until nothing is asked any more.
        for (std::size_t asked = 0;; ++asked) {
            ASSERT_LE(asked, random.facts.size());
            look(random, decision, brute, given);
            if (HasFatalFailure()) {
                return;
            }
            for (const auto& passed : partial.path) {
                ASSERT_TRUE(logic::exists(random.protocol.questions[passed.question]));
            }
            const auto walked = walk(random.vocabulary, random.protocol, truth, {});
            ASSERT_LE(partial.path.size(), walked.path.size());
            ASSERT_TRUE(std::equal(partial.path.begin(), partial.path.end(), walked.path.begin()));
            if (!partial.next.isValid()) {
                break;
            }
            ASSERT_FALSE(given[partial.next].has_value());
            given.values[partial.next.value] = truth[partial.next];
        }
        // Nothing that must be done is open any more.
        for (const auto& outcome : outcomes) {
            ASSERT_EQ(outcome.must, partial.certain.must);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PartialCases, ::testing::Range<std::uint64_t>(1, 6));

/// Suspicion first, then danger; a duty on the side.
class Asking : public ::testing::Test {
protected:
    Asking() {
        addImplication(vocabulary, danger, suspicion);
        protocol.questions = {question("1", fact(suspicion)), question("2", fact(danger))};
        protocol.questions[0].edges = {edge(Answer::Yes, {}, "2"), edge(Answer::Doubt, {}, "2"),
                                       edge(Answer::No, {})};
        protocol.questions[1].edges = {edge(Answer::Yes, {report}), edge(Answer::Doubt, {report}),
                                       edge(Answer::No, {help})};
        given.values.resize(3);
    }
    Partial decide() const {
        return decidePartially(vocabulary, compile(vocabulary, protocol), given);
    }

    model::Vocabulary vocabulary;
    FactId suspicion = addFact(vocabulary, "suspicion");
    FactId danger = addFact(vocabulary, "danger");
    FactId side = addFact(vocabulary, "side");
    ConceptId report = addConsequence(vocabulary, "report");
    ConceptId help = addConsequence(vocabulary, "help");
    model::Protocol protocol;
    Case given;
};

TEST_F(Asking, GoesAlongTheQuestions) {
    EXPECT_EQ(decide().next, suspicion);
    EXPECT_EQ(decide().question, 0);
    given.values[suspicion.value] = Answer::Yes;
    EXPECT_EQ(decide().next, danger);
    EXPECT_EQ(decide().question, 1);
    ASSERT_EQ(decide().path.size(), 1U);
    EXPECT_EQ(decide().path[0], (PathStep{0, Answer::Yes, 0}));
    given.values[danger.value] = Answer::No;
    EXPECT_FALSE(decide().next.isValid());
    EXPECT_EQ(decide().certain.must, std::vector{help});
}

TEST_F(Asking, SkipsWhatIsImplied) {
    given.values[danger.value] = Answer::Yes;
    EXPECT_FALSE(decide().next.isValid());
    EXPECT_EQ(decide().certain.must, std::vector{report});
    EXPECT_EQ(decide().path.size(), 2U);
}

TEST_F(Asking, SkipsQuestionsWhoseAnswerChangesNothing) {
    protocol.questions[0].edges[2] = edge(Answer::No, {}, "2");
    EXPECT_EQ(decide().next, danger);
    EXPECT_EQ(decide().question, 1);
}

TEST_F(Asking, AsksForDutiesOnTheSideOnlyWhenTheyDemand) {
    given.values[suspicion.value] = Answer::Yes;
    given.values[danger.value] = Answer::No;
    auto duty = task({}, Modality::May, {report});
    duty.condition = fact(side);
    protocol.tasks = {duty};
    EXPECT_FALSE(decide().next.isValid());
    protocol.tasks[0].modality = Modality::Must;
    EXPECT_EQ(decide().next, side);
    EXPECT_EQ(decide().question, -1);
    protocol.tasks[0].consequences = {help}; // demanded anyway
    EXPECT_FALSE(decide().next.isValid());
}

} // namespace
} // namespace meldc::logic::testing
