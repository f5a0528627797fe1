#include "driver/manual.h"

#include "diagnostics/phrases.h"
#include "driver/option_table.h"
#include "driver/usage.h"

#include <cctype>

namespace meldc::driver {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

/// Text for troff: hyphens stay hyphens, and no line begins a request.
std::string troff(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if ((letter == '.' || letter == '\'') && (result.empty() || result.back() == '\n')) {
            result += "\\&";
        }
        switch (letter) {
        case '\\':
            result += "\\e";
            break;
        case '-':
            result += "\\-";
            break;
        case '~':
            result += "\\(ti";
            break;
        case '^':
            result += "\\(ha";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

std::string capitals(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        result += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return result;
}

class ManualWriter {
public:
    ManualWriter(Command command, Language language)
        : row_(commandRows()[static_cast<std::size_t>(command)]), language_(language) {}

    std::string run() {
        const std::string name(row_.spelling);
        line(".TH MELDC\\-" + capitals(name) + " 1 \"\" \"" + troff(versionLine()) + "\"");
        section(Phrase::ManualName);
        line("meldc\\-" + name + " \\- " + troff(row_.summary(language_)));
        section(Phrase::ManualSynopsis);
        line(".B meldc " + name);
        line(".RI [ " + in(Phrase::ManualOptions) + " ]");
        if (!row_.operands.empty()) {
            line(".I " + troff(row_.operands));
        }
        section(Phrase::ManualOptionsTitle);
        for (const OptionRow& option : optionRows()) {
            if (option.usedBy(row_.name)) {
                this->option(option);
            }
        }
        section(Phrase::ManualExamples);
        for (const ExampleRow& example : exampleRows()) {
            if (example.command == row_.name) {
                line(".TP");
                line(".B " + troff(example.line));
                line(sentence(example.does(language_)));
            }
        }
        section(Phrase::ManualExit);
        exitCode("0", Phrase::UsageExitDone);
        exitCode("1", Phrase::UsageExitFindings);
        exitCode("2", Phrase::UsageExitWrong);
        exitCode("3", Phrase::UsageExitInternal);
        section(Phrase::ManualSeeAlso);
        line(".BR meldc (1)");
        return std::move(text_);
    }

private:
    void option(const OptionRow& option) {
        line(".TP");
        const std::string spelt = ".BI \\-\\-" + troff(option.spelling);
        line(option.takes == Takes::Flag ? ".B \\-\\-" + troff(option.spelling)
                                         : spelt + " \" " + troff(option.value(language_)) + "\"");
        line(sentence(option.does(language_)));
    }

    void exitCode(const std::string& code, Phrase meaning) {
        line(".TP");
        line(".B " + code);
        line(sentence(in(meaning)));
    }

    void section(Phrase title) { line(".SH " + in(title)); }
    void line(const std::string& text) { text_ += text + "\n"; }
    [[nodiscard]] std::string in(Phrase id) const { return phrase(id).in(language_); }
    static std::string sentence(std::string_view text) {
        return troff(diagnostics::sentence(support::same(std::string(text))).nl);
    }

    const CommandRow& row_;
    Language language_;
    std::string text_;
};

} // namespace

std::string manualPage(Command command, Language language) {
    return ManualWriter(command, language).run();
}

} // namespace meldc::driver
