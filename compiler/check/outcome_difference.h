#pragma once

#include <functional>
#include <optional>

#include "check/check.h"
#include "logic/smallest.h"

namespace meldc::check {

/// Two worlds that differ in one choice and in the outcome of a case.
struct OutcomeDifference {
    /// Index in Subject::worlds of the one whose choice comes first.
    std::size_t world = 0;
    logic::Example example;
};

/// The first two worlds that are alike but for one choice and in which some case has another
/// outcome. `withoutChoice` gives a world with that choice left out.
std::optional<OutcomeDifference>
outcomeDifference(const Subject& subject,
                  const std::function<model::World(model::World)>& withoutChoice);

} // namespace meldc::check
