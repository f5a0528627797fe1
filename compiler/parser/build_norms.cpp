#include "parser/build.h"

#include "support/limits.h"

#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

syntax::Layer layerOf(antlr4::ParserRuleContext* item) {
    return has(item, Keyword::Law)     ? syntax::Layer::Law
           : has(item, Keyword::Norm)  ? syntax::Layer::Norm
           : has(item, Keyword::House) ? syntax::Layer::House
                                       : syntax::Layer::Advice;
}

syntax::CapFor capOf(const Build& build, antlr4::ParserRuleContext* item) {
    syntax::CapFor node;
    node.cap = has(item, Keyword::Open)      ? syntax::Cap::Open
               : has(item, Keyword::Warning) ? syntax::Cap::Warning
                                             : syntax::Cap::Info;
    if (auto* judge = child<Grammar::NameContext>(item)) {
        node.judge = nameOf(build, judge);
    }
    return node;
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
        setOnce(build, node.cap, std::optional(capOf(build, item)), item);
        break;
    case Keyword::If: {
        auto* condition = child<Grammar::FieldConditionContext>(item);
        setOnce(build, node.onlyIf, std::optional(fieldConditionOf(build, condition)), item);
        break;
    }
    case Keyword::Requires: {
        auto requirement = requirementOf(build, child<Grammar::RequirementsContext>(item));
        requirement.message = bilingualUnder(build, item);
        if (auto* cap = child<Grammar::RequirementCapContext>(item)) {
            requirement.cap = capOf(build, cap);
        }
        node.requirements.push_back(std::move(requirement));
        break;
    }
    case Keyword::Remark:
        node.remarks.push_back({requirementOf(build, child<Grammar::RequirementsContext>(item)),
                                bilingualOf(build, child<Grammar::BilingualContext>(item))});
        break;
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

syntax::CoverageHow coverageHowOf(antlr4::ParserRuleContext* context) {
    return has(context, Keyword::Text)    ? syntax::CoverageHow::Text
           : has(context, Keyword::Cases) ? syntax::CoverageHow::Cases
                                          : syntax::CoverageHow::Human;
}

void addItem(const Build& build, Grammar::CoverageItemContext* item, syntax::Coverage& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Of:
    case Keyword::Until: {
        syntax::Period period;
        if (auto* written = child<Grammar::PeriodContext>(item)) {
            period = periodOf(build, written);
        } else {
            period.until = datesOf(build, item).front();
        }
        if (node.period.from || node.period.until) {
            tellTwice(build, item);
        } else {
            node.period = period;
        }
        return;
    }
    case Keyword::By:
        if (!node.norms.empty() || node.isUncovered) {
            tellTwice(build, item);
            return;
        }
        for (auto* identity : children<Grammar::IdentityContext>(item)) {
            node.norms.push_back(nameOf(build, identity));
        }
        for (auto* how : children<Grammar::CoverageHowContext>(item)) {
            node.how.push_back(coverageHowOf(how));
        }
        break;
    default:
        if (!node.norms.empty() || node.isUncovered) {
            tellTwice(build, item);
            return;
        }
        node.isUncovered = true;
        break;
    }
    node.because = bilingualUnder(build, item);
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

syntax::Requirement alternativeOf(const Build& build, Grammar::RequirementContext* context) {
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

} // namespace

syntax::Requirement requirementOf(const Build& build, Grammar::RequirementsContext* context) {
    const auto alternatives = children<Grammar::RequirementContext>(context);
    syntax::Requirement node = alternativeOf(build, alternatives.front());
    for (std::size_t i = 1; i < alternatives.size(); ++i) {
        if (i == support::kMaxConditionOperands) {
            build.messages.add(make<Diag::ConditionTooLong>(spanOf(build, context), support::kMaxConditionOperands));
            break;
        }
        node.otherwise.push_back(alternativeOf(build, alternatives[i]));
    }
    if (alternatives.size() > 1) {
        node.span = spanOf(build, context);
        node.text = wordsOf(build, context);
    }
    return node;
}

syntax::Coverage coverageOf(const Build& build, Grammar::CoverageDeclarationContext* context) {
    syntax::Coverage node;
    node.source = nameOf(build, context->name());
    node.parts = sourcePartsOf(build, context);
    node.span = headSpan(build, context, context->coverageBlock());
    for (auto* item : children<Grammar::CoverageItemContext>(context->coverageBlock())) {
        if (!item->exception) {
            addItem(build, item, node);
        }
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
