#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace meldc::emit {

/// The kinds of things that worked examples touch.
enum class CoverageKind : std::uint8_t { Rows, Answers, Norms, Articles, Roles, Consequences };
inline constexpr std::size_t kCoverageKindCount = 6;
/// As JSON and `--min-coverage` spell them.
inline constexpr std::array<std::string_view, kCoverageKindCount> kCoverageKinds{
    "rows", "answers", "norms", "articles", "roles", "consequences"};

/// The least share of each kind that must be touched, in hundredths; nothing: any.
using LeastCoverage = std::array<std::optional<std::size_t>, kCoverageKindCount>;

} // namespace meldc::emit
