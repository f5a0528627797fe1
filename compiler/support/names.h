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

/// How a text inside the program is called where texts are called by their file: a file that no one
/// has. The same for texts that are shown.
[[nodiscard]] std::string builtInFile(std::string_view name);
/// The name of the text, when `file` is called so; else nothing.
[[nodiscard]] std::optional<std::string_view> builtInName(std::string_view file);

} // namespace meldc::support
