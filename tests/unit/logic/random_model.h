#pragma once

#include <cstdint>
#include <random>

#include "builders.h"
#include "sanitized.h"

namespace meldc::logic::testing {

/// How many random models a test looks at, of `count` in a full run.
constexpr std::uint64_t modelsOf(std::uint64_t count) {
    return test::kIsSanitized ? count / 10 : count;
}

/// More often than this a test must have met what it is about, when that is `count` times in a full run.
constexpr std::uint64_t share(std::uint64_t count) { return modelsOf(count); }

/// A vocabulary and a protocol over it.
struct RandomModel {
    model::Vocabulary vocabulary;
    model::Protocol protocol;
    std::vector<FactId> facts;
    std::vector<ConceptId> consequences;
};

/// Source of random choices; the same seed gives the same choices everywhere (the distributions of
/// the standard library differ between libraries, so they are not used).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// A number from 0 below `bound`.
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>(engine_() % bound); }
    /// True in `percent` of a hundred throws.
    bool chance(std::uint32_t percent) { return below(100) < percent; }
    template <class T>
    const T& pick(const std::vector<T>& things) {
        return things[below(things.size())];
    }

private:
    std::mt19937_64 engine_;
};

/// How wild the models are.
struct Wildness {
    std::size_t mostFacts = 5;
    std::size_t mostQuestions = 4;
    bool openTerms = true;
};

/// A small model with everything in it that a decision may have: conditions of all kinds, loops,
/// holes, waiting, routes, duties in every place, counts-as, open terms and choices.
RandomModel randomModel(Dice& dice, const Wildness& wildness = {});
Condition randomCondition(Dice& dice, const RandomModel& model, bool openTerms,
                          std::size_t depth = 3);
Goal randomGoal(Dice& dice, const RandomModel& model, std::size_t depth = 1);

} // namespace meldc::logic::testing
