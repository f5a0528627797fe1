#include "parser/vetting.h"

#include "MeldParser.h"
#include "diagnostics/wording.h"
#include "support/limits.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using grammar::MeldParser;

namespace {

/// Words in front of a condition or a statement that each cost the parser a level of recursion.
bool isPrefix(std::size_t type) {
    return type == MeldParser::KW_NOT || type == MeldParser::KW_PERHAPS || type == MeldParser::KW_DOUBT ||
           type == MeldParser::KW_DRAFT || type == MeldParser::KW_REPLACE;
}

/// Words that begin a statement or declaration with a block.
bool beginsBlock(std::size_t type) {
    constexpr std::array kWords{
        MeldParser::KW_MELDCODE, MeldParser::KW_FRAMEWORK, MeldParser::KW_NORM,    MeldParser::KW_SOURCE,
        MeldParser::KW_CASE,     MeldParser::KW_WAIVER,    MeldParser::KW_CONCEPT, MeldParser::KW_DECISION,
        MeldParser::KW_COVERAGE, MeldParser::KW_ACCEPTANCE, MeldParser::KW_PROJECT,
        MeldParser::KW_STEP,     MeldParser::KW_QUESTION,  MeldParser::KW_MELDNORM, MeldParser::KW_ROUTE,
        MeldParser::KW_EXCEPTION, MeldParser::KW_TOPIC,    MeldParser::KW_AMBIGUOUS, MeldParser::KW_READING,
        MeldParser::KW_REPLACE,  MeldParser::KW_DRAFT};
    return std::any_of(kWords.begin(), kWords.end(), [&](auto word) { return word == type; });
}

class Balancer {
public:
    Balancer(Vetted& vetted, std::string_view text, support::FileId id, Messages& messages)
        : vetted_(vetted), text_(text), id_(id), messages_(messages), tokens_(std::move(vetted.tokens)) {}

    void run() {
        count();
        result_.reserve(tokens_.size() + missing_);
        for (at_ = 0; at_ < tokens_.size(); ++at_) {
            const SourceToken& token = tokens_[at_];
            const std::size_t type = token.getType();
            if (type == antlr4::Token::EOF) {
                closeAllBefore(token);
                result_.push_back(token);
            } else if (type == MeldParser::RBRACE) {
                closer(token);
            } else {
                other(token);
            }
        }
        for (std::size_t i = 0; i < result_.size(); ++i) {
            result_[i].setIndex(i);
        }
        vetted_.tokens = std::move(result_);
        vetted_.surplusClosers = surplus_;
    }

private:
    struct Opener {
        /// Of the line on which the block begins.
        std::uint32_t indent = 0;
        std::size_t line = 0;
        /// From the first word of the line up to the brace.
        support::Span head;
        support::Span brace;
    };

    void count() {
        std::size_t opened = 0;
        std::size_t closed = 0;
        std::size_t deeper = 0;
        std::size_t notDeeper = 0;
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            opened += tokens_[i].getType() == MeldParser::LBRACE ? 1 : 0;
            closed += tokens_[i].getType() == MeldParser::RBRACE ? 1 : 0;
            if (tokens_[i].getType() == MeldParser::LBRACE && tokens_[i + 1].isFirstOnLine() &&
                tokens_[i + 1].getType() != MeldParser::RBRACE) {
                ++(tokens_[i + 1].indent() > tokens_[i].indent() ? deeper : notDeeper);
            }
        }
        missing_ = opened > closed ? opened - closed : 0;
        surplus_ = closed > opened ? closed - opened : 0;
        isIndented_ = deeper > 3 * notDeeper;
    }

    support::Span headBefore(const SourceToken& brace) const {
        std::size_t first = at_;
        while (first > 0 && !tokens_[first].isFirstOnLine()) {
            --first;
        }
        const std::uint32_t end = first < at_ ? tokens_[at_ - 1].end() : brace.end();
        return {id_, tokens_[first].begin(), end};
    }

    void other(const SourceToken& token) {
        // Something stands no deeper than the block it would be in: the block was not closed.
        while (missing_ > 0 && isIndented_ && token.isFirstOnLine() && !open_.empty() &&
               token.getLine() != open_.back().line && token.indent() <= open_.back().indent) {
            insertCloserBefore(token);
        }
        const bool isBrace = token.getType() == MeldParser::LBRACE;
        if (isBrace && missing_ > 0 && !result_.empty() && result_.back().getType() == MeldParser::LBRACE) {
            messages_.add(make<Diag::UnexpectedToken>(support::Span{id_, token.begin(), token.end()},
                                                      diagnostics::quoted(token.view()),
                                                      diagnostics::wording(diagnostics::Wording::AStatement)));
            --missing_;
            return;
        }
        result_.push_back(token);
        if (isBrace) {
            open_.push_back({token.indent(), token.getLine(), headBefore(token),
                             {id_, token.begin(), token.end()}});
        }
    }

    void closer(const SourceToken& token) {
        while (missing_ > 0 && isIndented_ && token.isFirstOnLine() && open_.size() > 1 &&
               token.indent() < open_.back().indent) {
            insertCloserBefore(token);
        }
        if (surplus_ > 0 && !messages_.isFull() && mendSurplus(token)) {
            return;
        }
        result_.push_back(token);
        if (!open_.empty()) {
            open_.pop_back();
        }
    }

    /// When this closing brace is the one too many, or the one whose opener is missing: mends it and
    /// takes the brace over. False when it looks right.
    bool mendSurplus(const SourceToken& token) {
        if (!token.isFirstOnLine()) {
            // `{ … }` stands on one line: a brace that closes what an earlier line opened is odd.
            if (!open_.empty() && open_.back().line == token.getLine()) {
                return false;
            }
            if (result_.empty() || result_.back().getType() != MeldParser::RBRACE) {
                // Its opener is missing on this line; where exactly, the grammar knows.
                result_.push_back(token);
                return true;
            }
            drop(token);
            return true;
        }
        if (!isIndented_ || (!open_.empty() && token.indent() <= open_.back().indent)) {
            return false;
        }
        if (insertOpenerFor(token)) {
            --surplus_;
            result_.push_back(token);
            return true;
        }
        if (open_.empty()) {
            return false;
        }
        drop(token);
        return true;
    }

    void drop(const SourceToken& token) {
        messages_.add(make<Diag::NothingToClose>(support::Span{id_, token.begin(), token.end()}));
        --surplus_;
    }

    void insertCloserBefore(const SourceToken& token) {
        const Opener& opener = open_.back();
        messages_.add(make<Diag::MissingClosingBrace>(
            opener.head, text_.substr(opener.head.begin, opener.head.size())));
        insert(MeldParser::RBRACE, result_.empty() ? token.begin() : result_.back().end());
        open_.pop_back();
        --missing_;
    }

    void closeAllBefore(const SourceToken& end) {
        while (missing_ > 0 && !open_.empty()) {
            insertCloserBefore(end);
        }
    }

    /// Finds the line above, at the same indent, that begins a block without a brace, and gives it one.
    bool insertOpenerFor(const SourceToken& closer) {
        for (std::size_t i = result_.size(); i-- > 0;) {
            const SourceToken& token = result_[i];
            if (!token.isFirstOnLine() || token.indent() > closer.indent()) {
                continue;
            }
            if (token.indent() < closer.indent() || !beginsBlock(token.getType())) {
                return false;
            }
            std::size_t next = i + 1;
            while (next < result_.size() && !result_[next].isFirstOnLine()) {
                if (result_[next].getType() == MeldParser::LBRACE) {
                    return false;
                }
                ++next;
            }
            const support::Span head{id_, token.begin(), result_[next - 1].end()};
            messages_.add(make<Diag::MissingOpeningBrace>(head, text_.substr(head.begin, head.size())));
            vetted_.toldLines.insert(token.getLine());
            SourceToken brace(text_, MeldParser::LBRACE, head.end, head.end);
            brace.setLine(static_cast<std::uint32_t>(token.getLine()), token.indent(), false);
            result_.insert(result_.begin() + static_cast<std::ptrdiff_t>(next), brace);
            return true;
        }
        return false;
    }

    void insert(std::size_t type, std::uint32_t place) {
        SourceToken token(text_, type, place, place);
        if (!result_.empty()) {
            token.setLine(static_cast<std::uint32_t>(result_.back().getLine()), result_.back().indent(),
                          false);
        }
        result_.push_back(token);
    }

    Vetted& vetted_;
    std::string_view text_;
    support::FileId id_;
    Messages& messages_;
    std::vector<SourceToken> tokens_;
    std::vector<SourceToken> result_;
    std::vector<Opener> open_;
    std::size_t at_ = 0;
    std::size_t missing_ = 0;
    std::size_t surplus_ = 0;
    bool isIndented_ = true;
};

} // namespace

bool isShallow(const std::vector<SourceToken>& tokens, support::FileId id, Messages& messages) {
    struct Level {
        std::size_t type;
        std::size_t cost;
    };
    std::vector<Level> levels;
    std::size_t depth = 0;
    std::size_t run = 0;
    const auto close = [&] {
        depth -= levels.back().cost;
        levels.pop_back();
    };
    for (const SourceToken& token : tokens) {
        const std::size_t type = token.getType();
        if (type == MeldParser::LPAREN || type == MeldParser::LBRACE) {
            // The words before the bracket stay on the parser's stack until it is closed.
            levels.push_back({type, run + 1});
            depth += run + 1;
            run = 0;
        } else if (type == MeldParser::RPAREN) {
            run = 0;
            if (!levels.empty() && levels.back().type == MeldParser::LPAREN) {
                close();
            }
        } else if (type == MeldParser::RBRACE) {
            run = 0;
            while (!levels.empty() && levels.back().type == MeldParser::LPAREN) {
                close();
            }
            if (!levels.empty()) {
                close();
            }
        } else if (isPrefix(type)) {
            ++run;
        } else if (type != MeldParser::KW_ABOUT) {
            run = 0;
        }
        if (depth + run > support::kMaxNesting) {
            messages.add(make<Diag::NestedTooDeep>(support::Span{id, token.begin(), token.end()},
                                                   support::kMaxNesting));
            return false;
        }
    }
    return true;
}

void balanceBraces(Vetted& vetted, std::string_view text, support::FileId id, Messages& messages) {
    std::size_t opened = 0;
    std::size_t closed = 0;
    for (const SourceToken& token : vetted.tokens) {
        opened += token.getType() == MeldParser::LBRACE ? 1 : 0;
        closed += token.getType() == MeldParser::RBRACE ? 1 : 0;
    }
    if (opened != closed) {
        Balancer(vetted, text, id, messages).run();
    }
}

} // namespace meldc::parser
