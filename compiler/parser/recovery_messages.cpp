#include "MeldParser.h"
#include "diagnostics/wording.h"
#include "parser/item_lists.h"
#include "parser/recovery.h"
#include "parser/wordings.h"
#include "support/contains.h"
#include "syntax/keywords.h"
#include "syntax/placement.h"

#include <algorithm>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::quoted;
using diagnostics::Wording;
using support::contains;
using Grammar = grammar::MeldParser;

namespace {

/// Whether somebody may have taken a keyword for a name: a word that only glues others together
/// (`niet`, `en`, `bij`) never is one.
bool couldBeName(std::size_t type) {
    return type >= 1 && type < Grammar::KW_IS;
}

/// Most words of a block that a message names.
constexpr std::size_t kMaxWords = 8;

/// The block in which the statements of `block` count: a reading takes what stands around it takes.
syntax::BlockKind blockKindOf(antlr4::ParserRuleContext* block) {
    for (antlr4::tree::ParseTree* around = block->parent; around != nullptr; around = around->parent) {
        auto* context = dynamic_cast<antlr4::ParserRuleContext*>(around);
        if (context == nullptr || context->getStart() == nullptr) {
            continue;
        }
        switch (context->getStart()->getType()) {
        case Grammar::KW_STEP: return syntax::BlockKind::Step;
        case Grammar::KW_QUESTION: return syntax::BlockKind::Question;
        case Grammar::KW_DECISION: return syntax::BlockKind::Decision;
        case Grammar::KW_MELDNORM: return syntax::BlockKind::Meldnorm;
        case Grammar::KW_ROUTE: return syntax::BlockKind::Route;
        case Grammar::KW_EXCEPTION: return syntax::BlockKind::Exception;
        case Grammar::KW_TOPIC: return syntax::BlockKind::Topic;
        case Grammar::KW_MELDCODE: return syntax::BlockKind::Meldcode;
        case Grammar::KW_FRAMEWORK:
            return context->getRuleIndex() == Grammar::RuleStatement ? syntax::BlockKind::Framework
                                                                      : syntax::BlockKind::Library;
        default: break;
        }
    }
    return syntax::BlockKind::Meldcode;
}

/// Declarations that must have a title.
bool needsTitle(std::size_t firstType) {
    return firstType == Grammar::KW_MELDCODE || firstType == Grammar::KW_FRAMEWORK ||
           firstType == Grammar::KW_SOURCE || firstType == Grammar::KW_NORM;
}

bool isAnswer(std::size_t type) {
    return type == Grammar::KW_YES || type == Grammar::KW_NO || type == Grammar::KW_DOUBT;
}

/// What people write as in ordinary Dutch and the language says otherwise.
std::optional<Wording> saidOtherwise(VectorTokenStream& stream, const Foresight& foresight) {
    const std::size_t at = foresight.failedAt;
    const std::size_t type = stream.at(at).getType();
    if (type == Grammar::KW_NOT && at > 0 && stream.at(at - 1).getType() == Grammar::KW_MUST) {
        return Wording::UseMayNot;
    }
    if (type == Grammar::KW_AND && contains(foresight.expected, Grammar::COMMA)) {
        return Wording::UseComma;
    }
    if (type == Grammar::KW_WITHIN) {
        for (std::size_t before = at; before > 0 && !stream.at(before).isFirstOnLine(); --before) {
            const std::size_t word = stream.at(before - 1).getType();
            if (word == Grammar::KW_MUST || word == Grammar::KW_MAY) {
                return Wording::TermBehindModal;
            }
        }
    }
    return std::nullopt;
}

} // namespace

bool Recovery::isTold(const Mistake& mistake) const {
    if (guessed_.contains(mistake.first)) {
        return true;
    }
    const std::size_t from = stream_.at(mistake.first).getLine();
    const std::size_t at = mistake.foresight.failedAt;
    // What stands on the next line only shows that this one is not finished.
    const bool isNext = stream_.at(at).isFirstOnLine() && at > mistake.first;
    const std::size_t to = stream_.at(isNext ? at - 1 : at).getLine();
    const auto told = toldLines_.lower_bound(from);
    return told != toldLines_.end() && *told <= to;
}

void Recovery::mend(std::size_t at, std::size_t type) {
    stream_.at(at).setType(type);
    mended_.insert(at);
}

bool Recovery::tell(const Mistake& mistake) {
    if (isTold(mistake)) {
        return false;
    }
    if (!mistake.isOfItemBefore &&
        (mendMisspeltLine(mistake) || mendKeywordAsName(mistake) || mendMisspeltKeyword(mistake))) {
        return true;
    }
    tellUnexpected(mistake);
    return false;
}

bool Recovery::mendMisspeltLine(const Mistake& mistake) {
    // `taak a moet b` / `rolle c is d`: the parser took the misspelt word for a name of the line
    // above. The first word of the line on which it failed is the likely culprit.
    std::size_t at = mistake.foresight.failedAt;
    while (at > mistake.first && !stream_.at(at).isFirstOnLine()) {
        --at;
    }
    SourceToken& word = stream_.at(at);
    if (at == mistake.first || word.getType() != Grammar::IDENTIFIER || mended_.contains(at)) {
        return false;
    }
    const auto meant = nearestKeyword(word.view(), typesIn(startsOf(mistake.rule)));
    if (!meant) {
        return false;
    }
    messages_.add(make<Diag::MisspeltKeyword>(spanOf(word), word.view(), spellingOf(*meant)));
    mend(at, *meant);
    guessed_.insert(at);
    return true;
}

bool Recovery::mendKeywordAsName(const Mistake& mistake) {
    const std::size_t at = mistake.foresight.failedAt;
    SourceToken& token = stream_.at(at);
    if (mended_.contains(at) || !couldBeName(token.getType()) || !contains(mistake.foresight.expected, Grammar::IDENTIFIER)) {
        return false;
    }
    if (token.isFirstOnLine() && startsOf(mistake.rule).contains(token.getType())) {
        return false;
    }
    if (!wouldFit(*automaton_, stream_, mistake.rule, mistake.first, at, Grammar::IDENTIFIER)) {
        return false;
    }
    // Taken for a name, does the rest of the line follow? If not, the name is missing before it.
    const std::size_t type = token.getType();
    token.setType(Grammar::IDENTIFIER);
    const Foresight after = foresee(*automaton_, stream_, mistake.rule, mistake.first);
    token.setType(type);
    if (after.failedAt == at + 1 && !stream_.at(at + 1).isFirstOnLine() && !after.mayEnd) {
        return false;
    }
    messages_.add(make<Diag::KeywordAsName>(spanOf(token), token.view()));
    mend(at, Grammar::IDENTIFIER);
    return true;
}

bool Recovery::mendMisspeltKeyword(const Mistake& mistake) {
    const std::size_t at = mistake.foresight.failedAt;
    SourceToken& token = stream_.at(at);
    if (mended_.contains(at) || token.getType() != Grammar::IDENTIFIER) {
        return false;
    }
    const auto meant = nearestKeyword(token.view(), mistake.foresight.expected);
    if (!meant || !wouldFit(*automaton_, stream_, mistake.rule, mistake.first, at, *meant)) {
        return false;
    }
    messages_.add(make<Diag::MisspeltKeyword>(spanOf(token), token.view(), spellingOf(*meant)));
    mend(at, *meant);
    guessed_.insert(mistake.first);
    return true;
}

void Recovery::tellUnexpected(const Mistake& mistake) {
    if (fields_.isEmpty()) {
        fields_ = automaton_->nextTokens(automaton_->ruleToStartState[Grammar::RuleField]);
    }
    const antlr4::misc::IntervalSet none;
    const bool isAlone = mistake.rule == Grammar::RuleLoneRequirement;
    const antlr4::misc::IntervalSet& starts = isAlone ? none : startsOf(mistake.rule);
    const SourceToken& token = stream_.at(mistake.foresight.failedAt);
    Foresight foresight = mistake.foresight;
    if (needsTitle(stream_.at(mistake.first).getType()) && mistake.rule == Grammar::RuleDeclaration &&
        contains(foresight.expected, Grammar::STRING)) {
        // The grammar takes a missing title, so that the block is still read; the language does not.
        std::erase(foresight.expected, std::size_t{Grammar::LBRACE});
    }
    const support::Localized expected = expectedInWords(foresight, starts, fields_);
    // A requirement alone closes no block: a brace behind it is one too many.
    const bool isNext = token.isFirstOnLine() || (token.getType() == Grammar::RBRACE && !isAlone) ||
                        token.getType() == antlr4::Token::EOF;
    if (isNext && !mistake.foresight.mayEnd && mistake.foresight.failedAt > mistake.first) {
        const SourceToken& before = stream_.at(mistake.foresight.failedAt - 1);
        messages_.add(make<Diag::StatementNotFinished>(spanOf(before), before.view(), expected));
        return;
    }
    const auto instead = saidOtherwise(stream_, mistake.foresight);
    messages_.add(make<Diag::UnexpectedToken>(spanOf(token), foundInWords(token),
                                              instead ? diagnostics::wording(*instead) : expected));
}

bool Recovery::tellStray(antlr4::Parser* parser, std::size_t blockRule, std::size_t itemRule) {
    SourceToken& token = current();
    antlr4::ParserRuleContext* block = parser->getContext();
    if (toldLines_.contains(token.getLine())) {
        return false;
    }
    if (token.getType() == Grammar::IDENTIFIER && mendStray(itemRule)) {
        return true;
    }
    if (blockRule == Grammar::RuleDocument) {
        // Outside every block one message tells of all that follows up to the next declaration: most
        // often a block above was closed too early.
        if (toldAfter_ == block->children.size()) {
            return false;
        }
        toldAfter_ = block->children.size();
    }
    if (token.getType() == Grammar::RBRACE) {
        messages_.add(make<Diag::NothingToClose>(spanOf(token)));
        return false;
    }
    // A word in the middle of a line (`en`) belongs to that line, not to another block.
    const std::size_t at = stream_.index();
    const std::size_t typeBefore = at == 0 ? std::size_t{Grammar::LBRACE} : stream_.at(at - 1).getType();
    const bool beginsItem = token.isFirstOnLine() || typeBefore == Grammar::LBRACE || typeBefore == Grammar::RBRACE;
    const bool isInQuestion =
        blockRule == Grammar::RuleBlock && blockKindOf(block) == syntax::BlockKind::Question;
    if (beginsItem && isInQuestion && isAnswer(token.getType())) {
        messages_.add(make<Diag::MissingWhen>(spanOf(token), token.view(), spellingOf(Grammar::KW_WHEN)));
        return false;
    }
    if (beginsItem && tellWrongBlock(block, token)) {
        return false;
    }
    auto& siblings = block->children;
    auto* before = siblings.empty() ? nullptr : dynamic_cast<antlr4::ParserRuleContext*>(siblings.back());
    if (before == nullptr || before->exception || before->getRuleIndex() != itemRule ||
        token.isFirstOnLine() || before->getStop()->getType() == Grammar::RBRACE) {
        tellNoKeyword(block, itemRule, token);
        return false;
    }
    // The item before ended on this line: what could it have gone on with?
    const std::size_t first = before->getStart()->getTokenIndex();
    Mistake mistake{itemRule, first, blockRule, foresee(*automaton_, stream_, itemRule, first), true};
    // It may have gone on with this word too, and fail behind it: a condition that ends in `of`.
    mistake.foresight.failedAt = std::max(mistake.foresight.failedAt, stream_.index());
    if (mendMisspeltLine(mistake)) {
        // It took the misspelt word for a name of its own: read it again.
        siblings.pop_back();
        stream_.seek(first);
        return true;
    }
    tellUnexpected(mistake);
    return false;
}

bool Recovery::mendStray(std::size_t itemRule) {
    const SourceToken& token = current();
    const std::size_t at = stream_.index();
    const auto meant = nearestKeyword(token.view(), typesIn(startsOf(itemRule)));
    if (!meant ||
        !(token.isFirstOnLine() || wouldFit(*automaton_, stream_, itemRule, at, at, *meant))) {
        return false;
    }
    messages_.add(make<Diag::MisspeltKeyword>(spanOf(token), token.view(), spellingOf(*meant)));
    mend(at, *meant);
    guessed_.insert(at);
    return true;
}

void Recovery::tellNoKeyword(antlr4::ParserRuleContext* block, std::size_t itemRule,
                             const SourceToken& token) {
    std::vector<support::Localized> words;
    if (itemRule == Grammar::RuleStatement) {
        for (const syntax::Keyword word : syntax::wordsIn(blockKindOf(block))) {
            words.push_back(quoted(syntax::spelling(word)));
        }
    } else {
        for (const std::size_t type : typesIn(startsOf(itemRule))) {
            words.push_back(quoted(spellingOf(type)));
        }
    }
    words.resize(std::min(words.size(), kMaxWords));
    messages_.add(make<Diag::NoKeyword>(spanOf(token), foundInWords(token), diagnostics::oneOf(words)));
}

bool Recovery::tellWrongBlock(antlr4::ParserRuleContext* block, const SourceToken& token) {
    const std::size_t blockRule = block->getRuleIndex();
    const std::size_t type = token.getType();
    std::vector<support::Localized> belongs;
    for (const List& home : kLists) {
        if (home.block != blockRule && home.block != Grammar::RuleDocument &&
            startsOf(home.item).contains(type)) {
            belongs.push_back(quoted(spellingOf(home.word)));
        }
    }
    if (blockRule != Grammar::RuleDocument && startsOf(Grammar::RuleDeclaration).contains(type)) {
        belongs.push_back(diagnostics::wording(Wording::TheFile));
    }
    if (belongs.empty()) {
        return false;
    }
    if (blockRule == Grammar::RuleDocument) {
        messages_.add(make<Diag::OutsideBlock>(spanOf(token), token.view(), diagnostics::oneOf(belongs)));
        return true;
    }
    const std::string_view here = blockRule == Grammar::RuleBlock
                                      ? syntax::spelling(keywordOf(blockKindOf(block)))
                                      : spellingOf(listOfBlock(blockRule)->word);
    messages_.add(make<Diag::NotInThisBlock>(spanOf(token), token.view(), here, diagnostics::oneOf(belongs)));
    return true;
}

} // namespace meldc::parser
