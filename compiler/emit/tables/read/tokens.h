#pragma once

#include "emit/tables/read/said.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit {

/// How a language writes what is no word or sign.
struct TokenRules {
    /// What begins a comment, up to the end of the line.
    std::string_view comment;
    /// What stands around a text.
    char quote;
    /// A backslash takes the next sign as it is; else the quote is doubled.
    bool hasEscapes;
};

/// Words, signs and texts of a program, read one behind the other. The first thing that does not fit stops the
/// reading: from then on nothing fits.
class Tokens {
public:
    Tokens(std::string_view text, const TokenRules& rules);

    /// The next tokens are these words and signs: they are passed. Otherwise reading stops.
    void expect(std::string_view words);
    /// Whether the next tokens are these; they are passed then.
    bool take(std::string_view words);
    /// The next word, or text, which is passed; reading stops when it is none.
    std::string word();
    std::string text();
    /// The comments before the next token, without what begins them.
    [[nodiscard]] const std::vector<std::string>& comments() const { return tokens_[at_].comments; }
    /// Nothing is left.
    void expectEnd();
    /// Something does not fit here.
    void fail(std::string wanted);

    [[nodiscard]] bool isStopped() const { return stop_.has_value(); }
    /// Where reading stopped.
    [[nodiscard]] const std::optional<ReadDifference>& stop() const { return stop_; }

private:
    enum class Kind : std::uint8_t { Word, Sign, Text, End };
    struct Token {
        Kind kind = Kind::End;
        std::string text;
        std::size_t line = 1;
        std::vector<std::string> comments;
    };

    [[nodiscard]] static std::vector<Token> tokensOf(std::string_view text, const TokenRules& rules);
    std::string next(Kind kind, std::string_view wanted);
    /// How many tokens of `words` stand next.
    [[nodiscard]] std::size_t matching(const std::vector<Token>& words) const;

    TokenRules rules_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::optional<ReadDifference> stop_;
};

} // namespace meldc::emit
