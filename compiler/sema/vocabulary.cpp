#include "sema/vocabulary.h"

#include <algorithm>

#include "sema/scope.h"
#include "sema/word_forms.h"
#include "support/limits.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

/// First pass: the name, kind and texts of every concept.
///
/// `isOverfull`: that there are too many facts was told.
void declareConcept(model::Vocabulary& vocabulary, const syntax::Concept& written, bool& isOverfull,
                    diagnostics::Sink& sink) {
    const ConceptId id{static_cast<std::uint32_t>(vocabulary.concepts.size())};
    const auto [at, isNew] = vocabulary.conceptByName.emplace(written.name.text, id);
    if (!isNew) {
        reportDeclaredTwice(sink, written.name, vocabulary[at->second].span);
        return;
    }
    model::Concept declared;
    declared.name = written.name.text;
    declared.kind = written.kind;
    const auto textOf = [](const auto& text, const std::string& otherwise) {
        return text && !text->text.empty() ? text->text : otherwise;
    };
    declared.label.nl = textOf(written.label, written.name.text);
    declared.label.en = textOf(written.english, declared.label.nl);
    if (written.definition) declared.definition = written.definition->text;
    declared.span = written.name.span;
    declared.outdatedSince = written.outdatedSince;
    declared.consults = written.consults;
    if (written.kind == ConceptKind::Fact) {
        if (vocabulary.facts.size() == support::kMaxFacts) {
            if (!isOverfull) sink.add(make<Diag::TooManyFacts>(written.name.span, support::kMaxFacts));
            isOverfull = true;
            // Told once; what uses the fact is no mistake besides. It stands for the last one that fits.
            declared.fact = model::FactId{static_cast<std::uint32_t>(support::kMaxFacts - 1)};
            vocabulary.concepts.push_back(std::move(declared));
            return;
        }
        model::Fact fact;
        fact.concept_ = id;
        fact.nature = written.nature.value_or(model::Nature::Neutral);
        fact.changeable = written.changeable;
        fact.knownLater = written.knownLater;
        fact.urgent = written.urgent;
        for (const syntax::Phrase& phrase : written.phrases) {
            const support::Localized text{phrase.text.dutch.text, phrase.text.english.text};
            switch (phrase.answer) {
                case syntax::Answer::Yes: fact.yes = text; break;
                case syntax::Answer::No: fact.no = text; break;
                case syntax::Answer::Doubt: fact.doubt = text; break;
            }
        }
        for (const syntax::FactClause& clause : written.clauses) {
            switch (clause.answer) {
                case syntax::Answer::Yes: fact.whenYes = clause.text.text; break;
                case syntax::Answer::No: fact.whenNo = clause.text.text; break;
                case syntax::Answer::Doubt: fact.whenDoubt = clause.text.text; break;
            }
        }
        declared.fact = model::FactId{static_cast<std::uint32_t>(vocabulary.facts.size())};
        vocabulary.facts.push_back(std::move(fact));
    } else if (written.nature || written.changeable || written.knownLater || written.urgent ||
               !written.phrases.empty() || !written.clauses.empty()) {
        sink.add(make<Diag::AttributeNotOfKind>(written.name.span, written.name.text, wordingOf(written.kind)));
    }
    vocabulary.concepts.push_back(std::move(declared));
}

/// Second pass: what a concept says about others.
void resolveConcept(model::Vocabulary& vocabulary, const syntax::Concept& written, diagnostics::Sink& sink) {
    const ConceptId id = vocabulary.find(written.name.text);
    if (!id.isValid() || vocabulary[id].span != written.name.span) return;
    const Scope scope(vocabulary, sink);
    std::vector<ConceptId> fallsUnder;
    std::vector<ConceptId> excludes;
    std::vector<ConceptId> protectsMoreThan;
    std::vector<model::Yield> yields;
    for (const syntax::Name& name : written.fallsUnder) {
        if (const auto wider = scope.concept_(name, {written.kind}, Wording::ATerm)) fallsUnder.push_back(*wider);
    }
    for (const syntax::Name& name : written.excludes) {
        if (const auto other = scope.concept_(name, {ConceptKind::Consequence}, Wording::AConsequence)) {
            excludes.push_back(*other);
        }
    }
    for (const syntax::Name& name : written.protectsMoreThan) {
        if (const auto other = scope.concept_(name, {ConceptKind::Consequence}, Wording::AConsequence)) {
            protectsMoreThan.push_back(*other);
        }
    }
    for (const syntax::Yield& each : written.yields) {
        const auto object = scope.thing(each.object);
        const auto result = scope.concept_(each.consequence, {ConceptKind::Consequence}, Wording::AConsequence);
        if (object && result) yields.push_back({ConceptId{object->index}, *result});
    }
    if (((!excludes.empty() || !protectsMoreThan.empty()) && written.kind != ConceptKind::Consequence) ||
        (!yields.empty() && written.kind != ConceptKind::Consequence && written.kind != ConceptKind::Action) ||
        (written.consults && written.kind != ConceptKind::Action)) {
        sink.add(make<Diag::AttributeNotOfKind>(written.name.span, written.name.text, wordingOf(written.kind)));
    }
    addWordForms(vocabulary, id, written, scope, sink);
    model::Concept& declared = vocabulary.concepts[id.value];
    declared.fallsUnder = std::move(fallsUnder);
    declared.excludes = std::move(excludes);
    declared.yields = std::move(yields);
    declared.protectsMoreThan = std::move(protectsMoreThan);
    if (written.replacedBy) {
        if (const auto other = scope.concept_(*written.replacedBy, {written.kind}, Wording::ATerm)) {
            declared.replacedBy = *other;
        }
    }
}

/// Removes links that close a circle, so that `fallsUnder` always ends.
void refuseCircles(model::Vocabulary& vocabulary, diagnostics::Sink& sink) {
    for (std::uint32_t index = 0; index < vocabulary.concepts.size(); ++index) {
        auto& parents = vocabulary.concepts[index].fallsUnder;
        const auto isCircular = [&](ConceptId parent) { return vocabulary.fallsUnder(parent, ConceptId{index}); };
        if (std::any_of(parents.begin(), parents.end(), isCircular)) {
            sink.add(make<Diag::CircularConcept>(vocabulary.concepts[index].span, vocabulary.concepts[index].name));
            std::erase_if(parents, isCircular);
        }
    }
}

/// Removes statements that make a consequence protect more than itself.
void refuseCirclesOfProtection(model::Vocabulary& vocabulary, diagnostics::Sink& sink) {
    for (std::uint32_t index = 0; index < vocabulary.concepts.size(); ++index) {
        auto& below = vocabulary.concepts[index].protectsMoreThan;
        const auto isCircular = [&](ConceptId other) {
            return other == ConceptId{index} || vocabulary.protectsMore(other, ConceptId{index});
        };
        if (std::any_of(below.begin(), below.end(), isCircular)) {
            sink.add(make<Diag::CircularProtection>(vocabulary.concepts[index].span, vocabulary.concepts[index].name));
            std::erase_if(below, isCircular);
        }
    }
}

void addImplication(model::Vocabulary& vocabulary, const syntax::Implies& written, diagnostics::Sink& sink) {
    const Scope scope(vocabulary, sink);
    const auto from = scope.fact(written.from.name);
    const auto to = scope.fact(written.to.name);
    if (from && to) {
        vocabulary.implications.push_back(
            {{*from, written.from.negated}, {*to, written.to.negated}, written.span});
    }
}

void addSource(model::Vocabulary& vocabulary, const syntax::Source& written, diagnostics::Sink& sink) {
    const model::SourceId id{static_cast<std::uint32_t>(vocabulary.sources.size())};
    const auto [at, isNew] = vocabulary.sourceByName.emplace(written.name.text, id);
    if (!isNew) {
        reportDeclaredTwice(sink, written.name, vocabulary[at->second].span);
        return;
    }
    model::Source source;
    source.name = written.name.text;
    source.title = written.label.text;
    if (written.bwb) source.bwb = written.bwb->text;
    if (written.kind) source.kind = written.kind->text;
    if (written.link) source.link = written.link->text;
    for (const syntax::Name& note : written.notes) source.notes.push_back(note.text);
    for (const syntax::SourceState& state : written.states) source.states.push_back({state.from, state.status});
    std::stable_sort(source.states.begin(), source.states.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    source.checkedUntil = written.checkedUntil;
    source.lapsedOn = written.lapsedOn;
    if (written.replacedBy) source.replacedBy = written.replacedBy->text;
    source.span = written.name.span;
    vocabulary.sources.push_back(std::move(source));
}

/// What came in the place of a lapsed source must be one as well.
void checkReplacement(const model::Vocabulary& vocabulary, const syntax::Source& written, diagnostics::Sink& sink) {
    if (written.replacedBy) findSource(vocabulary, *written.replacedBy, sink);
}

}  // namespace

void extendVocabulary(model::Vocabulary& vocabulary, const std::vector<syntax::Document>& documents,
                      diagnostics::Sink& sink) {
    bool isOverfull = false;
    for (const syntax::Document& document : documents) {
        for (const syntax::Concept& each : document.concepts) declareConcept(vocabulary, each, isOverfull, sink);
    }
    for (const syntax::Document& document : documents) {
        for (const syntax::Concept& each : document.concepts) resolveConcept(vocabulary, each, sink);
        for (const syntax::Implies& each : document.implications) addImplication(vocabulary, each, sink);
        for (const syntax::Source& each : document.sources) addSource(vocabulary, each, sink);
    }
    for (const syntax::Document& document : documents) {
        for (const syntax::Source& each : document.sources) checkReplacement(vocabulary, each, sink);
    }
    refuseCircles(vocabulary, sink);
    refuseCirclesOfProtection(vocabulary, sink);
}

}  // namespace meldc::sema
