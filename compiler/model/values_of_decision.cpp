#include "model/row_values.h"

/// The values of the rows that tell how a case is decided.
namespace meldc::model {

void RowValues::question(const model::Question& given) {
    switch (field_) {
        case Field::Name:
            text(given.id, given.origin);
            text(given.label, given.origin);
            break;
        case Field::Function: functionsOf(given.step); break;
        case Field::Step: stepName(given.step); break;
        case Field::Condition:
            for (const ConditionStatement& each : given.yesWhen) condition(each.condition, each.origin);
            break;
        case Field::Participant:
            for (const Involvement& each : given.participants) refs(each.who, each.origin);
            // With whom it is gone through is also said where an answer leads to it.
            for (const model::Question& from : world_.questions) {
                for (const Edge& edge : from.edges) {
                    const bool isHere = edge.target == TargetKind::Question && edge.question == given.id;
                    if (isHere) refs(edge.together, edge.origin);
                }
            }
            break;
        case Field::Consequence:
            for (const Edge& edge : given.edges) {
                for (const Effect& effect : edge.effects) {
                    if (effect.modality != model::Modality::MayNot) concept_(effect.consequence, edge.origin);
                }
            }
            break;
        default: break;
    }
}

void RowValues::meldnorm(const model::Meldnorm& given) {
    const Promise* promise = given.promises.empty() ? nullptr : &given.promises[row_.part];
    if (field_ == Field::Name) {
        text(given.id, given.origin);
        text(given.label, given.origin);
    } else if (promise == nullptr) {
        return;
    } else if (field_ == Field::Consequence) {
        for (const ConceptId id : promise->consequences) concept_(id, promise->origin);
    } else if (field_ == Field::Condition) {
        condition(promise->condition, promise->origin);
    } else if (field_ == Field::Modality) {
        modality(promise->modality, promise->origin);
    }
}

void RowValues::route(const model::Route& given) {
    switch (field_) {
        case Field::Name:
            text(given.id, given.origin);
            text(given.label, given.origin);
            break;
        case Field::Condition: condition(given.condition, given.origin); break;
        case Field::Consequence:
            for (const Task& task : world_.tasks) {
                if (task.home.kind != HomeKind::Route || task.home.index != row_.index) continue;
                if (task.modality == model::Modality::MayNot) continue;
                for (const ConceptId id : task.consequences) concept_(id, task.origin);
            }
            break;
        case Field::Duty:
        case Field::Modality: actionsIn(HomeKind::Route); break;
        default: break;
    }
}

void RowValues::decision(const model::Decision& given) {
    switch (field_) {
        case Field::About:
            for (const ConceptId id : given.about) concept_(id, given.origin);
            break;
        case Field::Choice: answer(given.oneOf ? model::Answer::Yes : model::Answer::No, &given.origin); break;
        case Field::Owner: actors(ownersOf(given)); break;
        case Field::Decider: actors(given.deciders); break;
        case Field::Reporter: actors(given.reporters); break;
        case Field::Behalf:
            for (const ActorStatement& each : given.reporters) {
                if (each.behalf) add(ValueKind::Something, &each.origin);
            }
            break;
        default: break;
    }
}

}  // namespace meldc::model
