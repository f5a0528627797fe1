#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// UTF-8 text: is it well formed, how wide is it shown, which spelling of an accent does it use.
namespace meldc::support {

/// The byte-order mark U+FEFF in UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// One decoded code point. `size` is its number of bytes; 0 when the bytes are not UTF-8.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;
};

/// Decodes the code point that starts at `offset`. Refuses overlong forms, surrogates, values over
/// U+10FFFF and cut-off sequences (then size is 0).
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t offset);

/// Appends `value` in UTF-8 to `text`.
void append(std::string& text, char32_t value);

/// Offset of the first byte that does not begin a well-formed sequence, or nothing.
[[nodiscard]] std::optional<std::size_t> firstInvalidUtf8(std::string_view text);

/// The text without a byte-order mark at its start.
[[nodiscard]] std::string_view stripByteOrderMark(std::string_view text);

/// The text without blanks and tabs around it.
[[nodiscard]] std::string_view withoutBlanks(std::string_view text);

/// The text with CRLF and lone CR replaced by LF.
[[nodiscard]] std::string normaliseLineEnds(std::string_view text);

/// The text with each Latin letter followed by combining marks (U+0300 and on) replaced by the
/// single composed letter where Unicode has one: "cli" "e" U+0308 "nt" equals "cliënt" afterwards.
/// What cannot be composed stays. Byte offsets change: compose names, not whole files.
[[nodiscard]] std::string composeAccents(std::string_view text);

/// Offset of the first control character other than tab and line feed (NUL, escape, …, also
/// U+0080-009F and the invisible direction marks U+202A-202E, U+2066-2069), or nothing.
[[nodiscard]] std::optional<std::size_t> firstControlCharacter(std::string_view text);

/// Number of columns in which a terminal shows `text`: combining marks 0, CJK 2. What cannot be
/// shown (control characters, bytes that are not UTF-8) counts 1, as printable() replaces it.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// The text made safe to show: control characters and bytes that are not UTF-8 become U+FFFD,
/// tabs and line feeds a blank. The result is well-formed UTF-8 on one line.
[[nodiscard]] std::string printable(std::string_view text);

/// The text with each byte that is not UTF-8 as "\\xFF": another text for other bytes, where
/// printable() gives the same.
[[nodiscard]] std::string escaped(std::string_view text);

/// printable() text, cut with an ellipsis when wider than `columns` display columns.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

} // namespace meldc::support
