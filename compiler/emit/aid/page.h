#pragma once

#include "emit/build_input.h"

#include <optional>
#include <string>

namespace meldc::emit {

/// The decision aid of a protocol in Dutch: a single HTML file that asks, works out what follows from
/// the compiled tables inside it, and neither stores nor sends anything. Nothing when a decision is
/// too large for a table. `isWrong` is set when a table does not equal its decision over all cases: a
/// defect of meldc.
[[nodiscard]] std::optional<std::string> aidPage(const BuildInput& input, bool& isWrong);

} // namespace meldc::emit
