#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// Most facts of a table that the compiler is asked to prove: more are more cases than compilers count
/// in a constant unless they are told to.
inline constexpr std::size_t kMostProvenFacts = 7;

/// A C++17 header without dependencies: the facts as a struct, and a constexpr function that gives the
/// outcome. With MELDC_PROVE_TABLES defined the compiler proves of each table over at most kMostProvenFacts facts
/// that exactly one row fits each case.
[[nodiscard]] std::string rulingCpp(const BuildInput& input, const PortableDecision& portable);

} // namespace meldc::emit
