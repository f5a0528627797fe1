#include "model/world.h"

#include <algorithm>

#include "support/limits.h"

namespace meldc::model {

namespace {

bool holds(const std::vector<Guard>& guards, const std::vector<std::uint32_t>& readings) {
    return std::all_of(guards.begin(), guards.end(), [&](const Guard& guard) {
        return readings[guard.ambiguity] == guard.reading;
    });
}

/// Values of a group that some statement gives under these readings.
std::vector<std::uint32_t> activeValues(const VariantGroup& group,
                                        const std::vector<std::uint32_t>& readings) {
    std::vector<std::uint32_t> active;
    for (std::uint32_t value = 0; value < group.statements.size(); ++value) {
        const auto& statements = group.statements[value];
        if (std::any_of(statements.begin(), statements.end(), [&](const Origin& origin) {
                return !origin.draft && holds(origin.guards, readings);
            })) {
            active.push_back(value);
        }
    }
    return active;
}

/// Counts up a mixed-radix number, last place fastest; false when it wraps around.
bool increment(std::vector<std::size_t>& digits, const std::vector<std::size_t>& radix) {
    for (std::size_t place = digits.size(); place-- > 0;) {
        if (++digits[place] < radix[place]) return true;
        digits[place] = 0;
    }
    return false;
}

void addWorlds(const Protocol& protocol, const std::vector<std::uint32_t>& readings, Worlds& out) {
    std::vector<std::vector<std::uint32_t>> choices;
    std::vector<std::size_t> radix;
    for (const VariantGroup& group : protocol.variantGroups) {
        auto active = activeValues(group, readings);
        if (active.empty()) active.push_back(0);
        radix.push_back(active.size());
        choices.push_back(std::move(active));
    }
    std::vector<std::size_t> digits(choices.size(), 0);
    do {
        if (out.all.size() == support::kMaxWorlds) {
            out.truncated = true;
            return;
        }
        World world{readings, {}};
        for (std::size_t group = 0; group < choices.size(); ++group) {
            world.values.push_back(choices[group][digits[group]]);
        }
        out.all.push_back(std::move(world));
    } while (increment(digits, radix));
}

/// Takes out of the lists what does not hold in a world.
class Selector {
public:
    explicit Selector(const World& world) : world_(world) {}

    bool keeps(const Origin& origin) const {
        if (origin.draft || !holds(origin.guards, world_.readings)) return false;
        return !origin.variant || world_.values[origin.variant->group] == origin.variant->value;
    }

    /// Removes statements that do not hold.
    template <class Statement>
    void prune(std::vector<Statement>& statements) const {
        std::erase_if(statements, [&](const Statement& each) { return !keeps(each.origin); });
    }

    void prune(std::vector<Origin>& origins) const {
        std::erase_if(origins, [&](const Origin& origin) { return !keeps(origin); });
    }

    /// Empties things that others refer to by index, so that indices stay the same.
    template <class Thing, class Empty>
    void blank(std::vector<Thing>& things, const Empty& empty) const {
        for (Thing& thing : things) {
            if (!keeps(thing.origin)) {
                Origin origin = thing.origin;
                thing = Thing{};
                thing.origin = std::move(origin);
                empty(thing);
            }
        }
    }

private:
    const World& world_;
};

}  // namespace

Worlds worldsOf(const Protocol& protocol) {
    Worlds result;
    std::vector<std::size_t> radix;
    for (const Ambiguity& each : protocol.ambiguities) radix.push_back(each.readings.size());
    std::vector<std::size_t> digits(radix.size(), 0);
    do {
        std::vector<std::uint32_t> readings(digits.begin(), digits.end());
        // A sentence inside a reading that is not taken is not there: count it once.
        bool canonical = true;
        for (std::size_t each = 0; each < readings.size(); ++each) {
            const bool present = holds(protocol.ambiguities[each].origin.guards, readings) &&
                                 !protocol.ambiguities[each].origin.draft;
            if (!present && readings[each] != 0) canonical = false;
        }
        if (canonical) addWorlds(protocol, readings, result);
    } while (!result.truncated && increment(digits, radix));
    return result;
}

Protocol select(const Protocol& protocol, const World& world) {
    Protocol result = protocol;
    const Selector selector(world);
    const auto nothing = [](auto&) {};

    selector.prune(result.organisation);
    selector.prune(result.authority);
    selector.prune(result.sectors);
    selector.prune(result.professions);
    selector.prune(result.worksWith);
    selector.prune(result.adopted);
    selector.prune(result.consent);
    selector.prune(result.valid);
    selector.prune(result.authorised);
    selector.prune(result.versions);
    selector.prune(result.absences);
    selector.prune(result.adheres);
    selector.prune(result.samePersons);
    selector.prune(result.contacts);
    selector.prune(result.decisions);
    selector.prune(result.frameworks);
    selector.prune(result.countsAs);
    selector.prune(result.meldnormen);
    selector.prune(result.ageBands);
    selector.prune(result.explanations);
    selector.prune(result.blanks);
    selector.prune(result.references);
    selector.prune(result.lapses);
    selector.blank(result.roles, nothing);
    selector.blank(result.systems, nothing);
    selector.blank(result.steps, nothing);
    selector.blank(result.questions, nothing);
    selector.blank(result.routes, nothing);
    selector.blank(result.exceptions, nothing);
    selector.blank(result.topics, nothing);

    for (Step& step : result.steps) {
        selector.prune(step.functions);
        selector.prune(step.performers);
        selector.prune(step.owners);
        selector.prune(step.deciders);
        selector.prune(step.participants);
        selector.prune(step.consults);
        selector.prune(step.order);
        selector.prune(step.explanations);
    }
    for (Question& question : result.questions) {
        selector.prune(question.yesWhen);
        selector.prune(question.restsOn);
        selector.prune(question.edges);
        selector.prune(question.performers);
        selector.prune(question.participants);
        selector.prune(question.explanations);
    }
    for (Decision& decision : result.decisions) {
        selector.prune(decision.owners);
        selector.prune(decision.deciders);
        selector.prune(decision.reporters);
    }
    for (FrameworkUse& use : result.frameworks) selector.prune(use.grounds);
    for (Meldnorm& meldnorm : result.meldnormen) selector.prune(meldnorm.promises);
    for (Exception& exception : result.exceptions) {
        selector.prune(exception.grounds);
        selector.prune(exception.closed);
        selector.prune(exception.later);
    }
    for (Topic& topic : result.topics) {
        selector.prune(topic.points);
        selector.prune(topic.consults);
        selector.prune(topic.performers);
        selector.prune(topic.thresholds);
        selector.prune(topic.explanations);
    }
    // A duty goes with the thing it stands in.
    const auto homeIsGone = [&](const Task& task) {
        const auto gone = [&](const auto& things) { return !selector.keeps(things[task.home.index].origin); };
        switch (task.home.kind) {
            case HomeKind::Unit: return false;
            case HomeKind::Step: return gone(protocol.steps);
            case HomeKind::Topic: return gone(protocol.topics);
            case HomeKind::Route: return gone(protocol.routes);
            case HomeKind::Exception: return gone(protocol.exceptions);
        }
        return false;
    };
    std::erase_if(result.tasks, [&](const Task& task) { return !selector.keeps(task.origin) || homeIsGone(task); });
    result.ambiguities.clear();
    result.variantGroups.clear();
    return result;
}

}  // namespace meldc::model
