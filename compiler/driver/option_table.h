#pragma once

#include "driver/options.h"
#include "support/localized.h"

#include <span>
#include <string_view>

/// The rows of options.def as data.
namespace meldc::driver {

enum class Takes : std::uint8_t { Flag, Value, Values };

struct CommandRow {
    Command name;
    std::string_view spelling;
    std::string_view operands;
    std::string_view nl;
    std::string_view en;

    [[nodiscard]] std::string_view summary(support::Language language) const {
        return language == support::Language::Dutch ? nl : en;
    }
};

struct ExampleRow {
    Command command;
    std::string_view line;
    std::string_view nl;
    std::string_view en;

    [[nodiscard]] std::string_view does(support::Language language) const {
        return language == support::Language::Dutch ? nl : en;
    }
};

struct OptionRow {
    OptionName name;
    std::string_view spelling;
    Takes takes;
    std::string_view valueNl;
    std::string_view valueEn;
    /// Bit per Command.
    unsigned commands;
    std::string_view nl;
    std::string_view en;

    [[nodiscard]] std::string_view value(support::Language language) const {
        return language == support::Language::Dutch ? valueNl : valueEn;
    }
    [[nodiscard]] std::string_view does(support::Language language) const {
        return language == support::Language::Dutch ? nl : en;
    }
    [[nodiscard]] bool usedBy(Command command) const {
        return (commands & (1U << static_cast<unsigned>(command))) != 0;
    }
};

/// All commands, examples and options, in the order in which help tells them.
std::span<const CommandRow> commandRows();
std::span<const ExampleRow> exampleRows();
std::span<const OptionRow> optionRows();

/// The row of an option.
const OptionRow& rowOf(OptionName name);
/// The option or command spelt like this, or nullptr.
const OptionRow* findOption(std::string_view spelling);
const CommandRow* findCommand(std::string_view spelling);

} // namespace meldc::driver
