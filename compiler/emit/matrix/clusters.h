#pragma once

#include "emit/matrix/matrix.h"

#include <cstdint>
#include <string>
#include <vector>

/// Codes that come from one text: whoever judges one of them needs only what differs in the others.
namespace meldc::emit {

/// Two or more protocols with the same origin.
struct Cluster {
    /// What all of them follow, in the same text of it; empty: they say nearly the same.
    std::string follows;
    /// Numbers of rows, ascending.
    std::vector<std::size_t> members;
    /// The member that differs least from what most say.
    std::size_t example = 0;
    /// Digests of what more than half say, ascending.
    std::vector<std::uint64_t> majority;
    /// The verdict that most have on each norm.
    std::string cells;
    /// Numbers of norms that are violated in all members, or contradicted in all.
    std::vector<std::size_t> shared;
};

/// In what a member differs from most.
struct Difference {
    /// Digests of what most say and it does not, and the other way round.
    std::vector<std::uint64_t> absent;
    std::vector<std::uint64_t> extra;
    /// Numbers of norms with another verdict.
    std::vector<std::size_t> norms;

    [[nodiscard]] bool isNone() const {
        return absent.empty() && extra.empty() && norms.empty();
    }
};

inline constexpr std::size_t kNoCluster = static_cast<std::size_t>(-1);

struct Clusters {
    /// The largest first.
    std::vector<Cluster> all;
    /// For each row the number of its cluster, or kNoCluster.
    std::vector<std::size_t> ofRow;
};

/// Those that follow the same text of the same model are one cluster. Of the others each is held
/// against what was there before it, the most frequent form first, and belongs to the one that it
/// is most like, if they have enough in common; so a chain of small differences never joins two that
/// are far apart. The same for the same rows, in whatever order they came.
[[nodiscard]] Clusters clustersOf(const Matrix& matrix);

/// What a member says otherwise than most in its cluster.
[[nodiscard]] Difference differenceOf(const Cluster& cluster, const MatrixRow& row);

} // namespace meldc::emit
