#include "parser/vetting.h"

#include "MeldParser.h"
#include "diagnostics/wording.h"
#include "parser/lookalikes.h"
#include "support/utf8.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using grammar::MeldParser;

namespace {

bool isCurlyQuote(std::string_view character) {
    return std::find(kCurlyQuotes.begin(), kCurlyQuotes.end(), character) != kCurlyQuotes.end();
}

bool isSingleQuote(std::string_view character) {
    return std::find(kSingleQuotes.begin(), kSingleQuotes.end(), character) != kSingleQuotes.end();
}

bool isKeywordToken(std::size_t type) {
    return type >= 1 && type <= syntax::kKeywordCount;
}

/// "U+2013"
std::string numberOfCharacter(char32_t value) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string number = "U+";
    for (unsigned shift = 16; shift > 0; shift -= 4) {
        number += kDigits[(value >> (shift - 4)) & 0xFU];
    }
    return number;
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
            if (const Joined joined = joinedFrom(i); joined.last != i) {
                join(i, joined);
                i = joined.last;
            } else if (isOddDashInRange(i)) {
                tellLookalike(tokens_[i]);
                keep(tokens_[i], MeldParser::DASH, tokens_[i].begin(), tokens_[i].end());
            } else if (type == MeldParser::UNKNOWN_CHARACTER) {
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
        for (auto& [name, diagnostic] : hyphenated_) {
            messages_.add(std::move(diagnostic));
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

    /// What several tokens without a blank between them were meant to be.
    struct Joined {
        std::size_t last = 0;
        std::size_t type = MeldParser::IDENTIFIER;
        bool hasHyphen = false;
    };

    [[nodiscard]] bool isWord(std::size_t at) const {
        const std::size_t type = tokens_[at].getType();
        return type == MeldParser::IDENTIFIER || isKeywordToken(type);
    }
    [[nodiscard]] bool isInteger(std::size_t at) const {
        return at < tokens_.size() && tokens_[at].getType() == MeldParser::INTEGER;
    }
    /// Whether the token stands right behind the one before it.
    [[nodiscard]] bool isAttached(std::size_t at) const {
        return at > 0 && at < tokens_.size() && tokens_[at].begin() == tokens_[at - 1].end();
    }
    /// The lookalike that a token without meaning is.
    [[nodiscard]] Lookalike oddAt(std::size_t at) const {
        const bool isUnknown =
            at < tokens_.size() && tokens_[at].getType() == MeldParser::UNKNOWN_CHARACTER;
        const auto found = isUnknown ? firstLookalike(tokens_[at].view()) : std::nullopt;
        return found ? found->kind : Lookalike::None;
    }
    [[nodiscard]] bool isDash(std::size_t at) const {
        return oddAt(at) == Lookalike::Dash ||
               (at < tokens_.size() && tokens_[at].getType() == MeldParser::DASH);
    }
    /// `12–14`: only the dash is wrong.
    [[nodiscard]] bool isOddDashInRange(std::size_t at) const {
        return oddAt(at) == Lookalike::Dash && at > 0 && isInteger(at - 1) && isAttached(at) &&
               isAttached(at + 1) && isInteger(at + 1);
    }

    /// `anti-pest`, a word with something unseen in it, or a date with long dashes.
    [[nodiscard]] Joined joinedFrom(std::size_t first) const {
        Joined joined{first};
        if (isInteger(first)) {
            bool isDate = true;
            for (std::size_t at = first + 1; at <= first + 4 && isDate; ++at) {
                isDate = isAttached(at) && ((at - first) % 2 == 1 ? isDash(at) : isInteger(at));
            }
            return isDate ? Joined{first + 4, MeldParser::DATE} : joined;
        }
        if (!isWord(first)) {
            return joined;
        }
        while (isAttached(joined.last + 1) && isAttached(joined.last + 2)) {
            const std::size_t between = joined.last + 1;
            const bool hasHyphen = isDash(between);
            // `stap-1` lacks a blank, it is no name.
            const bool goesOn = isWord(between + 1) ||
                                (isInteger(between + 1) &&
                                 tokens_[joined.last].getType() == MeldParser::IDENTIFIER);
            if (!goesOn || !(hasHyphen || isUnseen(oddAt(between)))) {
                break;
            }
            joined.last = between + 1;
            joined.hasHyphen = joined.hasHyphen || hasHyphen;
        }
        return joined;
    }

    /// Reads the tokens as the one that was meant, and tells why.
    void join(std::size_t first, Joined joined) {
        const std::uint32_t begin = tokens_[first].begin();
        const std::uint32_t end = tokens_[joined.last].end();
        if (!joined.hasHyphen && joined.type == MeldParser::IDENTIFIER) {
            const auto word = withoutLookalikes(text_.substr(begin, end - begin));
            if (const auto keyword = syntax::keywordSpelt(support::composeAccents(word))) {
                joined.type = static_cast<std::size_t>(*keyword) + 1;
            }
        }
        keep(tokens_[first], joined.type, begin, end);
        if (joined.hasHyphen) {
            tellHyphen(begin, end);
        } else {
            tellLookalike(result_.tokens.back());
        }
    }

    /// Told once for each name, with all its places.
    void tellHyphen(std::uint32_t begin, std::uint32_t end) {
        const std::string_view written = text_.substr(begin, end - begin);
        std::string better = withoutLookalikes(written);
        std::replace(better.begin(), better.end(), '-', '_');
        const auto known = hyphenated_.find(written);
        if (known == hyphenated_.end()) {
            hyphenated_.emplace(written, make<Diag::HyphenInName>(span(begin, end), written, better));
        } else {
            known->second.alsoAt(span(begin, end));
        }
    }

    /// Tells of the first character in a token that only looks like a plain one.
    void tellLookalike(const SourceToken& token) {
        using diagnostics::Wording;
        const auto found = firstLookalike(token.view());
        if (!found) {
            return;
        }
        const Wording what = found->kind == Lookalike::Dash         ? Wording::ALongDash
                             : found->kind == Lookalike::SoftHyphen ? Wording::ASoftHyphen
                             : found->kind == Lookalike::Space      ? Wording::AnOtherSpace
                                                                    : Wording::AnInvisible;
        const Wording remedy = found->kind == Lookalike::Dash    ? Wording::TypeHyphen
                               : found->kind == Lookalike::Space ? Wording::TypeSpace
                                                                 : Wording::RemoveInvisible;
        const auto at = token.begin() + static_cast<std::uint32_t>(found->at);
        messages_.add(make<Diag::LookalikeCharacter>(
            span(at, at + static_cast<std::uint32_t>(found->size)),
            diagnostics::wording(what, {numberOfCharacter(found->value)}), diagnostics::wording(remedy)));
    }

    /// Tells characters without meaning that stand together once; returns the last token read.
    std::size_t unknownFrom(std::size_t first) {
        const SourceToken& token = tokens_[first];
        // A long dash between words is punctuation of a text that lacks its quotation marks.
        if (const Lookalike odd = oddAt(first); odd != Lookalike::None && odd != Lookalike::Dash) {
            tellLookalike(token);
            return first;
        }
        result_.toldLines.insert(token.getLine());
        if (isCurlyQuote(token.view()) || isSingleQuote(token.view())) {
            if (const std::size_t last = closingQuote(first); last != first) {
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

    /// The quotation mark of the same line that closes the one at `first`, or `first`. One between
    /// letters is an apostrophe.
    std::size_t closingQuote(std::size_t first) const {
        const bool isSingle = isSingleQuote(tokens_[first].view());
        for (std::size_t i = first + 1; tokens_[i].getLine() == tokens_[first].getLine() &&
                                        tokens_[i].getType() != antlr4::Token::EOF;
             ++i) {
            const bool isApostrophe =
                tokens_[i + 1].begin() == tokens_[i].end() &&
                tokens_[i + 1].getType() == MeldParser::IDENTIFIER;
            if (isSingle ? isSingleQuote(tokens_[i].view()) && !isApostrophe
                         : isCurlyQuote(tokens_[i].view())) {
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
    /// The message about each name with a hyphen, by the name.
    std::map<std::string, diagnostics::Diagnostic, std::less<>> hyphenated_;
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
