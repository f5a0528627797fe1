#include "parser/build.h"

#include <utility>

namespace meldc::parser {

namespace {

syntax::ConceptKind conceptKindOf(Grammar::ConceptKindContext* context) {
    using syntax::ConceptKind;
    switch (*keywordOf(context->getStart())) {
    case Keyword::Consequence: return ConceptKind::Consequence;
    case Keyword::StepFunction: return ConceptKind::StepFunction;
    case Keyword::RoleKind: return ConceptKind::RoleKind;
    case Keyword::Action: return ConceptKind::Action;
    case Keyword::Matter: return ConceptKind::Matter;
    case Keyword::Topic: return ConceptKind::Topic;
    case Keyword::Sector: return ConceptKind::Sector;
    case Keyword::Party: return ConceptKind::Party;
    case Keyword::Concerned: return ConceptKind::Concerned;
    case Keyword::Point: return ConceptKind::Point;
    case Keyword::Ground: return ConceptKind::Ground;
    case Keyword::Profession: return ConceptKind::Profession;
    default: return ConceptKind::Fact;
    }
}

syntax::Nature natureOf(antlr4::ParserRuleContext* item) {
    return has(item, Keyword::Danger)    ? syntax::Nature::Danger
           : has(item, Keyword::Support) ? syntax::Nature::Support
                                         : syntax::Nature::Neutral;
}

void setFlagOnce(const Build& build, bool& flag, antlr4::ParserRuleContext* item) {
    if (flag) {
        tellTwice(build, item);
    }
    flag = true;
}

void addItem(const Build& build, Grammar::ConceptItemContext* item, syntax::Concept& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Definition:
        setOnce(build, node.definition, std::optional(textsOf(build, item).front()), item);
        break;
    case Keyword::And:
        setOnce(build, node.english, std::optional(textsOf(build, item).front()), item);
        break;
    case Keyword::Nature:
        setOnce(build, node.nature, std::optional(natureOf(item)), item);
        break;
    case Keyword::Changeable:
        setFlagOnce(build, node.changeable, item);
        break;
    case Keyword::Later:
        setFlagOnce(build, node.knownLater, item);
        break;
    case Keyword::Directly:
        setFlagOnce(build, node.urgent, item);
        break;
    case Keyword::Consults:
        setFlagOnce(build, node.consults, item);
        break;
    case Keyword::Excludes:
        append(node.excludes, namesOf(build, child<Grammar::NamesContext>(item)));
        break;
    case Keyword::Protects:
        append(node.protectsMoreThan, namesOf(build, child<Grammar::NamesContext>(item)));
        break;
    case Keyword::Yields:
        node.yields.push_back({nameOf(build, child<Grammar::NameContext>(item, 0)),
                               nameOf(build, child<Grammar::NameContext>(item, 1))});
        break;
    case Keyword::Falls:
        append(node.fallsUnder, namesOf(build, child<Grammar::NamesContext>(item)));
        break;
    case Keyword::Phrase:
        if (auto* answer = child<Grammar::AnswerContext>(item)) {
            node.phrases.push_back(
                {answerOf(answer), bilingualOf(build, child<Grammar::BilingualContext>(item))});
        } else {
            node.forms.push_back({spanOf(build, item), textsOf(build, item),
                                  has(item, Keyword::Plural),
                                  namesOf(build, child<Grammar::NamesContext>(item))});
        }
        break;
    case Keyword::As:
        node.clauses.push_back({answerOf(child<Grammar::AnswerContext>(item)),
                                textsOf(build, item).front()});
        break;
    case Keyword::Outdated:
        setOnce(build, node.outdatedSince, std::optional(datesOf(build, item).front()), item);
        if (auto* name = child<Grammar::NameContext>(item)) {
            node.replacedBy = nameOf(build, name);
        }
        break;
    default:
        addSectorItem(build, item, node.sector);
        break;
    }
}

void addItem(const Build& build, Grammar::SourceItemContext* item, syntax::Source& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Bwb:
        setOnce(build, node.bwb, std::optional(nameOf(build, child<Grammar::NameContext>(item))), item);
        break;
    case Keyword::Kind:
        // A keyword may be the kind of a source without quotes.
        setOnce(build, node.kind, std::optional(textOf(build, item->getStop())), item);
        break;
    case Keyword::State:
        node.states.push_back({datesOf(build, item).front(), *textStatusUnder(item)});
        break;
    case Keyword::Checked:
        setOnce(build, node.checkedUntil, std::optional(datesOf(build, item).front()), item);
        break;
    case Keyword::Lapsed:
        setOnce(build, node.lapsedOn, std::optional(datesOf(build, item).front()), item);
        if (auto* name = child<Grammar::NameContext>(item)) {
            node.replacedBy = nameOf(build, name);
        }
        break;
    case Keyword::Outlook:
        node.outlooks.push_back(outlookOf(build, child<Grammar::OutlookContext>(item)));
        break;
    case Keyword::Link:
        setOnce(build, node.link, std::optional(textsOf(build, item).front()), item);
        break;
    default:
        append(node.notes, textsOf(build, item));
        break;
    }
}

syntax::Expectation expectationOf(const Build& build, Grammar::ExpectationContext* context) {
    using syntax::ExpectationKind;
    syntax::Expectation node;
    node.span = spanOf(build, context);
    if (auto* name = child<Grammar::NameContext>(context)) {
        node.modality = modalityUnder(context);
        node.name = nameOf(build, name);
    } else {
        node.kind = has(context, Keyword::Nothing)        ? ExpectationKind::Nothing
                    : has(context, Keyword::Undetermined) ? ExpectationKind::Undetermined
                                                          : ExpectationKind::Deferred;
    }
    return node;
}

void addItem(const Build& build, Grammar::CaseItemContext* item, syntax::Case& node) {
    if (auto* answer = child<Grammar::AnswerContext>(item)) {
        node.facts.push_back({has(item, Keyword::Later), answerOf(answer),
                              namesOf(build, child<Grammar::NamesContext>(item))});
        return;
    }
    if (has(item, Keyword::Draft)) {
        node.isDraft = true;
        return;
    }
    node.exactly = node.exactly || has(item, Keyword::Exactly);
    for (auto* expectation : children<Grammar::ExpectationContext>(item)) {
        node.expectations.push_back(expectationOf(build, expectation));
    }
}

/// Why, or by whom and when, of what someone decided.
template <class Item, class Decided>
void addDecision(const Build& build, Item* item, Decided& node) {
    const bool isReason = *keywordOf(item->getStart()) == Keyword::Reason;
    setOnce(build, isReason ? node.reason : node.decidedBy, std::optional(textsOf(build, item).front()), item);
    if (!isReason) {
        node.decidedOn = datesOf(build, item).front();
    }
}

void addItem(const Build& build, Grammar::WaiverItemContext* item, syntax::Waiver& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Reason:
    case Keyword::Decided:
        addDecision(build, item, node);
        break;
    default:
        if (node.valid.from || node.valid.until) {
            tellTwice(build, item);
        } else if (auto* period = child<Grammar::PeriodContext>(item)) {
            node.valid = periodOf(build, period);
            // An end before the beginning was told; that there is an end stays known.
            if (period->until != nullptr && !node.valid.until) {
                node.valid.until = node.valid.from;
            }
        } else {
            node.valid.until = datesOf(build, item).front();
        }
        break;
    }
}

void addItem(const Build& build, Grammar::AcceptanceItemContext* item, syntax::Acceptance& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Reason:
    case Keyword::Decided:
        addDecision(build, item, node);
        break;
    case Keyword::Valid:
        setOnce(build, node.until, std::optional(datesOf(build, item).front()), item);
        break;
    default: {
        syntax::AcceptedLoss& loss = node.losses.emplace_back();
        loss.span = spanOf(build, item);
        if (auto* names = child<Grammar::NamesContext>(item)) {
            loss.consequences = namesOf(build, names);
        }
        if (auto* condition = child<Grammar::ConditionContext>(item)) {
            loss.when = conditionOf(build, condition);
        }
        break;
    }
    }
}

void addItem(const Build& build, Grammar::ProjectItemContext* item, syntax::Project& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Sector:
        setOnce(build, node.sector, std::optional(nameOf(build, child<Grammar::NameContext>(item))), item);
        break;
    case Keyword::Per:
        setOnce(build, node.date, std::optional(datesOf(build, item).front()), item);
        break;
    case Keyword::Baseline:
        setOnce(build, node.baseline, std::optional(textsOf(build, item).front()), item);
        break;
    case Keyword::Error:
        setOnce(build, node.failOn, std::optional(severityOf(child<Grammar::SeverityContext>(item))), item);
        break;
    default:
        for (auto* format : children<Grammar::ProjectFormatContext>(item)) {
            syntax::ProjectFormat& added = node.formats.emplace_back();
            added.name = nameOf(build, format->name());
            if (auto* file = format->STRING()) {
                added.file = textOf(build, file->getSymbol());
            }
        }
        break;
    }
}

/// Adds every item of a block that could be read.
template <class Item, class Node>
void addItems(const Build& build, antlr4::ParserRuleContext* block, Node& node) {
    if (block == nullptr) {
        return;
    }
    for (auto* item : children<Item>(block)) {
        if (!item->exception) {
            addItem(build, item, node);
        }
    }
}

} // namespace

syntax::Concept conceptOf(const Build& build, Grammar::ConceptDeclarationContext* context) {
    syntax::Concept node;
    node.kind = conceptKindOf(context->conceptKind());
    node.name = nameOf(build, context->name());
    node.label = labelOf(build, context);
    node.span = headSpan(build, context, context->conceptBlock());
    addItems<Grammar::ConceptItemContext>(build, context->conceptBlock(), node);
    return node;
}

syntax::Implies impliesOf(const Build& build, Grammar::ImpliesDeclarationContext* context) {
    const auto literalOf = [&](Grammar::LiteralContext* literal) {
        return syntax::Literal{has(literal, Keyword::Not), nameOf(build, literal->name())};
    };
    return {literalOf(context->literal(0)), literalOf(context->literal(1)), spanOf(build, context)};
}

syntax::Source sourceOf(const Build& build, Grammar::SourceDeclarationContext* context) {
    syntax::Source node;
    node.name = nameOf(build, context->name());
    node.label = titleOf(build, context, node.name);
    node.span = headSpan(build, context, context->sourceBlock());
    addItems<Grammar::SourceItemContext>(build, context->sourceBlock(), node);
    return node;
}

syntax::Case caseOf(const Build& build, Grammar::CaseDeclarationContext* context) {
    syntax::Case node;
    node.label = *labelOf(build, context);
    if (auto* unit = context->name()) {
        node.unit = nameOf(build, unit);
    }
    node.span = headSpan(build, context, context->caseBlock());
    addItems<Grammar::CaseItemContext>(build, context->caseBlock(), node);
    return node;
}

syntax::Waiver waiverOf(const Build& build, Grammar::WaiverDeclarationContext* context) {
    syntax::Waiver node;
    node.norm = nameOf(build, context->identity());
    node.unit = nameOf(build, context->name());
    node.span = headSpan(build, context, context->waiverBlock());
    addItems<Grammar::WaiverItemContext>(build, context->waiverBlock(), node);
    return node;
}

syntax::Acceptance acceptanceOf(const Build& build, Grammar::AcceptanceDeclarationContext* context) {
    syntax::Acceptance node;
    node.label = labelOf(build, context);
    node.unit = nameOf(build, context->name());
    node.span = headSpan(build, context, context->acceptanceBlock());
    addItems<Grammar::AcceptanceItemContext>(build, context->acceptanceBlock(), node);
    return node;
}

syntax::Project projectOf(const Build& build, Grammar::ProjectDeclarationContext* context) {
    syntax::Project node;
    node.span = headSpan(build, context, context->projectBlock());
    addItems<Grammar::ProjectItemContext>(build, context->projectBlock(), node);
    return node;
}

} // namespace meldc::parser
