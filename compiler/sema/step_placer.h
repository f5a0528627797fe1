#pragma once

#include "sema/levels.h"

namespace meldc::sema {

/// Moves the steps that `level` adds to inherited ones to where their `volgorde` puts them: behind the
/// last of those they come after, else before the first of those they come before. Those that stand
/// in one place keep the order of the text. A step without an order, or with one that no place keeps
/// to, goes to the end.
void placeAddedSteps(std::vector<LevelStatement>& statements, std::uint32_t level);

}  // namespace meldc::sema
