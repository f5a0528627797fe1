#pragma once

#include "MeldParser.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace meldc::parser {

/// A rule that is a list of items between braces (or the whole file), the rule of its items, and
/// the word that begins it, for messages.
struct List {
    std::size_t block;
    std::size_t item;
    std::size_t word;
};

constexpr std::array kLists{
    List{grammar::MeldParser::RuleDocument, grammar::MeldParser::RuleDeclaration, 0},
    List{grammar::MeldParser::RuleBlock, grammar::MeldParser::RuleStatement, grammar::MeldParser::KW_MELDCODE},
    List{grammar::MeldParser::RuleConceptBlock, grammar::MeldParser::RuleConceptItem, grammar::MeldParser::KW_CONCEPT},
    List{grammar::MeldParser::RuleSourceBlock, grammar::MeldParser::RuleSourceItem, grammar::MeldParser::KW_SOURCE},
    List{grammar::MeldParser::RuleNormBlock, grammar::MeldParser::RuleNormItem, grammar::MeldParser::KW_NORM},
    List{grammar::MeldParser::RuleCaseBlock, grammar::MeldParser::RuleCaseItem, grammar::MeldParser::KW_CASE},
    List{grammar::MeldParser::RuleWaiverBlock, grammar::MeldParser::RuleWaiverItem, grammar::MeldParser::KW_WAIVER},
    List{grammar::MeldParser::RuleAcceptanceBlock, grammar::MeldParser::RuleAcceptanceItem,
         grammar::MeldParser::KW_ACCEPTANCE},
    List{grammar::MeldParser::RuleProjectBlock, grammar::MeldParser::RuleProjectItem,
         grammar::MeldParser::KW_PROJECT},
    List{grammar::MeldParser::RuleCoverageBlock, grammar::MeldParser::RuleCoverageItem,
         grammar::MeldParser::KW_COVERAGE},
    List{grammar::MeldParser::RuleReadingBlock, grammar::MeldParser::RuleReading, grammar::MeldParser::KW_AMBIGUOUS},
};

[[nodiscard]] inline const List* listOfBlock(std::size_t rule) {
    const auto* found = std::find_if(kLists.begin(), kLists.end(), [&](auto& list) { return list.block == rule; });
    return found == kLists.end() ? nullptr : found;
}

[[nodiscard]] inline const List* listOfItem(std::size_t rule) {
    const auto* found = std::find_if(kLists.begin(), kLists.end(), [&](auto& list) { return list.item == rule; });
    return found == kLists.end() ? nullptr : found;
}

} // namespace meldc::parser
