#pragma once

#include "emit/tables/portable.h"

#include <optional>
#include <string>
#include <vector>

namespace meldc::emit {

/// A case that some row of a table must decide, with what all tables say of it.
struct Vector {
    /// Index of the table, and its row.
    std::size_t table = 0;
    std::size_t row = 0;
    /// One per fact.
    std::vector<model::Answer> answers;
    /// Per table the index of its value.
    std::vector<std::size_t> values;
};

/// A case for each row of each table: the consistent one nearest to no in every fact that the row
/// leaves free. Nothing when a case is in no row of some table: then the tables are wrong, a defect of meldc.
[[nodiscard]] std::optional<std::vector<Vector>> vectorsOf(const PortableDecision& portable);

/// The value of a table in a case, or its number of values when no row fits.
[[nodiscard]] std::size_t valueIn(const PortableTable& table,
                                  const std::vector<model::Answer>& answers);

/// These cases as JSON: facts, and what is expected of each table. Nothing as of vectorsOf().
[[nodiscard]] std::optional<std::string> rulingVectors(const BuildInput& input, const PortableDecision& portable);

/// The same as test cases of the DMN Technology Compatibility Kit, each for the decision whose row it
/// tries. `model`: name of the file that holds the DMN.
[[nodiscard]] std::optional<std::string> rulingTck(const PortableDecision& portable, const std::string& model);

} // namespace meldc::emit
