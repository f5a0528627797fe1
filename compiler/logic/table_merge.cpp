#include "logic/table_merge.h"

#include <algorithm>
#include <map>
#include <string>

#include "logic/condition_diagram.h"

namespace meldc::logic {

namespace {

/// The smallest box that holds both rows.
TableRow hull(const TableRow& a, const TableRow& b) {
    auto result = a;
    for (std::size_t column = 0; column < a.answers.size(); ++column) {
        result.answers[column] = static_cast<AnswerSet>(a.answers[column] | b.answers[column]);
    }
    return result;
}

bool differInOneColumn(const TableRow& a, const TableRow& b) {
    std::size_t differing = 0;
    for (std::size_t column = 0; column < a.answers.size() && differing < 2; ++column) {
        differing += a.answers[column] != b.answers[column] ? 1U : 0U;
    }
    return differing == 1;
}

/// Whether two rows with one outcome have a common box that overlaps no other row.
bool canMerge(const std::vector<TableRow>& rows, std::size_t a, std::size_t b) {
    if (rows[a].outcome != rows[b].outcome) {
        return false;
    }
    const auto both = hull(rows[a], rows[b]);
    for (std::size_t other = 0; other < rows.size(); ++other) {
        if (other != a && other != b && overlap(both, rows[other])) {
            return false;
        }
    }
    return true;
}

/// Merges rows that differ in one column, column after column, until nothing changes.
void mergeNeighbours(std::vector<TableRow>& rows, std::size_t columns) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t column = 0; column < columns; ++column) {
            // Rows that agree on everything but the column, by what they agree on.
            std::map<std::string, std::vector<std::size_t>> alike;
            std::vector<TableRow> merged;
            for (auto& row : rows) {
                std::string key(row.answers.begin(), row.answers.end());
                key[column] = '\0';
                auto& known = alike[key];
                const auto same = std::find_if(known.begin(), known.end(), [&](std::size_t one) {
                    return merged[one].outcome == row.outcome;
                });
                if (same != known.end()) {
                    merged[*same] = hull(merged[*same], row);
                    changed = true;
                } else {
                    known.push_back(merged.size());
                    merged.push_back(std::move(row));
                }
            }
            rows = std::move(merged);
        }
    }
}

/// Merges rows whose common box overlaps no other. A pair that cannot be merged can only become
/// mergeable when one of the two grows: what stands between them never shrinks.
void mergeBoxes(std::vector<TableRow>& rows) {
    // Rows whose pairs with all others still have to be tried.
    std::vector<bool> isOpen(rows.size(), true);
    for (std::size_t a = 0; a < rows.size();) {
        if (!isOpen[a]) {
            ++a;
            continue;
        }
        isOpen[a] = false;
        for (std::size_t b = 0; b < rows.size(); ++b) {
            if (a == b || !canMerge(rows, a, b)) {
                continue;
            }
            const auto first = std::min(a, b);
            const auto second = static_cast<std::ptrdiff_t>(std::max(a, b));
            rows[first] = hull(rows[a], rows[b]);
            isOpen[first] = true;
            rows.erase(rows.begin() + second);
            isOpen.erase(isOpen.begin() + second);
            a = first;
            break;
        }
    }
}

} // namespace

bool overlap(const TableRow& a, const TableRow& b) {
    for (std::size_t column = 0; column < a.answers.size(); ++column) {
        if ((a.answers[column] & b.answers[column]) == kNoAnswer) {
            return false;
        }
    }
    return true;
}

Node boxOf(Diagrams& diagrams, const DecisionTable& table, const TableRow& row) {
    auto box = Node::Yes;
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const auto& head = table.columns[column];
        if (row.answers[column] != head.allAnswers()) {
            const auto variable = head.isFact()
                                      ? head.fact.value
                                      : diagrams.factCount() + static_cast<Variable>(column);
            box = diagrams.both(diagrams.test(variable, row.answers[column]), box);
        }
    }
    return box;
}

void tighten(const model::Vocabulary& vocabulary, DecisionTable& table) {
    Diagrams diagrams(static_cast<std::uint32_t>(vocabulary.facts.size()));
    const auto consistent = consistency(diagrams, vocabulary);
    std::vector<TableRow> tight;
    for (auto& row : table.rows) {
        const auto cases = diagrams.both(boxOf(diagrams, table, row), consistent);
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (!table.columns[column].isFact()) {
                continue;
            }
            const auto fact = table.columns[column].fact.value;
            for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
                const auto here = setOf(answerAt(answer));
                if (diagrams.both(cases, diagrams.test(fact, here)) == Node::No) {
                    row.answers[column] = static_cast<AnswerSet>(row.answers[column] & ~here);
                }
            }
        }
        if (cases != Node::No) {
            tight.push_back(std::move(row));
        }
    }
    table.rows = std::move(tight);
    if (diagrams.tooLarge()) {
        table.tooLarge = true;
        table.rows.clear();
    }
}

void mergeRows(DecisionTable& table) {
    mergeNeighbours(table.rows, table.columns.size());
    if (table.rows.size() <= kMaxFullyMergedRows) {
        mergeBoxes(table.rows);
    }
}

void widen(DecisionTable& table) {
    auto& rows = table.rows;
    if (rows.size() > kMaxFullyMergedRows) {
        return;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            auto wider = rows[row];
            wider.answers[column] = table.columns[column].allAnswers();
            bool isFree = true;
            for (std::size_t other = 0; other < rows.size() && isFree; ++other) {
                isFree = other == row || !overlap(wider, rows[other]);
            }
            if (isFree) {
                rows[row] = std::move(wider);
            }
        }
    }
}

std::optional<std::pair<std::size_t, std::size_t>>
mergeableRows(const model::Vocabulary& vocabulary, const DecisionTable& table) {
    auto tight = table;
    tighten(vocabulary, tight);
    const auto& rows = tight.rows;
    const auto isFull = rows.size() <= kMaxFullyMergedRows;
    for (std::size_t a = 0; a < rows.size(); ++a) {
        for (std::size_t b = a + 1; b < rows.size(); ++b) {
            const auto found =
                isFull ? canMerge(rows, a, b)
                       : rows[a].outcome == rows[b].outcome && differInOneColumn(rows[a], rows[b]);
            if (found) {
                return std::pair(a, b);
            }
        }
    }
    return std::nullopt;
}

} // namespace meldc::logic
