#include "syntax/dates.h"
#include "driver/option_values.h"

#include "diagnostics/wording.h"

#include <algorithm>
#include <array>

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;
using support::Language;

namespace {

template <class Value> struct Choice {
    std::string_view spelling;
    Value value;
};

constexpr auto kFormats = std::to_array<Choice<Format>>(
    {{"text", Format::Text}, {"plain", Format::Plain}, {"json", Format::Json}, {"html", Format::Html}});
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
/// Which command writes it, and whether it is among those that "all" stands for.
struct ProductChoice {
    std::string_view spelling;
    Product value;
    bool byBuild;
    bool byReport;
    bool isInAll;

    [[nodiscard]] bool isOf(Command command) const {
        return command == Command::Report ? byReport : byBuild;
    }
};
// A form is made once and then kept by people: it comes only when it is asked for by name.
constexpr auto kProducts = std::to_array<ProductChoice>({{"json", Product::Json, true, true, true},
                                                         {"html", Product::Html, true, true, true},
                                                         {"aid", Product::Aid, true, false, true},
                                                         {"csv", Product::Csv, false, true, true},
                                                         {"form", Product::Form, false, true, false}});
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

/// "json,html|all"
std::string productsOf(Command command) {
    std::string words;
    for (const ProductChoice& choice : kProducts) {
        if (choice.isOf(command)) {
            words += (words.empty() ? "" : ",") + std::string(choice.spelling);
        }
    }
    return words + "|" + std::string(kAllProducts);
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
                parsed_.errors.push_back(syntax::wrongDate({}, value));
            }
            break;
        case OptionName::Timeline:
            options.timeline = true;
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
        case OptionName::Items:
            options.items = value;
            break;
        case OptionName::Judgements:
            options.judgements = value;
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
        case OptionName::Documents:
            options.documents = value;
            break;
        case OptionName::Lock:
            options.lock = true;
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
        if (!format || equals + 1 == value.size()) {
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
            bool isKnown = false;
            for (const ProductChoice& choice : kProducts) {
                const bool isMeant = word == choice.spelling || (word == kAllProducts && choice.isInAll);
                if (isMeant && choice.isOf(parsed_.options.command)) {
                    add(choice.value);
                    isKnown = true;
                }
            }
            if (!isKnown) {
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
            make<Diag::UnknownOptionValue>({}, dashed(row), value, belongsBehind(row, parsed_.options.command)));
    }

    ParsedOptions& parsed_;
};

} // namespace

support::Localized belongsBehind(const OptionRow& row, Command command) {
    using diagnostics::Wording;
    using diagnostics::wording;
    switch (row.name) {
    case OptionName::Date:
        return wording(Wording::ADate);
    case OptionName::Cases:
    case OptionName::Items:
    case OptionName::Judgements:
        return wording(Wording::AnInputFile);
    case OptionName::Emit:
        return wording(Wording::OneOfThese, {productsOf(command)});
    case OptionName::Case:
        return wording(Wording::FactsOfACase);
    case OptionName::Documents:
    case OptionName::Out:
    case OptionName::Stdlib:
        return wording(Wording::AFolder);
    default:
        break;
    }
    if (row.takes == Takes::Flag) {
        return wording(Wording::NothingBehindIt);
    }
    support::Localized result = wording(Wording::OneOfThese, {row.value(Language::Dutch)});
    result.en = wording(Wording::OneOfThese, {row.value(Language::English)}).en;
    return result;
}

std::string dashed(const OptionRow& row) {
    return "--" + std::string(row.spelling);
}

void readValue(ParsedOptions& parsed, OptionName name, const std::string& value) {
    Reader(parsed).read(name, value);
}

} // namespace meldc::driver
