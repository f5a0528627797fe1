#pragma once

#include <vector>

#include "logic/comparison.h"
#include "model/world.h"

namespace meldc::compare {

/// Most pairs of ways to read two texts that are compared.
inline constexpr std::size_t kMaxPairs = 4'096;

/// The ways to read one text beside those of the other.
struct WorldPairs {
    std::vector<logic::Comparison::Pair> all;
    /// There are more, or there are more worlds than were made.
    bool truncated = false;
};

/// One text and its worlds.
struct WorldSide {
    const model::Vocabulary& vocabulary;
    const model::Protocol& protocol;
    const model::Worlds& worlds;
};

/// A sentence with the same readings in both texts is read alike in a pair, and of statements that
/// contradict each other alike in both the same one counts. What is ambiguous in one text only is taken
/// each way.
WorldPairs pairsOf(const WorldSide& before, const WorldSide& after);

} // namespace meldc::compare
