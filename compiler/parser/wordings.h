#pragma once

#include "parser/foresight.h"
#include "parser/token_stream.h"
#include "support/localized.h"

#include <antlr4-runtime.h>

#include <optional>
#include <string_view>
#include <vector>

/// Tokens in words, for messages.
namespace meldc::parser {

/// What stands there: the text of the token in backticks, or "het einde van het bestand".
[[nodiscard]] support::Localized foundInWords(const SourceToken& token);

/// What may stand somewhere: "een naam, `{` of een nieuwe regel". At most eight things, the
/// likeliest first. `starts` are the words that begin the next line of the block, `fields` those
/// that name a field in a norm.
[[nodiscard]] support::Localized expectedInWords(const Foresight& foresight,
                                                 const antlr4::misc::IntervalSet& starts,
                                                 const antlr4::misc::IntervalSet& fields);

/// The keyword out of `types` that `word` was probably meant to be.
[[nodiscard]] std::optional<std::size_t> nearestKeyword(std::string_view word,
                                                        const std::vector<std::size_t>& types);

/// The token types of a set, rising.
[[nodiscard]] std::vector<std::size_t> typesIn(const antlr4::misc::IntervalSet& set);

/// How a token type is written, when there is one way: "{", "stap". Else empty.
[[nodiscard]] std::string_view spellingOf(std::size_t type);

} // namespace meldc::parser
