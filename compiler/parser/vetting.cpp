#include "parser/vetting.h"

#include "MeldParser.h"
#include "support/utf8.h"

#include <algorithm>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using grammar::MeldParser;

namespace {

bool isCurlyQuote(std::string_view character) {
    return std::find(kCurlyQuotes.begin(), kCurlyQuotes.end(), character) != kCurlyQuotes.end();
}

class Characters {
public:
    Characters(std::vector<SourceToken> tokens, std::string_view text, support::FileId id,
               Messages& messages)
        : tokens_(std::move(tokens)), text_(text), id_(id), messages_(messages) {}

    Vetted run() && {
        result_.tokens.reserve(tokens_.size());
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::size_t type = tokens_[i].getType();
            if (type == MeldParser::UNKNOWN_CHARACTER) {
                i = unknownFrom(i);
            } else if (type == MeldParser::UNCLOSED_STRING) {
                closeString(tokens_[i]);
            } else {
                result_.tokens.push_back(tokens_[i]);
            }
        }
        for (std::size_t i = 0; i < result_.tokens.size(); ++i) {
            result_.tokens[i].setIndex(i);
        }
        return std::move(result_);
    }

private:
    support::Span span(std::uint32_t begin, std::uint32_t end) const { return {id_, begin, end}; }

    void keep(const SourceToken& like, std::size_t type, std::uint32_t begin, std::uint32_t end) {
        SourceToken token(text_, type, begin, end);
        token.setLine(static_cast<std::uint32_t>(like.getLine()), like.indent(),
                      like.isFirstOnLine() && begin == like.begin());
        result_.tokens.push_back(token);
    }

    /// Tells characters without meaning that stand together once; returns the last token read.
    std::size_t unknownFrom(std::size_t first) {
        const SourceToken& token = tokens_[first];
        result_.toldLines.insert(token.getLine());
        if (isCurlyQuote(token.view())) {
            if (const std::size_t last = closingCurly(first); last != first) {
                messages_.add(make<Diag::CurlyQuotes>(span(token.begin(), tokens_[last].end())));
                keep(token, MeldParser::STRING, token.begin(), tokens_[last].end());
                return last;
            }
        }
        std::size_t last = first;
        while (tokens_[last + 1].getType() == MeldParser::UNKNOWN_CHARACTER &&
               tokens_[last + 1].begin() == tokens_[last].end()) {
            ++last;
        }
        const support::Span place = span(token.begin(), tokens_[last].end());
        messages_.add(make<Diag::UnknownCharacter>(place, text_.substr(place.begin, place.size())));
        return last;
    }

    /// The token of the same line that ends in a curly quotation mark, or `first`.
    std::size_t closingCurly(std::size_t first) const {
        for (std::size_t i = first + 1; tokens_[i].getLine() == tokens_[first].getLine() &&
                                        tokens_[i].getType() != antlr4::Token::EOF;
             ++i) {
            if (isCurlyQuote(tokens_[i].view())) {
                return i;
            }
        }
        return first;
    }

    /// A brace that ends the line of an unclosed text was surely meant as one.
    void closeString(const SourceToken& token) {
        messages_.add(make<Diag::MissingClosingQuote>(span(token.begin(), token.begin() + 1)));
        result_.toldLines.insert(token.getLine());
        std::string_view body = token.view();
        while (body.size() > 1 && (body.back() == ' ' || body.back() == '\t')) {
            body.remove_suffix(1);
        }
        const char last = body.back();
        const bool endsInBrace = body.size() > 1 && (last == '{' || last == '}');
        auto end = token.begin() + static_cast<std::uint32_t>(body.size());
        if (endsInBrace) {
            const std::uint32_t brace = --end;
            while (end > token.begin() + 1 && text_[end - 1] == ' ') {
                --end;
            }
            keep(token, MeldParser::STRING, token.begin(), end);
            keep(token, last == '{' ? MeldParser::LBRACE : MeldParser::RBRACE, brace, brace + 1);
        } else {
            keep(token, MeldParser::STRING, token.begin(), end);
        }
    }

    std::vector<SourceToken> tokens_;
    std::string_view text_;
    support::FileId id_;
    Messages& messages_;
    Vetted result_;
};

} // namespace

Vetted vet(std::vector<SourceToken> tokens, std::string_view text, support::FileId id,
           Messages& messages) {
    Vetted vetted = Characters(std::move(tokens), text, id, messages).run();
    vetted.isReadable = isShallow(vetted.tokens, id, messages);
    if (vetted.isReadable) {
        balanceBraces(vetted, text, id, messages);
        // Inserted braces may nest what was written side by side.
        vetted.isReadable = isShallow(vetted.tokens, id, messages);
    }
    return vetted;
}

} // namespace meldc::parser
