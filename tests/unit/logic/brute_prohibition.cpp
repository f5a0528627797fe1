#include <algorithm>

#include "brute_force.h"

namespace meldc::logic::testing {

namespace {

/// Roles by number; nothing when somebody who is not known may act.
std::optional<std::set<std::uint32_t>> rolesOf(const std::vector<model::Actor>& actors) {
    std::set<std::uint32_t> result;
    for (const auto& actor : actors) {
        for (const auto& one : actor.who) {
            result.insert(one.index);
        }
        if (actor.otherwise) {
            result.insert(actor.otherwise->index);
        }
        if (actor.who.empty() || !actor.openTerm.empty()) {
            return std::nullopt;
        }
    }
    return actors.empty() ? std::nullopt : std::optional(result);
}

std::vector<model::Actor> actorsOf(const std::vector<model::ActorStatement>& statements) {
    std::vector<model::Actor> result;
    for (const auto& each : statements) {
        result.push_back(each.actor);
    }
    return result;
}

} // namespace

void BruteForce::collectForbiddenToSome() {
    const auto forbids = [](const model::Task& each) { return each.modality == Modality::MayNot; };
    if (!exists() || std::none_of(protocol_.tasks.begin(), protocol_.tasks.end(), forbids)) {
        return;
    }
    // Who gives what in some case or other.
    std::vector<std::pair<std::optional<std::set<std::uint32_t>>, std::uint32_t>> given;
    std::set<std::size_t> tasks;
    std::set<std::pair<std::size_t, std::size_t>> edges;
    for (const auto& terms : termValues(std::nullopt)) {
        for (const auto& point : allPoints_) {
            auto outcome = gather(point, terms, "");
            tasks.merge(outcome.tasks);
            edges.merge(outcome.edges);
        }
    }
    for (const auto index : tasks) {
        const auto& each = protocol_.tasks[index];
        for (const auto consequence : each.consequences) {
            if (!forbids(each)) {
                given.emplace_back(rolesOf({each.actor}), consequence.value);
            }
        }
    }
    for (const auto& [index, edge] : edges) {
        const auto& entry = protocol_.questions[index];
        auto actors = actorsOf(entry.performers);
        if (actors.empty() && entry.step.isValid()) {
            actors = actorsOf(protocol_.steps[entry.step.value].performers);
        }
        for (const auto& effect : entry.edges[edge].effects) {
            if (effect.modality != Modality::MayNot) {
                given.emplace_back(rolesOf(actors), effect.consequence.value);
            }
        }
    }
    for (std::size_t index = 0; index < protocol_.tasks.size(); ++index) {
        const auto& each = protocol_.tasks[index];
        const auto who = rolesOf({each.actor});
        if (!forbids(each) || !who) {
            continue;
        }
        for (const auto consequence : each.consequences) {
            for (const auto& [others, what] : given) {
                const auto isApart =
                    others && std::none_of(others->begin(), others->end(), [&](std::uint32_t one) {
                        return who->count(one) != 0;
                    });
                if (what == consequence.value && isApart) {
                    forbiddenToSome_.insert({index, what});
                }
            }
        }
    }
}

} // namespace meldc::logic::testing
