#include "check/statements.h"

#include "model/statements.h"

#include <algorithm>

namespace meldc::check {

using model::Condition;
using model::Origin;
using model::Protocol;
using model::Ref;

namespace {

using VisitOrigin = std::function<void(const Origin&, const Origin*)>;
using VisitRef = std::function<void(const Ref&, const Origin&)>;
using VisitCondition = std::function<void(const Condition&)>;

void refsOf(const std::vector<Ref>& refs, const Origin& origin, const VisitRef& visit) {
    for (const Ref& each : refs) {
        visit(each, origin);
    }
}

void refsOf(const model::Actor& actor, const Origin& origin, const VisitRef& visit) {
    refsOf(actor.who, origin, visit);
    if (actor.otherwise) {
        visit(*actor.otherwise, origin);
    }
}

void refsOf(const std::vector<model::ActorStatement>& statements, const VisitRef& visit) {
    for (const auto& each : statements) {
        refsOf(each.actor, each.origin, visit);
    }
}

void refsOf(const std::vector<model::Involvement>& statements, const VisitRef& visit) {
    for (const auto& each : statements) {
        refsOf(each.who, each.origin, visit);
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
    model::forEachList(protocol, [&](const auto& list, const auto& blockOf) {
        for (const auto& each : list) {
            visit(model::originOf(each), blockOf(each));
        }
    });
}

void forEachRef(const Protocol& protocol, const VisitRef& visit) {
    for (const auto& each : protocol.systems) {
        refsOf(each.onlyFor, each.origin, visit);
    }
    for (const auto& each : protocol.samePersons) {
        refsOf(each.roles, each.origin, visit);
    }
    for (const auto& each : protocol.ageBands) {
        refsOf(each.who, each.origin, visit);
        refsOf(each.about, each.origin, visit);
    }
    for (const auto& each : protocol.steps) {
        refsOfAll(visit, each.performers, each.owners, each.deciders, each.participants,
                  each.consults);
    }
    for (const auto& each : protocol.questions) {
        refsOfAll(visit, each.performers, each.participants);
        for (const auto& edge : each.edges) {
            refsOf(edge.together, edge.origin, visit);
        }
    }
    for (const auto& each : protocol.decisions) {
        refsOfAll(visit, each.owners, each.deciders, each.reporters);
    }
    for (const auto& each : protocol.topics) {
        refsOfAll(visit, each.consults, each.performers);
    }
    for (const auto& each : protocol.tasks) {
        refsOf(each.actor, each.origin, visit);
        for (const auto* list : {&each.objects, &each.in, &each.with, &each.to, &each.about}) {
            refsOf(*list, each.origin, visit);
        }
        if (each.behalf) {
            visit(*each.behalf, each.origin);
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

} // namespace meldc::check
