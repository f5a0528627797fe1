#include "emit/matrix/summary.h"

#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"
#include "emit/matrix/words.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

class MatrixSummary {
public:
    MatrixSummary(Data& page, const Matrix& matrix, const std::vector<std::size_t>& norms)
        : page_(page), matrix_(matrix), norms_(norms) {}

    void add() {
        addSummary(page_);
        addFrequent(page_);
    }

private:
    [[nodiscard]] std::string in(const Localized& text) const {
        return text.in(matrix_.language);
    }

    /// Each protocol counts once in a layer, at the most serious that it has there.
    void addSummary(Data& page) const {
        const std::array<std::string, 4> heads{
            capital(in(nameOf(Status::Violated))), in(phrase(Phrase::MatrixSummaryProvisional)),
            capital(in(nameOf(Status::Contradicted))), in(phrase(Phrase::MatrixNoCounts))};
        DataList columns;
        for (const std::string& head : heads) {
            columns.push_back(Data("name", head));
        }
        page.set("columns", std::move(columns));
        DataList layers;
        for (const model::Layer layer : kReportLayers) {
            std::array<std::size_t, 4> counts{};
            bool isThere = false;
            for (const MatrixRow& row : matrix_.rows) {
                const LayerCells cells = cellsIn(matrix_, row, layer);
                if (cells.counts.all() == 0) {
                    continue;
                }
                isThere = true;
                const bool isFirm = cells.counts.violated > cells.violatedProvisional;
                ++counts[isFirm                           ? 0
                         : cells.violatedProvisional > 0  ? 1
                         : cells.counts.contradicted > 0  ? 2
                                                          : 3];
            }
            if (isThere) {
                Data data("name", in(headingOf(layer)));
                data.set("cells", countCells(heads, counts));
                layers.push_back(std::move(data));
            }
        }
        put(page, "layers", std::move(layers));
    }

    template <std::size_t N>
    static DataList countCells(const std::array<std::string, N>& heads,
                               const std::array<std::size_t, N>& counts) {
        DataList cells;
        for (std::size_t i = 0; i < N; ++i) {
            Data cell("count", std::to_string(counts[i]));
            cell.set("head", heads[i]);
            cells.push_back(std::move(cell));
        }
        return cells;
    }

    void addFrequent(Data& page) const {
        const std::array<std::string, 3> heads{capital(in(nameOf(Status::Violated))),
                                               capital(in(nameOf(Status::Contradicted))),
                                               capital(in(nameOf(Status::Open)))};
        DataList columns;
        for (const std::string& head : heads) {
            columns.push_back(Data("name", head));
        }
        page.set("frequent_columns", std::move(columns));
        std::vector<std::pair<std::array<std::size_t, 3>, std::size_t>> found;
        for (const std::size_t norm : norms_) {
            std::array<std::size_t, 3> counts{};
            for (const MatrixRow& row : matrix_.rows) {
                const auto status = statusOf(row.broken ? kNotSelected : row.cells[norm]);
                counts[0] += status == Status::Violated ? 1U : 0U;
                counts[1] += status == Status::Contradicted ? 1U : 0U;
                counts[2] += status == Status::Open ? 1U : 0U;
            }
            if (counts[0] + counts[1] > 0) {
                found.emplace_back(counts, norm);
            }
        }
        // Columns stand by layer already.
        std::stable_sort(found.begin(), found.end(), [&](const auto& left, const auto& right) {
            const auto place = [&](std::size_t norm) {
                return std::find(kReportLayers.begin(), kReportLayers.end(),
                                 matrix_.norms[norm].layer);
            };
            const auto one = place(left.second);
            const auto other = place(right.second);
            return one != other ? one < other : left.first > right.first;
        });
        DataList list;
        for (const auto& [counts, norm] : found) {
            Data data("id", matrix_.norms[norm].id);
            data.set("title", matrix_.norms[norm].title);
            data.set("layer", in(headingOf(matrix_.norms[norm].layer)));
            data.set("cells", countCells(heads, counts));
            list.push_back(std::move(data));
        }
        put(page, "frequent", std::move(list));
    }

    Data& page_;
    const Matrix& matrix_;
    const std::vector<std::size_t>& norms_;
};

} // namespace

void addMatrixSummary(Data& page, const Matrix& matrix, const std::vector<std::size_t>& norms) {
    MatrixSummary(page, matrix, norms).add();
}

} // namespace meldc::emit
