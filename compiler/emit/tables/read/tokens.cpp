#include "emit/tables/read/tokens.h"

#include <algorithm>

namespace meldc::emit {

namespace {

bool isWordSign(char letter) {
    return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
           (letter >= 'A' && letter <= 'Z');
}

/// The text that begins behind the quote at `at`, which moves behind its end; an end without a quote takes all.
std::string quotedText(std::string_view text, std::size_t& at, const TokenRules& rules) {
    std::string result;
    for (++at; at < text.size(); ++at) {
        if (rules.hasEscapes && text[at] == '\\' && at + 1 < text.size()) {
            result += text[++at];
        } else if (text[at] != rules.quote) {
            result += text[at];
        } else if (!rules.hasEscapes && at + 1 < text.size() && text[at + 1] == rules.quote) {
            result += text[++at];
        } else {
            break;
        }
    }
    at = std::min(at + 1, text.size());
    return result;
}

} // namespace

Tokens::Tokens(std::string_view text, const TokenRules& rules) : rules_(rules), tokens_(tokensOf(text, rules)) {
    for (at_ = 0; at_ + 1 < tokens_.size(); ++at_) {
        // In C++ such a comment takes the next line along.
        const std::vector<std::string>& comments = tokens_[at_].comments;
        if (rules.hasEscapes && std::ranges::any_of(comments, [](const auto& one) { return one.ends_with('\\'); })) {
            fail({});
        }
    }
    at_ = 0;
}

std::vector<Tokens::Token> Tokens::tokensOf(std::string_view text, const TokenRules& rules) {
    std::vector<Token> tokens(1);
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        Token& token = tokens.back();
        token.line = line;
        const std::size_t from = at;
        if (letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t') {
            line += letter == '\n' ? 1 : 0;
            ++at;
            continue;
        }
        if (text.substr(at).starts_with(rules.comment)) {
            at = std::min(text.find('\n', at), text.size());
            token.comments.emplace_back(text.substr(from + rules.comment.size(), at - from - rules.comment.size()));
            continue;
        }
        if (letter == rules.quote) {
            token.kind = Kind::Text;
            token.text = quotedText(text, at, rules);
        } else if (isWordSign(letter)) {
            token.kind = Kind::Word;
            while (at < text.size() && isWordSign(text[at])) {
                ++at;
            }
            token.text = text.substr(from, at - from);
        } else {
            token.kind = Kind::Sign;
            token.text = letter;
            ++at;
        }
        tokens.emplace_back();
    }
    tokens.back().line = line;
    return tokens;
}

std::size_t Tokens::matching(const std::vector<Token>& words) const {
    std::size_t count = 0;
    // The last token of a list is its end.
    while (count + 1 < words.size() && at_ + count < tokens_.size() &&
           tokens_[at_ + count].kind == words[count].kind && tokens_[at_ + count].text == words[count].text) {
        ++count;
    }
    return count;
}

void Tokens::expect(std::string_view words) {
    const std::vector<Token> list = tokensOf(words, rules_);
    const std::size_t count = matching(list);
    if (isStopped()) {
        return;
    }
    at_ += count;
    if (count + 1 < list.size()) {
        fail(list[count].text);
    }
}

bool Tokens::take(std::string_view words) {
    const std::vector<Token> list = tokensOf(words, rules_);
    const bool isNext = !isStopped() && matching(list) + 1 == list.size();
    at_ += isNext ? list.size() - 1 : 0;
    return isNext;
}

std::string Tokens::next(Kind kind, std::string_view wanted) {
    if (!isStopped() && tokens_[at_].kind != kind) {
        fail(std::string(wanted));
    }
    return isStopped() ? std::string() : tokens_[at_++].text;
}

std::string Tokens::word() {
    return next(Kind::Word, "a-z");
}

std::string Tokens::text() {
    return next(Kind::Text, std::string(2, rules_.quote));
}

void Tokens::expectEnd() {
    if (!isStopped() && tokens_[at_].kind != Kind::End) {
        fail({});
    }
}

void Tokens::fail(std::string wanted) {
    if (!stop_) {
        stop_ = {":" + std::to_string(tokens_[at_].line), tokens_[at_].text, std::move(wanted)};
    }
}

} // namespace meldc::emit
