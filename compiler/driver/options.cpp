#include "driver/options.h"

#include "diagnostics/wording.h"
#include "driver/option_table.h"
#include "driver/option_values.h"
#include "support/names.h"

#include <llvm/Support/CommandLine.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
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

struct Arity {
    std::size_t least = 0;
    std::size_t most = 0;
    /// What is missing at each place, the last one repeated.
    std::array<Wording, 2> what{};
};

Arity arityOf(Command command) {
    constexpr std::size_t kAny = static_cast<std::size_t>(-1);
    switch (command) {
    case Command::Check:
    case Command::Report:
    case Command::Test:
    case Command::Fmt:
        return {1, kAny, {Wording::AFile, Wording::AFile}};
    case Command::Build:
        return {1, kAny, {Wording::AProtocolFile, Wording::AProtocolFile}};
    case Command::Prove:
        return {2, 2, {Wording::AProtocolFile, Wording::RequirementText}};
    case Command::Decide:
    case Command::Dump:
        return {1, 1, {Wording::AProtocolFile, Wording::AProtocolFile}};
    case Command::New:
        return {1, 2, {Wording::SomethingNew, Wording::SomethingNew}};
    case Command::Diff:
        return {1, 2, {Wording::AFile, Wording::AFile}};
    case Command::Explain:
        return {1, 1, {Wording::AnIdentifier, Wording::AnIdentifier}};
    case Command::Help:
        return {0, 1, {}};
    }
    return {};
}

/// What `new` can make, and that nothing stands behind it that it cannot use.
void checkNew(ParsedOptions& parsed) {
    const std::vector<std::string>& operands = parsed.options.operands;
    if (operands.empty()) {
        return;
    }
    const bool isNorm = operands.front() == kNewNorm;
    const Options& options = parsed.options;
    const std::pair<OptionName, bool> ofProtocols[] = {{OptionName::Sector, !options.sector.empty()},
                                                       {OptionName::Name, !options.name.empty()},
                                                       {OptionName::Ask, options.ask}};
    for (const auto& [name, isGiven] : ofProtocols) {
        if (isNorm && isGiven) {
            parsed.errors.push_back(make<Diag::OptionNotForCommand>(
                {}, dashed(rowOf(name)), std::string(spelling(Command::New)) + " " + std::string(kNewNorm)));
        }
    }
    if (!isNorm && operands.front() != kNewProtocol) {
        const std::string known = std::string(kNewProtocol) + ", " + std::string(kNewNorm);
        parsed.errors.push_back(make<Diag::UnknownNew>({}, operands.front(), known));
    } else if (!isNorm && operands.size() > 1) {
        parsed.errors.push_back(make<Diag::TooManyOperands>({}, std::string(spelling(Command::New)), operands[1]));
    } else if (isNorm && operands.size() < 2) {
        parsed.errors.push_back(make<Diag::MissingOperand>({}, std::string(spelling(Command::New)),
                                                           wording(Wording::AnIdOfANorm)));
    } else if (!isNorm && parsed.options.sector.empty()) {
        parsed.errors.push_back(make<Diag::NothingAsked>({}, std::string(spelling(Command::New)),
                                                         dashed(rowOf(OptionName::Sector))));
    }
}

void checkOperands(ParsedOptions& parsed) {
    const Options& options = parsed.options;
    const Arity arity = arityOf(options.command);
    const std::size_t count = options.operands.size();
    const std::string command(spelling(options.command));
    if (count < arity.least) {
        parsed.errors.push_back(make<Diag::MissingOperand>(
            {}, command, wording(arity.what[std::min<std::size_t>(count, 1)])));
    } else if (count > arity.most) {
        parsed.errors.push_back(
            make<Diag::TooManyOperands>({}, command, options.operands[arity.most]));
    }
    const bool isOneText = options.command == Command::Diff && count == 1;
    // One text is compared with itself only when something else differs.
    if (isOneText && !options.newDate && !options.newStdlib) {
        parsed.errors.push_back(make<Diag::MissingOperand>({}, command, wording(Wording::AFile)));
    }
    if (options.timeline && options.date) {
        parsed.errors.push_back(make<Diag::OptionsExclude>(
            {}, dashed(rowOf(OptionName::Timeline)), dashed(rowOf(OptionName::Date))));
    }
    if (options.timeline && !options.documents.empty()) {
        parsed.errors.push_back(make<Diag::OptionsExclude>(
            {}, dashed(rowOf(OptionName::Timeline)), dashed(rowOf(OptionName::Documents))));
    }
    const auto needs = [&](OptionName name) {
        parsed.errors.push_back(make<Diag::NothingAsked>({}, command, dashed(rowOf(name))));
    };
    if (options.lock && options.documents.empty()) {
        parsed.errors.push_back(make<Diag::OptionNeedsOption>(
            {}, dashed(rowOf(OptionName::Lock)), dashed(rowOf(OptionName::Documents))));
    }
    if (!options.templateDocx.empty() && !writesWord(options)) {
        const bool isBuild = options.command == Command::Build;
        parsed.errors.push_back(make<Diag::OptionNeedsOption>(
            {}, dashed(rowOf(OptionName::TemplateDocx)),
            dashed(rowOf(isBuild ? OptionName::As : OptionName::Emit)) + " " + std::string(spelling(Product::Docx))));
    }
    if (options.paper && std::find(options.products.begin(), options.products.end(), Product::Card) == options.products.end()) {
        parsed.errors.push_back(make<Diag::OptionNeedsOption>(
            {}, dashed(rowOf(OptionName::Paper)),
            dashed(rowOf(OptionName::Emit)) + " " + std::string(spelling(Product::Card))));
    }
    const auto exclude = [&](const std::string& one, const std::string& other) {
        parsed.errors.push_back(make<Diag::OptionsExclude>({}, one, other));
    };
    if (options.command == Command::Decide) {
        if (options.oneCase && !options.cases.empty()) {
            exclude(dashed(rowOf(OptionName::Case)), dashed(rowOf(OptionName::Cases)));
        }
        const bool toldInWords =
            std::any_of(options.formats.begin(), options.formats.end(),
                        [](const auto& request) { return request.format != Format::Json; });
        if (!options.oneCase && toldInWords) {
            exclude(dashed(rowOf(OptionName::Format)), dashed(rowOf(OptionName::Cases)));
        }
        const bool casesFromInput = !options.oneCase && (options.cases.empty() || options.cases == "-");
        if (casesFromInput && count > 0 && options.operands.front() == "-") {
            parsed.errors.push_back(make<Diag::InputTwice>({}));
        }
    }
    if (options.command == Command::New) {
        checkNew(parsed);
    }
    // Of a part nobody knows what is gone; parts that are put together are judged already.
    const bool isPart = options.shard.has_value();
    const auto row = [](OptionName name) { return dashed(rowOf(name)); };
    if (isPart && !options.compare.empty()) {
        exclude(row(OptionName::Shard), row(OptionName::Compare));
    }
    if (options.merge && isPart) {
        exclude(row(OptionName::Merge), row(OptionName::Shard));
    }
    const std::pair<OptionName, bool> ofJudging[] = {
        {OptionName::Date, options.date.has_value()},
        {OptionName::Documents, !options.documents.empty()},
        {OptionName::Items, !options.items.empty()},
        {OptionName::Judgements, !options.judgements.empty()},
        {OptionName::TemplateDocx, !options.templateDocx.empty()},
        {OptionName::Stdlib, !options.stdlib.empty()}};
    for (const auto& [name, isGiven] : ofJudging) {
        if (options.merge && isGiven) {
            exclude(row(OptionName::Merge), row(name));
        }
    }
    std::set<std::string> files;
    for (const auto& request : options.formats) {
        // Two results in one stream can be read by no one.
        if (!files.insert(request.file).second) {
            const std::string where = request.file.empty() ? "" : " …=" + request.file;
            parsed.errors.push_back(make<Diag::OptionTwice>({}, dashed(rowOf(OptionName::Format)) + where));
        }
    }
    for (const FormatRequest& request : options.formats) {
        const std::string asked(spelling(request.format));
        const std::vector<std::string> known = formatsFor(options);
        if (std::find(known.begin(), known.end(), asked) == known.end()) {
            std::string all;
            for (const std::string& each : known) {
                all += (all.empty() ? "" : "|") + each;
            }
            parsed.errors.push_back(make<Diag::UnknownOptionValue>(
                {}, dashed(rowOf(OptionName::Format)), asked, support::same(all)));
        }
    }
    if (options.command == Command::Build && options.products.empty()) {
        needs(OptionName::Emit);
    }
    const bool writesFolder =
        options.command == Command::Build || options.command == Command::Report;
    if (writesFolder && options.out.empty()) {
        needs(OptionName::Out);
    }
}

} // namespace

ParsedOptions parseOptions(std::span<const std::string> arguments, Language fallback) {
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
        checkOperands(parsed);
    }
    return parsed;
}

} // namespace meldc::driver
