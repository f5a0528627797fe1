#include "check/statements.h"

#include <algorithm>

namespace meldc::check {

using model::Condition;
using model::Origin;
using model::Protocol;
using model::Ref;

namespace {

using VisitOrigin = std::function<void(const Origin&)>;
using VisitRef = std::function<void(const Ref&)>;
using VisitCondition = std::function<void(const Condition&)>;

template <class Statements>
void originsOf(const Statements& statements, const VisitOrigin& visit) {
    for (const auto& each : statements) {
        visit(each.origin);
    }
}

void originsOf(const std::vector<Origin>& origins, const VisitOrigin& visit) {
    for (const Origin& each : origins) {
        visit(each);
    }
}

/// Calls originsOf for each of the lists.
template <class... Lists>
void originsOfAll(const VisitOrigin& visit, const Lists&... lists) {
    (originsOf(lists, visit), ...);
}

void refsOf(const std::vector<Ref>& refs, const VisitRef& visit) {
    std::for_each(refs.begin(), refs.end(), visit);
}

void refsOf(const model::Actor& actor, const VisitRef& visit) {
    refsOf(actor.who, visit);
    if (actor.otherwise) {
        visit(*actor.otherwise);
    }
}

void refsOf(const std::vector<model::ActorStatement>& statements, const VisitRef& visit) {
    for (const auto& each : statements) {
        refsOf(each.actor, visit);
    }
}

void refsOf(const std::vector<model::Involvement>& statements, const VisitRef& visit) {
    for (const auto& each : statements) {
        refsOf(each.who, visit);
    }
}

template <class... Lists>
void refsOfAll(const VisitRef& visit, const Lists&... lists) {
    (refsOf(lists, visit), ...);
}

void conditionsOf(const std::vector<model::Involvement>& statements, const VisitCondition& visit) {
    for (const auto& each : statements) {
        if (each.condition) {
            visit(*each.condition);
        }
    }
}

} // namespace

void forEachOrigin(const Protocol& protocol, const VisitOrigin& visit) {
    originsOfAll(visit, protocol.organisation, protocol.authority, protocol.sectors,
                 protocol.professions, protocol.worksWith, protocol.adopted, protocol.consent,
                 protocol.valid, protocol.authorised, protocol.versions, protocol.documents,
                 protocol.encoded, protocol.reread, protocol.absences, protocol.adheres,
                 protocol.roles, protocol.samePersons, protocol.contacts, protocol.systems,
                 protocol.countsAs, protocol.routes, protocol.tasks, protocol.ageBands,
                 protocol.explanations, protocol.blanks, protocol.references,
                 protocol.ambiguities);
    for (const auto& each : protocol.steps) {
        visit(each.origin);
        originsOfAll(visit, each.functions, each.performers, each.owners, each.deciders,
                     each.participants, each.consults, each.order, each.explanations);
    }
    for (const auto& each : protocol.questions) {
        visit(each.origin);
        originsOfAll(visit, each.yesWhen, each.restsOn, each.edges, each.performers,
                     each.participants, each.explanations);
    }
    for (const auto& each : protocol.decisions) {
        visit(each.origin);
        originsOfAll(visit, each.owners, each.deciders, each.reporters);
    }
    for (const auto& each : protocol.frameworks) {
        visit(each.origin);
        originsOf(each.grounds, visit);
    }
    for (const auto& each : protocol.meldnormen) {
        visit(each.origin);
        originsOf(each.promises, visit);
    }
    for (const auto& each : protocol.exceptions) {
        visit(each.origin);
        originsOfAll(visit, each.grounds, each.closed, each.later);
    }
    for (const auto& each : protocol.topics) {
        visit(each.origin);
        originsOfAll(visit, each.points, each.consults, each.performers, each.thresholds,
                     each.explanations);
    }
}

void forEachRef(const Protocol& protocol, const VisitRef& visit) {
    for (const auto& each : protocol.systems) {
        refsOf(each.onlyFor, visit);
    }
    for (const auto& each : protocol.samePersons) {
        refsOf(each.roles, visit);
    }
    for (const auto& each : protocol.ageBands) {
        refsOf(each.who, visit);
    }
    for (const auto& each : protocol.steps) {
        refsOfAll(visit, each.performers, each.owners, each.deciders, each.participants,
                  each.consults);
    }
    for (const auto& each : protocol.questions) {
        refsOfAll(visit, each.performers, each.participants);
        for (const auto& edge : each.edges) {
            refsOf(edge.together, visit);
        }
    }
    for (const auto& each : protocol.decisions) {
        refsOfAll(visit, each.owners, each.deciders, each.reporters);
    }
    for (const auto& each : protocol.topics) {
        refsOfAll(visit, each.consults, each.performers);
    }
    for (const auto& each : protocol.tasks) {
        refsOfAll(visit, each.actor, each.objects, each.in, each.with, each.to, each.about);
        if (each.behalf) {
            visit(*each.behalf);
        }
    }
}

void forEachCondition(const Protocol& protocol, const VisitCondition& visit) {
    for (const auto& each : protocol.steps) {
        conditionsOf(each.participants, visit);
        conditionsOf(each.consults, visit);
    }
    for (const auto& each : protocol.questions) {
        for (const auto& statement : each.yesWhen) {
            visit(statement.condition);
        }
        conditionsOf(each.participants, visit);
    }
    for (const auto& each : protocol.topics) {
        conditionsOf(each.consults, visit);
    }
    for (const auto& each : protocol.meldnormen) {
        for (const auto& promise : each.promises) {
            visit(promise.condition);
        }
    }
    for (const auto& each : protocol.routes) {
        visit(each.condition);
    }
    for (const auto& each : protocol.tasks) {
        if (each.condition) {
            visit(*each.condition);
        }
    }
}

bool isSameCondition(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.fact == b.fact && a.words == b.words &&
           std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(),
                      isSameCondition);
}

} // namespace meldc::check
