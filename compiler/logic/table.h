#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "logic/decision.h"
#include "logic/structure.h"

/// The decision as a table: what `build` writes and what other engines run.
namespace meldc::logic {

/// What a column asks: a fact, or else an open term or choice.
struct TableColumn {
    /// Invalid for a term.
    FactId fact;
    Term term;

    [[nodiscard]] bool isFact() const { return fact.isValid(); }
    /// All answers that the column can have: three for a fact, no and yes for a term.
    [[nodiscard]] AnswerSet allAnswers() const { return isFact() ? kAllAnswers : kCrispAnswers; }
};

struct TableRow {
    /// Per column the answers for which the row holds; all of them: the column does not matter.
    std::vector<AnswerSet> answers;
    Outcome outcome;

    bool operator==(const TableRow&) const = default;
};

/// A decision table. No two rows overlap, not even on combinations that contradict the vocabulary;
/// every consistent case is in exactly one row. Combinations that contradict it may be in none.
struct DecisionTable {
    /// Facts in declared order, then terms. Only those on which a row depends.
    std::vector<TableColumn> columns;
    /// Sorted: rows that hold for yes first, column by column.
    std::vector<TableRow> rows;
    /// More than support::kMaxTableRows rows, or a diagram grew too large: there are none then.
    bool tooLarge = false;
};

/// Most rows of which every pair is tried for merging when the union is a box only with
/// contradictory combinations filled in. Above it, rows are merged whose union is a box by itself.
inline constexpr std::size_t kMaxFullyMergedRows = 2'000;

/// Extracts the table of a decision. No two rows can be merged. Every row is seen as the smallest
/// box around its consistent cases: no two with one outcome have a smallest common box that
/// overlaps no other (above kMaxFullyMergedRows: no two with one outcome differ in one column
/// only). Rows are shown wider than that where nothing stands in the way: "any answer" says more
/// than "no".
DecisionTable tabulate(const model::Vocabulary& vocabulary, const Decision& decision);

/// Whether two rows overlap: some combination of answers is in both.
bool overlap(const TableRow& a, const TableRow& b);
/// Indices of two rows that could be merged and that tabulate() promises not to leave, or nothing.
std::optional<std::pair<std::size_t, std::size_t>>
mergeableRows(const model::Vocabulary& vocabulary, const DecisionTable& table);

/// Row in which a case lies, or -1. The case must know the facts of all columns.
std::int32_t rowOf(const DecisionTable& table, const Case& given,
                   const std::vector<Assumed>& assumed);

/// How a table compares with the decision.
struct TableCheck {
    bool isEqual = false;
    /// Cases (with the values of terms) that were walked one by one.
    std::uint64_t walked = 0;
    /// The whole space of what the decision reads was walked. When it is larger than
    /// kMaxWalkedCases, rows are compared with the diagrams as functions, and a case of each row is
    /// walked.
    bool walkedAll = false;
    /// A case in which they differ.
    std::optional<Case> difference;
    std::vector<Assumed> assumed;
};

/// Most cases that verifyTable walks one by one.
inline constexpr std::uint64_t kMaxWalkedCases = 60'000;

/// Compares a table with the decision over every consistent case: exactly one row, and its outcome
/// is the one that walk() finds.
TableCheck verifyTable(const model::Vocabulary& vocabulary, const Decision& decision,
                       const DecisionTable& table);

} // namespace meldc::logic
