#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace meldc::syntax {

/// The keywords of the language, in the order of the lexer. Their spellings stand in
/// grammar/MeldLexer.g4 and nowhere else.
enum class Keyword : std::uint8_t {
#define KEYWORD(name, token, spelling, second) name,
#include "syntax/keywords.inc"
#undef KEYWORD
};

/// Number of keywords.
inline constexpr std::size_t kKeywordCount = 0
#define KEYWORD(name, token, spelling, second) +1
#include "syntax/keywords.inc"
#undef KEYWORD
    ;

/// How the keyword is written.
[[nodiscard]] std::string_view spelling(Keyword keyword);

/// Its second spelling (the singular of a unit of time, say); the first when it has one only.
[[nodiscard]] std::string_view secondSpelling(Keyword keyword);

/// The keyword that is written like this, if any.
[[nodiscard]] std::optional<Keyword> keywordSpelt(std::string_view text);

} // namespace meldc::syntax
