#include "driver/options.h"

#include "diagnostics/wording.h"
#include "driver/defaults.h"
#include "driver/option_checks.h"
#include "driver/option_choices.h"
#include "driver/option_table.h"
#include "driver/option_values.h"
#include "support/names.h"

#include <llvm/Support/CommandLine.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using diagnostics::wording;
using support::Language;

/// An option as it stands on the command line.
struct Given {
    const OptionRow* row = nullptr;
    std::string value;
};

/// What stands on the command line, before any value is looked at.
struct Line {
    std::vector<Given> options;
    std::vector<std::string> operands;
    std::vector<diagnostics::Diagnostic> errors;
};

/// Whether some command has a format that is spelt like this.
bool spelt(std::string_view format) {
    return std::any_of(kFormats.begin(), kFormats.end(),
                       [&](const FormatChoice& each) { return each.spelling == format; });
}

diagnostics::Diagnostic unknownOption(const std::string& written) {
    std::vector<std::string> known;
    for (const OptionRow& row : optionRows()) {
        known.push_back(dashed(row));
    }
    if (const auto near = support::nearestName(written, known)) {
        return make<Diag::UnknownOptionNear>({}, written, *near);
    }
    return make<Diag::UnknownOption>({}, written);
}

/// The command as far as it has been read; of what belongs behind an option some hangs on it.
Command commandIn(const Line& line) {
    const CommandRow* row =
        line.operands.empty() ? nullptr : findCommand(line.operands.front());
    return row == nullptr ? Command::Help : row->name;
}

/// Reads the options; what is unknown or lacks its value is told, since the library below would
/// tell it in English and end the process.
Line scan(std::span<const std::string> arguments) {
    Line line;
    bool onlyOperands = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (onlyOperands || argument == "-" || !argument.starts_with('-')) {
            line.operands.push_back(argument);
            continue;
        }
        if (argument == "--") {
            onlyOperands = true;
            continue;
        }
        const std::size_t equals = argument.find('=');
        const std::string written = argument == "-h" ? "--help" : argument.substr(0, equals);
        const OptionRow* row =
            written.starts_with("--") ? findOption(std::string_view(written).substr(2)) : nullptr;
        if (row == nullptr) {
            line.errors.push_back(unknownOption(written));
            continue;
        }
        Given given{row, equals == std::string::npos ? "" : argument.substr(equals + 1)};
        if (row->takes == Takes::Flag) {
            if (equals != std::string::npos) {
                line.errors.push_back(make<Diag::UnknownOptionValue>({}, written, given.value,
                                                                     belongsBehind(*row, commandIn(line))));
                continue;
            }
        } else if (equals == std::string::npos) {
            if (i + 1 == arguments.size() || arguments[i + 1].starts_with("--")) {
                line.errors.push_back(
                    make<Diag::MissingOptionValue>({}, written, belongsBehind(*row, commandIn(line))));
                continue;
            }
            given.value = arguments[++i];
        } else if (given.value.empty()) {
            line.errors.push_back(make<Diag::MissingOptionValue>({}, written, belongsBehind(*row, commandIn(line))));
            continue;
        }
        line.options.push_back(std::move(given));
    }
    return line;
}

/// The values by option, as LLVM's option classes hold them. Its registry is one for the whole
/// process: the options live in this function only and are gone from the registry afterwards.
std::map<OptionName, std::vector<std::string>> collect(const std::vector<Given>& given) {
    namespace cl = llvm::cl;
    cl::ResetCommandLineParser();
    // LLVM has a --color, --help and --version of its own and ends the process on a second one of
    // that name: ours are known to it under a prefix.
    constexpr std::string_view kPrefix = "meldc-";
    std::map<OptionName, std::string> names;
    std::map<OptionName, std::unique_ptr<cl::list<std::string>>> registered;
    for (const OptionRow& row : optionRows()) {
        if (row.takes == Takes::Flag) {
            continue;
        }
        const std::string& name = names[row.name] = std::string(kPrefix) + std::string(row.spelling);
        registered.emplace(row.name, std::make_unique<cl::list<std::string>>(
                                         llvm::StringRef(name), cl::ZeroOrMore, cl::ValueRequired));
    }
    std::map<OptionName, std::vector<std::string>> values;
    std::vector<std::string> tokens{"meldc"};
    for (const Given& option : given) {
        if (option.row->takes == Takes::Flag) {
            values[option.row->name].emplace_back();
            continue;
        }
        tokens.push_back("--" + names[option.row->name] + "=" + option.value);
    }
    std::vector<const char*> pointers;
    pointers.reserve(tokens.size());
    for (const std::string& token : tokens) {
        pointers.push_back(token.c_str());
    }
    std::string english;
    llvm::raw_string_ostream errors(english);
    cl::ParseCommandLineOptions(static_cast<int>(pointers.size()), pointers.data(), "", &errors);
    for (auto& [name, list] : registered) {
        for (const std::string& value : *list) {
            values[name].push_back(value);
        }
        list->removeArgument();
    }
    cl::ResetCommandLineParser();
    return values;
}

/// The command is the first operand; without one, help or the version is asked for.
const CommandRow* takeCommand(Line& line) {
    if (line.operands.empty()) {
        return &commandRows()[static_cast<std::size_t>(Command::Help)];
    }
    const std::string written = line.operands.front();
    line.operands.erase(line.operands.begin());
    if (const CommandRow* row = findCommand(written)) {
        return row;
    }
    std::vector<std::string> known;
    for (const CommandRow& row : commandRows()) {
        known.emplace_back(row.spelling);
    }
    if (const auto near = support::nearestName(written, known)) {
        line.errors.push_back(make<Diag::UnknownCommandNear>({}, written, *near));
    } else {
        line.errors.push_back(make<Diag::UnknownCommand>({}, written));
    }
    return nullptr;
}

/// Options that the command does not use, and those given more than once.
void refuseMisplaced(Line& line, const CommandRow& command) {
    std::uint64_t seen = 0;
    for (const Given& given : line.options) {
        const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(given.row->name);
        if (!given.row->usedBy(command.name)) {
            line.errors.push_back(
                make<Diag::OptionNotForCommand>({}, dashed(*given.row), command.spelling));
        } else if (given.row->takes == Takes::Value && (seen & bit) != 0) {
            line.errors.push_back(make<Diag::OptionTwice>({}, dashed(*given.row)));
        }
        seen |= bit;
    }
}

/// Fills in what the command line left open. A format that the command does not know is passed over: a project
/// is for all commands.
void applyDefaults(ParsedOptions& parsed, const Line& line, Defaults& defaults) {
    const auto isGiven = [&](OptionName name) {
        return std::any_of(line.options.begin(), line.options.end(),
                           [&](const Given& given) { return given.row->name == name; });
    };
    const std::vector<std::string> formats = formatsFor(parsed.options);
    std::string& says = parsed.options.projectSays;
    for (const Default& each : defaults.of(parsed.options)) {
        const std::string format = each.value.substr(0, each.value.find('='));
        const bool isForOthers = each.name == OptionName::Format && spelt(format) &&
                                 std::find(formats.begin(), formats.end(), format) == formats.end();
        if (isGiven(each.name) || !rowOf(each.name).usedBy(parsed.options.command) || isForOthers) {
            continue;
        }
        if (each.variable.empty()) {
            says += (says.empty() ? "" : ", ") + dashed(rowOf(each.name)) + " " + each.value;
        }
        const std::size_t before = parsed.errors.size();
        readValue(parsed, each.name, each.value);
        if (parsed.errors.size() > before) {
            parsed.errors.resize(before);
            parsed.errors.push_back(
                each.variable.empty()
                    ? make<Diag::UnknownOptionValue>(each.span, dashed(rowOf(each.name)), each.value,
                                                     belongsBehind(rowOf(each.name), parsed.options.command))
                    : make<Diag::WrongVariable>({}, each.variable, each.value,
                                                belongsBehind(rowOf(each.name), parsed.options.command)));
        }
    }
    if (!isGiven(OptionName::Stdlib)) {
        parsed.options.baseline = defaults.baseline();
    }
    parsed.options.projectFile = defaults.file();
    parsed.errors.insert(parsed.errors.end(), defaults.errors().begin(), defaults.errors().end());
}

} // namespace

ParsedOptions parseOptions(std::span<const std::string> arguments, Language fallback, Defaults* defaults) {
    ParsedOptions parsed;
    parsed.options.language = fallback;
    Line line = scan(arguments);
    const bool wordsOnly = line.errors.empty();
    const CommandRow* command = takeCommand(line);
    if (command != nullptr) {
        parsed.options.command = command->name;
        refuseMisplaced(line, *command);
    }
    parsed.errors = line.errors;
    for (const auto& [name, values] : collect(line.options)) {
        for (const std::string& value : values) {
            readValue(parsed, name, value);
        }
    }
    parsed.options.operands = line.operands;
    const bool tellsOnly = parsed.options.help || parsed.options.version;
    if (command != nullptr && wordsOnly && parsed.errors.empty() && !tellsOnly) {
        if (defaults != nullptr) {
            applyDefaults(parsed, line, *defaults);
        }
        checkOperands(parsed);
    }
    return parsed;
}

} // namespace meldc::driver
