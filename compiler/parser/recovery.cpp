#include "parser/recovery.h"

#include "MeldParser.h"
#include "parser/item_lists.h"
#include "parser/wordings.h"

#include <algorithm>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using Grammar = grammar::MeldParser;

namespace {

/// How many lines after a mistake a misspelt first word is still recognised as one.
constexpr std::size_t kLinesCompared = 100;

void readItem(Grammar& parser, std::size_t rule) {
    switch (rule) {
    case Grammar::RuleDeclaration: parser.declaration(); break;
    case Grammar::RuleStatement: parser.statement(); break;
    case Grammar::RuleConceptItem: parser.conceptItem(); break;
    case Grammar::RuleSourceItem: parser.sourceItem(); break;
    case Grammar::RuleNormItem: parser.normItem(); break;
    case Grammar::RuleCaseItem: parser.caseItem(); break;
    case Grammar::RuleWaiverItem: parser.waiverItem(); break;
    case Grammar::RuleAcceptanceItem: parser.acceptanceItem(); break;
    case Grammar::RuleProjectItem: parser.projectItem(); break;
    case Grammar::RuleCoverageItem: parser.coverageItem(); break;
    case Grammar::RuleReading: parser.reading(); break;
    default: break;
    }
}

/// The block that an item with this first word has.
void readBlock(Grammar& parser, std::size_t firstType) {
    switch (firstType) {
    case Grammar::KW_CONCEPT: parser.conceptBlock(); break;
    case Grammar::KW_SOURCE: parser.sourceBlock(); break;
    case Grammar::KW_NORM: parser.normBlock(); break;
    case Grammar::KW_CASE: parser.caseBlock(); break;
    case Grammar::KW_WAIVER: parser.waiverBlock(); break;
    case Grammar::KW_ACCEPTANCE: parser.acceptanceBlock(); break;
    case Grammar::KW_PROJECT: parser.projectBlock(); break;
    case Grammar::KW_COVERAGE: parser.coverageBlock(); break;
    case Grammar::KW_AMBIGUOUS: parser.readingBlock(); break;
    default: parser.block(); break;
    }
}

} // namespace

Recovery::Recovery(VectorTokenStream& stream, const Vetted& vetted, support::FileId id, Messages& messages)
    : stream_(stream), id_(id), messages_(messages), toldLines_(vetted.toldLines),
      surplusClosers_(vetted.surplusClosers) {}

void Recovery::reset(antlr4::Parser* /*recognizer*/) {}

bool Recovery::inErrorRecoveryMode(antlr4::Parser* /*recognizer*/) {
    return false;
}

void Recovery::reportMatch(antlr4::Parser* /*recognizer*/) {}

void Recovery::reportError(antlr4::Parser* /*recognizer*/, const antlr4::RecognitionException& /*error*/) {}

support::Span Recovery::spanOf(const SourceToken& token) const {
    return {id_, token.begin(), token.end()};
}

const antlr4::misc::IntervalSet& Recovery::startsOf(std::size_t itemRule) {
    for (const auto& [rule, types] : starts_) {
        if (rule == itemRule) {
            return types;
        }
    }
    starts_.emplace_back(itemRule, automaton_->nextTokens(automaton_->ruleToStartState[itemRule]));
    return starts_.back().second;
}

antlr4::Token* Recovery::recoverInline(antlr4::Parser* recognizer) {
    automaton_ = &recognizer->getATN();
    const std::size_t rule = recognizer->getContext()->getRuleIndex();
    const antlr4::misc::IntervalSet expected = recognizer->getExpectedTokens();
    // A block whose brace is missing, while a closing brace is left over: read it as if it were there.
    const bool isBlockStart = listOfBlock(rule) != nullptr && expected.contains(std::size_t{Grammar::LBRACE});
    if (isBlockStart && surplusClosers_ > 0 && stream_.index() > 0 &&
        (current().isFirstOnLine() || startsOf(listOfBlock(rule)->item).contains(current().getType()))) {
        // Once only: braces that pair up with nothing must not nest the parser.
        surplusClosers_ = 0;
        const SourceToken& before = stream_.at(stream_.index() - 1);
        messages_.add(make<Diag::MissingOpeningBrace>(spanOf(before), before.view()));
        return &current();
    }
    if (listOfBlock(rule) != nullptr && current().getType() == antlr4::Token::EOF) {
        // What closes the block was lost in a mistake that was told.
        return &current();
    }
    throw antlr4::InputMismatchException(recognizer);
}

void Recovery::recover(antlr4::Parser* recognizer, std::exception_ptr error) {
    antlr4::ParserRuleContext* context = recognizer->getContext();
    const std::size_t rule = context->getRuleIndex();
    auto* parent = dynamic_cast<antlr4::ParserRuleContext*>(context->parent);
    const List* list = listOfItem(rule);
    if (rule == Grammar::RuleDocument) {
        // Only the end of the file is left to be read here.
        return;
    }
    if (rule == Grammar::RuleLoneRequirement) {
        automaton_ = &recognizer->getATN();
        tell({rule, 0, rule, foresee(*automaton_, stream_, rule, 0)});
        return;
    }
    // A prefix (`concept`, `vervang`) and what follows it are one item.
    if (list == nullptr || parent == nullptr || parent->getRuleIndex() == rule) {
        std::rethrow_exception(error);
    }
    automaton_ = &recognizer->getATN();
    auto& parser = static_cast<Grammar&>(*recognizer);
    const std::size_t first = context->getStart()->getTokenIndex();
    Mistake mistake{rule, first, list->block, foresee(*automaton_, stream_, rule, first)};
    lookBack(context, mistake);
    if (tell(mistake)) {
        readAgain(parser, context, rule, first);
        return;
    }
    stream_.seek(std::max(mistake.foresight.failedAt, first + 1));
    skip(parser, rule, first);
    lost_.emplace_back(first, stream_.index());
}

void Recovery::sync(antlr4::Parser* recognizer) {
    antlr4::ParserRuleContext* context = recognizer->getContext();
    const List* list = listOfBlock(context->getRuleIndex());
    if (list == nullptr) {
        return;
    }
    automaton_ = &recognizer->getATN();
    const bool isFile = list->block == Grammar::RuleDocument;
    auto& parser = static_cast<Grammar&>(*recognizer);
    while (true) {
        const SourceToken& token = current();
        const std::size_t type = token.getType();
        if (type == antlr4::Token::EOF || (type == Grammar::RBRACE && !isFile) ||
            startsOf(list->item).contains(type)) {
            return;
        }
        const std::size_t first = stream_.index();
        if (tellStray(recognizer, list->block, list->item)) {
            return;
        }
        // A block that belongs to nothing is passed over as one.
        if (type != Grammar::LBRACE) {
            stream_.consume();
        }
        skip(parser, list->item, first);
        lost_.emplace_back(first, stream_.index());
    }
}

void Recovery::lookBack(antlr4::ParserRuleContext* failed, Mistake& mistake) {
    // `eis altijd x bij` / `bericht …`: for the parser the requirement ended before `bij`, which
    // then began an item of its own.
    const auto& siblings = static_cast<antlr4::ParserRuleContext*>(failed->parent)->children;
    if (stream_.at(mistake.first).isFirstOnLine() || siblings.size() < 2) {
        return;
    }
    auto* before = dynamic_cast<antlr4::ParserRuleContext*>(siblings[siblings.size() - 2]);
    if (before == nullptr || before->exception || before->getRuleIndex() != mistake.rule ||
        before->getStop()->getType() == Grammar::RBRACE) {
        return;
    }
    const std::size_t first = before->getStart()->getTokenIndex();
    Foresight further = foresee(*automaton_, stream_, mistake.rule, first);
    if (further.failedAt >= mistake.foresight.failedAt) {
        mistake.first = first;
        mistake.foresight = std::move(further);
        mistake.isOfItemBefore = true;
    }
}

void Recovery::readAgain(Grammar& parser, antlr4::ParserRuleContext* failed, std::size_t rule,
                         std::size_t first) {
    stream_.seek(first);
    // As a sibling of the failed context: for the parser it never happened.
    parser.setContext(static_cast<antlr4::ParserRuleContext*>(failed->parent));
    parser.setState(failed->invokingState);
    readItem(parser, rule);
    parser.setContext(failed);
}

void Recovery::skip(Grammar& parser, std::size_t itemRule, std::size_t firstOfItem) {
    if (messages_.isFull()) {
        stream_.seek(stream_.size() - 1);
        return;
    }
    const bool isFile = itemRule == Grammar::RuleDeclaration;
    bool hasBlock = false;
    std::size_t inSet = openBraces(firstOfItem);
    while (current().getType() != antlr4::Token::EOF) {
        const std::size_t type = current().getType();
        if (type == Grammar::LBRACE) {
            skipBlock(parser, itemRule, hasBlock ? stream_.index() : firstOfItem);
            hasBlock = true;
            continue;
        }
        if (type == Grammar::RBRACE && inSet > 0) {
            --inSet;
            stream_.consume();
            continue;
        }
        if (type == Grammar::RBRACE && surplusClosers_ > 0 && !current().isFirstOnLine()) {
            // The brace that is too many is on the spoiled line.
            --surplusClosers_;
            stream_.consume();
            continue;
        }
        if (type == Grammar::RBRACE && !isFile) {
            return;
        }
        if ((hasBlock && startsOf(itemRule).contains(type)) || beginsLine(itemRule, firstOfItem)) {
            return;
        }
        stream_.consume();
    }
}

std::size_t Recovery::openBraces(std::size_t firstOfItem) {
    std::size_t open = 0;
    for (std::size_t at = firstOfItem; at < stream_.index(); ++at) {
        const std::size_t type = stream_.at(at).getType();
        if (type == Grammar::LBRACE) {
            ++open;
        } else if (type == Grammar::RBRACE && open > 0) {
            --open;
        }
    }
    return open;
}

bool Recovery::beginsLine(std::size_t itemRule, std::size_t firstOfItem) {
    const SourceToken& token = current();
    const SourceToken& first = stream_.at(firstOfItem);
    // A line that stands deeper than the spoiled one goes on with it.
    if (!token.isFirstOnLine() || (first.isFirstOnLine() && token.indent() > first.indent())) {
        return false;
    }
    const bool isOfSomeBlock = std::any_of(kLists.begin(), kLists.end(), [&](const List& list) {
        return startsOf(list.item).contains(token.getType());
    });
    // Misspelt words are looked for near the mistake only: comparing is slow.
    const bool isNear = token.getLine() < first.getLine() + kLinesCompared;
    return isOfSomeBlock || (isNear && token.getType() == Grammar::IDENTIFIER &&
                             nearestKeyword(token.view(), typesIn(startsOf(itemRule))));
}

void Recovery::skipBlock(Grammar& parser, std::size_t itemRule, std::size_t firstOfItem) {
    const std::size_t open = stream_.index();
    const std::size_t firstType = stream_.at(firstOfItem).getType();
    const bool isItem = startsOf(itemRule).contains(firstType) && firstOfItem < open;
    if (isItem) {
        // Mistakes in the block of a spoiled item are told as well; what it says is lost.
        antlr4::ParserRuleContext* context = parser.getContext();
        const std::size_t state = parser.getState();
        auto* parent = dynamic_cast<antlr4::ParserRuleContext*>(context->parent);
        if (parent != nullptr && listOfItem(context->getRuleIndex()) != nullptr) {
            parser.setState(context->invokingState);
            readBlock(parser, firstType);
            parser.setState(state);
        }
    }
    if (stream_.index() > open) {
        return;
    }
    std::size_t depth = 0;
    do {
        depth += current().getType() == Grammar::LBRACE ? 1U : 0U;
        depth -= current().getType() == Grammar::RBRACE ? 1U : 0U;
        stream_.consume();
    } while (depth > 0 && current().getType() != antlr4::Token::EOF);
}

} // namespace meldc::parser
