#include "driver/option_values.h"

#include "diagnostics/wording.h"
#include "driver/files.h"
#include "driver/option_choices.h"
#include "support/limits.h"
#include "syntax/dates.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;
using support::Language;

namespace {

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

/// A whole number from 1 to `most`.
std::optional<std::size_t> numberIn(std::string_view text, std::size_t most) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

constexpr std::string_view kMeldEnding = ".meld";
/// All hundredths.
constexpr std::size_t kWhole = 100;

/// Turns words into values; what has no value is told.
class Reader {
public:
    explicit Reader(ParsedOptions& parsed) : parsed_(parsed) {}

    void read(OptionName name, const std::string& value) {
        Options& options = parsed_.options;
        switch (name) {
        case OptionName::Date:
            readDate(value);
            break;
        case OptionName::Since:
            options.since = value;
            break;
        case OptionName::Save:
            readMeldFile(options.save, name, value);
            break;
        case OptionName::Generate:
            readMeldFile(options.generate, name, value);
            break;
        case OptionName::MinCoverage:
            readShares(value);
            break;
        case OptionName::ToDate:
            readDay(options.newDate, value);
            break;
        case OptionName::SinceDate:
            readDay(options.sinceDate, value);
            break;
        case OptionName::ToStdlib:
            options.newStdlib = value;
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
        case OptionName::Input:
            set(options.caseForm, kCaseForms, name, value);
            break;
        case OptionName::Case:
            options.oneCase = value;
            break;
        case OptionName::Emit:
            readProducts(value);
            break;
        case OptionName::As:
            readDocumentForms(value);
            break;
        case OptionName::Variant:
            set(options.variant, kVariants, name, value);
            break;
        case OptionName::Paper:
            set(options.paper, kPapers, name, value);
            break;
        case OptionName::Out:
            options.out = value;
            break;
        case OptionName::Sector:
            options.sector = value;
            break;
        case OptionName::Name:
            options.name = value;
            break;
        case OptionName::Ask:
            options.ask = true;
            break;
        case OptionName::Items:
            options.items = value;
            break;
        case OptionName::Judgements:
            options.judgements = value;
            break;
        case OptionName::Certificate:
            options.certificate = value;
            break;
        case OptionName::TemplateDocx:
            options.templateDocx = value;
            break;
        case OptionName::Template:
            options.templates.push_back(value);
            break;
        case OptionName::Published:
            options.published.push_back(value);
            break;
        case OptionName::Merge:
            options.merge = true;
            break;
        case OptionName::Shard:
            readShard(value);
            break;
        case OptionName::Compare:
            options.compare = value;
            break;
        case OptionName::Jobs:
            if (const auto jobs = numberIn(value, support::kMaxJobs)) {
                options.jobs = *jobs;
            } else {
                wrongValue(name, value);
            }
            break;
        case OptionName::Verify:
            options.verify = true;
            break;
        case OptionName::Completion:
            set(options.shell, kShells, name, value);
            break;
        case OptionName::Man:
            options.manual = true;
            break;
        case OptionName::ReadBack:
            options.readBack = true;
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

    /// A day, or "+180d".
    void readDate(const std::string& value) {
        Options& options = parsed_.options;
        if (!value.starts_with('+')) {
            readDay(options.date, value);
            return;
        }
        const std::string_view number = std::string_view(value).substr(1, value.size() - 2);
        const auto days = value.ends_with('d') ? numberIn(number, support::kMaxDaysAhead) : std::nullopt;
        if (days) {
            options.daysAhead = static_cast<int>(*days);
        } else {
            wrongValue(OptionName::Date, value);
        }
    }

    void readDay(std::optional<support::Date>& target, const std::string& value) {
        target = support::Date::parse(value);
        if (!target) {
            parsed_.errors.push_back(syntax::wrongDate({}, value));
        }
    }

    void readMeldFile(std::string& target, OptionName name, const std::string& value) {
        if (value == kStandardInput || value.ends_with(kMeldEnding)) {
            target = value;
        } else {
            wrongValue(name, value);
        }
    }

    /// "80", or "rows=100,norms=80".
    void readShares(const std::string& value) {
        emit::LeastCoverage least{};
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t comma = std::min(value.find(',', begin), value.size());
            const std::string_view word = std::string_view(value).substr(begin, comma - begin);
            const std::size_t equals = word.find('=');
            const auto share = numberIn(word.substr(equals == word.npos ? 0 : equals + 1), kWhole);
            bool isKnown = false;
            for (std::size_t kind = 0; kind < emit::kCoverageKindCount; ++kind) {
                if (equals == word.npos || word.substr(0, equals) == emit::kCoverageKinds[kind]) {
                    least[kind] = share;
                    isKnown = true;
                }
            }
            if (!isKnown || !share) {
                wrongValue(OptionName::MinCoverage, value);
                return;
            }
            begin = comma + 1;
        }
        parsed_.options.leastCoverage = least;
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

    void readDocumentForms(const std::string& value) {
        std::vector<DocumentForm>& forms = parsed_.options.documentForms;
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t comma = std::min(value.find(',', begin), value.size());
            const std::string_view word = std::string_view(value).substr(begin, comma - begin);
            const auto form = choose(kDocumentForms, word);
            if (!form) {
                wrongValue(OptionName::As, std::string(word));
            } else if (std::find(forms.begin(), forms.end(), *form) == forms.end()) {
                forms.push_back(*form);
            }
            begin = comma + 1;
        }
    }

    void readShard(const std::string& value) {
        const std::size_t slash = value.find('/');
        const std::string_view text = value;
        const auto of = slash == std::string::npos
                            ? std::nullopt
                            : numberIn(text.substr(slash + 1), support::kMaxShards);
        const auto part = of ? numberIn(text.substr(0, slash), *of) : std::nullopt;
        if (part) {
            parsed_.options.shard = ShardChoice{*part, *of};
        } else {
            wrongValue(OptionName::Shard, value);
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
        return wording(Wording::ADateOrDays);
    case OptionName::ToDate:
    case OptionName::SinceDate:
        return wording(Wording::ADate);
    case OptionName::Since:
        return wording(Wording::ARevision);
    case OptionName::Save:
    case OptionName::Generate:
        return wording(Wording::AMeldFile);
    case OptionName::MinCoverage:
        return wording(Wording::AShare);
    case OptionName::Cases:
    case OptionName::Items:
    case OptionName::Judgements:
    case OptionName::Certificate:
    case OptionName::TemplateDocx:
    case OptionName::Template:
    case OptionName::Published:
    case OptionName::Compare:
        return wording(Wording::AnInputFile);
    case OptionName::Shard:
        return wording(Wording::APart);
    case OptionName::Jobs:
        return wording(Wording::ANumberOfProcesses, {std::to_string(support::kMaxJobs)});
    case OptionName::Emit:
        return wording(Wording::OneOfThese, {productsOf(command)});
    case OptionName::Case:
        return wording(Wording::FactsOfACase);
    case OptionName::Documents:
    case OptionName::Out:
    case OptionName::Stdlib:
    case OptionName::ToStdlib:
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
