#include <gtest/gtest.h>

#include <map>

#include "brute_proof.h"
#include "logic/proof.h"
#include "random_model.h"
#include "z3_encoder.h"

/// Proofs compared with an SMT solver that knows nothing of decision diagrams.
namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kZ3Models = 60;

/// Asks the solver what a proof must say.
class Judge {
public:
    Judge(const BruteForce& brute, const Requirement& wanted)
        : wanted_(wanted), encoder_(context_, brute),
          terms_(brute.termValues(wanted.when)), at_(encoder_.symbols("", terms_)),
          premise_(premiseAt(at_)) {}

    ProofResult result() {
        const auto decisive = decisiveAt();
        if (wanted_.kind == RequirementKind::Monotone) {
            premise_ = premise_ && encoder_.has(wanted_.goal, at_, false);
        }
        if (!isPossible(premise_)) {
            return wanted_.kind == RequirementKind::Possible ? ProofResult::Fails : ProofResult::Vacuous;
        }
        // For each meaning of the open terms apart.
        std::size_t wrong = 0;
        const auto meanings = openMeanings();
        for (const auto& meaning : meanings) {
            const auto found = isPossible(meaning && decisive);
            const auto isPossibility = wanted_.kind == RequirementKind::Possible;
            wrong += (isPossibility ? !found && isPossible(meaning && premise_) : found) ? 1U : 0U;
        }
        if (wrong == 0) {
            return ProofResult::Holds;
        }
        if (wanted_.kind == RequirementKind::Possible) {
            return isPossible(decisive) ? ProofResult::DependsOnOpenTerm : ProofResult::Fails;
        }
        return wrong == meanings.size() ? ProofResult::Fails : ProofResult::DependsOnOpenTerm;
    }

    /// Whether a decisive case exists that differs from the quiet one in fewer than `facts` facts.
    bool hasSmaller(const Point& quiet, std::size_t facts) {
        auto differing = context_.int_val(0);
        for (std::size_t fact = 0; fact < quiet.size(); ++fact) {
            differing = differing + z3::ite(at_.facts[static_cast<int>(fact)] != quiet[fact],
                                            context_.int_val(1), context_.int_val(0));
        }
        return isPossible(decisiveAt() && differing < static_cast<int>(facts));
    }

private:
    z3::expr premiseAt(const Symbols& at) {
        const auto crisp = !wanted_.alsoInDoubt && wanted_.kind != RequirementKind::Monotone;
        auto result = encoder_.inRange(at, crisp) && encoder_.consistent(at);
        if (wanted_.when) {
            result = result && encoder_.value(*wanted_.when, at) == 2;
        }
        return result;
    }

    /// Counterexamples, or for `mogelijk` witnesses.
    z3::expr decisiveAt() {
        const auto premise = premiseAt(at_);
        switch (wanted_.kind) {
        case RequirementKind::Always:
            return premise && !encoder_.has(wanted_.goal, at_, false);
        case RequirementKind::Possible:
            return premise && encoder_.has(wanted_.goal, at_, true);
        case RequirementKind::Monotone: {
            const auto less = encoder_.symbols(" less", terms_);
            auto result = premise && premiseAt(less) && !encoder_.has(wanted_.goal, at_, false) &&
                          encoder_.has(wanted_.goal, less, false);
            for (unsigned fact = 0; fact < at_.facts.size(); ++fact) {
                const auto isListed = std::any_of(wanted_.facts.begin(), wanted_.facts.end(),
                                                  [&](FactId id) { return id.value == fact; });
                const z3::expr here = at_.facts[static_cast<int>(fact)];
                const z3::expr there = less.facts[static_cast<int>(fact)];
                result = result && (isListed ? there <= here : there == here);
            }
            return result;
        }
        default:
            return premise && encoder_.has(wanted_.goal, at_, false);
        }
    }

    std::vector<z3::expr> openMeanings() {
        std::vector<z3::expr> result{context_.bool_val(true)};
        for (const auto& [name, symbol] : at_.terms) {
            if (name.second) {
                continue;
            }
            std::vector<z3::expr> longer;
            for (const auto& one : result) {
                longer.push_back(one && symbol);
                longer.push_back(one && !symbol);
            }
            result = std::move(longer);
        }
        return result;
    }

    bool isPossible(const z3::expr& formula) {
        z3::solver solver(context_);
        solver.add(formula);
        return solver.check() == z3::sat;
    }

    z3::context context_;
    const Requirement& wanted_;
    Encoder encoder_;
    std::vector<TermValues> terms_;
    Symbols at_;
    z3::expr premise_;
};

class Z3 : public ::testing::TestWithParam<RequirementKind> {};

TEST_P(Z3, AgreesOnRandomRequirements) {
    std::map<ProofResult, std::size_t> results;
    for (std::uint64_t seed = 0; seed < kZ3Models; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(900'000'000 + 1'000'000 * static_cast<std::uint64_t>(GetParam()) + seed);
        const auto random = randomModel(dice, {4, 3, dice.chance(50)});
        const BruteForce brute(random.vocabulary, random.protocol);
        if (!brute.exists()) {
            continue;
        }
        auto wanted = requirement(GetParam(), randomGoal(dice, random));
        wanted.alsoInDoubt = dice.chance(50);
        if (GetParam() == RequirementKind::Monotone) {
            wanted.facts = {dice.pick(random.facts), dice.pick(random.facts)};
        }
        if (dice.chance(60)) {
            wanted.when = randomCondition(dice, random, dice.chance(20), 1);
        }
        const auto proof =
            prove(random.vocabulary, compile(random.vocabulary, random.protocol), wanted);
        ++results[proof.result];
        Judge judge(brute, wanted);
        ASSERT_EQ(proof.result, judge.result());
        const auto& shown =
            GetParam() == RequirementKind::Possible ? proof.witness : proof.counterexample;
        if (shown && brute.termValues(wanted.when).size() == 1) {
            const auto quiet = quietPoint(random.vocabulary);
            const auto size = std::get<0>(sizeOf(pointOf(*shown), quiet));
            ASSERT_FALSE(judge.hasSmaller(quiet, size));
            ASSERT_TRUE(judge.hasSmaller(quiet, size + 1));
        }
    }
    EXPECT_GT(results[ProofResult::Holds], 0U);
    EXPECT_GT(results[ProofResult::Fails], 0U);
}

std::string kindName(const ::testing::TestParamInfo<RequirementKind>& kind) {
    constexpr const char* names[] = {"Always", "Never", "Monotone", "Possible"};
    return names[static_cast<std::size_t>(kind.param)];
}

INSTANTIATE_TEST_SUITE_P(AllForms, Z3,
                         ::testing::Values(RequirementKind::Always, RequirementKind::Never,
                                           RequirementKind::Monotone, RequirementKind::Possible),
                         kindName);

} // namespace
} // namespace meldc::logic::testing
