#include "check/world_findings.h"

#include <algorithm>
#include <set>
#include <utility>

#include "diagnostics/wording.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::Severity;

namespace {

/// The choices that the marked worlds make at one sentence or slot, when not all choices are among
/// them; else none. `choice(world)` gives the choice of a world.
template <class Choice>
std::set<std::uint32_t> tellingChoices(const std::vector<model::World>& worlds,
                                       const std::vector<bool>& marked, const Choice& choice) {
    std::set<std::uint32_t> all;
    std::set<std::uint32_t> here;
    for (std::size_t world = 0; world < worlds.size(); ++world) {
        all.insert(choice(worlds[world]));
        if (marked[world]) {
            here.insert(choice(worlds[world]));
        }
    }
    return here.size() < all.size() ? here : std::set<std::uint32_t>{};
}

} // namespace

void WorldFindings::add(std::size_t world, Finding finding) {
    const Key key{finding.diagnostic.id, finding.diagnostic.span};
    const auto [begin, end] = byKey_.equal_range(key);
    for (auto known = begin; known != end; ++known) {
        Entry& entry = entries_[known->second];
        if (entry.finding.diagnostic.args == finding.diagnostic.args) {
            entry.worlds[world] = true;
            return;
        }
    }
    byKey_.emplace(key, entries_.size());
    finding.world = subject_.worlds[world];
    Entry entry{std::move(finding), std::vector<bool>(subject_.worlds.size(), false)};
    entry.worlds[world] = true;
    entries_.push_back(std::move(entry));
}

void WorldFindings::tellWhere(Entry& entry) const {
    auto& diagnostic = entry.finding.diagnostic;
    if (diagnostic.severity == Severity::Warning) {
        diagnostic.severity = Severity::Info;
    }
    const auto& protocol = subject_.protocol;
    for (std::size_t number = 0; number < protocol.ambiguities.size(); ++number) {
        const auto readings =
            tellingChoices(subject_.worlds, entry.worlds,
                           [&](const model::World& world) { return world.readings[number]; });
        const auto& sentence = protocol.ambiguities[number];
        if (readings.size() == 1) {
            diagnostic.note<Diag::OnlyInReading>(sentence.origin.span, sentence.label,
                                                 sentence.readings[*readings.begin()]);
        } else if (!readings.empty()) {
            std::vector<support::Localized> names;
            for (const std::uint32_t reading : readings) {
                names.push_back(support::same("‘" + sentence.readings[reading] + "’"));
            }
            diagnostic.note<Diag::OnlyInReadings>(sentence.origin.span, sentence.label,
                                                  diagnostics::oneOf(names));
        }
    }
    for (std::size_t number = 0; number < protocol.variantGroups.size(); ++number) {
        for (const std::uint32_t value :
             tellingChoices(subject_.worlds, entry.worlds,
                            [&](const model::World& world) { return world.values[number]; })) {
            const auto& statements = protocol.variantGroups[number].statements[value];
            diagnostic.note<Diag::OnlyWithThis>(statements.front().span);
        }
    }
}

std::vector<Finding> WorldFindings::merged() {
    std::vector<Finding> result;
    for (Entry& entry : entries_) {
        const bool isEverywhere =
            std::all_of(entry.worlds.begin(), entry.worlds.end(), [](bool holds) { return holds; });
        if (isEverywhere) {
            entry.finding.world.reset();
        } else {
            tellWhere(entry);
        }
        result.push_back(std::move(entry.finding));
    }
    entries_.clear();
    byKey_.clear();
    return result;
}

} // namespace meldc::check
