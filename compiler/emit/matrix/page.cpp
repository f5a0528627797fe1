#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"
#include "emit/matrix/data.h"
#include "emit/matrix/summary.h"
#include "emit/matrix/words.h"
#include "emit/page/data.h"
#include "support/sha256.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

/// Rows, broken files, groups and gone protocols that stand in the page itself. All rows are in its
/// data, for the script; the table for spreadsheets has everything.
constexpr std::size_t kMostRows = 100;
constexpr std::size_t kMostBroken = 200;
constexpr std::size_t kMostClusters = 200;
/// Pixels: what stands before the columns of norms, and one of these.
constexpr std::size_t kLeadWidth = 560;
constexpr std::size_t kColumnWidth = 14;
/// The name of a layer with fewer norms stands upright.
constexpr std::size_t kSmallGroup = 6;

/// The sentences that stand in the template by name.
constexpr std::pair<const char*, Phrase> kMatrixLabels[] = {
    {"skip", Phrase::InspectSkip},
    {"contents", Phrase::MatrixContents},
    {"summary", Phrase::InspectSummary},
    {"summary_caption", Phrase::MatrixSummaryCaption},
    {"layer_head", Phrase::InspectLayer},
    {"frequent_head", Phrase::MatrixFrequent},
    {"frequent_caption", Phrase::MatrixFrequentCaption},
    {"provisional_note", Phrase::MatrixReconstructed},
    {"compare_head", Phrase::MatrixCompare},
    {"compare_caption", Phrase::MatrixCompareCaption},
    {"change_head", Phrase::MatrixChange},
    {"gone_head", Phrase::MatrixGone},
    {"broken_intro", Phrase::MatrixBrokenIntro},
    {"file_head", Phrase::MatrixFile},
    {"reason_head", Phrase::MatrixReason},
    {"rows_head", Phrase::MatrixRows},
    {"order", Phrase::MatrixOrder},
    {"signs_head", Phrase::MatrixSigns},
    {"choose", Phrase::MatrixChoose},
    {"search", Phrase::MatrixSearch},
    {"sector_head", Phrase::InspectSector},
    {"verdict_head", Phrase::MatrixVerdict},
    {"norm_head", Phrase::MatrixNorm},
    {"all", Phrase::MatrixAll},
    {"any_norm", Phrase::MatrixAnyNorm},
    {"cluster_head", Phrase::MatrixCluster},
    {"sort", Phrase::MatrixSort},
    {"sort_rank", Phrase::MatrixSortRank},
    {"sort_name", Phrase::MatrixSortName},
    {"reset", Phrase::MatrixReset},
    {"caption", Phrase::MatrixCaption},
    {"rank_head", Phrase::MatrixRank},
    {"code_head", Phrase::MatrixCode},
    {"counts_head", Phrase::MatrixCounts},
    {"pages_label", Phrase::MatrixPages},
    {"previous", Phrase::MatrixPrevious},
    {"next", Phrase::MatrixNext},
    {"clusters_head", Phrase::MatrixClusters},
    {"clusters_intro", Phrase::MatrixClustersIntro},
    {"no_clusters", Phrase::MatrixNoClusters},
    {"clusters_caption", Phrase::MatrixClustersCaption},
    {"size_head", Phrase::MatrixClusterSize},
    {"why_head", Phrase::MatrixClusterWhy},
    {"example_head", Phrase::MatrixClusterExample},
    {"shared_head", Phrase::MatrixClusterShared},
    {"no_shared", Phrase::MatrixClusterNoShared},
    {"show", Phrase::MatrixClusterShow},
    {"repeat", Phrase::InspectRepeat},
    {"library_head", Phrase::InspectHashNorms},
};

/// What a policy for scripts knows a script by: "sha256-" and the digest in base 64.
std::string policyHash(std::string_view script) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::string_view kHexadecimal = "0123456789abcdef";
    std::string result = "sha256-";
    unsigned bits = 0;
    unsigned value = 0;
    for (const char digit : support::sha256Hex(script)) {
        value = value << 4U | static_cast<unsigned>(kHexadecimal.find(digit));
        bits += 4;
        if (bits >= 6) {
            bits -= 6;
            result += kDigits[value >> bits];
            value &= (1U << bits) - 1U;
        }
    }
    // 256 bits: four are left, and one sign fills up.
    result += kDigits[value << (6U - bits)];
    return result + "=";
}

class MatrixPage {
public:
    explicit MatrixPage(const MatrixReport& report)
        : report_(report), matrix_(*report.matrix), norms_(shownNorms(matrix_)) {}

    std::string make() {
        Data page;
        const bool isDutch = matrix_.language == Language::Dutch;
        page.set("lang", isDutch ? "nl" : "en");
        page.set("nl", isDutch ? "" : " lang=\"nl\"");
        page.set("style", templateText(kPageStyle));
        page.set("matrix_style", templateText("matrix.css"));
        page.set("stack_style", templateText("matrix_stack.css"));
        page.set("stack_at", std::to_string(kLeadWidth + kColumnWidth * norms_.size()));
        const std::string script = templateText("matrix.js");
        page.set("script", script);
        page.set("script_hash", policyHash(script));
        page.set("data", matrixData(report_));
        page.set("version", matrix_.version);
        page.set("library_hash", matrix_.baselineSha256);
        for (const auto& [name, which] : kMatrixLabels) {
            page.set(name, in(phrase(which)));
        }
        addHead(page);
        addMatrixSummary(page, matrix_, norms_);
        addComparison(page);
        addBroken(page);
        addChoices(page);
        addRows(page);
        addClusters(page);
        kainjow::mustache::mustache form(templateText("matrix.mustache"));
        return form.render(page);
    }

private:
    [[nodiscard]] std::string in(const Localized& text) const {
        return text.in(matrix_.language);
    }
    [[nodiscard]] std::size_t judged() const {
        return static_cast<std::size_t>(
            std::count_if(matrix_.rows.begin(), matrix_.rows.end(),
                          [](const MatrixRow& row) { return !row.broken; }));
    }

    void addHead(Data& page) const {
        page.set("title", in(phrase(Phrase::MatrixTitle, judged())));
        page.set("about", in(phrase(Phrase::MatrixAbout, support::same(matrix_.date.str()))));
        put(page, "part",
            matrix_.shard ? in(phrase(Phrase::MatrixPart, matrix_.shard->part, matrix_.shard->of))
                          : std::string());
        page.set("with_provisional",
                 std::any_of(matrix_.rows.begin(), matrix_.rows.end(), [](const MatrixRow& row) {
                     return std::any_of(row.cells.begin(), row.cells.end(), isProvisional);
                 }));
    }

    void addComparison(Data& page) const {
        page.set("with_compare", report_.comparison.has_value());
        if (!report_.comparison) {
            return;
        }
        const Comparison& comparison = *report_.comparison;
        page.set("compare_about", in(phrase(Phrase::MatrixCompareAbout,
                                            support::same(comparison.earlier.str()))));
        put(page, "other_law",
            comparison.isOtherLaw ? in(phrase(Phrase::MatrixCompareLaw)) : std::string());
        DataList changes;
        for (const Change kind : kChanges) {
            Data data("name", capital(in(nameOf(kind))));
            data.set("index", std::to_string(static_cast<int>(kind)));
            data.set("count", std::to_string(comparison.count(kind)));
            changes.push_back(std::move(data));
        }
        page.set("changes", std::move(changes));
        DataList gone;
        for (std::size_t i = 0; i < std::min(comparison.gone.size(), kMostBroken); ++i) {
            Data data("file", comparison.gone[i].file);
            data.set("label", comparison.gone[i].label);
            gone.push_back(std::move(data));
        }
        put(page, "gone", std::move(gone));
        put(page, "gone_more", more(comparison.gone.size(), kMostBroken, kMatrixCsv));
    }

    /// "En nog 12; matrix.csv noemt ze alle."
    [[nodiscard]] std::string more(std::size_t all, std::size_t shown,
                                   std::string_view where) const {
        return all <= shown ? std::string()
                            : in(phrase(Phrase::MatrixMoreRows, all - shown,
                                        support::same(std::string(where))));
    }

    void addBroken(Data& page) const {
        DataList list;
        std::size_t all = 0;
        for (const MatrixRow& row : matrix_.rows) {
            if (row.broken && ++all <= kMostBroken) {
                Data data("file", row.file);
                data.set("message", shownSentence(support::same(row.broken->message)));
                data.set("where", row.broken->place.empty()
                                      ? row.broken->id
                                      : row.broken->id + ", " + row.broken->place);
                list.push_back(std::move(data));
            }
        }
        page.set("broken_head", in(phrase(Phrase::MatrixBroken, all)));
        put(page, "broken", std::move(list));
        put(page, "broken_more", more(all, kMostBroken, kMatrixCsv));
    }

    void addChoices(Data& page) const {
        std::set<std::string> names;
        for (const MatrixRow& row : matrix_.rows) {
            names.insert(row.sectors.begin(), row.sectors.end());
        }
        DataList sectors;
        for (const std::string& name : names) {
            sectors.push_back(Data("name", name));
        }
        page.set("sectors", std::move(sectors));
        DataList verdicts;
        DataList signs;
        for (const char cell : kAllCells) {
            if (!isProvisional(cell)) {
                Data sign("sign", signOf(cell));
                sign.set("look", lookOf(cell));
                sign.set("name", in(nameOfCell(cell)));
                signs.push_back(std::move(sign));
            }
            if (!isProvisional(cell) && cell != kNotSelected) {
                Data verdict("letter", std::string(1, cell));
                verdict.set("name", in(nameOfCell(cell)));
                verdicts.push_back(std::move(verdict));
            }
        }
        page.set("signs", std::move(signs));
        page.set("verdicts", std::move(verdicts));
        DataList norms;
        DataList groups;
        for (std::size_t i = 0; i < norms_.size();) {
            const model::Layer layer = matrix_.norms[norms_[i]].layer;
            const std::size_t begin = i;
            for (; i < norms_.size() && matrix_.norms[norms_[i]].layer == layer; ++i) {
                Data norm("id", matrix_.norms[norms_[i]].id);
                norm.set("title", matrix_.norms[norms_[i]].title);
                norm.set("index", std::to_string(norms_[i]));
                norm.set("is_first", i == begin);
                norms.push_back(std::move(norm));
            }
            Data group("name", in(headingOf(layer)));
            group.set("span", std::to_string(i - begin));
            group.set("is_small", i - begin < kSmallGroup);
            groups.push_back(std::move(group));
        }
        page.set("norms", std::move(norms));
        page.set("groups", std::move(groups));
    }

    void addRows(Data& page) const {
        const bool hasClusters = !report_.clusters.all.empty();
        page.set("with_clusters", hasClusters);
        page.set("with_change", report_.comparison.has_value());
        // Number, name and sector always stand there; what asks for attention in narrow windows only.
        const std::size_t lead =
            3U + (hasClusters ? 1U : 0U) + (report_.comparison ? 1U : 0U);
        page.set("lead_columns", std::to_string(lead));
        DataList rows;
        for (std::size_t i = 0; i < std::min(judged(), kMostRows); ++i) {
            rows.push_back(row(report_.order[i], i + 1));
        }
        page.set("rows", std::move(rows));
        put(page, "shown",
            in(phrase(Phrase::MatrixShown, std::min(judged(), kMostRows), judged())));
    }

    Data row(std::size_t index, std::size_t rank) const {
        const MatrixRow& row = matrix_.rows[index];
        Data data("rank", std::to_string(rank));
        data.set("label", row.label);
        put(data, "page", row.page);
        data.set("about", row.organisation);
        data.set("file", row.file);
        data.set("sectors", withCommas(row.sectors));
        const std::size_t at = report_.clusters.ofRow[index];
        data.set("cluster", at == kNoCluster ? "" : std::to_string(at + 1));
        if (report_.comparison) {
            data.set("change", in(nameOf(report_.comparison->ofRow[index].kind)));
        }
        data.set("counts", in(attentionIn(matrix_, row)));
        data.set("notes_head", in(notesHead(report_, index)));
        DataList notes;
        for (const RowNote& note : notesOf(report_, index)) {
            DataList lines;
            for (const Localized& line : note.lines) {
                lines.push_back(Data("text", in(line)));
            }
            Data one("head", in(note.head));
            one.set("lines", std::move(lines));
            notes.push_back(std::move(one));
        }
        put(data, "notes", std::move(notes));
        DataList cells;
        for (std::size_t i = 0; i < norms_.size(); ++i) {
            const char cell = row.cells[norms_[i]];
            const bool isFirst =
                i == 0 || matrix_.norms[norms_[i - 1]].layer != matrix_.norms[norms_[i]].layer;
            Data one("look", "c " + lookOf(cell) + (isFirst ? " first" : ""));
            one.set("sign", signOf(cell));
            one.set("name", in(nameOfCell(cell)));
            cells.push_back(std::move(one));
        }
        data.set("cells", std::move(cells));
        return data;
    }

    void addClusters(Data& page) const {
        DataList list;
        const std::vector<Cluster>& all = report_.clusters.all;
        for (std::size_t i = 0; i < std::min(all.size(), kMostClusters); ++i) {
            const Cluster& cluster = all[i];
            const MatrixRow& example = matrix_.rows[cluster.example];
            Data data("number", std::to_string(i + 1));
            data.set("name", in(phrase(Phrase::MatrixClusterName, i + 1)));
            data.set("size", std::to_string(cluster.members.size()));
            data.set("why", in(cluster.follows.empty()
                                   ? phrase(Phrase::MatrixClusterAlike)
                                   : phrase(Phrase::MatrixClusterFollows,
                                            support::same(cluster.follows))));
            put(data, "page", example.page);
            data.set("label", example.label);
            data.set("file", example.file);
            DataList shared;
            for (const model::Layer layer : kReportLayers) {
                std::vector<Localized> norms;
                for (const std::size_t norm : cluster.shared) {
                    if (matrix_.norms[norm].layer == layer) {
                        norms.push_back(normAndCell(matrix_, norm, example.cells[norm]));
                    }
                }
                if (!norms.empty()) {
                    shared.push_back(
                        Data("text", in(phrase(Phrase::InspectCounts, headingOf(layer),
                                               diagnostics::joined(norms, "; ")))));
                }
            }
            put(data, "shared", std::move(shared));
            list.push_back(std::move(data));
        }
        put(page, "clusters", std::move(list));
        put(page, "clusters_more", more(all.size(), kMostClusters, kMatrixJson));
    }

    const MatrixReport& report_;
    const Matrix& matrix_;
    std::vector<std::size_t> norms_;
};

} // namespace

void writeMatrixPage(const MatrixReport& report, const Pieces& out) {
    out(MatrixPage(report).make());
}

} // namespace meldc::emit
