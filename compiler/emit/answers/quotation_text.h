#pragma once

#include "emit/places.h"
#include "evidence/examine.h"

#include <set>
#include <string>
#include <utility>

/// What documents say, as text.
namespace meldc::emit {

/// Quotations below places, one after another: a line that was shown is not shown again.
class QuotedPlaces {
public:
    /// `indent` stands before each line.
    QuotedPlaces(support::Language language, std::string_view indent)
        : language_(language), indent_(indent) {}

    /// The lines that a document has at a place, each behind a bar and its number; further lines
    /// are counted. Empty when there is nothing new to show.
    [[nodiscard]] std::string below(const At& at);

private:
    support::Language language_;
    std::string indent_;
    /// Document and line.
    std::set<std::pair<std::string, std::uint32_t>> shown_;
};

/// The lines of a quotation behind one another, between quotation marks.
[[nodiscard]] support::Localized quotedInLine(const evidence::Quotation& quotation);

/// One sentence about a document: its name, file, length, and how it stands to what was recorded.
[[nodiscard]] support::Localized told(const evidence::DocumentState& document);

/// Whether a document says something at one of the places.
[[nodiscard]] bool areQuoted(std::span<const At> places);

} // namespace meldc::emit
