#pragma once

#include "MeldParser.h"

#include <cstddef>
#include <typeinfo>
#include <vector>

/// Children of the contexts of the generated parser.
///
/// The runtime finds a child of some type by casting every child dynamically, which took a quarter
/// of the time of reading a file. A context knows the number of its rule; this compares numbers.
namespace meldc::parser {

namespace detail {

/// The rule of a type of context.
template <class T>
struct RuleOf;

#define MELDC_RULE(name)                                                        \
    template <>                                                                 \
    struct RuleOf<grammar::MeldParser::name##Context> {                         \
        static constexpr std::size_t kRule = grammar::MeldParser::Rule##name;   \
    };
MELDC_RULE(AbsentTarget)
MELDC_RULE(AlsoInDoubt)
MELDC_RULE(Answer)
MELDC_RULE(Bilingual)
MELDC_RULE(Block)
MELDC_RULE(CaseItem)
MELDC_RULE(ConceptItem)
MELDC_RULE(Condition)
MELDC_RULE(ConditionUnit)
MELDC_RULE(Conjunction)
MELDC_RULE(ContactPart)
MELDC_RULE(CoverageHow)
MELDC_RULE(CoverageItem)
MELDC_RULE(Declaration)
MELDC_RULE(DutyPart)
MELDC_RULE(EdgePart)
MELDC_RULE(Expectation)
MELDC_RULE(Field)
MELDC_RULE(FieldCondition)
MELDC_RULE(FieldConjunction)
MELDC_RULE(FieldRest)
MELDC_RULE(FieldUnit)
MELDC_RULE(FieldValue)
MELDC_RULE(FieldValues)
MELDC_RULE(Goal)
MELDC_RULE(GoalConjunction)
MELDC_RULE(GoalUnit)
MELDC_RULE(Identity)
MELDC_RULE(Label)
MELDC_RULE(LapseInner)
MELDC_RULE(LapsePart)
MELDC_RULE(LapseTarget)
MELDC_RULE(BlankSlot)
MELDC_RULE(LineRange)
MELDC_RULE(Lines)
MELDC_RULE(Literal)
MELDC_RULE(Locator)
MELDC_RULE(Modality)
MELDC_RULE(Name)
MELDC_RULE(NameGroup)
MELDC_RULE(NameChoice)
MELDC_RULE(Names)
MELDC_RULE(NormItem)
MELDC_RULE(Outlook)
MELDC_RULE(Performer)
MELDC_RULE(Period)
MELDC_RULE(Place)
MELDC_RULE(Quantity)
MELDC_RULE(Reading)
MELDC_RULE(ReadingBlock)
MELDC_RULE(Requirement)
MELDC_RULE(RequirementCap)
MELDC_RULE(Requirements)
MELDC_RULE(Severity)
MELDC_RULE(SourceItem)
MELDC_RULE(SourcePart)
MELDC_RULE(Statement)
MELDC_RULE(Supervision)
MELDC_RULE(InSentence)
MELDC_RULE(TableKind)
MELDC_RULE(TextStatus)
MELDC_RULE(Timing)
MELDC_RULE(UnitKind)
MELDC_RULE(WaiverItem)
MELDC_RULE(AcceptanceItem)
MELDC_RULE(ProjectFormat)
MELDC_RULE(ProjectItem)
#undef MELDC_RULE

/// Whether a child is a token. A leaf alone does not tell: of a rule that broke off at its first
/// token the runtime keeps a context without children.
[[nodiscard]] inline bool isToken(const antlr4::tree::ParseTree* child) {
    return child->children.empty() && (typeid(*child) == typeid(antlr4::tree::TerminalNodeImpl) ||
                                       typeid(*child) == typeid(antlr4::tree::ErrorNodeImpl));
}

/// Whether a child is a rule of which something was read.
[[nodiscard]] inline bool isRead(const antlr4::tree::ParseTree* child) {
    return !child->children.empty();
}

} // namespace detail

/// The child of type T with this number among those of its type that were read, or nullptr.
template <class T>
[[nodiscard]] T* child(antlr4::ParserRuleContext* context, std::size_t index = 0) {
    for (antlr4::tree::ParseTree* each : context->children) {
        if (detail::isRead(each) &&
            static_cast<antlr4::ParserRuleContext*>(each)->getRuleIndex() == detail::RuleOf<T>::kRule &&
            index-- == 0) {
            return static_cast<T*>(each);
        }
    }
    return nullptr;
}

/// All children of type T that were read.
template <class T>
[[nodiscard]] std::vector<T*> children(antlr4::ParserRuleContext* context) {
    std::vector<T*> result;
    for (antlr4::tree::ParseTree* each : context->children) {
        if (detail::isRead(each) &&
            static_cast<antlr4::ParserRuleContext*>(each)->getRuleIndex() == detail::RuleOf<T>::kRule) {
            result.push_back(static_cast<T*>(each));
        }
    }
    return result;
}

/// The child tokens of this type.
[[nodiscard]] inline std::vector<const antlr4::Token*> tokensOf(antlr4::ParserRuleContext* context,
                                                                std::size_t type) {
    std::vector<const antlr4::Token*> result;
    for (antlr4::tree::ParseTree* each : context->children) {
        if (detail::isToken(each)) {
            const antlr4::Token* token = static_cast<antlr4::tree::TerminalNode*>(each)->getSymbol();
            if (token->getType() == type) {
                result.push_back(token);
            }
        }
    }
    return result;
}

/// Whether one of the child tokens has this type.
[[nodiscard]] inline bool hasToken(antlr4::ParserRuleContext* context, std::size_t type) {
    for (antlr4::tree::ParseTree* each : context->children) {
        if (detail::isToken(each) &&
            static_cast<antlr4::tree::TerminalNode*>(each)->getSymbol()->getType() == type) {
            return true;
        }
    }
    return false;
}

} // namespace meldc::parser
