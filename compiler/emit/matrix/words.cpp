#include "emit/matrix/words.h"

#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

} // namespace

Localized nameOfCell(char cell) {
    const auto status = statusOf(cell);
    if (!status) {
        return phrase(Phrase::MatrixNotSelected);
    }
    return isProvisional(cell) ? phrase(Phrase::MatrixCellProvisional, nameOf(*status))
                               : nameOf(*status);
}

std::string signOf(char cell) {
    const auto status = statusOf(cell);
    if (!status) {
        return "·";
    }
    const auto sign = [&]() -> std::string {
        switch (*status) {
        case Status::Violated:
            return "✗";
        case Status::Contradicted:
            return "≠";
        case Status::Open:
            return "?";
        case Status::Satisfied:
            return "✓";
        case Status::Waived:
            return "~";
        case Status::NotApplicable:
            break;
        }
        return "–";
    }();
    return isProvisional(cell) ? sign + "*" : sign;
}

std::string lookOf(char cell) {
    constexpr char kToLarge = 'A' - 'a';
    return {cell == kNotSelected  ? 'U'
            : isProvisional(cell) ? static_cast<char>(cell + kToLarge)
                                  : cell};
}

Localized attentionIn(const Matrix& matrix, const MatrixRow& row) {
    std::vector<Localized> layers;
    for (const model::Layer layer : kReportLayers) {
        std::vector<Localized> parts;
        for (const Status status : {Status::Violated, Status::Contradicted}) {
            std::vector<std::string> ids;
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                if (matrix.norms[i].layer == layer && statusOf(row.cells[i]) == status) {
                    ids.push_back(matrix.norms[i].id + (isProvisional(row.cells[i]) ? "*" : ""));
                }
            }
            if (!ids.empty()) {
                parts.push_back(phrase(Phrase::InspectCounts, nameOf(status),
                                       support::same(withCommas(ids))));
            }
        }
        const std::size_t open = cellsIn(matrix, row, layer).counts.open;
        if (open > 0) {
            parts.push_back(phrase(Phrase::MatrixOpenCount, open));
        }
        if (!parts.empty()) {
            layers.push_back(phrase(Phrase::InspectCounts, headingOf(layer),
                                    diagnostics::joined(parts, "; ")));
        }
    }
    return layers.empty() ? phrase(Phrase::MatrixNoCounts) : diagnostics::joined(layers, ". ");
}

Localized normAndCell(const Matrix& matrix, std::size_t norm, char cell) {
    return phrase(Phrase::InspectCounts, support::same(matrix.norms[norm].id), nameOfCell(cell));
}

Localized changeText(const CellChange& change) {
    return phrase(Phrase::MatrixChangeStep, support::same(change.norm), nameOfCell(change.before),
                  nameOfCell(change.after));
}

std::vector<CellChange> stepsOf(const RowChange& change) {
    std::vector<CellChange> steps = change.worse;
    steps.insert(steps.end(), change.otherwise.begin(), change.otherwise.end());
    steps.insert(steps.end(), change.better.begin(), change.better.end());
    return steps;
}

std::vector<std::string> wordsOf(const Matrix& matrix,
                                 const std::vector<std::uint64_t>& digests) {
    std::vector<std::string> words;
    for (const std::uint64_t digest : digests) {
        if (const auto at = matrix.texts.find(digest); at != matrix.texts.end()) {
            words.push_back(at->second);
        }
    }
    return words;
}

std::string withCommas(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

} // namespace meldc::emit
