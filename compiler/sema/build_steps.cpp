#include <algorithm>

#include "sema/conditions.h"
#include "sema/protocol_builder.h"

namespace meldc::sema {

using diagnostics::Wording;
using model::HomeKind;
using model::Ref;
using syntax::Statement;
using syntax::StatementKind;

bool ProtocolBuilder::addStepPart(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    switch (written.kind) {
        case StatementKind::Step:
            addStep(each, context);
            return true;
        case StatementKind::Function:
            if (context.home.step.isValid()) {
                protocol_.steps[context.home.step.value].functions.push_back(
                    {concepts(written.names, {ConceptKind::StepFunction}, Wording::AStepFunction),
                     origin(each, context)});
            }
            return true;
        case StatementKind::Order:
            if (context.home.step.isValid()) {
                references_.push_back({true, written.names[0]});
                protocol_.steps[context.home.step.value].order.push_back(
                    {written.flag, written.names[0].text, origin(each, context)});
            }
            return true;
        case StatementKind::Performer:
        case StatementKind::Owner:
        case StatementKind::Decider:
        case StatementKind::Reporter:
            addActor(each, context);
            return true;
        case StatementKind::Participant:
        case StatementKind::Consults:
            addInvolvement(each, context);
            return true;
        case StatementKind::Duty:
            addTask(each, context);
            return true;
        case StatementKind::Decision:
            addDecision(each, context);
            return true;
        case StatementKind::Topic:
        case StatementKind::Inapplicable:
            addTopic(each, context);
            return true;
        case StatementKind::Exception:
            addException(each, context);
            return true;
        case StatementKind::Point:
            if (context.home.kind == HomeKind::Topic) {
                if (const auto id = scope_.concept_(written.names[0], {ConceptKind::Point}, Wording::APoint)) {
                    protocol_.topics[context.home.index].points.push_back(
                        {*id, written.label ? written.label->text : std::string(), origin(each, context)});
                }
            }
            return true;
        case StatementKind::Threshold:
            if (context.home.kind == HomeKind::Topic) {
                model::ExceptionGround threshold;
                threshold.names = concepts(
                    written.names,
                    {ConceptKind::Ground, ConceptKind::Fact, ConceptKind::Matter, ConceptKind::Topic},
                    Wording::AGround);
                if (written.openTerm) threshold.openTerm = written.openTerm->text;
                threshold.origin = origin(each, context);
                protocol_.topics[context.home.index].thresholds.push_back(std::move(threshold));
            }
            return true;
        case StatementKind::Closed:
            if (context.home.kind == HomeKind::Exception) {
                protocol_.exceptions[context.home.index].closed.push_back(origin(each, context));
            }
            return true;
        case StatementKind::Later:
            if (context.home.kind == HomeKind::Exception) {
                protocol_.exceptions[context.home.index].later.push_back(origin(each, context));
            }
            return true;
        case StatementKind::Explanation: {
            model::Explanation explanation{written.label ? written.label->text : std::string(), written.flag,
                                           origin(each, context)};
            auto& target = context.question.isValid()
                               ? protocol_.questions[context.question.value].explanations
                           : context.home.kind == HomeKind::Topic
                               ? protocol_.topics[context.home.index].explanations
                           : context.home.kind == HomeKind::Exception
                               ? protocol_.exceptions[context.home.index].explanations
                           : context.home.kind == HomeKind::Step
                               ? protocol_.steps[context.home.index].explanations
                               : protocol_.explanations;
            target.push_back(std::move(explanation));
            return true;
        }
        default:
            return false;
    }
}

void ProtocolBuilder::addStep(const LevelStatement& each, const Context& context) {
    model::Step step;
    step.id = each.statement->names[0].text;
    step.label = each.statement->label ? each.statement->label->text : std::string();
    step.isReopened = each.reopens;
    step.origin = origin(each, context);
    const auto index = static_cast<std::uint32_t>(protocol_.steps.size());
    protocol_.steps.push_back(std::move(step));
    Context inside = context;
    inside.home = {HomeKind::Step, index, model::StepId{index}};
    addAll(each.block, inside);
}

void ProtocolBuilder::addActor(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    if (!written.performer) return;
    auto who = actor(*written.performer);
    if (!who) return;
    model::ActorStatement statement{std::move(*who), written.flag, origin(each, context)};
    if (context.decision.isValid()) {
        model::Decision& decision = protocol_.decisions[context.decision.value];
        auto& target = written.kind == StatementKind::Owner     ? decision.owners
                       : written.kind == StatementKind::Reporter ? decision.reporters
                                                                 : decision.deciders;
        target.push_back(std::move(statement));
    } else if (context.question.isValid()) {
        protocol_.questions[context.question.value].performers.push_back(std::move(statement));
    } else if (context.home.kind == HomeKind::Topic) {
        protocol_.topics[context.home.index].performers.push_back(std::move(statement));
    } else if (context.home.step.isValid()) {
        model::Step& step = protocol_.steps[context.home.step.value];
        auto& target = written.kind == StatementKind::Owner     ? step.owners
                       : written.kind == StatementKind::Decider ? step.deciders
                                                                : step.performers;
        target.push_back(std::move(statement));
    }
}

void ProtocolBuilder::addInvolvement(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::Involvement involvement;
    involvement.modality = written.modality.value_or(model::Modality::Must);
    involvement.oneOf = written.flag;
    involvement.who = actors(written.names);
    if (written.condition) {
        involvement.condition = resolveCondition(*written.condition, scope_);
        if (!involvement.condition) return;
    }
    involvement.origin = origin(each, context);
    if (context.question.isValid()) {
        protocol_.questions[context.question.value].participants.push_back(std::move(involvement));
    } else if (context.home.kind == HomeKind::Topic) {
        protocol_.topics[context.home.index].consults.push_back(std::move(involvement));
    } else if (context.home.step.isValid()) {
        model::Step& step = protocol_.steps[context.home.step.value];
        (written.kind == StatementKind::Consults ? step.consults : step.participants)
            .push_back(std::move(involvement));
    }
}

void ProtocolBuilder::addTask(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    if (!written.performer || !written.duty) return;
    const syntax::Duty& duty = *written.duty;
    model::Task task;
    task.home = context.home;
    auto who = actor(*written.performer);
    const auto action = scope_.concept_(duty.action, {ConceptKind::Action, ConceptKind::Consequence},
                                        Wording::AnActionOrConsequence);
    if (!who || !action) return;
    task.actor = std::move(*who);
    task.modality = written.modality.value_or(model::Modality::Must);
    task.timing = duty.timing;
    task.action = *action;
    task.objects = things(duty.objects);
    for (const syntax::Name& name : duty.in) {
        if (const auto system = scope_.system(name)) task.in.push_back(*system);
    }
    task.with = actors(duty.with);
    task.to = actors(duty.to);
    task.about = things(duty.about);
    task.oneOfObjects = duty.oneOfObjects;
    task.oneOfWith = duty.oneOfWith;
    task.oneOfTo = duty.oneOfTo;
    if (duty.behalf) task.behalf = scope_.actor(*duty.behalf);
    task.behalfOfOrganisation = duty.behalfOfOrganisation;
    auto when = duty.when ? resolveCondition(*duty.when, scope_) : std::nullopt;
    auto unless = duty.unless ? resolveCondition(*duty.unless, scope_) : std::nullopt;
    if ((duty.when && !when) || (duty.unless && !unless)) return;
    if (unless) unless = negated(std::move(*unless));
    task.condition = both(std::move(when), std::move(unless));
    const auto refer = [&](bool isStep, const std::optional<syntax::Name>& name, std::string& into) {
        if (!name) return;
        references_.push_back({isStep, *name});
        into = name->text;
    };
    refer(true, duty.beforeStep, task.beforeStep);
    refer(true, duty.afterStep, task.afterStep);
    refer(false, duty.returnTo, task.returnTo);
    for (const syntax::Name& term : duty.openTerms) task.openTerms.push_back(term.text);

    const model::Concept& verb = scope_.vocabulary()[*action];
    // What may not be done with one matter, or in one system, may still be done otherwise.
    const bool forbidsPart =
        task.modality == model::Modality::MayNot && (!task.objects.empty() || !task.in.empty());
    if (verb.kind == ConceptKind::Consequence && !forbidsPart) task.consequences.push_back(*action);
    for (const model::Yield& yield : verb.yields) {
        // What must be done with one of several need not be done with this one.
        const bool needsAll = task.modality == model::Modality::Must;
        const auto isObject = [&](const std::vector<Ref>& refs, bool isOneOf) {
            const auto yields = [&](const Ref& ref) {
                return ref.kind == Ref::Kind::Concept &&
                       scope_.vocabulary().fallsUnder(model::ConceptId{ref.index}, yield.object);
            };
            return isOneOf && needsAll ? !refs.empty() && std::all_of(refs.begin(), refs.end(), yields)
                                       : std::any_of(refs.begin(), refs.end(), yields);
        };
        if (isObject(task.objects, task.oneOfObjects) || isObject(task.with, task.oneOfWith) ||
            isObject(task.to, task.oneOfTo)) {
            task.consequences.push_back(yield.consequence);
        }
    }
    task.origin = origin(each, context);
    protocol_.tasks.push_back(std::move(task));
    writtenTasks_.push_back(&each);
}

void ProtocolBuilder::addDecision(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::Decision decision;
    decision.about = concepts(written.names, {ConceptKind::Consequence}, Wording::AConsequence);
    decision.oneOf = written.flag;
    decision.label = written.label ? written.label->text : std::string();
    decision.step = context.home.step;
    decision.origin = origin(each, context);
    Context inside = context;
    inside.decision = {static_cast<std::uint32_t>(protocol_.decisions.size())};
    protocol_.decisions.push_back(std::move(decision));
    addAll(each.block, inside);
}

void ProtocolBuilder::addTopic(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    const auto id = scope_.concept_(written.names[0], {ConceptKind::Topic, ConceptKind::Fact}, Wording::ASubject);
    if (!id) return;
    model::Topic topic;
    topic.topic = *id;
    topic.label = written.label ? written.label->text : std::string();
    topic.step = context.home.step;
    if (written.kind == StatementKind::Inapplicable) {
        topic.inapplicable = written.reason ? written.reason->text : std::string();
    }
    topic.origin = origin(each, context);
    const auto index = static_cast<std::uint32_t>(protocol_.topics.size());
    protocol_.topics.push_back(std::move(topic));
    Context inside = context;
    inside.home = {HomeKind::Topic, index, context.home.step};
    addAll(each.block, inside);
}

void ProtocolBuilder::addException(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    const auto id = scope_.concept_(written.names[0],
                                    {ConceptKind::StepFunction, ConceptKind::Action, ConceptKind::Matter,
                                     ConceptKind::Consequence, ConceptKind::Topic},
                                    Wording::ATerm);
    if (!id) return;
    model::Exception exception;
    exception.on = *id;
    exception.label = written.label ? written.label->text : std::string();
    exception.step = context.home.step;
    exception.origin = origin(each, context);
    const auto index = static_cast<std::uint32_t>(protocol_.exceptions.size());
    protocol_.exceptions.push_back(std::move(exception));
    Context inside = context;
    inside.home = {HomeKind::Exception, index, context.home.step};
    addAll(each.block, inside);
}

}  // namespace meldc::sema
