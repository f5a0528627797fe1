#pragma once

#include "driver/option_table.h"
#include "driver/options.h"
#include "support/localized.h"

#include <string>
#include <vector>

/// What the words behind options mean.
namespace meldc::driver {

/// What belongs behind an option of a command, for a message.
[[nodiscard]] support::Localized belongsBehind(const OptionRow& row, Command command);
/// The option as it is written: "--date".
[[nodiscard]] std::string dashed(const OptionRow& row);
/// The words that an option of a command takes, as they are typed; none when any text may stand there.
/// `--emit` takes several of them, with commas.
[[nodiscard]] std::vector<std::string> wordsOf(OptionName name, Command command);
/// The formats of a command with these options.
[[nodiscard]] std::vector<std::string> formatsFor(const Options& options);
/// How a format is asked for.
[[nodiscard]] std::string_view spelling(Format format);
/// Puts the value of an option in its place; what is no value of it is told in `parsed`.
void readValue(ParsedOptions& parsed, OptionName name, const std::string& value);

} // namespace meldc::driver
