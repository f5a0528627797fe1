#pragma once

#include "diagnostics/phrases.h"
#include "emit/layout.h"

#include <string>
#include <string_view>

namespace meldc::emit {

/// Writes a page of `explain` as Markdown in one language.
class MarkdownWriter {
public:
    explicit MarkdownWriter(support::Language language) : language_(language) {}

    void title(const support::Localized& text) { out_ += "# " + in(text) + "\n"; }
    void heading(const support::Localized& text) { out_ += "\n## " + in(text) + "\n\n"; }
    void heading(diagnostics::Phrase which) { heading(diagnostics::phrase(which)); }
    /// A text as a sentence.
    void paragraph(const support::Localized& text) {
        out_ += wrapped(in(diagnostics::sentence(text)), "", "");
    }
    void item(const support::Localized& text) { out_ += wrapped(in(text), "- ", "  "); }
    void code(std::string_view text) {
        out_ += "```meld\n";
        out_ += text;
        if (!text.ends_with('\n')) {
            out_ += '\n';
        }
        out_ += "```\n";
    }
    void gap() { out_ += '\n'; }
    [[nodiscard]] std::string in(const support::Localized& text) const { return text.in(language_); }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    support::Language language_;
    std::string out_;
};

} // namespace meldc::emit
