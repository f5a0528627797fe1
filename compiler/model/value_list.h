#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/table.h"

namespace meldc::model {

/// A list of values that is filled from the statements of one protocol.
class ValueList {
public:
    /// Both must outlive the list; `world` also the values.
    ValueList(const Vocabulary& vocabulary, const Protocol& world) : vocabulary_(vocabulary), world_(world) {}

    std::vector<Value> take() { return std::move(values_); }

    /// Whether one of the actors holds, but not which.
    static bool isOneOfSeveral(const Actor& actor) {
        return actor.kind == syntax::PerformerKind::Agreed || (!actor.joint && actor.who.size() > 1);
    }

protected:
    // ---- adding one value

    Value& add(ValueKind kind, const Origin* origin) {
        Value& value = values_.emplace_back();
        value.kind = kind;
        value.origin = origin;
        return value;
    }
    void concept_(ConceptId id, const Origin& origin) {
        if (id.isValid()) add(ValueKind::Concept, &origin).index = id.value;
    }
    void text(const std::string& words, const Origin& origin) {
        if (!words.empty()) add(ValueKind::Text, &origin).text = words;
    }
    void openTerm(const std::string& words, const Origin& origin) {
        if (!words.empty()) add(ValueKind::OpenTerm, &origin).text = words;
    }
    Value& answer(model::Answer given, const Origin* origin) {
        Value& value = add(ValueKind::Answer, origin);
        value.answer = given;
        return value;
    }
    void number(std::uint32_t given, const Origin& origin) { add(ValueKind::Number, &origin).number = given; }
    void modality(model::Modality given, const Origin& origin) { add(ValueKind::Modality, &origin).modality = given; }
    void ref(const Ref& given, const Origin& origin, bool isAlternative = false) {
        if (given.kind == Ref::Kind::Role && world_.roles[given.index].name.empty()) return;
        if (given.kind == Ref::Kind::System && world_.systems[given.index].name.empty()) return;
        const ValueKind kind = given.kind == Ref::Kind::Role     ? ValueKind::Role
                               : given.kind == Ref::Kind::System ? ValueKind::System
                                                                 : ValueKind::Concept;
        Value& value = add(kind, &origin);
        value.index = given.index;
        value.isAlternative = isAlternative;
    }

    // ---- adding what a statement says

    void refs(const std::vector<Ref>& given, const Origin& origin) {
        for (const Ref& each : given) ref(each, origin);
    }
    template <class Statements>
    void names(const Statements& statements) {
        for (const auto& each : statements) {
            for (const ConceptId name : each.names) concept_(name, each.origin);
        }
    }
    void actor(const Actor& given, const Origin& origin) {
        const auto first = values_.size();
        for (const Ref& each : given.who) ref(each, origin, isOneOfSeveral(given));
        for (auto at = first; at < values_.size(); ++at) {
            values_[at].isUndecided = given.kind == syntax::PerformerKind::Agreed;
        }
        if (given.otherwise) ref(*given.otherwise, origin, true);
        openTerm(given.openTerm, origin);
    }
    void actors(const std::vector<ActorStatement>& statements) {
        for (const ActorStatement& each : statements) actor(each.actor, each.origin);
    }
    void condition(const std::optional<model::Condition>& given, const Origin& origin) {
        if (!given) return;
        for (const FactId fact : factsOf(*given)) concept_(vocabulary_[fact].concept_, origin);
        if (testsDoubt(*given)) add(ValueKind::Doubt, &origin);
        for (const std::string& words : openTermsOf(*given)) openTerm(words, origin);
        // A choice of a role alone is a condition too.
        if (values_.empty()) add(ValueKind::Something, &origin);
    }
    void functionsOf(StepId id) {
        if (id.isValid()) names(world_.steps[id.value].functions);
    }
    void stepName(StepId id) {
        if (!id.isValid() || world_.steps[id.value].id.empty()) return;
        const model::Step& given = world_.steps[id.value];
        text(given.id, given.origin);
        text(given.label, given.origin);
    }
    bool isConsultation(const Task& task) const { return task.action.isValid() && vocabulary_[task.action].consults; }
    void explanations(const std::vector<Explanation>& given) {
        for (const Explanation& each : given) add(ValueKind::Something, &each.origin);
    }
    void grounds(const std::vector<ExceptionGround>& given) {
        for (const ExceptionGround& each : given) {
            for (const ConceptId name : each.names) concept_(name, each.origin);
            openTerm(each.openTerm, each.origin);
        }
    }
    void frameworkName(const FrameworkUse& use) {
        if (!use.openTerm.empty()) {
            openTerm(use.openTerm, use.origin);
            values_.back().isPlaceholder = true;
        } else if (!use.name.empty()) {
            text(use.name, use.origin);
        } else {
            add(ValueKind::Something, &use.origin);
        }
    }
    void isStated(const std::vector<Origin>& statements, const Origin& otherwise) {
        if (statements.empty()) {
            answer(model::Answer::No, &otherwise).isByAbsence = true;
        } else {
            answer(model::Answer::Yes, &statements.front());
        }
    }
    /// A thing with an id, named by another statement.
    template <class Thing>
    void named(const Thing& thing, const Origin& origin) {
        text(thing.id, origin);
        text(thing.label, origin);
    }
    template <class Thing>
    void named(const Thing& thing) {
        text(thing.name, thing.origin);
        text(thing.label, thing.origin);
    }

    const Vocabulary& vocabulary_;
    const Protocol& world_;
    std::vector<Value> values_;
};

}  // namespace meldc::model
