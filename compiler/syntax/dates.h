#pragma once

#include "diagnostics/diagnostic.h"

#include <string_view>

namespace meldc::syntax {

/// What is wrong with a text that support::Date::parse does not take: it is not written as
/// year-month-day (with how that day is written so, when there is no doubt which day it is), or it is
/// and there is no such day.
[[nodiscard]] diagnostics::Diagnostic wrongDate(support::Span span, std::string_view text);

} // namespace meldc::syntax
