#include "parser/lexing.h"

#include "MeldParser.h"
#include "support/utf8.h"
#include "syntax/keywords.h"

#include <algorithm>

namespace meldc::parser {

namespace {

using Grammar = grammar::MeldParser;

// The token numbers of the keywords and the keyword list come from the same file in the same order.
#define KEYWORD(name, token, spelling, second) \
    static_assert(Grammar::token == static_cast<std::size_t>(syntax::Keyword::name) + 1);
#include "syntax/keywords.inc"
#undef KEYWORD

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLetter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_' || c == 0xAA || c == 0xB5 ||
           c == 0xBA || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x1E00 && c <= 0x1EFF);
}

bool isMark(char32_t c) {
    return c >= 0x300 && c <= 0x36F;
}

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : text_(text), at_(text.size() - support::stripByteOrderMark(text).size()) {}

    std::vector<SourceToken> run() && {
        // In a protocol every eighth byte or so begins a token.
        tokens_.reserve(text_.size() / 8 + 1);
        while (skipBlanks()) {
            const std::size_t begin = at_;
            const std::size_t type = next();
            add(type, begin);
        }
        at_ = text_.size();
        add(antlr4::Token::EOF, at_);
        return std::move(tokens_);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void add(std::size_t type, std::size_t begin) {
        SourceToken token(text_, type, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_));
        if (isFirst_) {
            indent_ = 0;
            for (std::size_t byte = lineBegin_; byte < begin; ++byte) {
                indent_ += (static_cast<unsigned char>(text_[byte]) & 0xC0U) != 0x80U ? 1U : 0U;
            }
        }
        token.setIndex(tokens_.size());
        token.setLine(line_, indent_, isFirst_);
        tokens_.push_back(token);
        isFirst_ = false;
    }

    /// Skips blanks and comments; false at the end of the text.
    bool skipBlanks() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\n') {
                ++at_;
                ++line_;
                lineBegin_ = at_;
                isFirst_ = true;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                ++at_;
            } else if (c == '/' && peek(1) == '/') {
                at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
            } else if (text_.substr(at_).starts_with("\u00A0")) {
                at_ += 2;
            } else if (text_.substr(at_).starts_with(support::kByteOrderMark)) {
                at_ += 3;
            } else {
                return true;
            }
        }
        return false;
    }

    std::size_t next() {
        const char c = text_[at_];
        switch (c) {
        case '{': return sign(Grammar::LBRACE);
        case '}': return sign(Grammar::RBRACE);
        case '(': return sign(Grammar::LPAREN);
        case ')': return sign(Grammar::RPAREN);
        case ',': return sign(Grammar::COMMA);
        case '-': return sign(Grammar::DASH);
        case '"': return string();
        default: break;
        }
        if (c == '=' && peek(1) == '>') {
            at_ += 2;
            return Grammar::ARROW;
        }
        if (isDigit(c)) {
            return number();
        }
        const support::CodePoint point = support::decode(text_, at_);
        if (isLetter(point.value)) {
            return word();
        }
        at_ += point.size;
        return Grammar::UNKNOWN_CHARACTER;
    }

    std::size_t sign(std::size_t type) {
        ++at_;
        return type;
    }

    std::size_t string() {
        at_ = std::min(text_.find_first_of("\"\r\n", at_ + 1), text_.size());
        if (peek() != '"') {
            return Grammar::UNCLOSED_STRING;
        }
        ++at_;
        return Grammar::STRING;
    }

    /// Skips digits from `from` on; returns the place behind them.
    [[nodiscard]] std::size_t digits(std::size_t from) const {
        while (from < text_.size() && isDigit(text_[from])) {
            ++from;
        }
        return from;
    }

    [[nodiscard]] bool isAt(std::size_t place, char wanted) const {
        return place < text_.size() && text_[place] == wanted;
    }

    /// `2026-08-31`, `2.1a`, `3a` or `12`: the longest of them.
    std::size_t number() {
        at_ = digits(at_);
        if (isAt(at_, '-')) {
            const std::size_t second = digits(at_ + 1);
            const std::size_t third = isAt(second, '-') ? digits(second + 1) : second;
            if (second > at_ + 1 && third > second + 1) {
                at_ = third;
                return Grammar::DATE;
            }
            return Grammar::INTEGER;
        }
        bool isReference = false;
        while (isAt(at_, '.') && digits(at_ + 1) > at_ + 1) {
            at_ = digits(at_ + 1);
            isReference = true;
        }
        if (peek() >= 'a' && peek() <= 'z') {
            ++at_;
            isReference = true;
        }
        return isReference ? Grammar::NUMBER_REF : Grammar::INTEGER;
    }

    std::size_t word() {
        const std::size_t begin = at_;
        bool isAscii = true;
        while (at_ < text_.size()) {
            const auto byte = static_cast<unsigned char>(text_[at_]);
            if (byte < 0x80) {
                if (!isLetter(byte) && !isDigit(text_[at_])) {
                    break;
                }
                ++at_;
                continue;
            }
            const support::CodePoint point = support::decode(text_, at_);
            if (!isLetter(point.value) && !isMark(point.value)) {
                break;
            }
            isAscii = false;
            at_ += point.size;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        // A keyword whose accents were typed as separate marks is the same keyword.
        const auto keyword = isAscii ? syntax::keywordSpelt(word)
                                     : syntax::keywordSpelt(support::composeAccents(word));
        return keyword ? static_cast<std::size_t>(*keyword) + 1 : std::size_t{Grammar::IDENTIFIER};
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<SourceToken> tokens_;
    std::uint32_t line_ = 1;
    std::size_t lineBegin_ = 0;
    std::uint32_t indent_ = 0;
    bool isFirst_ = true;
};

} // namespace

std::vector<SourceToken> lex(std::string_view text) {
    return Lexer(text).run();
}

} // namespace meldc::parser
