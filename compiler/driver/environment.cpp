#include "driver/environment.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <optional>
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
    // What is asked of meldc itself goes first: help and mistakes on the command line are told before options count.
    for (const char* name : {"MELDC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string_view value = variable(name);
        if (!value.empty()) {
            return value.starts_with("en") ? support::Language::English : support::Language::Dutch;
        }
    }
    return support::Language::Dutch;
}

/// SOURCE_DATE_EPOCH: what is built again from the same source is the same, on whichever day and clock.
std::optional<std::time_t> dayOfSource() {
    const std::string_view value = variable("SOURCE_DATE_EPOCH");
    long long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    const bool isNumber = !value.empty() && error == std::errc() && end == value.data() + value.size() && seconds >= 0;
    return isNumber ? std::optional(static_cast<std::time_t>(seconds)) : std::nullopt;
}

support::Date calendarDay() {
    std::tm local{};
    if (const auto source = dayOfSource()) {
        gmtime_r(&*source, &local);
    } else {
        const std::time_t now = std::time(nullptr);
        localtime_r(&now, &local);
    }
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

} // namespace

std::string environmentValue(const std::string& name) {
    return std::string(variable(name.c_str()));
}

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
