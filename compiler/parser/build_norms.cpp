#include "parser/build.h"

#include <utility>

namespace meldc::parser {

namespace {

syntax::Layer layerOf(antlr4::ParserRuleContext* item) {
    return has(item, Keyword::Law)     ? syntax::Layer::Law
           : has(item, Keyword::Norm)  ? syntax::Layer::Norm
           : has(item, Keyword::House) ? syntax::Layer::House
                                       : syntax::Layer::Advice;
}

syntax::Cap capOf(antlr4::ParserRuleContext* item) {
    return has(item, Keyword::Open)      ? syntax::Cap::Open
           : has(item, Keyword::Warning) ? syntax::Cap::Warning
                                         : syntax::Cap::Info;
}

syntax::Ground groundOf(const Build& build, Grammar::NormItemContext* item) {
    syntax::Ground node;
    node.source = nameOf(build, child<Grammar::NameContext>(item));
    node.parts = sourcePartsOf(build, item);
    if (auto* period = child<Grammar::PeriodContext>(item)) {
        node.period = periodOf(build, period);
    }
    node.status = textStatusUnder(item);
    node.sectors = namesOf(build, child<Grammar::NamesContext>(item));
    node.span = spanOf(build, item);
    return node;
}

syntax::Selection selectionOf(const Build& build, antlr4::ParserRuleContext* item) {
    return {has(item, Keyword::All), namesOf(build, child<Grammar::NamesContext>(item))};
}

std::optional<syntax::Bilingual> bilingualUnder(const Build& build, antlr4::ParserRuleContext* item) {
    auto* both = child<Grammar::BilingualContext>(item);
    return both == nullptr ? std::nullopt : std::optional(bilingualOf(build, both));
}

void addItem(const Build& build, Grammar::NormItemContext* item, syntax::Norm& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Layer:
        setOnce(build, node.layer, std::optional(layerOf(item)), item);
        break;
    case Keyword::Ground:
        node.grounds.push_back(groundOf(build, item));
        break;
    case Keyword::Sectors:
        setOnce(build, node.sectors, std::optional(selectionOf(build, item)), item);
        break;
    case Keyword::Frameworks:
        setOnce(build, node.frameworks, std::optional(selectionOf(build, item)), item);
        break;
    case Keyword::Holds:
        for (auto* kind : children<Grammar::UnitKindContext>(item)) {
            node.unitKinds.push_back(unitKindOf(kind));
        }
        break;
    case Keyword::When:
        setOnce(build, node.silenceViolates, std::optional(has(item, Keyword::Violated)), item);
        break;
    case Keyword::Accepts:
        setOnce(build, node.acceptsInapplicable,
                std::optional(nameOf(build, child<Grammar::NameContext>(item))), item);
        break;
    case Keyword::AtMost:
        setOnce(build, node.cap, std::optional(capOf(item)), item);
        break;
    case Keyword::If: {
        auto* condition = child<Grammar::FieldConditionContext>(item);
        setOnce(build, node.onlyIf, std::optional(fieldConditionOf(build, condition)), item);
        break;
    }
    case Keyword::Requires: {
        auto requirement = requirementOf(build, child<Grammar::RequirementContext>(item));
        requirement.message = bilingualUnder(build, item);
        if (auto* cap = child<Grammar::RequirementCapContext>(item)) {
            requirement.cap = capOf(cap);
        }
        node.requirements.push_back(std::move(requirement));
        break;
    }
    case Keyword::Message:
        setOnce(build, node.message, bilingualUnder(build, item), item);
        break;
    case Keyword::Remedy:
        setOnce(build, node.remedy, bilingualUnder(build, item), item);
        break;
    case Keyword::Ask:
        setOnce(build, node.ask, bilingualUnder(build, item), item);
        break;
    default:
        setOnce(build, node.note, bilingualUnder(build, item), item);
        break;
    }
}

/// The words of a context with one blank between them, as a message can show them.
std::string wordsOf(const Build& build, antlr4::ParserRuleContext* context) {
    const support::Span span = spanOf(build, context);
    std::string words;
    for (const char c : build.text.substr(span.begin, span.size())) {
        const bool isBlank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!isBlank) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return words;
}

void setQuantity(const Build& build, Grammar::QuantityContext* context, syntax::Requirement& node) {
    using syntax::QuantityKind;
    node.quantity = has(context, Keyword::None)      ? QuantityKind::None
                    : has(context, Keyword::Exactly) ? QuantityKind::Exactly
                    : has(context, Keyword::AtMost)  ? QuantityKind::AtMost
                                                     : QuantityKind::AtLeast;
    node.number = node.quantity == QuantityKind::None ? 0 : 1;
    if (auto* number = context->INTEGER()) {
        node.number = numberOf(build, number->getSymbol());
    }
}

syntax::RequirementKind kindOf(Grammar::RequirementContext* context) {
    using syntax::RequirementKind;
    switch (*keywordOf(context->getStart())) {
    case Keyword::Always: return RequirementKind::Always;
    case Keyword::Never:
        return has(context, Keyword::Less) ? RequirementKind::Monotone : RequirementKind::Never;
    case Keyword::Possible: return RequirementKind::Possible;
    case Keyword::After: return RequirementKind::After;
    case Keyword::There: return RequirementKind::Count;
    case Keyword::Each: return RequirementKind::Each;
    case Keyword::None: return RequirementKind::NoFinding;
    default: return RequirementKind::Human;
    }
}

} // namespace

syntax::Requirement requirementOf(const Build& build, Grammar::RequirementContext* context) {
    using syntax::RequirementKind;
    syntax::Requirement node;
    node.kind = kindOf(context);
    node.span = spanOf(build, context);
    node.text = wordsOf(build, context);
    if (auto* goal = child<Grammar::GoalContext>(context, 0)) {
        node.goal = goalOf(build, goal);
    }
    if (auto* then = child<Grammar::GoalContext>(context, 1)) {
        node.then = goalOf(build, then);
    }
    node.when = conditionUnder(build, context);
    node.alsoInDoubt = child<Grammar::AlsoInDoubtContext>(context) != nullptr;
    node.facts = namesOf(build, child<Grammar::NamesContext>(context));
    if (auto* quantity = child<Grammar::QuantityContext>(context)) {
        setQuantity(build, quantity, node);
    }
    if (auto* kind = child<Grammar::TableKindContext>(context)) {
        node.table = tableKindOf(kind);
    }
    const auto conditions = children<Grammar::FieldConditionContext>(context);
    if (node.kind == RequirementKind::Each) {
        node.has = fieldConditionOf(build, conditions.back());
    }
    if (conditions.size() > (node.kind == RequirementKind::Each ? 1U : 0U)) {
        node.where = fieldConditionOf(build, conditions.front());
    }
    if (node.kind == RequirementKind::NoFinding) {
        node.finding = nameOf(build, child<Grammar::NameContext>(context));
    }
    return node;
}

syntax::Norm normOf(const Build& build, Grammar::NormDeclarationContext* context) {
    syntax::Norm node;
    node.id = nameOf(build, context->identity());
    node.label = titleOf(build, context, node.id);
    node.span = headSpan(build, context, context->normBlock());
    for (auto* item : children<Grammar::NormItemContext>(context->normBlock())) {
        if (!item->exception) {
            addItem(build, item, node);
        }
    }
    return node;
}

} // namespace meldc::parser
