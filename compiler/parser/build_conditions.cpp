#include "parser/build.h"
#include "support/limits.h"

#include <algorithm>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// The operands of a chain of one operator, in order. The generated parser nests `a en b en c` to
/// the left; a chain is as long as its author likes, so this walks instead of recursing.
template <class Chain, class Operand, class Get>
std::vector<Operand*> chainOf(const Build& build, Chain* chain, Get operandsOf) {
    std::vector<Operand*> operands;
    Operand* left = nullptr;
    for (Chain* link = chain; link != nullptr; link = dynamic_cast<Chain*>(left)) {
        const std::vector<Operand*> both = operandsOf(link);
        operands.push_back(both[1]);
        left = both[0];
    }
    operands.push_back(left);
    std::reverse(operands.begin(), operands.end());
    if (operands.size() > support::kMaxConditionOperands) {
        build.messages.add(make<Diag::ConditionTooLong>(spanOf(build, chain), support::kMaxConditionOperands));
        operands.resize(support::kMaxConditionOperands);
    }
    return operands;
}

/// An operand that is the same operator (it stood in brackets) joins its parent: `a en (b en c)`.
template <class Node>
void appendFlat(Node& parent, Node operand) {
    if (operand.kind == parent.kind) {
        std::move(operand.operands.begin(), operand.operands.end(), std::back_inserter(parent.operands));
    } else {
        parent.operands.push_back(std::move(operand));
    }
}

syntax::Condition joined(const Build& build, syntax::ConditionKind kind,
                         const std::vector<Grammar::ConditionContext*>& operands,
                         Grammar::ConditionContext* whole) {
    syntax::Condition node;
    node.kind = kind;
    node.span = spanOf(build, whole);
    for (auto* operand : operands) {
        appendFlat(node, conditionOf(build, operand));
    }
    return node;
}

syntax::Condition wrapped(const Build& build, syntax::ConditionKind kind,
                          Grammar::ConditionContext* operand, Grammar::ConditionContext* whole) {
    syntax::Condition node;
    node.kind = kind;
    node.span = spanOf(build, whole);
    node.operands.push_back(conditionOf(build, operand));
    return node;
}

syntax::FieldCondition joined(const Build& build, syntax::FieldConditionKind kind,
                              const std::vector<Grammar::FieldConditionContext*>& operands,
                              Grammar::FieldConditionContext* whole) {
    syntax::FieldCondition node;
    node.kind = kind;
    node.span = spanOf(build, whole);
    for (auto* operand : operands) {
        appendFlat(node, fieldConditionOf(build, operand));
    }
    return node;
}

syntax::Goal joined(const Build& build, syntax::GoalKind kind,
                    const std::vector<Grammar::GoalContext*>& operands, Grammar::GoalContext* whole) {
    syntax::Goal node;
    node.kind = kind;
    node.span = spanOf(build, whole);
    for (auto* operand : operands) {
        appendFlat(node, goalOf(build, operand));
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
    case Keyword::Modality: return Field::Modality;
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

} // namespace

syntax::Condition conditionOf(const Build& build, Grammar::ConditionContext* context) {
    using syntax::ConditionKind;
    using Context = Grammar::ConditionContext;
    if (auto* group = dynamic_cast<Grammar::ConditionGroupContext*>(context)) {
        return conditionOf(build, group->condition());
    }
    if (auto* both = dynamic_cast<Grammar::ConditionAndContext*>(context)) {
        const auto operands = chainOf<Grammar::ConditionAndContext, Context>(
            build, both, [](auto* link) { return link->condition(); });
        return joined(build, ConditionKind::And, operands, context);
    }
    if (auto* either = dynamic_cast<Grammar::ConditionOrContext*>(context)) {
        const auto operands = chainOf<Grammar::ConditionOrContext, Context>(
            build, either, [](auto* link) { return link->condition(); });
        return joined(build, ConditionKind::Or, operands, context);
    }
    if (auto* negated = dynamic_cast<Grammar::ConditionNotContext*>(context)) {
        return wrapped(build, ConditionKind::Not, negated->condition(), context);
    }
    if (auto* doubted = dynamic_cast<Grammar::ConditionDoubtAboutContext*>(context)) {
        return wrapped(build, ConditionKind::DoubtAbout, doubted->condition(), context);
    }
    if (auto* perhaps = dynamic_cast<Grammar::ConditionPerhapsContext*>(context)) {
        return wrapped(build, ConditionKind::Perhaps, perhaps->condition(), context);
    }
    syntax::Condition node;
    node.span = spanOf(build, context);
    if (auto* fact = dynamic_cast<Grammar::ConditionFactContext*>(context)) {
        node.name = nameOf(build, fact->name());
    } else if (auto* choice = dynamic_cast<Grammar::ConditionChoiceContext*>(context)) {
        node.kind = ConditionKind::Choice;
        node.name = nameOf(build, choice->name());
        node.label = labelOf(build, choice);
    } else if (auto* open = dynamic_cast<Grammar::ConditionOpenTermContext*>(context)) {
        node.kind = ConditionKind::OpenTerm;
        node.name = *labelOf(build, open);
    } else {
        node.kind = ConditionKind::AnyDoubt;
    }
    return node;
}

std::optional<syntax::Condition> conditionUnder(const Build& build, antlr4::ParserRuleContext* context) {
    auto* condition = child<Grammar::ConditionContext>(context);
    return condition == nullptr ? std::nullopt : std::optional(conditionOf(build, condition));
}

syntax::FieldCondition fieldConditionOf(const Build& build, Grammar::FieldConditionContext* context) {
    using syntax::FieldConditionKind;
    using Context = Grammar::FieldConditionContext;
    if (auto* group = dynamic_cast<Grammar::FieldGroupContext*>(context)) {
        return fieldConditionOf(build, group->fieldCondition());
    }
    if (auto* both = dynamic_cast<Grammar::FieldAndContext*>(context)) {
        const auto operands = chainOf<Grammar::FieldAndContext, Context>(
            build, both, [](auto* link) { return link->fieldCondition(); });
        return joined(build, FieldConditionKind::And, operands, context);
    }
    if (auto* either = dynamic_cast<Grammar::FieldOrContext*>(context)) {
        const auto operands = chainOf<Grammar::FieldOrContext, Context>(
            build, either, [](auto* link) { return link->fieldCondition(); });
        return joined(build, FieldConditionKind::Or, operands, context);
    }
    syntax::FieldCondition node;
    node.span = spanOf(build, context);
    if (auto* negated = dynamic_cast<Grammar::FieldNotContext*>(context)) {
        node.kind = FieldConditionKind::Not;
        node.operands.push_back(fieldConditionOf(build, negated->fieldCondition()));
    } else if (auto* modality = dynamic_cast<Grammar::FieldModalityContext*>(context)) {
        node.kind = FieldConditionKind::ModalityAtLeast;
        node.field = syntax::Field::Modality;
        node.modality = modalityOf(modality->modality());
    } else if (auto* is = dynamic_cast<Grammar::FieldIsContext*>(context)) {
        node.kind = FieldConditionKind::Is;
        node.field = fieldOf(is->field());
        node.values.push_back(fieldValueOf(build, is->fieldValue()));
    } else if (auto* only = dynamic_cast<Grammar::FieldOnlyContext*>(context)) {
        node.kind = FieldConditionKind::Only;
        node.field = fieldOf(only->field());
        for (auto* value : only->fieldValues()->fieldValue()) {
            node.values.push_back(fieldValueOf(build, value));
        }
    } else if (auto* absent = dynamic_cast<Grammar::FieldAbsentContext*>(context)) {
        node.kind = FieldConditionKind::Absent;
        node.field = fieldOf(absent->field());
    } else if (auto* differs = dynamic_cast<Grammar::FieldDiffersContext*>(context)) {
        node.kind = FieldConditionKind::Differs;
        node.field = fieldOf(differs->field(0));
        node.other = fieldOf(differs->field(1));
    } else {
        node.field = fieldOf(child<Grammar::FieldContext>(context));
    }
    return node;
}

syntax::Goal goalOf(const Build& build, Grammar::GoalContext* context) {
    using syntax::GoalKind;
    using Context = Grammar::GoalContext;
    if (auto* group = dynamic_cast<Grammar::GoalGroupContext*>(context)) {
        return goalOf(build, group->goal());
    }
    if (auto* both = dynamic_cast<Grammar::GoalAndContext*>(context)) {
        const auto operands = chainOf<Grammar::GoalAndContext, Context>(
            build, both, [](auto* link) { return link->goal(); });
        return joined(build, GoalKind::And, operands, context);
    }
    if (auto* either = dynamic_cast<Grammar::GoalOrContext*>(context)) {
        const auto operands = chainOf<Grammar::GoalOrContext, Context>(
            build, either, [](auto* link) { return link->goal(); });
        return joined(build, GoalKind::Or, operands, context);
    }
    syntax::Goal node;
    node.span = spanOf(build, context);
    if (auto* negated = dynamic_cast<Grammar::GoalNotContext*>(context)) {
        node.kind = GoalKind::Not;
        node.operands.push_back(goalOf(build, negated->goal()));
        return node;
    }
    node.kind = has(context, Keyword::May) ? GoalKind::May : GoalKind::Must;
    node.name = nameOf(build, child<Grammar::NameContext>(context));
    return node;
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
    default: return TableKind::Meldcode;
    }
}

} // namespace meldc::parser
