#pragma once

#include "model/protocol.h"

/// The one walk over all statements of a protocol, whatever their kind.
namespace meldc::model {

inline const Origin& originOf(const Origin& origin) { return origin; }
inline Origin& originOf(Origin& origin) { return origin; }
template <class Statement>
auto& originOf(Statement& statement) {
    return statement.origin;
}

/// Calls `visit(list, blockOf)` for every list of statements in a protocol, those inside blocks
/// included: a vector of structs with an origin, or of bare origins. `blockOf(element)` gives the
/// origin of the block around an element (step, framework, question, topic …), or nullptr when it
/// stands by itself. Lists of the protocol come before those inside their elements, so `visit` may
/// drop elements; it may not drop steps, topics, routes or exceptions, which others refer to by index.
///
/// VariantGroup::statements and deviations are left out: copies of statements that stand in these lists.
template <class AnyProtocol, class Visit>
void forEachList(AnyProtocol& protocol, const Visit& visit) {
    const auto alone = [](const auto&) -> const Origin* { return nullptr; };
    const auto in = [](const Origin& block) {
        return [&block](const auto&) -> const Origin* { return &block; };
    };
    const auto originOfStep = [&](StepId step) -> const Origin* {
        return step.isValid() ? &protocol.steps[step.value].origin : nullptr;
    };
    const auto inStep = [&](const auto& each) { return originOfStep(each.step); };
    // Questions stand in the framework that is applied in their step.
    const auto inFramework = [&](const auto& question) -> const Origin* {
        for (const FrameworkUse& use : protocol.frameworks) {
            if (use.step == question.step) return &use.origin;
        }
        return originOfStep(question.step);
    };
    const auto inHome = [&](const Task& task) -> const Origin* {
        switch (task.home.kind) {
            case HomeKind::Topic: return &protocol.topics[task.home.index].origin;
            case HomeKind::Route: return &protocol.routes[task.home.index].origin;
            case HomeKind::Exception: return &protocol.exceptions[task.home.index].origin;
            case HomeKind::Step:
            case HomeKind::Unit: break;
        }
        return originOfStep(task.home.step);
    };

    visit(protocol.organisation, alone);
    visit(protocol.authority, alone);
    visit(protocol.sectors, alone);
    visit(protocol.professions, alone);
    visit(protocol.worksWith, alone);
    visit(protocol.adopted, alone);
    visit(protocol.consent, alone);
    visit(protocol.valid, alone);
    visit(protocol.authorised, alone);
    visit(protocol.versions, alone);
    visit(protocol.documents, alone);
    visit(protocol.encoded, alone);
    visit(protocol.reread, alone);
    visit(protocol.absences, alone);
    visit(protocol.adheres, alone);
    visit(protocol.roles, alone);
    visit(protocol.samePersons, alone);
    visit(protocol.contacts, alone);
    visit(protocol.systems, alone);
    visit(protocol.countsAs, alone);
    visit(protocol.ageBands, alone);
    visit(protocol.explanations, alone);
    visit(protocol.blanks, alone);
    visit(protocol.personal, alone);
    visit(protocol.references, alone);
    visit(protocol.lapses, alone);
    visit(protocol.ambiguities, alone);
    visit(protocol.steps, alone);
    visit(protocol.meldnormen, alone);
    visit(protocol.routes, inStep);
    visit(protocol.tasks, inHome);
    for (auto& step : protocol.steps) {
        visit(step.functions, in(step.origin));
        visit(step.performers, in(step.origin));
        visit(step.owners, in(step.origin));
        visit(step.deciders, in(step.origin));
        visit(step.participants, in(step.origin));
        visit(step.consults, in(step.origin));
        visit(step.order, in(step.origin));
        visit(step.explanations, in(step.origin));
    }
    visit(protocol.questions, inFramework);
    for (auto& question : protocol.questions) {
        visit(question.yesWhen, in(question.origin));
        visit(question.restsOn, in(question.origin));
        visit(question.edges, in(question.origin));
        visit(question.performers, in(question.origin));
        visit(question.participants, in(question.origin));
        visit(question.explanations, in(question.origin));
    }
    visit(protocol.decisions, inStep);
    for (auto& decision : protocol.decisions) {
        visit(decision.owners, in(decision.origin));
        visit(decision.deciders, in(decision.origin));
        visit(decision.reporters, in(decision.origin));
    }
    visit(protocol.frameworks, inStep);
    for (auto& use : protocol.frameworks) visit(use.grounds, in(use.origin));
    for (auto& meldnorm : protocol.meldnormen) visit(meldnorm.promises, in(meldnorm.origin));
    visit(protocol.exceptions, inStep);
    for (auto& exception : protocol.exceptions) {
        visit(exception.grounds, in(exception.origin));
        visit(exception.closed, in(exception.origin));
        visit(exception.later, in(exception.origin));
        visit(exception.explanations, in(exception.origin));
    }
    visit(protocol.topics, inStep);
    for (auto& topic : protocol.topics) {
        visit(topic.points, in(topic.origin));
        visit(topic.consults, in(topic.origin));
        visit(topic.performers, in(topic.origin));
        visit(topic.thresholds, in(topic.origin));
        visit(topic.explanations, in(topic.origin));
    }
}

/// Calls `visit(origin)` for every statement. Works on a const protocol and on one that `visit` may
/// change.
template <class AnyProtocol, class Visit>
void forEachOrigin(AnyProtocol& protocol, const Visit& visit) {
    forEachList(protocol, [&](auto& list, const auto&) {
        for (auto& each : list) visit(originOf(each));
    });
}

/// Calls `visit(origin, place)` for every place of a document that something was taken over from;
/// `origin` is that of the statement. A search (`ontbreekt …`) takes nothing over: where one thing was
/// looked for, another may stand.
template <class Visit>
void forEachCitation(const Protocol& protocol, const Visit& visit) {
    const auto all = [&](const Origin& origin) {
        for (const Place& place : origin.places) visit(origin, place);
    };
    forEachList(protocol, [&](const auto& list, const auto&) {
        if (static_cast<const void*>(&list) == &protocol.absences) return;
        for (const auto& each : list) all(originOf(each));
    });
    for (const Ambiguity& ambiguity : protocol.ambiguities) {
        for (const auto& places : ambiguity.readingPlaces) {
            for (const Place& place : places) visit(ambiguity.origin, place);
        }
    }
}

}  // namespace meldc::model
