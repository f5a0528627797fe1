#pragma once

#include "logic/diagram.h"
#include "logic/table.h"

namespace meldc::logic {

/// Where the answers of a row hold, as a function over facts and over the terms of the table:
/// column number c stands for variable `factCount + c`.
Node boxOf(Diagrams& diagrams, const DecisionTable& table, const TableRow& row);

/// Shrinks every row to the smallest box that holds its consistent cases; drops rows without one.
void tighten(const model::Vocabulary& vocabulary, DecisionTable& table);

/// Merges rows until none can be merged any more, as tabulate() promises. Rows must be tight.
void mergeRows(DecisionTable& table);

/// Lets a row hold for all answers of a column where that overlaps no other row.
void widen(DecisionTable& table);

} // namespace meldc::logic
