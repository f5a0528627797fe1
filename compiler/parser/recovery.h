#pragma once

#include "MeldParser.h"
#include "parser/foresight.h"
#include "parser/messages.h"
#include "parser/token_stream.h"
#include "parser/vetting.h"

#include <antlr4-runtime.h>

#include <cstddef>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace meldc::parser {

/// What the generated parser does when a token does not fit.
///
/// A mistake spoils the one item (statement, declaration, line of a norm …) in which it stands: the
/// item is told, its context keeps the exception, and reading goes on at the next line that begins
/// an item, or at the closing brace. Where the mistake is plain - a keyword used as a name, a
/// misspelt keyword - the token is mended and the item is read again, so that nothing that refers to
/// it fails too.
class Recovery final : public antlr4::DefaultErrorStrategy {
public:
    Recovery(VectorTokenStream& stream, const Vetted& vetted, support::FileId id, Messages& messages);

    /// Runs of tokens, from first to before last, of items that could not be read.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& lost() const { return lost_; }

    void reset(antlr4::Parser* recognizer) override;
    antlr4::Token* recoverInline(antlr4::Parser* recognizer) override;
    void recover(antlr4::Parser* recognizer, std::exception_ptr error) override;
    void sync(antlr4::Parser* recognizer) override;
    bool inErrorRecoveryMode(antlr4::Parser* recognizer) override;
    void reportMatch(antlr4::Parser* recognizer) override;
    void reportError(antlr4::Parser* recognizer, const antlr4::RecognitionException& error) override;

private:
    /// One mistake: where it stands in which item.
    struct Mistake {
        /// Rule of the item, and the token with which it begins.
        std::size_t rule = 0;
        std::size_t first = 0;
        /// Rule of the block in which the item stands.
        std::size_t blockRule = 0;
        Foresight foresight;
        /// Seen from the item before: nothing can be mended then.
        bool isOfItemBefore = false;
    };

    const antlr4::misc::IntervalSet& startsOf(std::size_t itemRule);
    [[nodiscard]] SourceToken& current() { return stream_.at(stream_.index()); }
    [[nodiscard]] support::Span spanOf(const SourceToken& token) const;
    [[nodiscard]] bool isTold(const Mistake& mistake) const;

    /// Tells the mistake; returns whether a token was mended, so that the item can be read again.
    bool tell(const Mistake& mistake);
    bool mendMisspeltLine(const Mistake& mistake);
    bool mendKeywordAsName(const Mistake& mistake);
    bool mendMisspeltKeyword(const Mistake& mistake);
    void mend(std::size_t at, std::size_t type);
    void tellUnexpected(const Mistake& mistake);

    /// A token that begins no item of this block: tells it, and mends it when it can.
    bool tellStray(antlr4::Parser* parser, std::size_t blockRule, std::size_t itemRule);
    /// Takes the current token for the keyword of this block that it resembles, if it does.
    bool mendStray(std::size_t itemRule);
    /// The block that a word which begins no item here belongs to; tells that. False when none.
    bool tellWrongBlock(antlr4::ParserRuleContext* block, const SourceToken& token);
    /// A line that begins with no word of the language: names the words with which it may begin.
    void tellNoKeyword(antlr4::ParserRuleContext* block, std::size_t itemRule, const SourceToken& token);

    /// The mistake as the item before sees it, when both stand on one line and that one goes further.
    void lookBack(antlr4::ParserRuleContext* failed, Mistake& mistake);
    void readAgain(grammar::MeldParser& parser, antlr4::ParserRuleContext* failed, std::size_t rule,
                   std::size_t first);
    void skip(grammar::MeldParser& parser, std::size_t itemRule, std::size_t firstOfItem);
    /// How many braces the item has opened up to here and not closed: it broke off in a set of values.
    [[nodiscard]] std::size_t openBraces(std::size_t firstOfItem);
    /// Whether the current token begins a line of its own, right or misspelt.
    bool beginsLine(std::size_t itemRule, std::size_t firstOfItem);
    void skipBlock(grammar::MeldParser& parser, std::size_t itemRule, std::size_t firstOfItem);

    VectorTokenStream& stream_;
    support::FileId id_;
    Messages& messages_;
    std::set<std::size_t> toldLines_;
    std::size_t surplusClosers_;
    antlr4::misc::IntervalSet fields_;
    std::vector<std::pair<std::size_t, antlr4::misc::IntervalSet>> starts_;
    std::vector<std::pair<std::size_t, std::size_t>> lost_;
    /// First tokens of items about which nothing more is said: a mended word was a guess.
    std::set<std::size_t> guessed_;
    /// Tokens whose type was changed: never twice, so that reading again comes to an end.
    std::set<std::size_t> mended_;
    /// Number of declarations read when something between them was told: one message for each run.
    std::optional<std::size_t> toldAfter_;
    const antlr4::atn::ATN* automaton_ = nullptr;
};

} // namespace meldc::parser
