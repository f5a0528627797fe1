#pragma once

#include "support/date.h"
#include "support/localized.h"

#include <string>

namespace meldc::driver {

/// What the surroundings of the process say.
struct Environment {
    support::Language language = support::Language::Dutch;
    support::Date today;
    /// NO_COLOR is set, or the terminal knows no colours.
    bool withoutColor = false;
    bool resultIsTerminal = false;
    bool messagesAreTerminal = false;
};

/// Reads LC_ALL, LC_MESSAGES, LANG, NO_COLOR, TERM, SOURCE_DATE_EPOCH or else the calendar, and the two
/// outputs.
[[nodiscard]] Environment readEnvironment();

/// The value of a variable; empty when it is not set.
[[nodiscard]] std::string environmentValue(const std::string& name);

} // namespace meldc::driver
