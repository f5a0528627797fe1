#include "logic/prohibition.h"

#include <algorithm>
#include <optional>

namespace meldc::logic {

using model::Actor;
using model::ConceptId;
using model::Modality;
using model::Ref;

namespace {

/// Who acts, or nothing when that is not known.
using Performers = std::optional<std::vector<Ref>>;

Performers performersOf(const Actor& actor) {
    if (actor.kind == syntax::PerformerKind::Open || !actor.openTerm.empty() || actor.who.empty()) {
        return std::nullopt;
    }
    auto all = actor.who;
    if (actor.otherwise) {
        all.push_back(*actor.otherwise);
    }
    return all;
}

Performers performersOf(const std::vector<model::ActorStatement>& statements) {
    if (statements.empty()) {
        return std::nullopt;
    }
    std::vector<Ref> all;
    for (const auto& each : statements) {
        const auto some = performersOf(each.actor);
        if (!some) {
            return std::nullopt;
        }
        all.insert(all.end(), some->begin(), some->end());
    }
    return all;
}

Performers performersOf(const model::Protocol& world, const model::Question& question) {
    if (!question.performers.empty() || !question.step.isValid()) {
        return performersOf(question.performers);
    }
    return performersOf(world.steps[question.step.value].performers);
}

class Finder {
public:
    Finder(const model::Vocabulary& vocabulary, const model::Protocol& world)
        : vocabulary_(vocabulary), world_(world) {}

    OtherGivers run() {
        OtherGivers result;
        for (std::uint32_t index = 0; index < world_.tasks.size(); ++index) {
            const auto& task = world_.tasks[index];
            const auto forbidden = task.modality == Modality::MayNot ? performersOf(task.actor)
                                                                     : std::nullopt;
            if (!forbidden || firingOf(task) == Firing::Never) {
                continue;
            }
            for (const auto consequence : task.consequences) {
                if (auto givers = giversOf(consequence, *forbidden); !givers.empty()) {
                    result[{index, consequence}] = std::move(givers);
                }
            }
        }
        return result;
    }

private:
    std::vector<OtherGiver> giversOf(ConceptId consequence, const std::vector<Ref>& forbidden) {
        std::vector<OtherGiver> result;
        for (std::uint32_t index = 0; index < world_.tasks.size(); ++index) {
            const auto& task = world_.tasks[index];
            if (task.modality != Modality::MayNot && firingOf(task) != Firing::Never &&
                std::find(task.consequences.begin(), task.consequences.end(), consequence) !=
                    task.consequences.end() &&
                areOthers(performersOf(task.actor), forbidden)) {
                result.push_back({true, index, 0});
            }
        }
        for (std::uint32_t index = 0; index < world_.questions.size(); ++index) {
            const auto& question = world_.questions[index];
            if (!exists(question) || !areOthers(performersOf(world_, question), forbidden)) {
                continue;
            }
            for (std::uint32_t edge = 0; edge < question.edges.size(); ++edge) {
                if (gives(question.edges[edge], consequence)) {
                    result.push_back({false, index, edge});
                }
            }
        }
        return result;
    }

    static bool gives(const model::Edge& edge, ConceptId consequence) {
        return std::any_of(edge.effects.begin(), edge.effects.end(), [&](const auto& effect) {
            return effect.consequence == consequence && effect.modality != Modality::MayNot;
        });
    }

    [[nodiscard]] bool areOthers(const Performers& some, const std::vector<Ref>& forbidden) const {
        return some && std::none_of(some->begin(), some->end(), [&](const Ref& one) {
                   return std::any_of(forbidden.begin(), forbidden.end(),
                                      [&](const Ref& other) { return mayBeOne(one, other); });
               });
    }

    /// Two roles of a code are two, whatever they are; a kind of role is every role of that kind.
    [[nodiscard]] bool mayBeOne(const Ref& a, const Ref& b) const {
        if (a.kind == b.kind) {
            return a.index == b.index || (a.kind == Ref::Kind::Concept && areKin(a.index, b.index));
        }
        const auto& role = a.kind == Ref::Kind::Role ? a : b;
        const auto& kind = a.kind == Ref::Kind::Role ? b : a;
        if (role.kind != Ref::Kind::Role || kind.kind != Ref::Kind::Concept) {
            return false;
        }
        const auto& kinds = world_.roles[role.index].kinds;
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](ConceptId one) { return areKin(one.value, kind.index); });
    }

    [[nodiscard]] bool areKin(std::uint32_t a, std::uint32_t b) const {
        return vocabulary_.fallsUnder(ConceptId{a}, ConceptId{b}) ||
               vocabulary_.fallsUnder(ConceptId{b}, ConceptId{a});
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
};

} // namespace

OtherGivers otherGiversIn(const model::Vocabulary& vocabulary, const model::Protocol& world) {
    return Finder(vocabulary, world).run();
}

void dropForbiddenToSomeOnly(const model::Vocabulary& vocabulary, Decision::Impl& impl) {
    for (const auto& [effect, givers] : otherGiversIn(vocabulary, impl.protocol)) {
        const auto isGiven = std::any_of(givers.begin(), givers.end(), [&](const OtherGiver& one) {
            const auto when = one.isTask ? impl.taskApplies[one.index]
                                         : impl.questions[one.index].taken[one.edge];
            return impl.diagrams.both(when, impl.consistent) != Node::No;
        });
        if (isGiven) {
            impl.forbiddenToSomeOnly.insert(effect);
        }
    }
    std::erase_if(impl.contributions, [&](const Contribution& each) {
        return each.isTask && each.modality == Modality::MayNot &&
               impl.forbiddenToSomeOnly.contains({each.index, each.consequence});
    });
}

std::set<TaskEffect> forbiddenToSomeOnly(const model::Vocabulary& vocabulary,
                                         const model::Protocol& world) {
    const auto givers = otherGiversIn(vocabulary, world);
    if (givers.empty()) {
        return {};
    }
    const auto impl = compileFrom(vocabulary, world, -1);
    if (!impl->diagrams.tooLarge()) {
        return impl->forbiddenToSomeOnly;
    }
    std::set<TaskEffect> all;
    for (const auto& [effect, others] : givers) {
        all.insert(effect);
    }
    return all;
}

} // namespace meldc::logic
