#include "model/row_values.h"

/// The values of the rows that tell what is to be done.
namespace meldc::model {

void RowValues::step(const model::Step& given) {
    const auto isHere = [&](const Task& task) { return task.home.step == StepId{row_.index}; };
    switch (field_) {
        case Field::Name: stepName(StepId{row_.index}); break;
        case Field::Function: names(given.functions); break;
        case Field::Performer: actors(given.performers); break;
        case Field::Owner: actors(given.owners); break;
        case Field::Participant:
            for (const Involvement& each : given.participants) refs(each.who, each.origin);
            break;
        case Field::Consults:
            for (const Involvement& each : given.consults) refs(each.who, each.origin);
            for (const Task& task : world_.tasks) {
                if (isHere(task) && isConsultation(task)) refs(task.objects, task.origin);
            }
            break;
        case Field::Duty:
        case Field::Modality: actionsOf(isHere); break;
        case Field::Description:
            if (!given.label.empty()) add(ValueKind::Something, &given.origin);
            explanations(given.explanations);
            for (const Task& task : world_.tasks) {
                if (isHere(task)) add(ValueKind::Something, &task.origin);
            }
            break;
        case Field::Framework:
            for (const FrameworkUse& each : world_.frameworks) {
                if (each.step == StepId{row_.index}) frameworkName(each);
            }
            for (const model::Question& each : world_.questions) {
                if (!each.id.empty() && each.step == StepId{row_.index}) add(ValueKind::Something, &each.origin);
            }
            break;
        default: break;
    }
}

void RowValues::duty(const Task& task) {
    const Origin& origin = task.origin;
    switch (field_) {
        case Field::Role: actor(task.actor, origin); break;
        case Field::Action: concept_(task.action, origin); break;
        case Field::Matter: refs(task.objects, origin); break;
        case Field::With: refs(task.with, origin); break;
        case Field::To: refs(task.to, origin); break;
        case Field::About: refs(task.about, origin); break;
        case Field::System: refs(task.in, origin); break;
        case Field::Modality: modality(task.modality, origin); break;
        case Field::Condition: condition(task.condition, origin); break;
        case Field::Directly:
            if (task.timing && task.timing->kind == syntax::TimingKind::Directly) {
                add(ValueKind::Something, &origin);
            } else if (!task.timing) {
                // "As soon as possible" may mean at once; a deadline of its own does not.
                for (const std::string& words : task.openTerms) openTerm(words, origin);
            }
            break;
        case Field::Function: functionsOf(task.home.step); break;
        case Field::Step: stepName(task.home.step); break;
        case Field::Topic:
            if (task.home.kind == HomeKind::Topic) concept_(world_.topics[task.home.index].topic, origin);
            break;
        case Field::Exception:
            if (task.home.kind == HomeKind::Exception) concept_(world_.exceptions[task.home.index].on, origin);
            break;
        case Field::Route:
            if (task.home.kind == HomeKind::Route) named(world_.routes[task.home.index], origin);
            break;
        case Field::Consequence:
            for (const ConceptId id : task.consequences) concept_(id, origin);
            break;
        case Field::Return: text(task.returnTo, origin); break;
        default: break;
    }
}

void RowValues::consultation() {
    if (row_.source == HomeKind::Unit) {
        const Task& task = world_.tasks[row_.index];
        if (field_ == Field::Consults) {
            refs(task.objects, task.origin);
        } else if (field_ == Field::Performer) {
            actor(task.actor, task.origin);
        } else {
            duty(task);
        }
        return;
    }
    const bool isStep = row_.source == HomeKind::Step;
    const Involvement& given = isStep ? world_.steps[row_.index].consults[row_.part]
                                      : world_.topics[row_.index].consults[row_.part];
    const StepId home = isStep ? StepId{row_.index} : world_.topics[row_.index].step;
    switch (field_) {
        case Field::Consults: refs(given.who, given.origin); break;
        case Field::Performer:
            actors(isStep ? world_.steps[row_.index].performers : world_.topics[row_.index].performers);
            break;
        case Field::Modality: modality(given.modality, given.origin); break;
        case Field::Condition: condition(given.condition, given.origin); break;
        case Field::Function: functionsOf(home); break;
        case Field::Step: stepName(home); break;
        case Field::Topic:
            if (!isStep) concept_(world_.topics[row_.index].topic, given.origin);
            break;
        default: break;
    }
}

void RowValues::exception(const model::Exception& given) {
    switch (field_) {
        case Field::About: concept_(given.on, given.origin); break;
        case Field::Ground: grounds(given.grounds); break;
        case Field::Closed: isStated(given.closed, given.origin); break;
        case Field::Later: isStated(given.later, given.origin); break;
        case Field::Duty:
        case Field::Modality: actionsIn(HomeKind::Exception); break;
        default: break;
    }
}

void RowValues::topic(const model::Topic& given) {
    switch (field_) {
        case Field::Name:
            concept_(given.topic, given.origin);
            text(given.label, given.origin);
            break;
        case Field::Application:
            answer(given.inapplicable ? model::Answer::No : model::Answer::Yes, &given.origin);
            break;
        case Field::Duty:
        case Field::Modality: actionsIn(HomeKind::Topic); break;
        case Field::Point:
            for (const model::Point& each : given.points) concept_(each.point, each.origin);
            break;
        case Field::Threshold: grounds(given.thresholds); break;
        case Field::Performer: actors(given.performers); break;
        case Field::Consults:
            for (const Involvement& each : given.consults) refs(each.who, each.origin);
            break;
        case Field::Description:
            explanations(given.explanations);
            for (const Task& task : world_.tasks) {
                const bool isHere = task.home.kind == HomeKind::Topic && task.home.index == row_.index;
                if (isHere) add(ValueKind::Something, &task.origin);
            }
            break;
        default: break;
    }
}

}  // namespace meldc::model
