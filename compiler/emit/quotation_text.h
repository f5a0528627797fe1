#pragma once

#include "emit/places.h"
#include "evidence/examine.h"

/// What documents say, as text.
namespace meldc::emit {

/// The lines of a quotation below a place, each behind a bar and its number; further lines are
/// counted. Empty for none. `indent` stands before each.
[[nodiscard]] std::string quotedBelow(const evidence::Quotation& quotation,
                                      support::Language language, std::string_view indent);

/// The lines of a quotation behind one another, between quotation marks.
[[nodiscard]] support::Localized quotedInLine(const evidence::Quotation& quotation);

/// One sentence about a document: its name, file, length, and how it stands to what was recorded.
[[nodiscard]] support::Localized told(const evidence::DocumentState& document);

/// Whether a document says something at one of the places.
[[nodiscard]] bool areQuoted(std::span<const At> places);

} // namespace meldc::emit
