#include "emit/matrix/matrix.h"

#include "emit/inspection/inspection.h"
#include "support/limits.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace meldc::emit {

namespace {

using baseline::Status;

constexpr std::pair<char, Status> kLetters[] = {
    {'S', Status::Satisfied}, {'V', Status::Violated},      {'C', Status::Contradicted},
    {'O', Status::Open},      {'N', Status::NotApplicable}, {'W', Status::Waived}};
constexpr char kToSmall = 'a' - 'A';

/// What rows are ranked by; larger is more serious.
using Gravity = std::array<std::size_t, 3 * kReportLayers.size()>;

Gravity gravityOf(const Matrix& matrix, const MatrixRow& row) {
    Gravity gravity{};
    auto at = gravity.begin();
    for (const model::Layer layer : kReportLayers) {
        const LayerCells cells = cellsIn(matrix, row, layer);
        *at++ = cells.counts.violated - cells.violatedProvisional;
        *at++ = cells.violatedProvisional;
        *at++ = cells.counts.contradicted;
    }
    return gravity;
}

} // namespace

char cellOf(const baseline::NormResult& result) {
    for (const auto& [letter, status] : kLetters) {
        if (status == result.status) {
            return result.provisional ? static_cast<char>(letter + kToSmall) : letter;
        }
    }
    return kNotSelected;
}

bool isProvisional(char cell) {
    return cell >= 'a' && cell <= 'z';
}

std::optional<Status> statusOf(char cell) {
    const char large = isProvisional(cell) ? static_cast<char>(cell - kToSmall) : cell;
    for (const auto& [letter, status] : kLetters) {
        if (letter == large) {
            return status;
        }
    }
    return std::nullopt;
}

bool asksAttention(char cell) {
    const auto status = statusOf(cell);
    return status == Status::Violated || status == Status::Contradicted;
}

std::vector<MatrixNorm> columnsOf(const model::Library& library) {
    std::vector<MatrixNorm> columns;
    for (const model::Layer layer : kReportLayers) {
        for (const model::Norm& norm : library.norms) {
            if (norm.layer == layer) {
                columns.push_back({norm.id, norm.layer, norm.title});
            }
        }
    }
    return columns;
}

std::string cellsOf(const std::vector<MatrixNorm>& columns,
                    const baseline::ProtocolReport& report) {
    std::string cells(columns.size(), kNotSelected);
    for (const baseline::NormResult& result : report.results) {
        const auto at = std::find_if(columns.begin(), columns.end(), [&](const MatrixNorm& each) {
            return each.id == result.norm->id;
        });
        if (at != columns.end()) {
            cells[static_cast<std::size_t>(at - columns.begin())] = cellOf(result);
        }
    }
    return cells;
}

void addTexts(StatementTexts& texts, const StatementTexts& more) {
    for (const auto& [digest, text] : more) {
        const auto [at, isNew] = texts.try_emplace(digest, text);
        if (!isNew && text < at->second) {
            at->second = text;
        }
    }
    while (texts.size() > support::kMaxSketchTexts) {
        texts.erase(std::prev(texts.end()));
    }
}

void arrange(Matrix& matrix) {
    std::sort(matrix.rows.begin(), matrix.rows.end(),
              [](const MatrixRow& left, const MatrixRow& right) {
                  return std::tie(left.file, left.number) < std::tie(right.file, right.number);
              });
}

std::vector<std::size_t> ranked(const Matrix& matrix) {
    std::vector<Gravity> gravities;
    gravities.reserve(matrix.rows.size());
    for (const MatrixRow& row : matrix.rows) {
        gravities.push_back(row.broken ? Gravity{} : gravityOf(matrix, row));
    }
    std::vector<std::size_t> order(matrix.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const bool isLeftBroken = matrix.rows[left].broken.has_value();
        const bool isRightBroken = matrix.rows[right].broken.has_value();
        return isLeftBroken != isRightBroken ? isRightBroken : gravities[left] > gravities[right];
    });
    return order;
}

LayerCells cellsIn(const Matrix& matrix, const MatrixRow& row, model::Layer layer) {
    LayerCells cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto status = statusOf(row.cells[i]);
        if (matrix.norms[i].layer != layer || !status) {
            continue;
        }
        cells.counts.add(*status);
        if (isProvisional(row.cells[i])) {
            ++cells.provisional;
            cells.violatedProvisional += *status == Status::Violated ? 1U : 0U;
        }
    }
    return cells;
}

} // namespace meldc::emit
