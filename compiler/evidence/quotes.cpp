#include "evidence/quotes.h"

#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::evidence {

namespace {

/// Adds lines until there are too many; then only counts them.
class Quoter {
public:
    void add(std::uint32_t number, std::string_view line) {
        const std::size_t width = support::displayWidth(line);
        const bool fits =
            quotation_.lines.empty() || (quotation_.lines.size() < support::kMaxQuotedLines &&
                                         width_ + width <= support::kMaxQuotedColumns);
        if (!fits || quotation_.more > 0) {
            ++quotation_.more;
            return;
        }
        width_ += width;
        quotation_.lines.push_back({number, support::shortened(line, support::kMaxQuotedLine)});
    }

    [[nodiscard]] Quotation take() { return std::move(quotation_); }

private:
    Quotation quotation_;
    std::size_t width_ = 0;
};

std::string_view trimmed(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\v\f";
    const std::size_t begin = line.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    return line.substr(begin, line.find_last_not_of(kBlanks) - begin + 1);
}

} // namespace

void Quotes::add(const std::string& document, const LineRange& cited, const Text& text,
                 const LineRange& now) {
    lines_.insert_or_assign({document, cited.first, cited.last}, Passage{&text, now});
}

void Quotes::add(const std::string& document, const std::string& heading,
                 std::optional<std::uint32_t> alinea, const Text& text, const LineRange& now) {
    headings_.insert_or_assign({document, heading, alinea.value_or(0)}, Passage{&text, now});
}

Quotation Quotes::of(support::Span statement, const model::Place& place) const {
    Quoter quoter;
    const auto add = [&](const Passage& passage) {
        for (std::uint32_t line = passage.lines.first; line <= passage.lines.last; ++line) {
            if (passage.text->hasText(line)) {
                quoter.add(line, trimmed(passage.text->line(line)));
            }
        }
    };
    if (searches_.contains(statement)) {
        return {};
    }
    for (const LineRange& range : place.lines) {
        if (const auto at = lines_.find({place.document, range.first, range.last});
            at != lines_.end()) {
            add(at->second);
        }
    }
    if (!place.heading.empty()) {
        if (const auto at =
                headings_.find({place.document, place.heading, place.alinea.value_or(0)});
            at != headings_.end()) {
            add(at->second);
        }
    }
    return quoter.take();
}

std::vector<const Quotes::Passage*> Quotes::passagesOf(const model::Place& place) const {
    std::vector<const Passage*> passages;
    for (const LineRange& range : place.lines) {
        const auto at = lines_.find({place.document, range.first, range.last});
        if (at == lines_.end()) {
            return {};
        }
        passages.push_back(&at->second);
    }
    if (!place.heading.empty()) {
        const auto at = headings_.find({place.document, place.heading, place.alinea.value_or(0)});
        if (at == headings_.end()) {
            return {};
        }
        passages.push_back(&at->second);
    }
    return passages;
}

std::string Quotes::digest(const model::Place& place) const {
    std::string digests;
    for (const Passage* passage : passagesOf(place)) {
        digests += passage->text->digest(passage->lines);
    }
    return digests;
}

} // namespace meldc::evidence
