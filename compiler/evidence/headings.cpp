#include "evidence/headings.h"

#include "support/utf8.h"

#include <algorithm>
#include <iterator>

namespace meldc::evidence {

namespace {

bool isBlank(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\v' || letter == '\f';
}

/// Accents composed, blanks single, none at the ends.
std::string plain(std::string_view line) {
    std::string result;
    for (const char letter : support::composeAccents(line)) {
        if (!isBlank(letter)) {
            result += letter;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::string_view withoutFirst(std::string_view line, std::string_view letters) {
    const std::size_t begin = line.find_first_not_of(letters);
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

/// "## 2.1 Title" without "## " and "2.1 ".
std::string_view withoutMarks(std::string_view line) {
    std::string_view rest = withoutFirst(withoutFirst(line, "#"), " ");
    const std::string_view behindNumber = withoutFirst(rest, "0123456789.)");
    const bool isNumbered = behindNumber.size() < rest.size() && behindNumber.starts_with(' ');
    return isNumbered ? withoutFirst(behindNumber, " ") : rest;
}

} // namespace

Outline::Outline(const Text& text) {
    for (std::uint32_t number = 1; number <= text.lineCount(); ++number) {
        if (!text.hasText(number)) {
            continue;
        }
        const std::string line = plain(text.line(number));
        same_[line].push_back(number);
        const std::string_view rest = withoutMarks(line);
        if (!rest.empty() && rest.size() < line.size()) {
            alike_[std::string(rest)].push_back(number);
        }
        if (!paragraphs_.empty() && paragraphs_.back().last + 1 == number) {
            paragraphs_.back().last = number;
        } else {
            paragraphs_.push_back({number, number});
        }
    }
}

std::vector<std::uint32_t> Outline::findHeading(std::string_view heading) const {
    const std::string wanted = plain(heading);
    for (const Lines* lines : {&same_, &alike_}) {
        if (const auto at = lines->find(wanted); at != lines->end()) {
            return at->second;
        }
    }
    return {};
}

std::optional<LineRange> Outline::paragraphBelow(std::uint32_t line, std::uint32_t number) const {
    if (number == 0) {
        return std::nullopt;
    }
    auto at = std::upper_bound(
        paragraphs_.begin(), paragraphs_.end(), line,
        [](std::uint32_t wanted, const LineRange& each) { return wanted < each.first; });
    const bool isBelowDirectly = at != paragraphs_.begin() && std::prev(at)->last > line;
    if (isBelowDirectly && number == 1) {
        return LineRange{line + 1, std::prev(at)->last};
    }
    const std::size_t further = number - (isBelowDirectly ? 2U : 1U);
    if (further >= static_cast<std::size_t>(paragraphs_.end() - at)) {
        return std::nullopt;
    }
    return at[static_cast<std::ptrdiff_t>(further)];
}

} // namespace meldc::evidence
