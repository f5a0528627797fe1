#pragma once

#include "model/protocol.h"

namespace meldc::baseline {

/// Calls `visit(origin)` for every statement that says something of the code, those inside blocks
/// included: all but the searches (`ontbreekt …`), which say that something is not there. Works on a
/// const protocol and on one that `visit` may change.
template <class AnyProtocol, class Visit>
void forEachAssertion(AnyProtocol& protocol, const Visit& visit) {
    const auto all = [&](auto& statements) {
        for (auto& each : statements) visit(each.origin);
    };
    const auto plain = [&](auto& origins) {
        for (auto& each : origins) visit(each);
    };
    all(protocol.organisation);
    all(protocol.authority);
    all(protocol.sectors);
    all(protocol.professions);
    all(protocol.worksWith);
    all(protocol.adopted);
    all(protocol.consent);
    all(protocol.valid);
    all(protocol.authorised);
    all(protocol.versions);
    all(protocol.documents);
    all(protocol.encoded);
    all(protocol.reread);
    all(protocol.adheres);
    all(protocol.roles);
    all(protocol.samePersons);
    all(protocol.contacts);
    all(protocol.systems);
    all(protocol.decisions);
    for (auto& decision : protocol.decisions) {
        all(decision.owners);
        all(decision.deciders);
        all(decision.reporters);
    }
    all(protocol.steps);
    for (auto& step : protocol.steps) {
        all(step.functions);
        all(step.performers);
        all(step.owners);
        all(step.deciders);
        all(step.participants);
        all(step.consults);
        all(step.order);
        all(step.explanations);
    }
    all(protocol.questions);
    for (auto& question : protocol.questions) {
        all(question.yesWhen);
        all(question.restsOn);
        all(question.edges);
        all(question.performers);
        all(question.participants);
        all(question.explanations);
    }
    all(protocol.frameworks);
    for (auto& use : protocol.frameworks) all(use.grounds);
    all(protocol.countsAs);
    all(protocol.meldnormen);
    for (auto& meldnorm : protocol.meldnormen) all(meldnorm.promises);
    all(protocol.routes);
    all(protocol.tasks);
    all(protocol.exceptions);
    for (auto& exception : protocol.exceptions) {
        all(exception.grounds);
        plain(exception.closed);
        plain(exception.later);
    }
    all(protocol.topics);
    for (auto& topic : protocol.topics) {
        all(topic.points);
        all(topic.consults);
        all(topic.performers);
        all(topic.thresholds);
        all(topic.explanations);
    }
    all(protocol.ageBands);
    all(protocol.explanations);
    all(protocol.blanks);
    all(protocol.references);
    all(protocol.lapses);
    all(protocol.ambiguities);
    for (auto& group : protocol.variantGroups) {
        for (auto& statements : group.statements) plain(statements);
    }
}

/// The same with the searches.
template <class AnyProtocol, class Visit>
void forEachOrigin(AnyProtocol& protocol, const Visit& visit) {
    forEachAssertion(protocol, visit);
    for (auto& each : protocol.absences) visit(each.origin);
}

/// Calls `visit(origin, place)` for every place of a document that something was taken over from;
/// `origin` is that of the statement. A search takes nothing over.
template <class Visit>
void forEachCitation(const model::Protocol& protocol, const Visit& visit) {
    forEachAssertion(protocol, [&](const model::Origin& origin) {
        for (const model::Place& place : origin.places) visit(origin, place);
    });
    for (const model::Ambiguity& ambiguity : protocol.ambiguities) {
        for (const auto& places : ambiguity.readingPlaces) {
            for (const model::Place& place : places) visit(ambiguity.origin, place);
        }
    }
}

}  // namespace meldc::baseline
