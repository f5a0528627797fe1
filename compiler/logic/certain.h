#pragma once

#include "logic/ruling.h"

#include <optional>
#include <utility>
#include <vector>

/// What a function of facts says while some of them are not known.
namespace meldc::logic {

/// Known facts that settle the value of a function: whatever the others are, it is `value`.
struct CertainRow {
    /// Facts, in declared order, each with the answers of which it must have one.
    std::vector<std::pair<FactId, AnswerSet>> tests;
    std::uint32_t value = 0;

    bool operator==(const CertainRow&) const = default;
};

/// All that settles the value of a table, in few and short rows: a case of which facts may
/// be unknown is in one of them exactly if all consistent cases that it may turn out to be have that
/// value. Rows of one value overlap; a case that contradicts the vocabulary may be in rows of several.
/// `facts`: what a row may ask; a fact that the table does not read is asked where it says something of
/// one that the table does.
/// Nothing when there are more rows than a table may have (`kMaxTableRows`), or when one value, or any function of fewer
/// facts that it is worked out from, has more than `kMaxLargestBoxes` largest boxes: so few rows alone do not say
/// that there is an answer. Where it would take too long to see whether a row is needed (`kMaxTriedCases`), it stays.
///
/// They are the prime implicants of each value, with the contradictory cases as "don't care", from which
/// those are taken that no partial case needs (R. Brayton et al., "Logic Minimization Algorithms for VLSI
/// Synthesis", 1984, for answers with more than two values).
std::optional<std::vector<CertainRow>> certainRows(const model::Vocabulary& vocabulary, const RuledTable& table,
                                                   const std::vector<FactId>& facts);

} // namespace meldc::logic
