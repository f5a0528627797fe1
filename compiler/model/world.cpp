#include "model/world.h"

#include <algorithm>
#include <type_traits>

#include "model/statements.h"
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

/// Things that others refer to by index: emptied when they do not hold, so that indices stay the same.
template <class Statement>
inline constexpr bool kIsReferredTo =
    std::is_same_v<Statement, RoleDecl> || std::is_same_v<Statement, SystemDecl> || std::is_same_v<Statement, Step> ||
    std::is_same_v<Statement, Question> || std::is_same_v<Statement, Route> || std::is_same_v<Statement, Exception> ||
    std::is_same_v<Statement, Topic>;

/// Kept whatever the world: places name documents, and guards count ambiguities.
template <class Statement>
inline constexpr bool kIsInEveryWorld =
    std::is_same_v<Statement, SourceDocument> || std::is_same_v<Statement, Ambiguity>;

/// Takes out of the lists what does not hold in a world.
class Selector {
public:
    explicit Selector(const World& world) : world_(world) {}

    bool keeps(const Origin& origin) const {
        if (origin.draft || !holds(origin.guards, world_.readings)) return false;
        return !origin.variant || world_.values[origin.variant->group] == origin.variant->value;
    }

    template <class Statement>
    void prune(std::vector<Statement>& statements) const {
        if constexpr (kIsReferredTo<Statement>) {
            for (Statement& each : statements) {
                if (!keeps(each.origin)) empty(each);
            }
        } else if constexpr (!kIsInEveryWorld<Statement>) {
            std::erase_if(statements, [&](const Statement& each) { return !keeps(originOf(each)); });
        }
    }

    /// Writes a decision in the form that this world takes it to have.
    void setForm(Decision& decision) const {
        if (!decision.form) return;
        const bool isOther = world_.values[decision.form->group] != decision.form->value;
        if (isOther) decision.oneOf = !decision.oneOf;
    }

private:
    template <class Thing>
    static void empty(Thing& thing) {
        Origin origin = std::move(thing.origin);
        thing = Thing{};
        thing.origin = std::move(origin);
    }

    const World& world_;
};

/// The readings of one world after those of another: a mixed-radix number that counts up, last place
/// fastest. A sentence that is not there under the readings before it has one digit only, so every
/// number is a world of its own and the count ends at the limit, not at the product of all readings.
class Readings {
public:
    explicit Readings(const Protocol& protocol)
        : protocol_(protocol), matters_(protocol.ambiguities.size(), false), digits_(protocol.ambiguities.size(), 0) {
        forEachList(protocol, [&](const auto& list, const auto&) { look(list); });
    }

    const std::vector<std::uint32_t>& digits() const { return digits_; }

    /// False when there is no next one.
    bool next() {
        for (std::size_t place = digits_.size(); place-- > 0;) {
            if (digits_[place] + 1 < radix(place)) {
                ++digits_[place];
                return true;
            }
            digits_[place] = 0;
        }
        return false;
    }

private:
    /// An explanation decides nothing: readings that differ in explanations only are one.
    template <class Statement>
    void look(const std::vector<Statement>& list) {
        if constexpr (!std::is_same_v<Statement, Explanation>) {
            for (const Statement& each : list) {
                for (const Guard& guard : originOf(each).guards) matters_[guard.ambiguity] = true;
            }
        }
    }

    /// Depends on the digits before it alone: a sentence comes after the one whose reading it is in.
    std::size_t radix(std::size_t place) const {
        const Ambiguity& ambiguity = protocol_.ambiguities[place];
        const bool isThere =
            matters_[place] && !ambiguity.origin.draft && holds(ambiguity.origin.guards, digits_);
        return isThere ? ambiguity.readings.size() : 1;
    }

    const Protocol& protocol_;
    /// Per ambiguous sentence.
    std::vector<bool> matters_;
    std::vector<std::uint32_t> digits_;
};

}  // namespace

Worlds worldsOf(const Protocol& protocol) {
    Worlds result;
    Readings readings(protocol);
    do {
        addWorlds(protocol, readings.digits(), result);
    } while (!result.truncated && readings.next());
    return result;
}

Protocol select(const Protocol& protocol, const World& world) {
    Protocol result = protocol;
    const Selector selector(world);
    forEachList(result, [&](auto& list, const auto&) { selector.prune(list); });
    for (Decision& decision : result.decisions) selector.setForm(decision);
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
    std::erase_if(result.tasks, homeIsGone);
    result.ambiguities.clear();
    result.variantGroups.clear();
    return result;
}

}  // namespace meldc::model
