#include "baseline/worlds.h"

#include <algorithm>
#include <array>

#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;

std::size_t differences(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < a.size(); ++at) count += a[at] != b[at] ? 1U : 0U;
    return count;
}

class Combiner {
public:
    Combiner(const std::vector<model::World>& worlds, const std::vector<WorldVerdict>& verdicts)
        : worlds_(worlds), verdicts_(verdicts) {}

    Combined run() {
        group();
        std::vector<Status> statuses;
        for (const auto& members : groups_) statuses.push_back(statusOf(members));
        const bool areSame = std::all_of(statuses.begin(), statuses.end(),
                                         [&](Status status) { return status == statuses.front(); });
        if (!areSame) return ambiguous();
        Combined result;
        result.status = statuses.front();
        switch (result.status) {
            case Status::Contradicted: choosePair(result, Status::Violated, Status::Satisfied, true); break;
            case Status::Open:
                result.shown = first(Status::Open);
                result.openBecause = verdicts_[result.shown].openBecause;
                break;
            default:
                result.vacuous = std::all_of(verdicts_.begin(), verdicts_.end(),
                                             [](const WorldVerdict& each) { return each.vacuous; });
        }
        return result;
    }

private:
    /// Worlds with the same readings differ in their variants only.
    void group() {
        for (std::size_t world = 0; world < worlds_.size(); ++world) {
            const auto at = std::find_if(groups_.begin(), groups_.end(), [&](const auto& members) {
                return worlds_[members.front()].readings == worlds_[world].readings;
            });
            if (at == groups_.end()) {
                groups_.push_back({world});
            } else {
                at->push_back(world);
            }
        }
    }

    Status statusOf(const std::vector<std::size_t>& members) const {
        const auto has = [&](Status status) {
            return std::any_of(members.begin(), members.end(),
                               [&](std::size_t world) { return verdicts_[world].status == status; });
        };
        if (has(Status::Satisfied) && has(Status::Violated)) return Status::Contradicted;
        if (has(Status::Open)) return Status::Open;
        return has(Status::Violated) ? Status::Violated : Status::Satisfied;
    }

    std::size_t first(Status status) const {
        const auto at = std::find_if(verdicts_.begin(), verdicts_.end(),
                                     [&](const WorldVerdict& each) { return each.status == status; });
        return static_cast<std::size_t>(at - verdicts_.begin());
    }

    /// The closest pair of worlds with these verdicts; false when there is none.
    bool choosePair(Combined& result, Status shown, Status rival, bool sameReadings) const {
        std::size_t best = std::numeric_limits<std::size_t>::max();
        for (std::size_t one = 0; one < worlds_.size(); ++one) {
            if (verdicts_[one].status != shown) continue;
            for (std::size_t other = 0; other < worlds_.size(); ++other) {
                if (verdicts_[other].status != rival) continue;
                const auto inReadings = differences(worlds_[one].readings, worlds_[other].readings);
                if ((inReadings == 0) != sameReadings) continue;
                const auto distance = inReadings + differences(worlds_[one].values, worlds_[other].values);
                if (distance < best) {
                    best = distance;
                    result.shown = one;
                    result.rival = other;
                }
            }
        }
        return result.rival.has_value();
    }

    Combined ambiguous() const {
        Combined result;
        result.status = Status::Open;
        result.openBecause = OpenBecause::Ambiguous;
        constexpr std::array<std::pair<Status, Status>, 3> kPairs{{{Status::Violated, Status::Satisfied},
                                                                   {Status::Violated, Status::Open},
                                                                   {Status::Open, Status::Satisfied}}};
        for (const auto& [shown, rival] : kPairs) {
            if (choosePair(result, shown, rival, false)) break;
        }
        return result;
    }

    const std::vector<model::World>& worlds_;
    const std::vector<WorldVerdict>& verdicts_;
    std::vector<std::vector<std::size_t>> groups_;
};

std::string linesOf(const std::vector<model::LineRange>& ranges) {
    std::string text;
    for (const model::LineRange& range : ranges) {
        if (!text.empty()) text += ", ";
        text += std::to_string(range.first);
        if (range.last > range.first) text += "-" + std::to_string(range.last);
    }
    return text;
}

Localized passageOf(const std::vector<model::Origin>& statements, std::uint32_t value) {
    for (const model::Origin& origin : statements) {
        for (const model::Place& place : origin.places) {
            if (!place.lines.empty()) {
                return phrase(Phrase::StoryPassage, phrase(Phrase::StoryPlaceLines, linesOf(place.lines)));
            }
            if (!place.heading.empty()) {
                return phrase(Phrase::StoryPassage, phrase(Phrase::StoryPlaceHeading, place.heading));
            }
        }
    }
    return phrase(Phrase::StoryNumberedPassage, value + 1);
}

Localized readingOf(const model::Ambiguity& ambiguity, std::uint32_t reading) {
    const bool isNamed = reading < ambiguity.readings.size() && !ambiguity.readings[reading].empty();
    if (!isNamed) return phrase(Phrase::StoryNumberedReading, reading + 1);
    const std::string& label = ambiguity.readings[reading];
    if (ambiguity.label.empty()) return phrase(Phrase::StoryReadingAlone, label);
    return phrase(Phrase::StoryReading, ambiguity.label, label);
}

}  // namespace

Combined combine(const std::vector<model::World>& worlds, const std::vector<WorldVerdict>& verdicts) {
    return Combiner(worlds, verdicts).run();
}

std::vector<Evidence> rivalPassages(const model::Protocol& protocol, const model::World& shown,
                                    const model::World& rival) {
    std::vector<Evidence> evidence;
    for (std::size_t at = 0; at < protocol.ambiguities.size(); ++at) {
        if (shown.readings[at] == rival.readings[at]) continue;
        const model::Ambiguity& ambiguity = protocol.ambiguities[at];
        Evidence passage{ambiguity.origin.span, ambiguity.origin.places};
        for (const std::uint32_t reading : {shown.readings[at], rival.readings[at]}) {
            if (reading >= ambiguity.readingPlaces.size()) continue;
            const auto& places = ambiguity.readingPlaces[reading];
            passage.places.insert(passage.places.end(), places.begin(), places.end());
        }
        addEvidence(evidence, passage);
    }
    for (std::size_t at = 0; at < protocol.variantGroups.size(); ++at) {
        if (shown.values[at] == rival.values[at]) continue;
        const auto& statements = protocol.variantGroups[at].statements;
        for (const std::uint32_t value : {shown.values[at], rival.values[at]}) {
            if (value >= statements.size()) continue;
            for (const model::Origin& origin : statements[value]) addEvidence(evidence, &origin);
        }
    }
    return evidence;
}

std::vector<Localized> premisesOf(const model::Protocol& protocol, const model::World& world,
                                  const model::World& other) {
    std::vector<Localized> premises;
    for (std::size_t at = 0; at < protocol.ambiguities.size(); ++at) {
        if (world.readings[at] != other.readings[at]) {
            premises.push_back(readingOf(protocol.ambiguities[at], world.readings[at]));
        }
    }
    for (std::size_t at = 0; at < protocol.variantGroups.size(); ++at) {
        const std::uint32_t value = world.values[at];
        if (value == other.values[at]) continue;
        const auto& statements = protocol.variantGroups[at].statements;
        static const std::vector<model::Origin> kNone;
        premises.push_back(passageOf(value < statements.size() ? statements[value] : kNone, value));
    }
    return premises;
}

}  // namespace meldc::baseline
