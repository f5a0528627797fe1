#pragma once

#include "parser/token_stream.h"

#include <string_view>
#include <vector>

namespace meldc::parser {

/// The tokens of a text, without blanks and comments, ending in an end mark. `text` is valid UTF-8
/// and must outlive the tokens.
///
/// Written by hand, because reading tokens is what a parser spends its time on: the generated lexer
/// takes longer than everything after it. grammar/MeldLexer.g4 says what the tokens are; a test
/// holds both lexers against each other. The one difference is meant: a keyword with its accents as
/// separate marks is the keyword.
[[nodiscard]] std::vector<SourceToken> lex(std::string_view text);

} // namespace meldc::parser
