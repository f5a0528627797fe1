#include "parser/lexing.h"

#include "MeldLexer.h"
#include "support/utf8.h"
#include "syntax/keywords.h"

#include <algorithm>

namespace meldc::parser {

namespace {

using grammar::MeldLexer;

// The token numbers of the keywords and the keyword list come from the same file in the same order.
#define KEYWORD(name, token, spelling, second) \
    static_assert(MeldLexer::token == static_cast<std::size_t>(syntax::Keyword::name) + 1);
#include "syntax/keywords.inc"
#undef KEYWORD

/// Turns the code point positions of the generated lexer into bytes, going forward only.
class ByteCounter {
public:
    ByteCounter(std::string_view text, std::size_t byte) : text_(text), byte_(byte) {}

    std::uint32_t byteOf(std::size_t codePoint) {
        while (codePoint_ < codePoint && byte_ < text_.size()) {
            const auto lead = static_cast<unsigned char>(text_[byte_]);
            byte_ += lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
            ++codePoint_;
        }
        return static_cast<std::uint32_t>(std::min(byte_, text_.size()));
    }

private:
    std::string_view text_;
    std::size_t byte_;
    std::size_t codePoint_ = 0;
};

/// Numbers the tokens and says of each on which line it stands and whether it is the first there.
void addLines(std::vector<SourceToken>& tokens, std::string_view text) {
    std::uint32_t line = 1;
    std::size_t lineBegin = 0;
    std::size_t at = 0;
    std::uint32_t indent = 0;
    std::size_t seenOnLine = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (; at < tokens[i].begin(); ++at) {
            if (text[at] == '\n') {
                ++line;
                lineBegin = at + 1;
                seenOnLine = 0;
            }
        }
        if (seenOnLine == 0) {
            indent = 0;
            for (std::size_t byte = lineBegin; byte < tokens[i].begin(); ++byte) {
                indent += (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U ? 1U : 0U;
            }
        }
        tokens[i].setIndex(i);
        tokens[i].setLine(line, indent, seenOnLine == 0);
        ++seenOnLine;
    }
}

/// A keyword whose accents were typed as separate marks is the same keyword.
std::size_t typeOfWord(std::string_view word) {
    const bool isAscii =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!isAscii) {
        if (const auto keyword = syntax::keywordSpelt(support::composeAccents(word))) {
            return static_cast<std::size_t>(*keyword) + 1;
        }
    }
    return MeldLexer::IDENTIFIER;
}

} // namespace

std::vector<SourceToken> lex(std::string_view text) {
    const std::string_view body = support::stripByteOrderMark(text);
    const std::size_t mark = text.size() - body.size();
    antlr4::ANTLRInputStream input{std::string(body)};
    MeldLexer lexer(&input);
    lexer.removeErrorListeners();
    ByteCounter bytes(text, mark);
    std::vector<SourceToken> tokens;
    tokens.reserve(body.size() / 8 + 1);
    while (true) {
        const std::unique_ptr<antlr4::Token> token = lexer.nextToken();
        if (token->getType() == antlr4::Token::EOF) {
            break;
        }
        if (token->getChannel() != antlr4::Token::DEFAULT_CHANNEL) {
            continue;
        }
        const std::uint32_t begin = bytes.byteOf(token->getStartIndex());
        const std::uint32_t end = bytes.byteOf(token->getStopIndex() + 1);
        std::size_t type = token->getType();
        if (type == MeldLexer::IDENTIFIER) {
            type = typeOfWord(text.substr(begin, end - begin));
        }
        tokens.emplace_back(text, type, begin, end);
    }
    const auto size = static_cast<std::uint32_t>(text.size());
    tokens.emplace_back(text, antlr4::Token::EOF, size, size);
    addLines(tokens, text);
    return tokens;
}

} // namespace meldc::parser
