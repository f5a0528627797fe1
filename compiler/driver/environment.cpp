#include "driver/environment.h"

#include <cstdlib>
#include <ctime>
#include <string_view>
#include <unistd.h>

namespace meldc::driver {

namespace {

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

/// Dutch unless the environment asks for English: those whom the protocols serve read Dutch.
support::Language languageOfEnvironment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view value = variable(name);
        if (!value.empty()) {
            return value.starts_with("en") ? support::Language::English : support::Language::Dutch;
        }
    }
    return support::Language::Dutch;
}

support::Date calendarDay() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

} // namespace

Environment readEnvironment() {
    Environment result;
    result.language = languageOfEnvironment();
    result.today = calendarDay();
    result.withoutColor = !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
    result.resultIsTerminal = isatty(STDOUT_FILENO) != 0;
    result.messagesAreTerminal = isatty(STDERR_FILENO) != 0;
    return result;
}

} // namespace meldc::driver
