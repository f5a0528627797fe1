#pragma once

#include "evidence/text.h"
#include "support/span.h"

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace meldc::evidence {

/// One line of a document, fit to be shown.
struct QuotedLine {
    std::uint32_t number = 0;
    std::string text;

    friend bool operator==(const QuotedLine&, const QuotedLine&) = default;
};

/// Whole lines of a document in their order, those without text left out.
struct Quotation {
    std::vector<QuotedLine> lines;
    /// Number of further lines with text that were left out because there were too many.
    std::size_t more = 0;

    [[nodiscard]] bool isEmpty() const { return lines.empty(); }
    friend bool operator==(const Quotation&, const Quotation&) = default;
};

/// What the places that a protocol names say in the texts at hand.
class Quotes {
public:
    /// What a document says on these lines.
    void add(const std::string& document, const LineRange& cited, const Text& text,
             const LineRange& now);
    /// What it says at a heading.
    void add(const std::string& document, const std::string& heading,
             std::optional<std::uint32_t> alinea, const Text& text, const LineRange& now);
    /// The statement at this place only says that something is not there: it is not quoted for.
    void addSearch(support::Span statement) { searches_.insert(statement); }

    /// The words at a place that a statement names, bounded in lines and width. Empty when they are
    /// not known, do not exist or were changed since they were recorded.
    [[nodiscard]] Quotation of(support::Span statement, const model::Place& place) const;

    /// A digest of the words at a place, all of them, also where something was looked for in vain.
    /// Empty in the cases in which nothing can be quoted.
    [[nodiscard]] std::string digest(const model::Place& place) const;

private:
    struct Passage {
        const Text* text;
        LineRange lines;
    };
    /// The passages of a place in its order; empty when one of them is not known.
    [[nodiscard]] std::vector<const Passage*> passagesOf(const model::Place& place) const;

    std::map<std::tuple<std::string, std::uint32_t, std::uint32_t>, Passage> lines_;
    std::map<std::tuple<std::string, std::string, std::uint32_t>, Passage> headings_;
    std::set<support::Span> searches_;
};

} // namespace meldc::evidence
