#pragma once

#include <string>
#include <string_view>

/// Colours of a terminal, for texts that are shown on one.
namespace meldc::diagnostics::color {

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kRed = "\x1b[1;31m";
inline constexpr std::string_view kYellow = "\x1b[1;33m";
inline constexpr std::string_view kBlue = "\x1b[1;34m";
inline constexpr std::string_view kGreen = "\x1b[1;32m";
inline constexpr std::string_view kReset = "\x1b[0m";

/// Adds `text` to `out` in that colour, or, unless `isOn`, as it is.
inline void paint(std::string& out, bool isOn, std::string_view color, std::string_view text) {
    if (isOn) {
        out += color;
    }
    out += text;
    if (isOn) {
        out += kReset;
    }
}

} // namespace meldc::diagnostics::color
