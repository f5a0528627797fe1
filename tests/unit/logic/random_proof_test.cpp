#include <gtest/gtest.h>

#include <algorithm>

#include "brute_proof.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kRandomProofModels = modelsOf(1500);

Requirement randomRequirement(Dice& dice, const RandomModel& random, RequirementKind kind) {
    auto result = requirement(kind, randomGoal(dice, random));
    result.then = randomGoal(dice, random);
    result.alsoInDoubt = dice.chance(40);
    if (kind == RequirementKind::Monotone) {
        result.facts.push_back(dice.pick(random.facts));
        if (dice.chance(50)) {
            result.facts.push_back(dice.pick(random.facts));
        }
    }
    if (dice.chance(60)) {
        result.when = randomCondition(dice, random, dice.chance(20), 1);
    }
    return result;
}

void expectCount(const BruteForce& brute, const Requirement& wanted, const Count& count) {
    std::set<std::uint32_t> facts;
    for (const auto id : count.facts) {
        facts.insert(id.value);
    }
    for (const auto fact : brute.questionFacts()) {
        EXPECT_EQ(facts.count(fact), 1U);
    }
    for (const auto id : wanted.facts) {
        EXPECT_EQ(facts.count(id.value), 1U);
    }
    EXPECT_TRUE(std::is_sorted(count.facts.begin(), count.facts.end()));
    std::set<Point> possible;
    std::uint64_t combinations = 1;
    for (std::size_t index = 0; index < facts.size(); ++index) {
        combinations *= count.withDoubt ? 3U : 2U;
    }
    for (const auto& point : brute.consistentPoints(!count.withDoubt)) {
        Point part;
        for (const auto fact : facts) {
            part.push_back(point[fact]);
        }
        possible.insert(part);
    }
    EXPECT_EQ(count.cases, possible.size());
    EXPECT_EQ(count.cases + count.excluded, combinations);
    EXPECT_FALSE(count.saturated);
}

void expectProof(const BruteForce& brute, const RandomModel& random, const Requirement& wanted,
                 const Proof& proof) {
    const auto expected = bruteProve(brute, wanted, proof);
    ASSERT_EQ(proof.result, expected.result);
    ASSERT_FALSE(proof.replayFailed);
    const auto& shown =
        wanted.kind == RequirementKind::Possible ? proof.witness : proof.counterexample;
    ASSERT_EQ(shown.has_value(), expected.smallest.has_value());
    if (shown) {
        ASSERT_EQ(pointOf(*shown), *expected.smallest);
        const auto terms = termsOf(brute.termValues(wanted.when), proof.assumed);
        ASSERT_TRUE(isDecisive(brute, wanted, *expected.smallest, terms));
    }
    ASSERT_EQ(proof.lesser.has_value(), expected.lesser.has_value());
    if (proof.lesser) {
        ASSERT_EQ(pointOf(*proof.lesser), *expected.lesser);
    }
    const auto stated = [&] {
        return std::any_of(random.protocol.tasks.begin(), random.protocol.tasks.end(),
                           [&](const model::Task& each) {
                               return each.home.kind != model::HomeKind::Exception &&
                                      each.modality != Modality::MayNot &&
                                      std::any_of(random.protocol.questions.begin(),
                                                  random.protocol.questions.end(),
                                                  [&](const model::Question& entry) {
                                                      return !entry.id.empty() &&
                                                             entry.id == each.returnTo;
                                                  });
                           });
    };
    ASSERT_EQ(proof.noReassessment, wanted.kind == RequirementKind::After && !stated());
    expectCount(brute, wanted, proof.count);
}

class RandomProof : public ::testing::TestWithParam<RequirementKind> {};

TEST_P(RandomProof, AgreesWithLookingAtEveryCase) {
    std::map<ProofResult, std::size_t> results;
    for (std::uint64_t seed = 0; seed < kRandomProofModels; ++seed) {
        Dice dice(1'000'000 * (1 + static_cast<std::uint64_t>(GetParam())) + seed);
        const auto random = randomModel(dice, {4, 4, dice.chance(50)});
        const BruteForce brute(random.vocabulary, random.protocol);
        const auto decision = compile(random.vocabulary, random.protocol);
        const auto wanted = randomRequirement(dice, random, GetParam());
        const auto proof = prove(random.vocabulary, decision, wanted);
        ++results[proof.result];
        if (!brute.exists()) {
            ASSERT_EQ(proof.result, ProofResult::NoDecision);
            continue;
        }
        SCOPED_TRACE("seed " + std::to_string(seed));
        expectProof(brute, random, wanted, proof);
        if (HasFatalFailure()) {
            return;
        }
    }
    // Every verdict occurs often enough for the agreement to mean something.
    EXPECT_GT(results[ProofResult::Holds] + results[ProofResult::Vacuous], kRandomProofModels / 20);
    EXPECT_GT(results[ProofResult::Fails], kRandomProofModels / 20);
    EXPECT_GT(results[ProofResult::DependsOnOpenTerm], 0U);
    // That something can be is never so for want of cases.
    EXPECT_EQ(results[ProofResult::Vacuous] == 0U, GetParam() == RequirementKind::Possible);
}

std::string kindName(const ::testing::TestParamInfo<RequirementKind>& kind) {
    constexpr const char* names[] = {"Always", "Never", "Monotone", "Possible", "After"};
    return names[static_cast<std::size_t>(kind.param)];
}

INSTANTIATE_TEST_SUITE_P(AllForms, RandomProof,
                         ::testing::Values(RequirementKind::Always, RequirementKind::Never,
                                           RequirementKind::Monotone, RequirementKind::Possible,
                                           RequirementKind::After),
                         kindName);

} // namespace
} // namespace meldc::logic::testing
