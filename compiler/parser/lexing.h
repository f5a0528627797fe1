#pragma once

#include "parser/token_stream.h"

#include <string_view>
#include <vector>

namespace meldc::parser {

/// The tokens of a text, without blanks and comments, ending in an end mark. `text` is valid UTF-8
/// and must outlive the tokens.
[[nodiscard]] std::vector<SourceToken> lex(std::string_view text);

} // namespace meldc::parser
