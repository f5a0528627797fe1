#include <gtest/gtest.h>

#include "brute_force.h"
#include "logic/decision.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kRandomWalkModels = modelsOf(700);

std::vector<ConceptId> sorted(const model::Vocabulary& vocabulary,
                              const std::set<std::uint32_t>& set) {
    std::vector<ConceptId> result;
    for (const auto value : set) {
        result.push_back(ConceptId{value});
    }
    std::sort(result.begin(), result.end(),
              [&](ConceptId a, ConceptId b) { return vocabulary[a].name < vocabulary[b].name; });
    return result;
}

Outcome asOutcome(const model::Vocabulary& vocabulary, const BruteOutcome& brute) {
    Outcome result;
    result.must = sorted(vocabulary, brute.must);
    auto onlyAllowed = brute.allowed;
    std::erase_if(onlyAllowed, [&](std::uint32_t one) { return brute.must.count(one) != 0; });
    result.may = sorted(vocabulary, onlyAllowed);
    result.mayNot = sorted(vocabulary, brute.mayNot);
    result.undetermined = brute.undetermined;
    result.holeForDoubt = brute.holeForDoubt;
    result.deferred = brute.deferred;
    return result;
}

TEST(RandomWalk, DiagramAndWalkAndBruteForceAgreeOnEveryCase) {
    std::size_t deferred = 0;
    std::size_t holes = 0;
    std::size_t settled = 0;
    std::size_t forbiddenToSome = 0;
    for (std::uint64_t seed = 0; seed < kRandomWalkModels; ++seed) {
        Dice dice(seed);
        const auto random = randomModel(dice);
        const BruteForce brute(random.vocabulary, random.protocol);
        const auto decision = compile(random.vocabulary, random.protocol);
        ASSERT_EQ(decision.exists(), brute.exists());
        if (!brute.exists()) {
            continue;
        }
        ASSERT_FALSE(decision.tooLarge());
        forbiddenToSome += brute.forbiddenToSome().size();
        for (const auto& terms : brute.termValues(std::nullopt)) {
            const auto assumed = assumedOf(terms);
            for (const auto& point : brute.consistentPoints(false)) {
                const auto expectedRaw = brute.decide(point, terms);
                const auto expected = asOutcome(random.vocabulary, expectedRaw);
                const auto given = caseOf(point);
                const auto walked = walk(random.vocabulary, random.protocol, given, assumed);
                ASSERT_EQ(walked.outcome, expected) << "seed " << seed;
                ASSERT_EQ(evaluate(decision, given, assumed), expected) << "seed " << seed;
                ASSERT_EQ(walked.loops, expectedRaw.loops);
                ASSERT_EQ(walked.stuckAt, -1);
                ASSERT_EQ(walked.path.size(), expectedRaw.asked.size());
                deferred += expected.deferred ? 1U : 0U;
                holes += expected.undetermined ? 1U : 0U;
                settled +=
                    expected.deferred && expectedRaw.must != brute.gather(point, terms, "").must
                        ? 1U
                        : 0U;
            }
        }
    }
    // The models are wild enough for the agreement to mean something.
    EXPECT_GT(deferred, share(10'000U));
    EXPECT_GT(holes, share(10'000U));
    EXPECT_GT(settled, share(100U));
    EXPECT_GT(forbiddenToSome, share(10U));
}

} // namespace
} // namespace meldc::logic::testing
