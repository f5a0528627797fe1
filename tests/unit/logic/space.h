#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "brute_proof.h"
#include "logic/analysis.h"
#include "random_model.h"

namespace meldc::logic::testing {

/// One random model with everything that can happen in it.
class Space {
public:
    using Test = std::function<bool(const Point&, const TermValues&)>;

    Space(std::uint64_t seed, bool openTerms)
        : dice(seed), random(randomModel(dice, {4, 4, openTerms})),
          brute(random.vocabulary, random.protocol), terms(brute.termValues(std::nullopt)),
          decision(compile(random.vocabulary, random.protocol)) {}

    bool some(const Test& test) const { return smallest(test).has_value(); }

    /// The smallest case that has it for some meaning of the terms; without doubt if there is one.
    std::optional<Point> smallest(const Test& test, bool crispOnly = false) const {
        for (const auto crisp : {true, false}) {
            std::optional<Point> best;
            const auto quiet = quietPoint(random.vocabulary);
            for (const auto& point : brute.consistentPoints(crisp)) {
                const auto hasIt = std::any_of(terms.begin(), terms.end(), [&](const auto& values) {
                    return test(point, values);
                });
                if (hasIt && (!best || sizeOf(point, quiet) < sizeOf(*best, quiet))) {
                    best = point;
                }
            }
            if (best || crispOnly) {
                return best;
            }
        }
        return std::nullopt;
    }

    void expectExample(const std::optional<Example>& shown, const Test& test,
                       bool crispOnly = false) const {
        const auto wanted = smallest(test, crispOnly);
        ASSERT_EQ(shown.has_value(), wanted.has_value());
        if (shown) {
            ASSERT_EQ(pointOf(shown->given), *wanted);
            ASSERT_TRUE(test(*wanted, termsOf(terms, shown->assumed)));
        }
    }

    Dice dice;
    RandomModel random;
    BruteForce brute;
    std::vector<TermValues> terms;
    Decision decision;
};

inline constexpr std::uint64_t kAnalysisModels = modelsOf(250);

/// Runs `look` on many models that have questions.
inline void onModels(std::uint64_t first, const std::function<void(Space&)>& look) {
    for (std::uint64_t seed = first; seed < first + kAnalysisModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Space space(seed, seed % 2 == 0);
        if (space.brute.exists()) {
            look(space);
        }
        if (::testing::Test::HasFatalFailure()) {
            return;
        }
    }
}

/// Whether two outcomes are the same.
inline bool isAlike(const BruteOutcome& a, const BruteOutcome& b) {
    return a.must == b.must && a.allowed == b.allowed && a.mayNot == b.mayNot &&
           a.undetermined == b.undetermined && a.deferred == b.deferred;
}

} // namespace meldc::logic::testing
