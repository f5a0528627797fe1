#include "driver/usage.h"

#include "diagnostics/phrases.h"
#include "driver/option_table.h"
#include "pipeline/version.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::driver {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

/// Room for the left column of a list.
constexpr std::size_t kWidest = 34;

class Page {
public:
    explicit Page(Language language) : language_(language) {}

    void line(const support::Localized& text) { text_ += text.in(language_) + "\n"; }
    void line(const std::string& text) { text_ += text + "\n"; }
    void gap() { text_ += "\n"; }

    /// A word with what it means beside it, or below it when it is long.
    void entry(std::string_view word, std::string_view meaning) {
        text_ += "  " + std::string(word);
        const std::size_t width = support::displayWidth(word);
        text_ += std::string(width < kWidest ? kWidest - width : 2, ' ');
        text_ += std::string(meaning) + "\n";
    }

    [[nodiscard]] std::string take() { return std::move(text_); }
    [[nodiscard]] Language language() const { return language_; }

private:
    Language language_;
    std::string text_;
};

std::string withValue(const OptionRow& row, Language language) {
    std::string result = "--" + std::string(row.spelling);
    if (row.takes != Takes::Flag) {
        result += " " + std::string(row.value(language));
    }
    return result;
}

void exitCodes(Page& page) {
    page.line(phrase(Phrase::UsageExitCodes));
    page.entry("0", phrase(Phrase::UsageExitDone).in(page.language()));
    page.entry("1", phrase(Phrase::UsageExitFindings).in(page.language()));
    page.entry("2", phrase(Phrase::UsageExitWrong).in(page.language()));
    page.entry("3", phrase(Phrase::UsageExitInternal).in(page.language()));
}

/// An option that so many commands use is told in the overview.
constexpr auto kCommonToCommands = 5;

} // namespace

std::string overview(Language language) {
    Page page(language);
    page.line(phrase(Phrase::UsageTitle, versionLine()));
    page.gap();
    page.line(phrase(Phrase::UsageLine));
    page.gap();
    page.line(phrase(Phrase::UsageCommands));
    for (const CommandRow& row : commandRows()) {
        page.entry(std::string(row.spelling) + " " + std::string(row.operands),
                   row.summary(language));
    }
    page.gap();
    page.line(phrase(Phrase::UsageOperands));
    page.gap();
    page.line(phrase(Phrase::UsageCommonOptions));
    for (const OptionRow& row : optionRows()) {
        const auto users =
            std::count_if(commandRows().begin(), commandRows().end(),
                          [&](const CommandRow& command) { return row.usedBy(command.name); });
        if (users >= kCommonToCommands) {
            page.entry(withValue(row, language), row.does(language));
        }
    }
    page.gap();
    exitCodes(page);
    page.gap();
    page.line(phrase(Phrase::UsageMore));
    return page.take();
}

std::string usageOf(Command command, Language language) {
    Page page(language);
    const CommandRow& row = commandRows()[static_cast<std::size_t>(command)];
    page.line(diagnostics::sentence(support::Localized{std::string(row.nl), std::string(row.en)}));
    page.gap();
    page.line(phrase(Phrase::UsageCommandLine, row.spelling, row.operands));
    page.gap();
    page.line(phrase(Phrase::UsageExamples));
    for (const ExampleRow& example : exampleRows()) {
        if (example.command == command) {
            page.line("  " + std::string(example.line));
            page.line("      " + std::string(example.does(language)));
        }
    }
    page.gap();
    page.line(phrase(Phrase::UsageOptions));
    for (const OptionRow& option : optionRows()) {
        if (option.usedBy(command)) {
            page.entry(withValue(option, language), option.does(language));
        }
    }
    page.gap();
    exitCodes(page);
    return page.take();
}

std::string versionLine() {
    return "meldc " + pipeline::versionNumber();
}

} // namespace meldc::driver
