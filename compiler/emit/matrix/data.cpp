#include "emit/matrix/data.h"

#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "emit/matrix/words.h"

#include <algorithm>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

std::vector<Localized> told(const Matrix& matrix, const std::vector<std::uint64_t>& digests) {
    std::vector<Localized> lines;
    const std::vector<std::string> words = wordsOf(matrix, digests);
    for (std::size_t i = 0; i < std::min(words.size(), kMostTold); ++i) {
        lines.push_back(support::same(words[i]));
    }
    if (digests.size() > lines.size()) {
        lines.push_back(phrase(Phrase::MatrixMore, digests.size() - lines.size()));
    }
    return lines;
}

class DataOfMatrix {
public:
    explicit DataOfMatrix(const MatrixReport& report)
        : report_(report), matrix_(*report.matrix), norms_(shownNorms(matrix_)) {}

    std::string make() {
        Json json = {{"words", words()}, {"norms", norms()}, {"clusters", Json::array()}};
        for (const Cluster& cluster : report_.clusters.all) {
            json["clusters"].push_back(cluster.cells);
        }
        json["rows"] = Json::array();
        for (std::size_t i = 0; i < report_.order.size(); ++i) {
            if (!matrix_.rows[report_.order[i]].broken) {
                json["rows"].push_back(row(report_.order[i], i + 1));
            }
        }
        json["texts"] = texts_;
        return harmless(writtenLine(json));
    }

private:
    [[nodiscard]] std::string in(const Localized& text) const {
        return text.in(matrix_.language);
    }

    /// The parts of a phrase that the script fills in stand as %1, %2 …
    template <std::size_t N> std::string pattern(Phrase which) const {
        if constexpr (N == 1) {
            return in(phrase(which, support::same("%1")));
        } else {
            return in(phrase(which, support::same("%1"), support::same("%2"),
                             support::same("%3")));
        }
    }

    Json words() const {
        Json json = {{"range", pattern<3>(Phrase::MatrixRange)},
                     {"none", in(phrase(Phrase::MatrixNone))},
                     {"differs", pattern<1>(Phrase::MatrixDiff)},
                     {"absent", in(phrase(Phrase::MatrixDiffAbsent))},
                     {"extra", in(phrase(Phrase::MatrixDiffExtra))},
                     {"otherVerdict", in(phrase(Phrase::MatrixDiffVerdict))},
                     {"more", pattern<1>(Phrase::MatrixMore)},
                     {"step", pattern<3>(Phrase::MatrixChangeStep)},
                     {"since", in(phrase(Phrase::MatrixCompare))},
                     {"sector", in(phrase(Phrase::InspectSector))},
                     {"cluster", in(phrase(Phrase::MatrixCluster))},
                     {"counts", in(phrase(Phrase::MatrixCounts))},
                     {"foreign", matrix_.language != support::Language::Dutch}};
        json["cause"] = {in(phrase(Phrase::MatrixByText)), in(phrase(Phrase::MatrixByLaw))};
        json["changes"] = Json::array();
        for (const Change kind : kChanges) {
            json["changes"].push_back(in(nameOf(kind)));
        }
        for (const char cell : kAllCells) {
            json["cells"][std::string(1, cell)] = in(nameOfCell(cell));
            json["signs"][std::string(1, cell)] = signOf(cell);
        }
        return json;
    }

    Json norms() const {
        Json list = Json::array();
        for (std::size_t i = 0; i < norms_.size(); ++i) {
            const MatrixNorm& norm = matrix_.norms[norms_[i]];
            const bool isFirst = i == 0 || matrix_.norms[norms_[i - 1]].layer != norm.layer;
            list.push_back({{"id", norm.id}, {"at", norms_[i]}, {"first", isFirst}});
        }
        return list;
    }

    Json row(std::size_t index, std::size_t rank) {
        const MatrixRow& row = matrix_.rows[index];
        Json json = {{"rank", rank},
                     {"label", row.label},
                     {"about", row.organisation},
                     {"file", row.file},
                     {"sectors", withCommas(row.sectors)},
                     {"cells", row.cells},
                     {"counts", in(attentionIn(matrix_, row))}};
        if (!row.page.empty()) {
            json["page"] = row.page;
        }
        const std::size_t at = report_.clusters.ofRow[index];
        json["cluster"] = at == kNoCluster ? 0 : at + 1;
        if (at != kNoCluster) {
            const Difference difference = differenceOf(report_.clusters.all[at], row);
            addTold(json, "absent", difference.absent);
            addTold(json, "extra", difference.extra);
        }
        if (report_.comparison) {
            const RowChange& change = report_.comparison->ofRow[index];
            json["change"] = static_cast<int>(change.kind);
            json["cause"] = change.isSameText ? 1 : 0;
            json["steps"] = Json::array();
            for (const CellChange& step : stepsOf(change)) {
                json["steps"].push_back(
                    {step.norm, std::string(1, step.before), std::string(1, step.after)});
            }
        }
        return json;
    }

    void addTold(Json& json, const std::string& name, const std::vector<std::uint64_t>& digests) {
        Json list = Json::array();
        const std::vector<std::string> words = wordsOf(matrix_, digests);
        for (std::size_t i = 0; i < std::min(words.size(), kMostTold); ++i) {
            const auto [at, isNew] = numbers_.try_emplace(words[i], texts_.size());
            if (isNew) {
                texts_.push_back(words[i]);
            }
            list.push_back(at->second);
        }
        json[name + "More"] = digests.size() - list.size();
        json[name] = std::move(list);
    }

    static std::string harmless(const std::string& text) {
        std::string result;
        result.reserve(text.size());
        for (const char letter : text) {
            switch (letter) {
            case '<':
                result += "\\u003c";
                break;
            case '>':
                result += "\\u003e";
                break;
            case '&':
                result += "\\u0026";
                break;
            default:
                result += letter;
            }
        }
        return result;
    }

    const MatrixReport& report_;
    const Matrix& matrix_;
    std::vector<std::size_t> norms_;
    std::vector<std::string> texts_;
    std::map<std::string, std::size_t> numbers_;
};

} // namespace

std::vector<std::size_t> shownNorms(const Matrix& matrix) {
    std::vector<bool> isShown(matrix.norms.size(), false);
    for (const MatrixRow& row : matrix.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            isShown[i] = isShown[i] || row.cells[i] != kNotSelected;
        }
    }
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < isShown.size(); ++i) {
        if (isShown[i]) {
            shown.push_back(i);
        }
    }
    return shown;
}

std::vector<RowNote> notesOf(const MatrixReport& report, std::size_t row) {
    const Matrix& matrix = *report.matrix;
    const MatrixRow& self = matrix.rows[row];
    std::vector<RowNote> notes;
    if (report.comparison) {
        const RowChange& change = report.comparison->ofRow[row];
        RowNote note{phrase(Phrase::MatrixCompare), {}};
        for (const CellChange& step : stepsOf(change)) {
            note.lines.push_back(changeText(step));
        }
        if (!note.lines.empty()) {
            note.lines.push_back(
                phrase(change.isSameText ? Phrase::MatrixByLaw : Phrase::MatrixByText));
            notes.push_back(std::move(note));
        }
    }
    const std::size_t at = report.clusters.ofRow[row];
    if (at == kNoCluster) {
        return notes;
    }
    const Difference difference = differenceOf(report.clusters.all[at], self);
    RowNote verdicts{phrase(Phrase::MatrixDiffVerdict), {}};
    for (const std::size_t norm : difference.norms) {
        verdicts.lines.push_back(normAndCell(matrix, norm, self.cells[norm]));
    }
    for (RowNote note : {verdicts, RowNote{phrase(Phrase::MatrixDiffAbsent),
                                           told(matrix, difference.absent)},
                         RowNote{phrase(Phrase::MatrixDiffExtra),
                                 told(matrix, difference.extra)}}) {
        if (!note.lines.empty()) {
            notes.push_back(std::move(note));
        }
    }
    return notes;
}

Localized notesHead(const MatrixReport& report, std::size_t row) {
    const std::size_t at = report.clusters.ofRow[row];
    const bool isOther = at != kNoCluster &&
                         !differenceOf(report.clusters.all[at], report.matrix->rows[row]).isNone();
    return isOther ? phrase(Phrase::MatrixDiff, at + 1) : phrase(Phrase::MatrixCompare);
}

std::string matrixData(const MatrixReport& report) {
    return DataOfMatrix(report).make();
}

} // namespace meldc::emit
