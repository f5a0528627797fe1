#include "unit/parser/fixture.h"

#include <optional>
#include <vector>

namespace meldc::parser::test {

namespace {

using namespace syntax;

// One overload for each type that holds a place somewhere; the others do nothing.
template <class T>
void erase(T& /*plain*/) {}
void erase(Name& node);
void erase(Bilingual& node);
void erase(Place& node);
void erase(Condition& node);
void erase(Performer& node);
void erase(Duty& node);
void erase(EdgePart& node);
void erase(SourcePart& node);
void erase(AbsentTarget& node);
void erase(LapsePart& node);
void erase(Statement& node);
void erase(Unit& node);
void erase(Yield& node);
void erase(Phrase& node);
void erase(Supervision& node);
void erase(StartingModel& node);
void erase(SectorItems& node);
void erase(InSentence& node);
void erase(WordForm& node);
void erase(FactClause& node);
void erase(Concept& node);
void erase(Literal& node);
void erase(Implies& node);
void erase(Outlook& node);
void erase(Source& node);
void erase(Goal& node);
void erase(FieldValue& node);
void erase(FieldCondition& node);
void erase(Requirement& node);
void erase(Ground& node);
void erase(Remark& node);
void erase(Coverage& node);
void erase(Selection& node);
void erase(Norm& node);
void erase(CaseFacts& node);
void erase(Expectation& node);
void erase(Case& node);
void erase(Waiver& node);
void erase(AcceptedLoss& node);
void erase(Acceptance& node);
void erase(ProjectFormat& node);
void erase(Project& node);
void erase(Use& node);

template <class T>
void erase(std::vector<T>& nodes) {
    for (T& node : nodes) {
        erase(node);
    }
}
template <class T>
void erase(std::optional<T>& node) {
    if (node) {
        erase(*node);
    }
}
template <class... T>
void eraseAll(T&... nodes) {
    (erase(nodes), ...);
}

void erase(Name& node) { node.span = {}; }
void erase(Bilingual& node) { eraseAll(node.dutch, node.english); }
void erase(Place& node) {
    node.span = {};
    eraseAll(node.document, node.heading);
}
void erase(Condition& node) {
    node.span = {};
    eraseAll(node.name, node.label, node.operands);
}
void erase(Performer& node) {
    node.span = {};
    eraseAll(node.names, node.otherwise, node.openTerm);
}
void erase(Duty& node) {
    eraseAll(node.action, node.objects, node.in, node.with, node.to, node.about, node.behalf, node.when,
             node.unless, node.beforeStep, node.afterStep, node.returnTo, node.openTerms);
}
void erase(EdgePart& node) {
    node.span = {};
    eraseAll(node.name, node.together);
}
void erase(SourcePart& node) { erase(node.value); }
void erase(AbsentTarget& node) { erase(node.name); }
void erase(LapsePart& node) { eraseAll(node.name, node.action, node.more, node.parts); }
void erase(Statement& node) {
    node.span = {};
    eraseAll(node.names, node.more, node.label, node.openTerm, node.reason, node.phone, node.address,
             node.website, node.inSentence, node.synonyms, node.condition, node.performer, node.duty, node.edge,
             node.sourceParts, node.lapse, node.absent, node.places, node.block);
}
void erase(Unit& node) {
    node.span = {};
    eraseAll(node.name, node.label, node.block);
}
void erase(Yield& node) { eraseAll(node.consequence, node.object); }
void erase(Phrase& node) { erase(node.text); }
void erase(InSentence& node) { erase(node.text); }
void erase(WordForm& node) {
    node.span = {};
    eraseAll(node.texts, node.objects);
}
void erase(FactClause& node) { erase(node.text); }
void erase(Concept& node) {
    node.span = {};
    eraseAll(node.name, node.label, node.definition, node.english, node.excludes, node.protectsMoreThan,
             node.yields, node.fallsUnder, node.phrases, node.clauses, node.forms, node.replacedBy,
             node.sector);
}
void erase(Supervision& node) { eraseAll(node.party, node.source, node.parts, node.note); }
void erase(StartingModel& node) { eraseAll(node.name, node.because); }
void erase(SectorItems& node) {
    eraseAll(node.also, node.duties, node.authority, node.supervision, node.model, node.notes);
}
void erase(Outlook& node) {
    node.span = {};
    eraseAll(node.norms, node.sectors, node.text);
}
void erase(Literal& node) { erase(node.name); }
void erase(Implies& node) {
    node.span = {};
    eraseAll(node.from, node.to);
}
void erase(Source& node) {
    node.span = {};
    eraseAll(node.name, node.label, node.bwb, node.kind, node.replacedBy, node.link, node.notes, node.outlooks);
}
void erase(Goal& node) {
    node.span = {};
    eraseAll(node.name, node.operands);
}
void erase(FieldValue& node) {
    node.span = {};
    erase(node.name);
}
void erase(FieldCondition& node) {
    node.span = {};
    eraseAll(node.values, node.operands);
}
void erase(Requirement& node) {
    node.span = {};
    // The words as written may have brackets and blanks that canonical layout has not.
    node.text.clear();
    eraseAll(node.goal, node.then, node.when, node.facts, node.where, node.has, node.finding, node.message, node.otherwise);
    if (node.cap) {
        eraseAll(node.cap->judge);
    }
}
void erase(Remark& node) { eraseAll(node.when, node.text); }
void erase(Ground& node) {
    node.span = {};
    eraseAll(node.source, node.parts, node.sectors);
}
void erase(Selection& node) { erase(node.names); }
void erase(Norm& node) {
    node.span = {};
    eraseAll(node.id, node.label, node.grounds, node.sectors, node.frameworks, node.acceptsInapplicable,
             node.onlyIf, node.requirements, node.remarks, node.message, node.remedy, node.ask, node.note);
    if (node.cap) eraseAll(node.cap->judge);
}
void erase(Coverage& node) {
    node.span = {};
    eraseAll(node.source, node.parts, node.norms, node.because);
}
void erase(CaseFacts& node) { erase(node.names); }
void erase(Expectation& node) {
    node.span = {};
    erase(node.name);
}
void erase(Case& node) {
    node.span = {};
    eraseAll(node.label, node.unit, node.facts, node.expectations);
}
void erase(Waiver& node) {
    node.span = {};
    eraseAll(node.norm, node.unit, node.reason, node.decidedBy);
}
void erase(AcceptedLoss& node) {
    node.span = {};
    eraseAll(node.consequences, node.when);
}
void erase(Acceptance& node) {
    node.span = {};
    eraseAll(node.label, node.unit, node.losses, node.reason, node.decidedBy);
}
void erase(ProjectFormat& node) {
    eraseAll(node.name, node.file);
}
void erase(Project& node) {
    node.span = {};
    eraseAll(node.sector, node.baseline, node.formats);
}
void erase(Use& node) {
    node.span = {};
    erase(node.path);
}

} // namespace

Document withoutPlaces(Document document) {
    document.file = 0;
    eraseAll(document.unread, document.uses, document.concepts, document.implications, document.sources,
             document.units, document.norms, document.coverage, document.cases, document.waivers,
             document.acceptances, document.projects);
    return document;
}

} // namespace meldc::parser::test
