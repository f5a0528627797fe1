#include "driver/options.h"

#include "diagnostics/wording.h"
#include "driver/option_table.h"
#include "support/names.h"

#include <llvm/Support/CommandLine.h>
#include <llvm/Support/raw_ostream.h>

#include <array>
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
using support::Localized;

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

Localized belongsBehind(const OptionRow& row) {
    switch (row.name) {
    case OptionName::Date:
        return wording(Wording::ADate);
    case OptionName::Cases:
        return wording(Wording::AnInputFile);
    case OptionName::Case:
        return wording(Wording::FactsOfACase);
    case OptionName::Out:
    case OptionName::Stdlib:
        return wording(Wording::AFolder);
    default:
        break;
    }
    if (row.takes == Takes::Flag) {
        return wording(Wording::NothingBehindIt);
    }
    Localized result = wording(Wording::OneOfThese, {row.value(Language::Dutch)});
    result.en = wording(Wording::OneOfThese, {row.value(Language::English)}).en;
    return result;
}

std::string dashed(const OptionRow& row) {
    return "--" + std::string(row.spelling);
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
                                                                     belongsBehind(*row)));
                continue;
            }
        } else if (equals == std::string::npos) {
            if (i + 1 == arguments.size() || arguments[i + 1].starts_with("--")) {
                line.errors.push_back(
                    make<Diag::MissingOptionValue>({}, written, belongsBehind(*row)));
                continue;
            }
            given.value = arguments[++i];
        } else if (given.value.empty()) {
            line.errors.push_back(make<Diag::MissingOptionValue>({}, written, belongsBehind(*row)));
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

template <class Value> struct Choice {
    std::string_view spelling;
    Value value;
};

constexpr auto kFormats = std::to_array<Choice<Format>>(
    {{"text", Format::Text}, {"plain", Format::Plain}, {"json", Format::Json}});
constexpr auto kSeverities =
    std::to_array<Choice<diagnostics::Severity>>({{"error", diagnostics::Severity::Error},
                                                  {"warning", diagnostics::Severity::Warning},
                                                  {"info", diagnostics::Severity::Info}});
constexpr auto kColors = std::to_array<Choice<ColorMode>>({{"auto", ColorMode::Auto},
                                                           {"always", ColorMode::Always},
                                                           {"never", ColorMode::Never}});
constexpr auto kStages = std::to_array<Choice<Stage>>({{"tokens", Stage::Tokens},
                                                       {"syntax", Stage::Syntax},
                                                       {"model", Stage::Model},
                                                       {"decision", Stage::Decision}});
constexpr auto kProducts =
    std::to_array<Choice<Product>>({{"json", Product::Json}, {"html", Product::Html}});
constexpr auto kLanguages =
    std::to_array<Choice<Language>>({{"nl", Language::Dutch}, {"en", Language::English}});

/// The word that stands for every product.
constexpr std::string_view kAllProducts = "all";

template <class Choices> auto choose(const Choices& choices, std::string_view spelling) {
    using Value = decltype(choices[0].value);
    for (const auto& choice : choices) {
        if (choice.spelling == spelling) {
            return std::optional<std::remove_cv_t<Value>>(choice.value);
        }
    }
    return std::optional<std::remove_cv_t<Value>>();
}

/// Turns words into values; what has no value is told.
class Reader {
public:
    explicit Reader(ParsedOptions& parsed) : parsed_(parsed) {}

    void read(OptionName name, const std::string& value) {
        Options& options = parsed_.options;
        switch (name) {
        case OptionName::Date:
            options.date = support::Date::parse(value);
            if (!options.date) {
                parsed_.errors.push_back(make<Diag::NoSuchDate>({}, value));
            }
            break;
        case OptionName::Format:
            readFormat(value);
            break;
        case OptionName::FailOn:
            set(options.failOn, kSeverities, name, value);
            break;
        case OptionName::Cases:
            options.cases = value;
            break;
        case OptionName::Case:
            options.oneCase = value;
            break;
        case OptionName::Emit:
            readProducts(value);
            break;
        case OptionName::Out:
            options.out = value;
            break;
        case OptionName::Verify:
            options.verify = true;
            break;
        case OptionName::Stage:
            set(options.stage, kStages, name, value);
            break;
        case OptionName::Stdlib:
            options.stdlib = value;
            break;
        case OptionName::Lang:
            set(options.language, kLanguages, name, value);
            break;
        case OptionName::Color:
            set(options.color, kColors, name, value);
            break;
        case OptionName::Quiet:
            options.quiet = true;
            break;
        case OptionName::Help:
            options.help = true;
            break;
        case OptionName::Version:
            options.version = true;
            break;
        }
    }

private:
    template <class Value, class Choices>
    void set(Value& target, const Choices& choices, OptionName name, const std::string& value) {
        if (const auto chosen = choose(choices, value)) {
            target = *chosen;
        } else {
            wrongValue(name, value);
        }
    }

    void readFormat(const std::string& value) {
        const std::size_t equals = value.find('=');
        const auto format = choose(kFormats, std::string_view(value).substr(0, equals));
        if (!format) {
            wrongValue(OptionName::Format, value);
            return;
        }
        parsed_.options.formats.push_back(
            {*format, equals == std::string::npos ? "" : value.substr(equals + 1)});
    }

    void readProducts(const std::string& value) {
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t comma = std::min(value.find(',', begin), value.size());
            const std::string_view word = std::string_view(value).substr(begin, comma - begin);
            if (word == kAllProducts) {
                for (const auto& choice : kProducts) {
                    add(choice.value);
                }
            } else if (const auto product = choose(kProducts, word)) {
                add(*product);
            } else {
                wrongValue(OptionName::Emit, std::string(word));
            }
            begin = comma + 1;
        }
    }

    void add(Product product) {
        std::vector<Product>& products = parsed_.options.products;
        if (std::find(products.begin(), products.end(), product) == products.end()) {
            products.push_back(product);
        }
    }

    void wrongValue(OptionName name, const std::string& value) {
        const OptionRow& row = rowOf(name);
        parsed_.errors.push_back(
            make<Diag::UnknownOptionValue>({}, dashed(row), value, belongsBehind(row)));
    }

    ParsedOptions& parsed_;
};

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
    unsigned seen = 0;
    for (const Given& given : line.options) {
        const unsigned bit = 1U << static_cast<unsigned>(given.row->name);
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
    case Command::Test:
        return {1, kAny, {Wording::AFile, Wording::AFile}};
    case Command::Build:
        return {1, kAny, {Wording::AProtocolFile, Wording::AProtocolFile}};
    case Command::Prove:
        return {2, 2, {Wording::AProtocolFile, Wording::RequirementText}};
    case Command::Decide:
    case Command::Dump:
        return {1, 1, {Wording::AProtocolFile, Wording::AProtocolFile}};
    case Command::Explain:
        return {1, 1, {Wording::AnIdentifier, Wording::AnIdentifier}};
    case Command::Help:
        return {0, 1, {}};
    }
    return {};
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
    const auto needs = [&](OptionName name) {
        parsed.errors.push_back(make<Diag::NothingAsked>({}, command, dashed(rowOf(name))));
    };
    if (options.command == Command::Build) {
        if (options.products.empty()) {
            needs(OptionName::Emit);
        }
        if (options.out.empty()) {
            needs(OptionName::Out);
        }
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
    Reader reader(parsed);
    for (const auto& [name, values] : collect(line.options)) {
        for (const std::string& value : values) {
            reader.read(name, value);
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
