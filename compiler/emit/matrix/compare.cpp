#include "emit/matrix/compare.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;

/// How wrong a cell is. What is open or not selected is not.
int wrongness(char cell) {
    const auto status = statusOf(cell);
    return status == Status::Violated ? 2 : status == Status::Contradicted ? 1 : 0;
}

bool isMet(char cell) {
    return statusOf(cell) == Status::Satisfied;
}

/// Wrong, or not known to be met.
bool isUnmet(char cell) {
    return wrongness(cell) > 0 || statusOf(cell) == Status::Open;
}

void addCell(RowChange& change, CellChange cell) {
    const int before = wrongness(cell.before);
    const int after = wrongness(cell.after);
    if (after > before && cell.before != kNotSelected) {
        change.worse.push_back(std::move(cell));
    } else if ((after < before && after > 0) || (isMet(cell.after) && isUnmet(cell.before))) {
        change.better.push_back(std::move(cell));
    } else if (statusOf(cell.before) != statusOf(cell.after)) {
        change.otherwise.push_back(std::move(cell));
    }
}

/// The cells of a row by norm; those that are not selected are left out.
std::map<std::string, char> cellsByNorm(const Matrix& matrix, const MatrixRow& row) {
    std::map<std::string, char> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i] != kNotSelected) {
            cells.emplace(matrix.norms[i].id, row.cells[i]);
        }
    }
    return cells;
}

RowChange changeOf(const Matrix& matrix, const MatrixRow& row, const Matrix& earlier,
                   const MatrixRow& before) {
    RowChange change;
    if (row.broken || before.broken) {
        change.kind = row.broken && before.broken ? Change::None
                      : row.broken                ? Change::Broken
                                                  : Change::Mended;
        return change;
    }
    change.isSameText = row.modelSha256 == before.modelSha256;
    std::map<std::string, char> old = cellsByNorm(earlier, before);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto at = old.find(matrix.norms[i].id);
        const char was = at == old.end() ? kNotSelected : at->second;
        addCell(change, {matrix.norms[i].id, was, row.cells[i]});
        if (at != old.end()) {
            old.erase(at);
        }
    }
    for (const auto& [norm, was] : old) {
        addCell(change, {norm, was, kNotSelected});
    }
    change.kind = !change.worse.empty()       ? Change::Worse
                  : !change.otherwise.empty() ? Change::Otherwise
                  : !change.better.empty()    ? Change::Better
                  : change.isSameText         ? Change::None
                                              : Change::Text;
    return change;
}

/// Pairs the rows of two matrices.
class Pairing {
public:
    Pairing(const Matrix& matrix, const Matrix& earlier) : of_(matrix.rows.size(), nullptr) {
        for (const MatrixRow& row : earlier.rows) {
            left_.insert(&row);
        }
        pair(matrix, [](const MatrixRow& row) { return std::tuple(row.file, row.id); });
        // A file that did not compile has no name, and may have one at the other time.
        pair(matrix, [](const MatrixRow& row) {
            return std::tuple(row.file, row.number == 0 ? std::string() : row.id);
        });
        pair(matrix, [](const MatrixRow& row) { return std::tuple(row.sha256, row.id); });
    }

    [[nodiscard]] const MatrixRow* of(std::size_t row) const { return of_[row]; }
    [[nodiscard]] bool isGone(const MatrixRow& row) const { return left_.contains(&row); }

private:
    /// Rows that share a key with exactly one other, among those that have no partner yet.
    template <class KeyOf> void pair(const Matrix& matrix, const KeyOf& keyOf) {
        std::map<std::tuple<std::string, std::string>, std::vector<const MatrixRow*>> byKey;
        for (const MatrixRow* row : left_) {
            byKey[keyOf(*row)].push_back(row);
        }
        std::map<std::tuple<std::string, std::string>, std::vector<std::size_t>> own;
        for (std::size_t i = 0; i < of_.size(); ++i) {
            if (of_[i] == nullptr) {
                own[keyOf(matrix.rows[i])].push_back(i);
            }
        }
        for (const auto& [key, rows] : own) {
            const auto at = byKey.find(key);
            const bool isNothing = std::get<0>(key).empty();
            if (rows.size() == 1 && at != byKey.end() && at->second.size() == 1 && !isNothing) {
                of_[rows.front()] = at->second.front();
                left_.erase(at->second.front());
            }
        }
    }

    std::vector<const MatrixRow*> of_;
    std::set<const MatrixRow*> left_;
};

} // namespace

std::size_t Comparison::count(Change kind) const {
    return static_cast<std::size_t>(std::count_if(
        ofRow.begin(), ofRow.end(), [&](const RowChange& each) { return each.kind == kind; }));
}

Comparison compared(const Matrix& matrix, const Matrix& earlier) {
    Comparison result;
    result.earlier = earlier.date;
    result.isOtherLaw = matrix.baselineSha256 != earlier.baselineSha256 ||
                        matrix.date != earlier.date || matrix.version != earlier.version;
    const Pairing pairs(matrix, earlier);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        const MatrixRow* before = pairs.of(i);
        RowChange change;
        change.kind = Change::New;
        result.ofRow.push_back(
            before == nullptr ? change : changeOf(matrix, matrix.rows[i], earlier, *before));
    }
    for (const MatrixRow& row : earlier.rows) {
        if (pairs.isGone(row)) {
            result.gone.push_back({row.file, row.label});
        }
    }
    return result;
}

support::Localized nameOf(Change kind) {
    switch (kind) {
    case Change::Worse:
        return phrase(Phrase::MatrixChangeWorse);
    case Change::Broken:
        return phrase(Phrase::MatrixChangeBroken);
    case Change::Otherwise:
        return phrase(Phrase::MatrixChangeOtherwise);
    case Change::Better:
        return phrase(Phrase::MatrixChangeBetter);
    case Change::Mended:
        return phrase(Phrase::MatrixChangeMended);
    case Change::Text:
        return phrase(Phrase::MatrixChangeText);
    case Change::New:
        return phrase(Phrase::MatrixChangeNew);
    case Change::None:
        break;
    }
    return phrase(Phrase::MatrixChangeNone);
}

std::string_view wordOf(Change kind) {
    switch (kind) {
    case Change::Worse:
        return "worse";
    case Change::Broken:
        return "broken";
    case Change::Otherwise:
        return "otherwise";
    case Change::Better:
        return "better";
    case Change::Mended:
        return "mended";
    case Change::Text:
        return "text";
    case Change::New:
        return "new";
    case Change::None:
        break;
    }
    return "none";
}

} // namespace meldc::emit
