#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"
#include "emit/matrix/words.h"
#include "emit/table_text.h"
#include "emit/words.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

constexpr Status kCountedVerdicts[] = {Status::Violated,  Status::Contradicted, Status::Open,
                                       Status::Satisfied, Status::Waived,
                                       Status::NotApplicable};

std::size_t countOf(const baseline::StatusCounts& counts, Status status) {
    switch (status) {
    case Status::Violated:
        return counts.violated;
    case Status::Contradicted:
        return counts.contradicted;
    case Status::Open:
        return counts.open;
    case Status::Satisfied:
        return counts.satisfied;
    case Status::Waived:
        return counts.waived;
    case Status::NotApplicable:
        break;
    }
    return counts.notApplicable;
}

class MatrixCsv {
public:
    MatrixCsv(const MatrixReport& report, const Pieces& out)
        : report_(report), matrix_(*report.matrix), out_(out) {}

    void write() {
        out_(support::kByteOrderMark);
        head();
        for (std::size_t i = 0; i < report_.order.size(); ++i) {
            row(report_.order[i], i + 1);
        }
        if (report_.comparison) {
            for (const GoneRow& gone : report_.comparison->gone) {
                cell(std::string());
                cell(gone.file);
                cell(phrase(Phrase::MatrixChangeGone));
                cell(gone.label);
                endLine();
            }
        }
    }

private:
    void head() {
        for (const Phrase column :
             {Phrase::MatrixRank, Phrase::MatrixFile, Phrase::MatrixCsvState, Phrase::MatrixCode,
              Phrase::MatrixCsvName, Phrase::InspectOrganisation, Phrase::InspectKind,
              Phrase::InspectSector, Phrase::MatrixReason}) {
            cell(phrase(column));
        }
        for (const model::Layer layer : kReportLayers) {
            for (const Status status : kCountedVerdicts) {
                cell(phrase(Phrase::MatrixCsvLayerCount, headingOf(layer), nameOf(status)));
            }
            cell(phrase(Phrase::MatrixCsvLayerProvisional, headingOf(layer)));
        }
        for (const Phrase column :
             {Phrase::MatrixFindings, Phrase::MatrixCluster, Phrase::InspectFollows,
              Phrase::MatrixDiffVerdict, Phrase::MatrixDiffAbsent, Phrase::MatrixDiffExtra}) {
            cell(phrase(column));
        }
        if (report_.comparison) {
            for (const Phrase column :
                 {Phrase::MatrixCompare, Phrase::MatrixCsvWorse, Phrase::MatrixCsvOtherwise,
                  Phrase::MatrixCsvBetter, Phrase::MatrixCsvCause}) {
                cell(phrase(column));
            }
        }
        for (const MatrixNorm& norm : matrix_.norms) {
            cell(phrase(Phrase::MatrixCsvNorm, support::same(norm.id), support::same(norm.title)));
        }
        for (const Phrase column :
             {Phrase::MatrixCsvPage, Phrase::MatrixCsvHash, Phrase::MatrixCsvModelHash}) {
            cell(phrase(column));
        }
        endLine();
    }

    void row(std::size_t index, std::size_t rank) {
        const MatrixRow& row = matrix_.rows[index];
        cell(std::to_string(rank));
        cell(row.file);
        cell(phrase(row.broken ? Phrase::MatrixCsvBroken : Phrase::MatrixCsvJudged));
        cell(row.label);
        cell(row.id);
        cell(row.organisation);
        cell(row.broken ? std::string() : std::string(spelling(row.kind)));
        cell(withCommas(row.sectors));
        cell(row.broken ? row.broken->id + " " + row.broken->message +
                              (row.broken->place.empty() ? "" : " (" + row.broken->place + ")")
                        : std::string());
        layers(row);
        std::string findings;
        for (const auto& [code, count] : row.findings) {
            findings += (findings.empty() ? "" : "; ") + code + " " + std::to_string(count);
        }
        cell(findings);
        cluster(index);
        change(index);
        for (std::size_t i = 0; i < matrix_.norms.size(); ++i) {
            cell(row.broken ? Localized() : nameOfCell(row.cells[i]));
        }
        cell(row.page);
        cell(row.sha256);
        cell(row.modelSha256);
        endLine();
    }

    void layers(const MatrixRow& row) {
        for (const model::Layer layer : kReportLayers) {
            const LayerCells cells = cellsIn(matrix_, row, layer);
            for (const Status status : kCountedVerdicts) {
                cell(row.broken ? std::string() : std::to_string(countOf(cells.counts, status)));
            }
            cell(row.broken ? std::string() : std::to_string(cells.provisional));
        }
    }

    void cluster(std::size_t index) {
        const MatrixRow& row = matrix_.rows[index];
        const std::size_t at = report_.clusters.ofRow[index];
        if (at == kNoCluster) {
            cell(std::string());
            cell(row.follows);
            cell(std::string());
            cell(std::string());
            cell(std::string());
            return;
        }
        const Difference difference = differenceOf(report_.clusters.all[at], row);
        std::vector<Localized> verdicts;
        for (const std::size_t norm : difference.norms) {
            verdicts.push_back(normAndCell(matrix_, norm, row.cells[norm]));
        }
        cell(std::to_string(at + 1));
        cell(row.follows);
        cell(diagnostics::joined(verdicts, "; "));
        cell(lines(wordsOf(matrix_, difference.absent)));
        cell(lines(wordsOf(matrix_, difference.extra)));
    }

    void change(std::size_t index) {
        if (!report_.comparison) {
            return;
        }
        const RowChange& change = report_.comparison->ofRow[index];
        cell(nameOf(change.kind));
        for (const auto* steps : {&change.worse, &change.otherwise, &change.better}) {
            std::vector<Localized> texts;
            for (const CellChange& step : *steps) {
                texts.push_back(changeText(step));
            }
            cell(diagnostics::joined(texts, "; "));
        }
        const bool isChanged = !stepsOf(change).empty();
        cell(!isChanged ? Localized()
                        : phrase(change.isSameText ? Phrase::MatrixByLaw : Phrase::MatrixByText));
    }

    static std::string lines(const std::vector<std::string>& texts) {
        std::string all;
        for (const std::string& text : texts) {
            all += (all.empty() ? "" : "\n") + text;
        }
        return all;
    }

    void cell(const Localized& text) { cell(text.in(matrix_.language)); }
    void cell(const std::string& text) {
        line_ += (isFirst_ ? "" : ",") + csvCell(text);
        isFirst_ = false;
        ++cells_;
    }
    /// Every line has as many cells as the first.
    void endLine() {
        columns_ = std::max(columns_, cells_);
        out_(line_ + std::string(columns_ - cells_, ',') + "\r\n");
        line_.clear();
        isFirst_ = true;
        cells_ = 0;
    }

    const MatrixReport& report_;
    const Matrix& matrix_;
    const Pieces& out_;
    std::string line_;
    bool isFirst_ = true;
    std::size_t cells_ = 0;
    std::size_t columns_ = 0;
};

} // namespace

void writeMatrixCsv(const MatrixReport& report, const Pieces& out) {
    MatrixCsv(report, out).write();
}

} // namespace meldc::emit
