#pragma once

#include "parser/messages.h"
#include "parser/token_stream.h"
#include "support/span.h"

#include <array>
#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

namespace meldc::parser {

/// What word processors make of the straight double quotation mark, opening or closing.
inline constexpr std::array<std::string_view, 6> kCurlyQuotes{"\u201C", "\u201D", "\u201E",
                                                              "\u201F", "\u00AB", "\u00BB"};
/// Single quotation marks, straight and curly.
inline constexpr std::array<std::string_view, 7> kSingleQuotes{
    "'", "\u2018", "\u2019", "\u201A", "\u201B", "\u2039", "\u203A"};

/// The tokens of a file after the mistakes were told and mended that can be seen without grammar.
/// A mended mistake is told once; the grammar then reads on as if it were not there.
struct Vetted {
    std::vector<SourceToken> tokens;
    /// Lines of which a mistake was told: what does not fit there is not told again.
    std::set<std::size_t> toldLines;
    /// How many `}` there are more than `{`, when it is not clear which.
    std::size_t surplusClosers = 0;
    /// False when the file is nested too deep to be read.
    bool isReadable = true;
};

/// Joins text between curly or single quotation marks and names with a hyphen in them, tells of
/// characters that only look like plain ones, closes text that is not closed on its line, drops
/// characters without meaning, and judges depth and braces.
[[nodiscard]] Vetted vet(std::vector<SourceToken> tokens, std::string_view text, support::FileId id,
                         Messages& messages);

/// Part of vet(): the deepest nesting, as the parser's recursion sees it, told when over the limit.
[[nodiscard]] bool isShallow(const std::vector<SourceToken>& tokens, support::FileId id,
                             Messages& messages);

/// Part of vet(): where braces do not pair, indentation shows which one is missing or too many.
/// Tells it and inserts or drops that brace.
void balanceBraces(Vetted& vetted, std::string_view text, support::FileId id, Messages& messages);

} // namespace meldc::parser
