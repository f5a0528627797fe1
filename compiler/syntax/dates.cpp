#include "syntax/dates.h"

#include "support/date.h"

#include <algorithm>
#include <string>
#include <vector>

namespace meldc::syntax {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Shown when it is not clear which day is meant.
constexpr std::string_view kSomeDay = "2026-08-31";

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == '-' || c == '/' || c == '.') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string padded(const std::string& digits, std::size_t width) {
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// The same day as year-month-day: `1-3-2026` is day, month, year in Dutch.
std::string rewritten(std::string_view text) {
    std::vector<std::string> parts = partsOf(text);
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), isNumber)) {
        return std::string(kSomeDay);
    }
    if (parts.back().size() == 4) {
        std::reverse(parts.begin(), parts.end());
    }
    const std::string day = parts[0] + "-" + padded(parts[1], 2) + "-" + padded(parts[2], 2);
    return support::Date::parse(day) ? day : std::string(kSomeDay);
}

} // namespace

diagnostics::Diagnostic wrongDate(support::Span span, std::string_view text) {
    const std::vector<std::string> parts = partsOf(text);
    const bool hasForm = text.size() == 10 && text[4] == '-' && text[7] == '-' && parts.size() == 3 &&
                         std::all_of(parts.begin(), parts.end(), isNumber);
    if (hasForm) {
        return make<Diag::NoSuchDate>(span, text);
    }
    return make<Diag::DateForm>(span, text, rewritten(text));
}

} // namespace meldc::syntax
