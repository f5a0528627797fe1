#pragma once

#include "emit/build_input.h"
#include "logic/table.h"

#include <optional>
#include <vector>

namespace meldc::emit {

/// One table with the worlds for which it holds.
struct WorldTable {
    logic::DecisionTable table;
    std::vector<std::size_t> worlds;
    /// Per row the norms that ask for its outcome in every case of it.
    std::vector<std::vector<const model::Norm*>> grounds;
    /// How it compares with the decision of its first world.
    logic::TableCheck check;
};

/// The decision tables of a protocol, one for each different reading, each compared with the decision over all cases.
/// Nothing when a decision is too large for a table.
[[nodiscard]] std::optional<std::vector<WorldTable>> worldTablesOf(const BuildInput& input);

} // namespace meldc::emit
