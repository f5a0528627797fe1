#include "driver/option_table.h"

#include <array>

namespace meldc::driver {

namespace {

/// Names the commands of an option, so that the list in a row of options.def reads as a call; an
/// empty list stands for all.
template <class... Commands> constexpr unsigned commandSet(Commands... commands) {
    return sizeof...(commands) == 0 ? ~0U
                                    : ((1U << static_cast<unsigned>(commands)) | ... | 0U);
}

constexpr auto kCommands = std::to_array<CommandRow>({
#define COMMAND(name, spelling, operands, nl, en) {Command::name, spelling, operands, nl, en},
#include "driver/options.def"
});

constexpr auto kExamples = std::to_array<ExampleRow>({
#define EXAMPLE(command, line, nl, en) {Command::command, line, nl, en},
#include "driver/options.def"
});

constexpr auto makeOptions() {
    using enum Command;
    return std::to_array<OptionRow>({
#define OPTION(name, spelling, takes, valueNl, valueEn, commands, nl, en)                          \
    {OptionName::name, spelling, Takes::takes, valueNl, valueEn, commandSet commands, nl, en},
#include "driver/options.def"
    });
}

constexpr auto kOptions = makeOptions();

template <class Rows> auto* findSpelling(const Rows& rows, std::string_view spelling) {
    for (const auto& row : rows) {
        if (row.spelling == spelling) {
            return &row;
        }
    }
    return static_cast<decltype(&rows[0])>(nullptr);
}

} // namespace

std::span<const CommandRow> commandRows() {
    return kCommands;
}

std::span<const ExampleRow> exampleRows() {
    return kExamples;
}

std::span<const OptionRow> optionRows() {
    return kOptions;
}

const OptionRow& rowOf(OptionName name) {
    return kOptions[static_cast<std::size_t>(name)];
}

const OptionRow* findOption(std::string_view spelling) {
    return findSpelling(kOptions, spelling);
}

const CommandRow* findCommand(std::string_view spelling) {
    return findSpelling(kCommands, spelling);
}

std::string_view spelling(Command command) {
    return kCommands[static_cast<std::size_t>(command)].spelling;
}

} // namespace meldc::driver
