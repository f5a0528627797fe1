#pragma once

#include <string>
#include <string_view>

namespace meldc::emit {

/// A text with the number of each line before it, so that a place in it can be found.
[[nodiscard]] std::string numberedText(std::string_view text);

} // namespace meldc::emit
