#include "logic/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "space.h"

/// What is asked of conditions within a decision, held against a look at every case.
namespace meldc::logic::testing {
namespace {

/// Whether a condition has `twijfel` or `misschien` in it.
bool speaksOfDoubt(const Condition& condition) {
    return condition.kind == ConditionKind::DoubtAbout || condition.kind == ConditionKind::Perhaps ||
           condition.kind == ConditionKind::AnyDoubt ||
           std::any_of(condition.operands.begin(), condition.operands.end(), speaksOfDoubt);
}

TEST(Analysis, ConditionsCompared) {
    std::map<Relation, std::size_t> seen;
    onModels(34'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto a = randomCondition(space.dice, space.random, false, 2);
        const auto b = randomCondition(space.dice, space.random, false, 2);
        const auto isYes = [&](const Condition& condition) {
            return [&](const Point& point, const TermValues& terms) {
                return space.brute.value(condition, point, terms) == 2;
            };
        };
        const auto onlyIn = [&](const Condition& one, const Condition& other) {
            return [&](const Point& point, const TermValues& terms) {
                return isYes(one)(point, terms) && !isYes(other)(point, terms);
            };
        };
        const auto overlaps = [&](const Point& point, const TermValues& terms) {
            return isYes(a)(point, terms) && isYes(b)(point, terms);
        };
        const auto narrower = !space.some(onlyIn(a, b));
        const auto wider = !space.some(onlyIn(b, a));
        const auto wanted = !space.some(overlaps) ? Relation::Apart
                            : narrower && wider   ? Relation::Same
                            : narrower            ? Relation::Narrower
                            : wider               ? Relation::Wider
                                                  : Relation::Overlapping;
        const auto found = analysis.compare(a, b);
        ASSERT_EQ(found, wanted);
        ++seen[found];
        ASSERT_EQ(analysis.canHold(a), space.some(isYes(a)));
        space.expectExample(analysis.onlyIn(a, b), onlyIn(a, b));
        space.expectExample(analysis.overlap(a, b), overlaps,
                            !speaksOfDoubt(a) && !speaksOfDoubt(b));
    });
    EXPECT_EQ(seen.size(), 5U);
}

TEST(Analysis, AnswersTakenUnderACondition) {
    std::size_t taken = 0;
    std::size_t untaken = 0;
    onModels(39'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto& questions = space.random.protocol.questions;
        const auto condition = randomCondition(space.dice, space.random, false, 2);
        for (std::uint32_t question = 0; question < questions.size(); ++question) {
            for (std::uint32_t edge = 0; !questions[question].id.empty() && edge < questions[question].edges.size(); ++edge) {
                const auto found = analysis.takenIn(question, edge, condition);
                space.expectExample(
                    found,
                    [&](const Point& point, const TermValues& terms) {
                        return space.brute.value(condition, point, terms) == 2 &&
                               space.brute.gather(point, terms, "").edges.count({question, edge}) != 0;
                    },
                    true);
                (found ? taken : untaken) += 1;
            }
        }
    });
    EXPECT_GT(taken, share(100U));
    EXPECT_GT(untaken, share(100U));
}

TEST(Analysis, PromisesThatAreNotKept) {
    std::map<Modality, std::size_t> seen;
    std::size_t inDoubt = 0;
    onModels(35'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto condition = randomCondition(space.dice, space.random, false, 1);
        const auto id = space.dice.pick(space.random.consequences);
        const auto modality = static_cast<Modality>(space.dice.below(3));
        const auto withDoubt = speaksOfDoubt(condition);
        const auto breaks = [&](bool demandsOnly, bool holesToo) {
            return [&, demandsOnly, holesToo](const Point& point, const TermValues& terms) {
                const auto outcome = space.brute.decide(point, terms);
                const bool isMust = outcome.must.count(id.value) != 0;
                const bool isWrong = modality == Modality::Must  ? !isMust
                                     : modality == Modality::May ? outcome.mayNot.count(id.value) != 0
                                     : demandsOnly               ? isMust
                                                   : outcome.allowed.count(id.value) != 0;
                return isWrong && space.brute.value(condition, point, terms) == 2 &&
                       (holesToo || !outcome.undetermined);
            };
        };
        const auto found = analysis.brokenPromise(condition, id, modality);
        if (!found) {
            ASSERT_FALSE(space.smallest(breaks(false, true), !withDoubt).has_value());
            return;
        }
        ++seen[modality];
        ASSERT_EQ(found->isDemanded,
                  modality == Modality::MayNot &&
                      space.smallest(breaks(true, true), !withDoubt).has_value());
        ASSERT_EQ(found->isHole,
                  !space.smallest(breaks(found->isDemanded, false), !withDoubt).has_value());
        const auto given = pointOf(found->example.given);
        inDoubt += std::count(given.begin(), given.end(), 1) != 0 ? 1U : 0U;
        space.expectExample(found->example, breaks(found->isDemanded, found->isHole), !withDoubt);
    });
    EXPECT_GT(seen[Modality::Must], share(20U));
    EXPECT_GT(seen[Modality::May], share(5U));
    EXPECT_GT(seen[Modality::MayNot], share(10U));
    EXPECT_GT(inDoubt, share(5U));
}

} // namespace
} // namespace meldc::logic::testing
