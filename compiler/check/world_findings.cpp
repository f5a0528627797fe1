#include "check/world_findings.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::Severity;

namespace {

/// The choice that all marked worlds share and that tells them from others, if there is one.
/// `choices(world)` gives the choices of a world at one sentence or slot.
template <class Choice>
std::optional<std::uint32_t> sharedChoice(const std::vector<model::World>& worlds,
                                          const std::vector<bool>& marked, const Choice& choice) {
    std::optional<std::uint32_t> shared;
    bool othersDiffer = false;
    for (std::size_t world = 0; world < worlds.size(); ++world) {
        if (!marked[world]) {
            continue;
        }
        if (shared && *shared != choice(worlds[world])) {
            return std::nullopt;
        }
        shared = choice(worlds[world]);
    }
    for (std::size_t world = 0; world < worlds.size(); ++world) {
        othersDiffer = othersDiffer || choice(worlds[world]) != shared;
    }
    return othersDiffer ? shared : std::nullopt;
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
        const auto reading =
            sharedChoice(subject_.worlds, entry.worlds,
                         [&](const model::World& world) { return world.readings[number]; });
        if (reading) {
            const auto& sentence = protocol.ambiguities[number];
            diagnostic.note<Diag::OnlyInReading>(sentence.origin.span, sentence.label,
                                                 sentence.readings[*reading]);
        }
    }
    for (std::size_t number = 0; number < protocol.variantGroups.size(); ++number) {
        const auto value =
            sharedChoice(subject_.worlds, entry.worlds,
                         [&](const model::World& world) { return world.values[number]; });
        if (value) {
            const auto& statements = protocol.variantGroups[number].statements[*value];
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
