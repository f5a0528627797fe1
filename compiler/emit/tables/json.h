#pragma once

#include "emit/tables/world_tables.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// The decision tables of a protocol in the shape of table.schema.json.
[[nodiscard]] std::string tableJson(const BuildInput& input, const std::vector<WorldTable>& tables);

} // namespace meldc::emit
