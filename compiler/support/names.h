#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meldc::support {

/// The candidate that `wanted` was probably meant to be, for "did you mean …?".
///
/// Upper and lower case, accents and `_`, `-`, blank count as small differences. Nothing is
/// returned when no candidate is close: more than about a third of the letters differ, or the name
/// is too short to tell. Of equally close candidates the first in the list wins. A candidate equal
/// to `wanted` is never returned.
[[nodiscard]] std::optional<std::string> nearestName(std::string_view wanted,
                                                     std::span<const std::string> candidates);

} // namespace meldc::support
