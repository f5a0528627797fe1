#include "parser/build.h"

namespace meldc::parser {

namespace {

std::optional<syntax::Bilingual> textsUnder(const Build& build, antlr4::ParserRuleContext* context) {
    auto* texts = child<Grammar::BilingualContext>(context);
    return texts == nullptr ? std::nullopt : std::optional(bilingualOf(build, texts));
}

syntax::Supervision supervisionOf(const Build& build, Grammar::SupervisionContext* context) {
    syntax::Supervision node;
    node.party = nameOf(build, context->party);
    if (context->source != nullptr) {
        node.source = nameOf(build, context->source);
    }
    node.parts = sourcePartsOf(build, context);
    if (auto* period = child<Grammar::PeriodContext>(context)) {
        node.period = periodOf(build, period);
    }
    node.status = textStatusUnder(context);
    node.note = textsUnder(build, context);
    return node;
}

syntax::StartingModel startingModelOf(const Build& build, Grammar::ConceptItemContext* item) {
    syntax::StartingModel node;
    if (auto* name = child<Grammar::NameContext>(item)) {
        node.name = nameOf(build, name);
    }
    node.because = textsUnder(build, item);
    return node;
}

std::vector<syntax::Name> identitiesUnder(const Build& build, antlr4::ParserRuleContext* context) {
    std::vector<syntax::Name> names;
    for (auto* identity : children<Grammar::IdentityContext>(context)) {
        names.push_back(nameOf(build, identity));
    }
    return names;
}

} // namespace

void addSectorItem(const Build& build, Grammar::ConceptItemContext* item, syntax::SectorItems& node) {
    switch (*keywordOf(item->getStart())) {
    case Keyword::Also:
        append(node.also, namesOf(build, child<Grammar::NamesContext>(item)));
        break;
    case Keyword::Requires:
        append(node.duties, identitiesUnder(build, item));
        break;
    case Keyword::Competent:
        setOnce(build, node.authority, textsUnder(build, item), item);
        break;
    case Keyword::Supervision:
        node.supervision.push_back(supervisionOf(build, child<Grammar::SupervisionContext>(item)));
        break;
    case Keyword::Follows:
        setOnce(build, node.model, std::optional(startingModelOf(build, item)), item);
        break;
    default:
        node.notes.push_back(*textsUnder(build, item));
        break;
    }
}

syntax::Outlook outlookOf(const Build& build, Grammar::OutlookContext* context) {
    syntax::Outlook node;
    node.known = periodOf(build, child<Grammar::PeriodContext>(context));
    node.status = *textStatusUnder(context);
    if (has(context, Keyword::Expects)) {
        node.expected = datesOf(build, context).front();
    }
    node.norms = identitiesUnder(build, context);
    if (auto* names = child<Grammar::NamesContext>(context)) {
        node.sectors = namesOf(build, names);
    }
    node.text = *textsUnder(build, context);
    node.span = spanOf(build, context);
    return node;
}

} // namespace meldc::parser
