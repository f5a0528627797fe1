#pragma once

#include "driver/option_table.h"
#include "driver/options.h"
#include "support/localized.h"

#include <string>

/// What the words behind options mean.
namespace meldc::driver {

/// What belongs behind an option of a command, for a message.
[[nodiscard]] support::Localized belongsBehind(const OptionRow& row, Command command);
/// The option as it is written: "--date".
[[nodiscard]] std::string dashed(const OptionRow& row);
/// How a format is asked for.
[[nodiscard]] std::string_view spelling(Format format);
/// Puts the value of an option in its place; what is no value of it is told in `parsed`.
void readValue(ParsedOptions& parsed, OptionName name, const std::string& value);

} // namespace meldc::driver
