#pragma once

#include "emit/tables/read/said.h"

#include <optional>
#include <string>
#include <string_view>

namespace meldc::emit {

/// Reads decisions, what they need, and whether all of it is drawn. Where it cannot be read, if anywhere.
[[nodiscard]] std::optional<ReadDifference> readDmn(std::string_view text, Said& said);

} // namespace meldc::emit
