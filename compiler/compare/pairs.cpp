#include "compare/pairs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <type_traits>

#include "compare/said.h"
#include "model/statements.h"

namespace meldc::compare {

namespace {

/// The statements that give each value of a group, as texts that are equal when they say the same.
using ValueKeys = std::vector<std::multiset<std::string>>;

class VariantTexts {
public:
    explicit VariantTexts(const WorldSide& side)
        : protocol_(side.protocol), say_(side.vocabulary, side.protocol, none_) {
        for (const model::VariantGroup& group : protocol_.variantGroups) {
            groups_.emplace_back(group.values);
        }
        model::forEachList(protocol_, [&](const auto& list, const auto&) {
            for (const auto& each : list) {
                if (const auto& variant = model::originOf(each).variant) {
                    add(*variant, textOf(each));
                }
            }
        });
        for (const model::Decision& decision : protocol_.decisions) {
            if (decision.form) {
                add(*decision.form, say_.concepts(decision.about).key + (decision.oneOf ? " one of" : ""));
            }
        }
    }

    [[nodiscard]] const ValueKeys& of(std::size_t group) const { return groups_[group]; }

private:
    void add(const model::Variant& variant, std::string text) {
        groups_[variant.group][variant.value].insert(std::move(text));
    }

    template <class Statement>
    std::string textOf(const Statement& each) const {
        if constexpr (std::is_same_v<Statement, model::ActorStatement>) {
            return say_.actor(each.actor).key + (each.behalf ? " behalf" : "");
        } else if constexpr (std::is_same_v<Statement, model::Edge>) {
            return std::to_string(static_cast<int>(each.answer)) + say_.edge(each).key;
        } else if constexpr (std::is_same_v<Statement, model::ConditionStatement>) {
            return say_.condition(each.condition).key;
        } else if constexpr (std::is_same_v<Statement, model::RestsOn>) {
            std::string text;
            for (const auto& range : each.steps) {
                text += std::to_string(range.first) + "-" + std::to_string(range.last) + ",";
            }
            return text;
        } else if constexpr (std::is_same_v<Statement, model::Task>) {
            return say_.actor(each.actor).key + say_.modality(each.modality).key + say_.deed(each).key;
        } else if constexpr (std::is_same_v<Statement, model::NamesStatement>) {
            return say_.concepts(each.names).key;
        } else if constexpr (std::is_same_v<Statement, model::TextStatement>) {
            return each.text;
        } else if constexpr (std::is_same_v<Statement, model::DatedStatement>) {
            return (each.date ? each.date->str() : std::string()) + each.text;
        } else {
            return {};
        }
    }

    const model::Protocol& protocol_;
    const Renames none_;
    const Sayer say_;
    std::vector<ValueKeys> groups_;
};

/// A sentence or slot of the old text and the same one of the new, with the number that each value of
/// the old has there.
struct Same {
    std::size_t before = 0;
    std::size_t after = 0;
    std::vector<std::uint32_t> values;
};

/// The place of each element of `from` in `to`; nothing when they do not hold the same.
template <class Items>
std::optional<std::vector<std::uint32_t>> placesIn(const Items& from, const Items& to) {
    if (from.size() != to.size()) {
        return std::nullopt;
    }
    std::vector<std::uint32_t> result;
    std::set<std::uint32_t> taken;
    for (const auto& one : from) {
        std::uint32_t at = 0;
        while (at < to.size() && (to[at] != one || taken.contains(at))) {
            ++at;
        }
        if (at == to.size()) {
            return std::nullopt;
        }
        taken.insert(at);
        result.push_back(at);
    }
    return result;
}

std::vector<Same> sameSentences(const model::Protocol& before, const model::Protocol& after) {
    std::vector<Same> result;
    std::set<std::size_t> taken;
    for (std::size_t a = 0; a < before.ambiguities.size(); ++a) {
        for (std::size_t b = 0; b < after.ambiguities.size(); ++b) {
            const auto places = placesIn(before.ambiguities[a].readings, after.ambiguities[b].readings);
            if (!taken.contains(b) && before.ambiguities[a].label == after.ambiguities[b].label && places) {
                taken.insert(b);
                result.push_back({a, b, *places});
                break;
            }
        }
    }
    return result;
}

std::vector<Same> sameSlots(const WorldSide& before, const WorldSide& after) {
    const VariantTexts old(before);
    const VariantTexts renewed(after);
    std::vector<Same> result;
    std::set<std::size_t> taken;
    for (std::size_t a = 0; a < before.protocol.variantGroups.size(); ++a) {
        for (std::size_t b = 0; b < after.protocol.variantGroups.size(); ++b) {
            const model::VariantGroup& one = before.protocol.variantGroups[a];
            const model::VariantGroup& other = after.protocol.variantGroups[b];
            const auto places = placesIn(old.of(a), renewed.of(b));
            if (!taken.contains(b) && one.slot == other.slot && one.owner == other.owner && places) {
                taken.insert(b);
                result.push_back({a, b, *places});
                break;
            }
        }
    }
    return result;
}

} // namespace

WorldPairs pairsOf(const WorldSide& before, const WorldSide& after) {
    const std::vector<Same> sentences = sameSentences(before.protocol, after.protocol);
    const std::vector<Same> slots = sameSlots(before, after);
    WorldPairs result;
    result.truncated = before.worlds.truncated || after.worlds.truncated;
    for (std::size_t a = 0; a < before.worlds.all.size(); ++a) {
        for (std::size_t b = 0; b < after.worlds.all.size(); ++b) {
            const model::World& old = before.worlds.all[a];
            const model::World& renewed = after.worlds.all[b];
            const bool isReadAlike = std::all_of(sentences.begin(), sentences.end(), [&](const Same& one) {
                return one.values[old.readings[one.before]] == renewed.readings[one.after];
            });
            const bool isFilledAlike = std::all_of(slots.begin(), slots.end(), [&](const Same& one) {
                return one.values[old.values[one.before]] == renewed.values[one.after];
            });
            if (!isReadAlike || !isFilledAlike) {
                continue;
            }
            if (result.all.size() == kMaxPairs) {
                result.truncated = true;
                return result;
            }
            result.all.emplace_back(a, b);
        }
    }
    return result;
}

} // namespace meldc::compare
