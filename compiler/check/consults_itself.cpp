#include "check/consults_itself.h"

#include <algorithm>
#include <optional>

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using model::Ref;

namespace {

/// The one role that does it; empty when it may be someone else too.
std::optional<Ref> onlyRole(const model::Actor& actor) {
    const bool isOne = actor.kind == syntax::PerformerKind::Named && actor.who.size() == 1 &&
                       !actor.otherwise && actor.openTerm.empty();
    return isOne && actor.who[0].kind == Ref::Kind::Role ? std::optional(actor.who[0])
                                                         : std::nullopt;
}

bool holds(const std::vector<Ref>& refs, const Ref& wanted) {
    return std::find(refs.begin(), refs.end(), wanted) != refs.end();
}

/// The role that is consulted and may be held by the person who asks: the same role, or another one
/// that `een persoon mag zijn …` joins with it.
std::optional<Ref> ownRoleAmong(const model::Protocol& world, const Ref& asker,
                                const std::vector<Ref>& consulted) {
    if (holds(consulted, asker)) {
        return asker;
    }
    for (const model::SamePerson& person : world.samePersons) {
        const bool isJoined = person.modality != model::Modality::MayNot && !person.origin.draft &&
                              holds(person.roles, asker);
        const auto other = std::find_if(consulted.begin(), consulted.end(), [&](const Ref& each) {
            return isJoined && holds(person.roles, each);
        });
        if (other != consulted.end()) {
            return *other;
        }
    }
    return std::nullopt;
}

class SelfConsultation {
public:
    SelfConsultation(const Subject& subject, std::size_t number, WorldFindings& findings)
        : vocabulary_(subject.vocabulary), world_(subject.selected[number]), number_(number),
          findings_(findings) {}

    void run() {
        for (const auto& step : world_.steps) {
            if (step.performers.size() == 1) {
                look(onlyRole(step.performers[0].actor), step.consults);
            }
        }
        for (const auto& topic : world_.topics) {
            if (topic.performers.size() == 1) {
                look(onlyRole(topic.performers[0].actor), topic.consults);
            }
        }
        for (const auto& task : world_.tasks) {
            const auto asker = onlyRole(task.actor);
            if (asker && vocabulary_[task.action].consults) {
                look(*asker, task.objects, task.origin);
            }
        }
    }

private:
    void look(const std::optional<Ref>& asker, const std::vector<model::Involvement>& consults) {
        for (const auto& each : consults) {
            const bool leavesAnother = each.oneOf && each.who.size() > 1;
            if (asker && !leavesAnother) {
                look(*asker, each.who, each.origin);
            }
        }
    }

    void look(const Ref& asker, const std::vector<Ref>& consulted, const model::Origin& origin) {
        const auto own = ownRoleAmong(world_, asker, consulted);
        if (!own) {
            return;
        }
        const auto& name = world_.roles[asker.index].name;
        Finding finding{*own == asker ? make<Diag::ConsultsItself>(origin.span, name)
                                      : make<Diag::ConsultsOwnOtherRole>(
                                            origin.span, name, world_.roles[own->index].name)};
        finding.evidence.push_back(origin);
        findings_.add(number_, std::move(finding));
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    std::size_t number_;
    WorldFindings& findings_;
};

} // namespace

std::vector<Finding> checkSelfConsultation(const Subject& subject) {
    return inEachWorld(subject, [&](std::size_t number, WorldFindings& findings) {
        SelfConsultation(subject, number, findings).run();
    });
}

} // namespace meldc::check
