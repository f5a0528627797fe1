#pragma once

#include "emit/build_input.h"
#include "emit/tables/read/said.h"
#include "emit/tables/world_tables.h"

#include <optional>
#include <string>
#include <string_view>

/// One reader for each format of the tables. Each tells the first thing that a file says otherwise than the tables
/// and the model; nothing when it says the same. What cannot be read is a difference too.
namespace meldc::emit {

/// Columns with their values, rows with their grounds, implications, readings.
[[nodiscard]] std::optional<ReadDifference> differenceInJson(const BuildInput& input,
                                                             const std::vector<WorldTable>& tables,
                                                             std::string_view text);

/// Rows, lists, bounds, columns, labels.
[[nodiscard]] std::optional<ReadDifference> differenceInSql(const PortableDecision& portable, std::string_view text);

/// Rows, types, bounds, labels; what is the same in every header by its hash.
[[nodiscard]] std::optional<ReadDifference> differenceInCpp(const BuildInput& input, const PortableDecision& portable,
                                                            std::string_view text);

/// Rows with their grounds, hit policy, allowed values, what needs what, who does what, norms, and that everything is
/// drawn.
[[nodiscard]] std::optional<ReadDifference> differenceInDmn(const BuildInput& input, const PortableDecision& portable,
                                                            std::string_view text);

/// Rows with their grounds, hit policy, labels, and the graph.
[[nodiscard]] std::optional<ReadDifference> differenceInJdm(const BuildInput& input, const PortableDecision& portable,
                                                            std::string_view text);

/// The whole table, row by row.
[[nodiscard]] std::optional<ReadDifference> differenceInCsv(const BuildInput& input, const PortableDecision& portable,
                                                            std::string_view text);

/// The cases, each decided again by the model; there must be one for each row that has a case.
[[nodiscard]] std::optional<ReadDifference> differenceInVectors(const BuildInput& input,
                                                                const PortableDecision& portable,
                                                                std::string_view text);

/// The same for the test cases of the DMN TCK. `model`: name of the file that holds the DMN.
[[nodiscard]] std::optional<ReadDifference> differenceInTck(const BuildInput& input, const PortableDecision& portable,
                                                            const std::string& model, std::string_view text);

/// Lanes, tasks, gateways and sequence flows against the flow of the protocol, the ways out of each gateway against
/// its question, and that everything is drawn.
[[nodiscard]] std::optional<ReadDifference> differenceInBpmn(const BuildInput& input, std::string_view text);

} // namespace meldc::emit
