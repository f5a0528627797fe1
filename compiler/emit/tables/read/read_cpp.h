#pragma once

#include "emit/tables/read/said.h"

#include <optional>
#include <string>
#include <string_view>

namespace meldc::emit {

/// Reads a header without the part that is the same in every one. Where it cannot be read, if anywhere.
[[nodiscard]] std::optional<ReadDifference> readCpp(std::string_view text, Said& said);

/// That one is never surer than the other.
[[nodiscard]] std::string boundInWords(const std::string& from, bool isFromNegated, const std::string& to,
                                       bool isToNegated);

} // namespace meldc::emit
