#pragma once

#include <cstdint>
#include <vector>

#include "model/protocol.h"

namespace meldc::model {

/// One way to read a protocol: a reading for each ambiguous sentence and, of statements that
/// contradict each other, which one counts.
struct World {
    /// Reading per ambiguity.
    std::vector<std::uint32_t> readings;
    /// Value per variant group.
    std::vector<std::uint32_t> values;

    bool operator==(const World&) const = default;
};

struct Worlds {
    std::vector<World> all;
    /// More than support::kMaxWorlds: only the first were made.
    bool truncated = false;
};

/// All worlds, readings first; a protocol without ambiguity or contradiction has one.
Worlds worldsOf(const Protocol& protocol);

/// The protocol as it is in one world: no ambiguities, no variants, drafts left out.
/// Indices of steps, roles and systems stay the same; those that do not exist in the world are
/// emptied (id empty), not removed.
Protocol select(const Protocol& protocol, const World& world);

}  // namespace meldc::model
