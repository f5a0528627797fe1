#include "emit/explain/keyword_page.h"

#include "emit/markdown_writer.h"

#include <algorithm>
#include <vector>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

/// So many forms are told.
constexpr std::size_t kMostForms = 12;
/// How a row of a table begins whose first cell is a form, and what parts cells.
constexpr std::string_view kFormRow = "| `";
constexpr std::string_view kCellEnd = " | ";

bool isLetter(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || byte >= 0x80 ||
           letter == '_';
}

bool hasWord(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end]))) {
            return true;
        }
    }
    return false;
}

/// A cell without the signs that keep its bars from parting cells.
std::string unescaped(std::string_view cell) {
    std::string result;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const bool isSign = cell[at] == '\\' && at + 1 < cell.size() && cell[at + 1] == '|';
        if (!isSign) {
            result += cell[at];
        }
    }
    return result;
}

} // namespace

std::string keywordPage(std::string_view manual, std::string_view word, support::Language language) {
    std::vector<std::string> forms;
    while (!manual.empty()) {
        const std::size_t end = std::min(manual.find('\n'), manual.size());
        const std::string_view line = manual.substr(0, end);
        manual.remove_prefix(std::min(end + 1, manual.size()));
        const std::size_t cellEnd = line.find(kCellEnd, 1);
        if (!line.starts_with(kFormRow) || cellEnd == line.npos || forms.size() == kMostForms ||
            !hasWord(line.substr(0, cellEnd), word)) {
            continue;
        }
        const std::size_t form = kFormRow.size() - 1;
        const std::string_view rest = line.substr(cellEnd + kCellEnd.size());
        forms.push_back(unescaped(line.substr(form, cellEnd - form)) + ": " +
                        unescaped(rest.substr(0, rest.rfind(" |"))));
    }
    if (forms.empty()) {
        return {};
    }
    MarkdownWriter out(language);
    out.title(phrase(Phrase::ExplainKeyword, support::same(std::string(word))));
    out.gap();
    out.paragraph(phrase(Phrase::ExplainKeywordForms));
    out.gap();
    for (const std::string& form : forms) {
        out.item(support::same(form));
    }
    return out.take();
}

} // namespace meldc::emit
