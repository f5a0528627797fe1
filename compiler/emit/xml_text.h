#pragma once

#include <string>
#include <string_view>

namespace meldc::emit {

/// The text with U+FFFD in place of what would not be shown as itself: characters that XML does not
/// have, bytes that are no UTF-8, and marks that turn the direction of what stands around them. With
/// `keepBreaks` tabs and line feeds stay, else they are blanks.
[[nodiscard]] std::string shownText(std::string_view text, bool keepBreaks = false);

/// The same, tabs and line feeds kept, as it stands between tags or in an attribute of XML and HTML: with
/// & < > and " escaped.
[[nodiscard]] std::string markupText(std::string_view text);

} // namespace meldc::emit
