#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// A C++17 header without dependencies: the facts as a struct, and a constexpr function that gives the
/// outcome. With MELDC_PROVE_TABLES defined the compiler proves of each table over at most seven facts
/// that exactly one row fits each case.
[[nodiscard]] std::string rulingCpp(const BuildInput& input, const PortableDecision& portable);

} // namespace meldc::emit
