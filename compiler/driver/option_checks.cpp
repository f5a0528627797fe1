#include "driver/option_checks.h"

#include "diagnostics/wording.h"
#include "driver/files.h"
#include "driver/option_table.h"
#include "driver/option_values.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using diagnostics::wording;

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

} // namespace

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
    if (options.timeline && (options.date || options.daysAhead)) {
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
        if (options.oneCase && options.caseForm) {
            exclude(dashed(rowOf(OptionName::Case)), dashed(rowOf(OptionName::Input)));
        }
        // Many answers are lines, which come one by one: in no file that must be whole, and in no other words.
        for (const FormatRequest& request : options.formats) {
            const bool isLines = request.format == Format::Json || request.format == Format::Csv;
            const bool isFile = !request.file.empty() && request.file != kStandardInput;
            if (!options.oneCase && (!isLines || isFile)) {
                exclude(dashed(rowOf(OptionName::Format)) + " " + std::string(spelling(request.format)) +
                            (isFile ? "=" + request.file : ""),
                        dashed(rowOf(OptionName::Cases)));
            }
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

bool isDocument(Product product) {
    return product >= Product::Protocol && product <= Product::Web;
}

bool writesWord(const Options& options) {
    const auto has = [](const auto& list, auto one) { return std::find(list.begin(), list.end(), one) != list.end(); };
    return options.command == Command::Report
               ? has(options.products, Product::Docx)
               : std::any_of(options.products.begin(), options.products.end(), isDocument) &&
                     (options.documentForms.empty() || has(options.documentForms, DocumentForm::Docx));
}

} // namespace meldc::driver
