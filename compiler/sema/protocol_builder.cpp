#include "sema/protocol_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sema/duty_levels.h"
#include "sema/variants.h"
#include "syntax/printer.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using model::Origin;
using model::Ref;
using syntax::Statement;
using syntax::StatementKind;

ProtocolBuilder::ProtocolBuilder(const model::Library& library, diagnostics::Sink& sink)
    : library_(library), sink_(sink), scope_(library.vocabulary, sink) {}

model::Protocol ProtocolBuilder::build(const syntax::Unit& unit, const Merged& merged) {
    protocol_.name = unit.name.text;
    protocol_.label = unit.label.text;
    protocol_.span = unit.name.span;
    doubled_ = merged.doubled;
    const Context top;
    declareNames(merged.statements, top);
    addAll(merged.statements, top);
    settleContacts();
    addChanges(merged);
    checkReferences();
    dropImpliedFrameworks();
    replaceInheritedDuties(protocol_, writtenTasks_);
    groupVariants(protocol_);
    return std::move(protocol_);
}

void ProtocolBuilder::addChanges(const Merged& merged) {
    const auto at = [&](const Statement& statement, std::uint32_t level) {
        Origin result;
        result.span = statement.span;
        result.level = level;
        result.places = places(statement.places);
        return result;
    };
    for (const Lapsed& lapsed : merged.lapses) {
        std::string what;
        for (const syntax::LapsePart& part : lapsed.statement->lapse) {
            what += (what.empty() ? "" : " ") + syntax::print(part);
        }
        Origin origin = at(*lapsed.statement, lapsed.level);
        origin.draft = lapsed.draft;
        protocol_.lapses.push_back({what, lapsed.from ? *lapsed.from : std::string(), std::move(origin)});
    }
    for (const Change& change : merged.changes) {
        protocol_.deviations.push_back(
            {*change.from, change.before, change.after, at(*change.statement, change.level)});
    }
}

void ProtocolBuilder::declareNames(const std::vector<LevelStatement>& statements, const Context& context) {
    const auto declare = [&](const LevelStatement& each, Ref ref) {
        const syntax::Name& name = each.statement->names[0];
        // The draft of a role or system beside the thing itself: the name means the latter.
        if (isDraft(each) && scope_.declaredAt(name.text).hasPlace()) return true;
        const ConceptId known = library_.vocabulary.find(name.text);
        // A role may be called after its kind: `rol x is x`.
        const bool isKindOfRole = known.isValid() && ref.kind == Ref::Kind::Role &&
                                  library_.vocabulary[known].kind == ConceptKind::RoleKind;
        if (known.isValid() && !isKindOfRole) {
            sink_.add(make<Diag::NameOfConcept>(name.span, name.text, wordingOf(library_.vocabulary[known].kind)));
        }
        if (scope_.declare(name.text, ref, name.span)) return true;
        reportDeclaredTwice(sink_, name, scope_.declaredAt(name.text));
        return false;
    };
    for (const LevelStatement& each : statements) {
        const Statement& written = *each.statement;
        if (written.kind == StatementKind::Document && !written.names.empty()) {
            model::SourceDocument document;
            document.name = written.names[0].text;
            if (written.label) document.path = written.label->text;
            document.origin.span = written.span;
            document.origin.level = each.level;
            protocol_.documents.push_back(std::move(document));
        } else if (written.kind == StatementKind::Role && !written.names.empty()) {
            if (!declare(each, {Ref::Kind::Role, static_cast<std::uint32_t>(protocol_.roles.size())})) continue;
            protocol_.roles.emplace_back().name = written.names[0].text;
        } else if (written.kind == StatementKind::System && !written.names.empty()) {
            if (!declare(each, {Ref::Kind::System, static_cast<std::uint32_t>(protocol_.systems.size())})) continue;
            protocol_.systems.emplace_back().name = written.names[0].text;
        }
        declareNames(each.block, context);
    }
}

void ProtocolBuilder::addAll(const std::vector<LevelStatement>& statements, const Context& context) {
    for (const LevelStatement& each : statements) add(each, context);
}

void ProtocolBuilder::add(const LevelStatement& each, const Context& context) {
    if (isDraft(each) && !context.draft) {
        Context draft = context;
        draft.draft = true;
        add(each, draft);
        return;
    }
    if (each.statement->kind == StatementKind::Ambiguous) {
        addReadings(each, context);
        return;
    }
    // Each family takes the kinds it knows; the parser let no others through.
    if (addHeader(each, context) || addStepPart(each, context)) return;
    addQuestionPart(each, context);
}

void ProtocolBuilder::addReadings(const LevelStatement& each, const Context& context) {
    const auto number = static_cast<std::uint32_t>(protocol_.ambiguities.size());
    protocol_.ambiguities.emplace_back();
    model::Ambiguity ambiguity;
    if (each.statement->label) ambiguity.label = each.statement->label->text;
    ambiguity.origin = origin(each, context);
    std::uint32_t reading = 0;
    for (const LevelStatement& part : each.block) {
        ambiguity.readings.push_back(part.statement->label ? part.statement->label->text
                                                           : std::to_string(reading + 1));
        ambiguity.readingPlaces.push_back(places(part.statement->places));
        Context inside = context;
        inside.guards.push_back({number, reading});
        addAll(part.block, inside);
        ++reading;
    }
    if (reading == 0) ambiguity.readings.emplace_back();
    protocol_.ambiguities[number] = std::move(ambiguity);
}

void ProtocolBuilder::checkReferences() {
    std::vector<std::string> steps;
    std::vector<std::string> questions;
    for (const model::Step& step : protocol_.steps) steps.push_back(step.id);
    for (const model::Question& question : protocol_.questions) questions.push_back(question.id);
    for (const Reference& reference : references_) {
        const auto& known = reference.isStep ? steps : questions;
        if (std::find(known.begin(), known.end(), reference.name.text) != known.end()) continue;
        // It may well be the one that was left out, because it has the number of another.
        // A step that was left out may hold the question.
        if (doubled_.contains(StatementKind::Step) ||
            (!reference.isStep && doubled_.contains(StatementKind::Question))) {
            continue;
        }
        reportUnknownName(sink_, reference.name,
                          diagnostics::wording(reference.isStep ? Wording::AStep : Wording::AQuestion), known);
    }
    for (std::uint32_t index = 0; index < protocol_.questions.size(); ++index) {
        const model::Question& question = protocol_.questions[index];
        // A condition that is there but could not be read was told.
        if (question.yesWhen.empty() && !toldQuestions_.contains(index)) {
            sink_.add(make<Diag::QuestionWithoutCondition>(question.origin.span, question.id));
        }
    }
}

// ---- shared -----------------------------------------------------------------------------------

Origin ProtocolBuilder::origin(const LevelStatement& each, const Context& context) {
    Origin result;
    result.span = each.statement->span;
    result.places = places(each.statement->places);
    result.guards = context.guards;
    result.draft = context.draft;
    result.level = each.level;
    result.replaces = each.replaces;
    return result;
}

std::string ProtocolBuilder::documentOf(const std::optional<syntax::Name>& name, support::Span span) {
    if (name) {
        const auto isNamed = [&](const model::SourceDocument& each) { return each.name == name->text; };
        if (std::none_of(protocol_.documents.begin(), protocol_.documents.end(), isNamed)) {
            sink_.add(make<Diag::UnknownDocument>(name->span, name->text));
        }
        return name->text;
    }
    if (protocol_.documents.size() == 1) return protocol_.documents[0].name;
    sink_.add(make<Diag::PlaceWithoutDocument>(span));
    return {};
}

std::vector<model::Place> ProtocolBuilder::places(const std::vector<syntax::Place>& written) {
    std::vector<model::Place> result;
    for (const syntax::Place& each : written) {
        model::Place place;
        place.document = documentOf(each.document, each.span);
        place.lines = ranges(each.lines);
        if (each.heading) place.heading = each.heading->text;
        place.alinea = each.alinea;
        result.push_back(std::move(place));
    }
    return result;
}

std::vector<syntax::LineRange> ProtocolBuilder::ranges(const std::vector<syntax::LineRange>& written) {
    std::vector<syntax::LineRange> result;
    // A range that runs back was told by the parser; here it would only be a trap for loops.
    std::copy_if(written.begin(), written.end(), std::back_inserter(result),
                 [](const syntax::LineRange& range) { return range.first <= range.last; });
    return result;
}

std::optional<model::Actor> ProtocolBuilder::actor(const syntax::Performer& written) {
    model::Actor result;
    result.kind = written.kind;
    result.joint = written.joint;
    result.who = actors(written.names);
    if (written.openTerm) result.openTerm = written.openTerm->text;
    if (written.otherwise) {
        if (const auto other = scope_.actor(*written.otherwise)) result.otherwise = *other;
    }
    if (result.who.size() != written.names.size()) return std::nullopt;
    return result;
}

std::vector<Ref> ProtocolBuilder::actors(const std::vector<syntax::Name>& names) {
    std::vector<Ref> result;
    for (const syntax::Name& name : names) {
        if (const auto ref = scope_.actor(name)) result.push_back(*ref);
    }
    return result;
}

std::vector<Ref> ProtocolBuilder::things(const std::vector<syntax::Name>& names) {
    std::vector<Ref> result;
    for (const syntax::Name& name : names) {
        if (const auto ref = scope_.thing(name)) result.push_back(*ref);
    }
    return result;
}

std::vector<model::ConceptId> ProtocolBuilder::concepts(const std::vector<syntax::Name>& names,
                                                        std::initializer_list<ConceptKind> kinds,
                                                        Wording expected) {
    std::vector<model::ConceptId> result;
    for (const syntax::Name& name : names) {
        if (const auto id = scope_.concept_(name, kinds, expected)) result.push_back(*id);
    }
    return result;
}

}  // namespace meldc::sema
