#include "parser/build.h"
#include "support/limits.h"

#include <iterator>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// An operand that is the same operator (it stood in brackets) joins its parent: `a en (b en c)`.
template <class Node>
void appendFlat(Node& parent, Node operand) {
    if (operand.kind == parent.kind) {
        std::move(operand.operands.begin(), operand.operands.end(), std::back_inserter(parent.operands));
    } else {
        parent.operands.push_back(std::move(operand));
    }
}

/// A chain of one operator; a chain of one is its operand. `read` makes a node of one operand.
template <class Node, class Kind, class Operand, class Read>
Node chain(const Build& build, Kind kind, const std::vector<Operand*>& operands,
           antlr4::ParserRuleContext* whole, Read read) {
    if (operands.size() == 1) {
        return read(operands.front());
    }
    Node node;
    node.kind = kind;
    node.span = spanOf(build, whole);
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (i == support::kMaxConditionOperands) {
            build.messages.add(make<Diag::ConditionTooLong>(node.span, support::kMaxConditionOperands));
            break;
        }
        appendFlat(node, read(operands[i]));
    }
    return node;
}

syntax::Field fieldOf(Grammar::FieldContext* context) {
    using syntax::Field;
    switch (*keywordOf(context->getStart())) {
    case Keyword::Kind: return Field::Kind;
    case Keyword::Sector: return Field::Sector;
    case Keyword::Function: return Field::Function;
    case Keyword::Performer: return Field::Performer;
    case Keyword::Participant: return Field::Participant;
    case Keyword::Consults: return Field::Consults;
    case Keyword::Owner: return Field::Owner;
    case Keyword::Decider: return Field::Decider;
    case Keyword::Reporter: return Field::Reporter;
    case Keyword::Role: return Field::Role;
    case Keyword::Action: return Field::Action;
    case Keyword::Matter: return Field::Matter;
    case Keyword::With: return Field::With;
    case Keyword::To: return Field::To;
    case Keyword::System: return Field::System;
    case Keyword::Condition: return Field::Condition;
    case Keyword::Directly: return Field::Directly;
    case Keyword::Step: return Field::Step;
    case Keyword::Topic: return Field::Topic;
    case Keyword::Decision: return Field::Decision;
    case Keyword::Consequence: return Field::Consequence;
    case Keyword::Ground: return Field::Ground;
    case Keyword::Closed: return Field::Closed;
    case Keyword::Later: return Field::Later;
    case Keyword::Description: return Field::Description;
    case Keyword::Phone: return Field::Phone;
    case Keyword::Adopted: return Field::Adopted;
    case Keyword::Authority: return Field::Authority;
    case Keyword::Valid: return Field::Valid;
    case Keyword::Authorised: return Field::Authorised;
    case Keyword::Works: return Field::Works;
    case Keyword::Framework:
    case Keyword::Frame: return Field::Framework;
    case Keyword::Version: return Field::Version;
    case Keyword::Application: return Field::Application;
    case Keyword::Point: return Field::Point;
    case Keyword::Return: return Field::Return;
    case Keyword::About: return Field::About;
    case Keyword::Choice: return Field::Choice;
    case Keyword::Threshold: return Field::Threshold;
    case Keyword::Duty: return Field::Duty;
    case Keyword::Consent: return Field::Consent;
    case Keyword::Of: return Field::From;
    case Keyword::Until: return Field::Until;
    case Keyword::Exception: return Field::Exception;
    case Keyword::Route: return Field::Route;
    case Keyword::Behalf: return Field::Behalf;
    case Keyword::Source: return Field::Source;
    case Keyword::State: return Field::State;
    case Keyword::Outdated: return Field::Outdated;
    default: return Field::Name;
    }
}

syntax::FieldValue fieldValueOf(const Build& build, Grammar::FieldValueContext* context) {
    using syntax::FieldValueKind;
    syntax::FieldValue value;
    value.span = spanOf(build, context);
    if (auto* name = context->name()) {
        value.name = nameOf(build, name);
    } else if (auto* number = context->INTEGER()) {
        value.kind = FieldValueKind::Number;
        value.number = numberOf(build, number->getSymbol());
    } else if (auto* modality = context->modality()) {
        value.kind = FieldValueKind::Modality;
        value.modality = modalityOf(modality);
    } else if (auto* unitKind = context->unitKind()) {
        value.kind = FieldValueKind::UnitKind;
        value.unitKind = unitKindOf(unitKind);
    } else {
        const Keyword word = *keywordOf(context->getStart());
        value.kind = word == Keyword::Yes       ? FieldValueKind::Yes
                     : word == Keyword::No      ? FieldValueKind::No
                     : word == Keyword::Unknown ? FieldValueKind::Unknown
                     : word == Keyword::Doubt   ? FieldValueKind::Doubt
                                                : FieldValueKind::Open;
    }
    return value;
}

syntax::Condition conditionOf(const Build& build, Grammar::ConditionUnitContext* context) {
    using syntax::ConditionKind;
    syntax::Condition node;
    node.span = spanOf(build, context);
    const antlr4::Token* first = context->getStart();
    if (first->getType() == Grammar::LPAREN) {
        return conditionOf(build, child<Grammar::ConditionContext>(context));
    }
    const auto word = keywordOf(first);
    if (word == Keyword::Not || word == Keyword::Perhaps || has(context, Keyword::About)) {
        node.kind = word == Keyword::Not       ? ConditionKind::Not
                    : word == Keyword::Perhaps ? ConditionKind::Perhaps
                                               : ConditionKind::DoubtAbout;
        node.operands.push_back(conditionOf(build, child<Grammar::ConditionUnitContext>(context)));
    } else if (word == Keyword::Doubt) {
        node.kind = ConditionKind::AnyDoubt;
    } else if (word == Keyword::Open) {
        node.kind = ConditionKind::OpenTerm;
        node.name = *labelOf(build, context);
    } else {
        node.kind = word == Keyword::Choice ? ConditionKind::Choice : ConditionKind::Fact;
        node.name = nameOf(build, child<Grammar::NameContext>(context));
        node.label = labelOf(build, context);
    }
    return node;
}

syntax::Goal goalOf(const Build& build, Grammar::GoalUnitContext* context) {
    using syntax::GoalKind;
    syntax::Goal node;
    node.span = spanOf(build, context);
    if (auto* inner = child<Grammar::GoalContext>(context)) {
        return goalOf(build, inner);
    }
    if (auto* negated = child<Grammar::GoalUnitContext>(context)) {
        node.kind = GoalKind::Not;
        node.operands.push_back(goalOf(build, negated));
        return node;
    }
    node.kind = has(context, Keyword::May) ? GoalKind::May : GoalKind::Must;
    node.name = nameOf(build, child<Grammar::NameContext>(context));
    return node;
}

void setRest(const Build& build, Grammar::FieldRestContext* rest, syntax::FieldCondition& node) {
    using syntax::FieldConditionKind;
    if (rest == nullptr) {
        node.kind = FieldConditionKind::Present;
    } else if (auto* value = child<Grammar::FieldValueContext>(rest)) {
        node.kind = FieldConditionKind::Is;
        node.values.push_back(fieldValueOf(build, value));
    } else if (auto* values = child<Grammar::FieldValuesContext>(rest)) {
        node.kind = FieldConditionKind::Only;
        for (auto* each : children<Grammar::FieldValueContext>(values)) {
            node.values.push_back(fieldValueOf(build, each));
        }
    } else if (auto* other = child<Grammar::FieldContext>(rest)) {
        node.kind = FieldConditionKind::Differs;
        node.other = fieldOf(other);
    } else {
        node.kind = FieldConditionKind::Absent;
    }
}

syntax::FieldCondition fieldConditionOf(const Build& build, Grammar::FieldUnitContext* context) {
    using syntax::FieldConditionKind;
    syntax::FieldCondition node;
    node.span = spanOf(build, context);
    if (auto* inner = child<Grammar::FieldConditionContext>(context)) {
        return fieldConditionOf(build, inner);
    }
    if (auto* negated = child<Grammar::FieldUnitContext>(context)) {
        node.kind = FieldConditionKind::Not;
        node.operands.push_back(fieldConditionOf(build, negated));
        return node;
    }
    auto* field = child<Grammar::FieldContext>(context);
    node.field = field == nullptr ? syntax::Field::Modality : fieldOf(field);
    if (auto* modality = child<Grammar::ModalityContext>(context)) {
        node.kind = FieldConditionKind::ModalityAtLeast;
        node.modality = modalityOf(modality);
    } else {
        setRest(build, child<Grammar::FieldRestContext>(context), node);
    }
    return node;
}

} // namespace

syntax::Condition conditionOf(const Build& build, Grammar::ConditionContext* context) {
    using syntax::ConditionKind;
    return chain<syntax::Condition>(
        build, ConditionKind::Or, children<Grammar::ConjunctionContext>(context), context, [&](auto* conjunction) {
            return chain<syntax::Condition>(build, ConditionKind::And, children<Grammar::ConditionUnitContext>(conjunction), conjunction,
                                            [&](auto* unit) { return conditionOf(build, unit); });
        });
}

std::optional<syntax::Condition> conditionUnder(const Build& build, antlr4::ParserRuleContext* context) {
    auto* condition = child<Grammar::ConditionContext>(context);
    return condition == nullptr ? std::nullopt : std::optional(conditionOf(build, condition));
}

syntax::FieldCondition fieldConditionOf(const Build& build, Grammar::FieldConditionContext* context) {
    using syntax::FieldConditionKind;
    return chain<syntax::FieldCondition>(
        build, FieldConditionKind::Or, children<Grammar::FieldConjunctionContext>(context), context, [&](auto* conjunction) {
            return chain<syntax::FieldCondition>(build, FieldConditionKind::And, children<Grammar::FieldUnitContext>(conjunction),
                                                 conjunction,
                                                 [&](auto* unit) { return fieldConditionOf(build, unit); });
        });
}

syntax::Goal goalOf(const Build& build, Grammar::GoalContext* context) {
    using syntax::GoalKind;
    return chain<syntax::Goal>(
        build, GoalKind::Or, children<Grammar::GoalConjunctionContext>(context), context, [&](auto* conjunction) {
            return chain<syntax::Goal>(build, GoalKind::And, children<Grammar::GoalUnitContext>(conjunction), conjunction,
                                       [&](auto* unit) { return goalOf(build, unit); });
        });
}

syntax::TableKind tableKindOf(Grammar::TableKindContext* context) {
    using syntax::TableKind;
    switch (*keywordOf(context->getStart())) {
    case Keyword::Role: return TableKind::Role;
    case Keyword::Step: return TableKind::Step;
    case Keyword::Duty: return TableKind::Duty;
    case Keyword::Question: return TableKind::Question;
    case Keyword::Meldnorm: return TableKind::Meldnorm;
    case Keyword::Route: return TableKind::Route;
    case Keyword::Decision: return TableKind::Decision;
    case Keyword::Exception: return TableKind::Exception;
    case Keyword::Topic: return TableKind::Topic;
    case Keyword::Contact: return TableKind::Contact;
    case Keyword::System: return TableKind::System;
    case Keyword::Consultation: return TableKind::Consultation;
    case Keyword::Framework: return TableKind::Framework;
    case Keyword::Age: return TableKind::Age;
    case Keyword::Blank: return TableKind::Blank;
    case Keyword::Point: return TableKind::Point;
    case Keyword::Reference: return TableKind::Reference;
    default: return TableKind::Meldcode;
    }
}

} // namespace meldc::parser
