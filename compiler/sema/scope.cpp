#include "sema/scope.h"

#include <algorithm>

#include "diagnostics/phrases.h"
#include "model/list_names.h"

#include "support/names.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using model::Ref;

support::Localized wordingOf(ConceptKind kind) {
    const auto word = [](Wording wording) { return diagnostics::wording(wording); };
    switch (kind) {
        case ConceptKind::Fact: return word(Wording::AFact);
        case ConceptKind::Consequence: return word(Wording::AConsequence);
        case ConceptKind::StepFunction: return word(Wording::AStepFunction);
        case ConceptKind::RoleKind: return word(Wording::ARoleKind);
        case ConceptKind::Action: return word(Wording::AnAction);
        case ConceptKind::Matter: return word(Wording::AMatter);
        case ConceptKind::Topic: return word(Wording::ASubject);
        case ConceptKind::Sector: return word(Wording::ASector);
        case ConceptKind::Party: return word(Wording::AParty);
        case ConceptKind::Concerned: return word(Wording::AConcerned);
        case ConceptKind::Point: return word(Wording::APoint);
        case ConceptKind::Ground: return word(Wording::AGround);
        case ConceptKind::Profession: return word(Wording::AProfession);
    }
    return word(Wording::ATerm);
}

void reportUnknownName(diagnostics::Sink& sink, const syntax::Name& name, const support::Localized& expected,
                       const std::vector<std::string>& candidates, const std::optional<support::Localized>& list) {
    if (const auto nearest = support::nearestName(name.text, candidates)) {
        sink.add(make<Diag::UnknownNameNear>(name.span, name.text, expected, *nearest));
    } else if (list) {
        sink.add(make<Diag::UnknownName>(name.span, name.text, expected).note<Diag::KnownNamesAre>({}, *list));
    } else {
        sink.add(make<Diag::UnknownName>(name.span, name.text, expected));
    }
}

void reportDeclaredTwice(diagnostics::Sink& sink, const syntax::Name& name, support::Span first) {
    sink.add(make<Diag::DeclaredTwice>(name.span, name.text).note<Diag::FirstDeclaredHere>(first, name.text));
}

std::optional<model::SourceId> findSource(const model::Vocabulary& vocabulary, const syntax::Name& name,
                                          diagnostics::Sink& sink) {
    const auto at = vocabulary.sourceByName.find(name.text);
    if (at != vocabulary.sourceByName.end()) return at->second;
    std::vector<std::string> candidates;
    for (const auto& [known, id] : vocabulary.sourceByName) candidates.push_back(known);
    reportUnknownName(sink, name, diagnostics::wording(Wording::ASource), candidates);
    return std::nullopt;
}

bool Scope::declare(const std::string& name, Ref ref, support::Span span) {
    return locals_.emplace(name, Local{ref, span}).second;
}

support::Span Scope::declaredAt(const std::string& name) const {
    const auto at = locals_.find(name);
    return at == locals_.end() ? support::Span{} : at->second.span;
}

void Scope::reportUnknown(const syntax::Name& name, Wording expected,
                          const std::vector<std::string>& candidates) const {
    reportUnknownName(sink_, name, diagnostics::wording(expected), candidates);
}

namespace {

bool isOneOf(ConceptKind kind, std::initializer_list<ConceptKind> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::vector<std::string> namesOfKinds(const model::Vocabulary& vocabulary,
                                      std::initializer_list<ConceptKind> kinds) {
    std::vector<std::string> names;
    for (const model::Concept& each : vocabulary.concepts) {
        if (isOneOf(each.kind, kinds)) names.push_back(each.name);
    }
    return names;
}

}  // namespace

std::optional<ConceptId> Scope::concept_(const syntax::Name& name, std::initializer_list<ConceptKind> kinds,
                                         Wording expected) const {
    const ConceptId id = vocabulary_.find(name.text);
    if (!id.isValid()) {
        reportUnknownName(sink_, name, diagnostics::wording(expected), namesOfKinds(vocabulary_, kinds),
                          diagnostics::phrase(model::listNameOf(*kinds.begin())));
        return std::nullopt;
    }
    const model::Concept& found = vocabulary_[id];
    if (!isOneOf(found.kind, kinds)) {
        sink_.add(make<Diag::WrongKindOfName>(name.span, name.text, diagnostics::wording(expected),
                                              wordingOf(found.kind)));
        return std::nullopt;
    }
    return id;
}

std::optional<model::FactId> Scope::fact(const syntax::Name& name) const {
    const auto id = concept_(name, {ConceptKind::Fact}, Wording::AFact);
    if (!id) return std::nullopt;
    return vocabulary_[*id].fact;
}

std::optional<Ref> Scope::actor(const syntax::Name& name) const {
    const auto kinds = {ConceptKind::RoleKind, ConceptKind::Party, ConceptKind::Concerned};
    if (const auto at = locals_.find(name.text); at != locals_.end()) {
        if (at->second.ref.kind == Ref::Kind::Role) return at->second.ref;
        sink_.add(make<Diag::WrongKindOfName>(name.span, name.text, diagnostics::wording(Wording::AnActor),
                                              diagnostics::wording(Wording::ASystem)));
        return std::nullopt;
    }
    if (!vocabulary_.find(name.text).isValid()) {
        std::vector<std::string> candidates;
        for (const auto& [local, declared] : locals_) {
            if (declared.ref.kind == Ref::Kind::Role) candidates.push_back(local);
        }
        // Of kinds of roles there may be several people: what is meant is a role of the code itself.
        const auto shared = namesOfKinds(vocabulary_, {ConceptKind::Party, ConceptKind::Concerned});
        candidates.insert(candidates.end(), shared.begin(), shared.end());
        reportUnknown(name, Wording::AnActor, candidates);
        return std::nullopt;
    }
    const auto id = concept_(name, kinds, Wording::AnActor);
    if (!id) return std::nullopt;
    return Ref{Ref::Kind::Concept, id->value};
}

std::optional<Ref> Scope::system(const syntax::Name& name) const {
    if (const auto at = locals_.find(name.text); at != locals_.end()) {
        if (at->second.ref.kind == Ref::Kind::System) return at->second.ref;
        sink_.add(make<Diag::WrongKindOfName>(name.span, name.text, diagnostics::wording(Wording::ASystem),
                                              diagnostics::wording(Wording::ARole)));
        return std::nullopt;
    }
    std::vector<std::string> candidates;
    for (const auto& [local, declared] : locals_) {
        if (declared.ref.kind == Ref::Kind::System) candidates.push_back(local);
    }
    reportUnknown(name, Wording::ASystem, candidates);
    return std::nullopt;
}

std::optional<Ref> Scope::thing(const syntax::Name& name) const {
    if (const auto at = locals_.find(name.text); at != locals_.end()) return at->second.ref;
    const ConceptId id = vocabulary_.find(name.text);
    if (id.isValid()) return Ref{Ref::Kind::Concept, id.value};
    std::vector<std::string> candidates;
    for (const auto& [local, declared] : locals_) candidates.push_back(local);
    for (const model::Concept& each : vocabulary_.concepts) candidates.push_back(each.name);
    reportUnknown(name, Wording::AThing, candidates);
    return std::nullopt;
}

}  // namespace meldc::sema
