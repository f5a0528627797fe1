#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace meldc::emit {

/// Widest line of a text report, in display columns.
inline constexpr std::size_t kReportWidth = 100;

/// `text` broken at blanks into lines of at most `width` display columns, each ending in a line
/// feed. The first begins with `first`, the others with `rest`. A word that is too long stands on a
/// line of its own, unbroken: it may be a path or a link.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view first,
                                  std::string_view rest, std::size_t width = kReportWidth);

} // namespace meldc::emit
