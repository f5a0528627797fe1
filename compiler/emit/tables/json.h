#pragma once

#include "emit/build_input.h"

#include <optional>
#include <string>

namespace meldc::emit {

/// The decision tables of a protocol, one for each different reading, in the shape of
/// table.schema.json; each compared with the decision over all cases before it is written.
/// Nothing when a decision is too large for a table. `isWrong` is set when a table does not equal
/// its decision: a defect of meldc.
[[nodiscard]] std::optional<std::string> tableJson(const BuildInput& input, bool& isWrong);

} // namespace meldc::emit
