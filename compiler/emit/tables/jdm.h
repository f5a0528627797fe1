#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// A decision graph in JDM, for the ZEN engine: a decision table for each thing that is decided.
[[nodiscard]] std::string rulingJdm(const BuildInput& input, const PortableDecision& portable);

} // namespace meldc::emit
