// The lexer of the parser against the one that ANTLR makes of grammar/MeldLexer.g4.

#include "MeldLexer.h"
#include "parser/lexing.h"
#include "support/utf8.h"
#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace meldc::parser::test {

namespace {

/// A token as both lexers give it.
struct Seen {
    std::size_t type;
    std::string text;
    std::size_t line;

    friend bool operator==(const Seen&, const Seen&) = default;
};

void PrintTo(const Seen& seen, std::ostream* out) {
    *out << seen.type << " `" << seen.text << "` line " << seen.line;
}

std::vector<Seen> byHand(const std::string& text) {
    std::vector<Seen> result;
    for (const SourceToken& token : lex(text)) {
        result.push_back({token.getType(), std::string(token.view()), token.getLine()});
    }
    result.pop_back();
    return result;
}

std::vector<Seen> byGrammar(const std::string& text) {
    antlr4::ANTLRInputStream input(text);
    grammar::MeldLexer lexer(&input);
    lexer.removeErrorListeners();
    std::vector<Seen> result;
    while (true) {
        const auto token = lexer.nextToken();
        if (token->getType() == antlr4::Token::EOF) {
            return result;
        }
        if (token->getChannel() == antlr4::Token::DEFAULT_CHANNEL) {
            result.push_back({token->getType(), token->getText(), token->getLine()});
        }
    }
}

void expectSame(const std::string& text) {
    EXPECT_EQ(byHand(text), byGrammar(text)) << text;
}

TEST(Lexing, EveryFileOfTheTree) {
    for (const auto& file : sourceFiles()) {
        SCOPED_TRACE(file.string());
        expectSame(contentOf(file));
    }
}

TEST(Lexing, EveryCharacter) {
    for (char32_t c = 0x20; c <= 0x2FFF; ++c) {
        std::string character;
        support::append(character, c);
        if (!support::firstControlCharacter(character)) {
            expectSame("a" + character + "b " + character + "1");
        }
    }
}

TEST(Lexing, Numbers) {
    for (const char* text : {"1", "12-3", "1-2-3", "2026-01-01", "1-", "1--2", "1.2", "1.2.3a", "1a", "1ab", "1.", "1.a",
                             "1.2-3", "1-2-", "1-2-a", "1a-2", "2026-01-01a", "01", "1_"}) {
        expectSame(text);
    }
}

TEST(Lexing, TextsAndComments) {
    for (const char* text : {"\"a\"", "\"a", "\"", "\"\"", "\"a\nb\"", "a // b\nc", "a /b", "//", "a//\"b\nc\"d\"", "\"//\"",
                             "=> = >", "a\r\nb\rc"}) {
        expectSame(text);
    }
}

TEST(Lexing, RandomText) {
    const std::vector<std::string> pieces{"a", "stap", "v\u00F3\u00F3r", "1", "23", "-", ".", " ", "\n", "\r\n", "\"", "/", "//",
                                          "=", ">", "=>", "{", "}", "(", ")", ",", "_", "\u00EB", "e\u0308", "\u4E2D",
                                          "\u00A0", "\uFEFF", "\u00D7", "bij", "\t", "x", "Z", ";"};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
    for (int round = 0; round < 2'000; ++round) {
        // The generated lexer takes a mark at the very start away without counting it.
        std::string text = " ";
        for (std::size_t length = pick(random); length > 0; --length) {
            text += pieces[pick(random)];
        }
        expectSame(text);
    }
}

TEST(Lexing, TheFirstTokenOfALineKnowsItsIndent) {
    const std::vector<SourceToken> tokens = lex("a b\n  \u00EB c // d\n\n\u00A0\u00A0 e");
    ASSERT_EQ(tokens.size(), 6U);
    EXPECT_TRUE(tokens[0].isFirstOnLine());
    EXPECT_FALSE(tokens[1].isFirstOnLine());
    EXPECT_TRUE(tokens[2].isFirstOnLine());
    EXPECT_EQ(tokens[2].indent(), 2U);
    EXPECT_EQ(tokens[3].indent(), 2U);
    EXPECT_EQ(tokens[4].indent(), 3U);
    EXPECT_EQ(tokens[4].getLine(), 4U);
}

} // namespace

} // namespace meldc::parser::test
