#include "check/statements.h"

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

template <class Statement>
const Origin& originOf(const Statement& statement) {
    return statement.origin;
}

const Origin& originOf(const Origin& origin) {
    return origin;
}

/// Visits the statements of each list, all of which stand in `block`.
template <class... Lists>
void visitIn(const VisitOrigin& visit, const Origin* block, const Lists&... lists) {
    const auto visitList = [&](const auto& list) {
        for (const auto& each : list) {
            visit(originOf(each), block);
        }
    };
    (visitList(lists), ...);
}

/// Finds the block around things that know their step or home only.
class Blocks {
public:
    explicit Blocks(const Protocol& protocol) : protocol_(protocol) {}

    [[nodiscard]] const Origin* step(model::StepId id) const {
        return id.isValid() ? &protocol_.steps[id.value].origin : nullptr;
    }
    /// Questions stand in the framework that is applied in their step.
    [[nodiscard]] const Origin* framework(model::StepId id) const {
        for (const auto& use : protocol_.frameworks) {
            if (use.step == id) {
                return &use.origin;
            }
        }
        return step(id);
    }
    [[nodiscard]] const Origin* home(const model::Home& home) const {
        switch (home.kind) {
        case model::HomeKind::Topic:
            return &protocol_.topics[home.index].origin;
        case model::HomeKind::Route:
            return &protocol_.routes[home.index].origin;
        case model::HomeKind::Exception:
            return &protocol_.exceptions[home.index].origin;
        case model::HomeKind::Step:
        case model::HomeKind::Unit:
            break;
        }
        return step(home.step);
    }

private:
    const Protocol& protocol_;
};

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
    const Blocks blocks(protocol);
    visitIn(visit, nullptr, protocol.organisation, protocol.authority, protocol.sectors,
            protocol.professions, protocol.worksWith, protocol.adopted, protocol.consent,
            protocol.valid, protocol.authorised, protocol.versions, protocol.documents,
            protocol.encoded, protocol.reread, protocol.absences, protocol.adheres, protocol.roles,
            protocol.samePersons, protocol.contacts, protocol.systems, protocol.countsAs,
            protocol.ageBands, protocol.explanations, protocol.blanks, protocol.references,
            protocol.ambiguities, protocol.steps, protocol.meldnormen);
    for (const auto& each : protocol.routes) {
        visit(each.origin, blocks.step(each.step));
    }
    for (const auto& each : protocol.tasks) {
        visit(each.origin, blocks.home(each.home));
    }
    for (const auto& each : protocol.steps) {
        visitIn(visit, &each.origin, each.functions, each.performers, each.owners, each.deciders,
                each.participants, each.consults, each.order, each.explanations);
    }
    for (const auto& each : protocol.questions) {
        visit(each.origin, blocks.framework(each.step));
        visitIn(visit, &each.origin, each.yesWhen, each.restsOn, each.edges, each.performers,
                each.participants, each.explanations);
    }
    for (const auto& each : protocol.decisions) {
        visit(each.origin, blocks.step(each.step));
        visitIn(visit, &each.origin, each.owners, each.deciders, each.reporters);
    }
    for (const auto& each : protocol.frameworks) {
        visit(each.origin, blocks.step(each.step));
        visitIn(visit, &each.origin, each.grounds);
    }
    for (const auto& each : protocol.meldnormen) {
        visitIn(visit, &each.origin, each.promises);
    }
    for (const auto& each : protocol.exceptions) {
        visit(each.origin, blocks.step(each.step));
        visitIn(visit, &each.origin, each.grounds, each.closed, each.later);
    }
    for (const auto& each : protocol.topics) {
        visit(each.origin, blocks.step(each.step));
        visitIn(visit, &each.origin, each.points, each.consults, each.performers, each.thresholds,
                each.explanations);
    }
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

bool isSameCondition(const Condition& a, const Condition& b) {
    return a.kind == b.kind && a.fact == b.fact && a.words == b.words &&
           std::equal(a.operands.begin(), a.operands.end(), b.operands.begin(), b.operands.end(),
                      isSameCondition);
}

} // namespace meldc::check
