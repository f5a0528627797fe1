#include "emit/inspection/inspection.h"
#include "emit/json_parts.h"
#include "emit/matrix/json.h"
#include "emit/matrix/report.h"
#include "emit/matrix/statement_sketch.h"

#include <set>

namespace meldc::emit {

namespace {

std::string hexadecimal(std::uint64_t digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(kDigestDigits, '0');
    for (auto at = text.rbegin(); at != text.rend(); ++at) {
        *at = kDigits[digest % kDigits.size()];
        digest /= kDigits.size();
    }
    return text;
}

Json digestsOf(const std::vector<std::uint64_t>& digests) {
    Json list = Json::array();
    for (const std::uint64_t digest : digests) {
        list.push_back(hexadecimal(digest));
    }
    return list;
}

Json textsOf(const StatementTexts& texts) {
    Json json = Json::object();
    for (const auto& [digest, text] : texts) {
        json[hexadecimal(digest)] = text;
    }
    return json;
}

Json jsonOf(const std::vector<CellChange>& cells) {
    Json list = Json::array();
    for (const CellChange& each : cells) {
        list.push_back({{"norm", each.norm},
                        {"before", std::string(1, each.before)},
                        {"after", std::string(1, each.after)}});
    }
    return list;
}

Json jsonOf(const RowChange& change) {
    Json json = {{"kind", wordOf(change.kind)}};
    const std::pair<const char*, const std::vector<CellChange>*> parts[] = {
        {"worse", &change.worse}, {"better", &change.better}, {"otherwise", &change.otherwise}};
    for (const auto& [name, cells] : parts) {
        if (!cells->empty()) {
            json[name] = jsonOf(*cells);
        }
    }
    if (change.kind != Change::New && change.kind != Change::Broken &&
        change.kind != Change::Mended) {
        json["same_text"] = change.isSameText;
    }
    return json;
}

class MatrixJson {
public:
    MatrixJson(const MatrixReport& report, const Pieces& out)
        : report_(report), matrix_(*report.matrix), out_(out) {}

    void write() {
        Json head;
        head["tool"] = {{"name", "meldc"}, {"version", matrix_.version}};
        head["format"] = kMatrixFormat;
        head["date"] = matrix_.date.str();
        head["baseline"] = {{"sha256", matrix_.baselineSha256},
                            {"checked_until", emit::jsonOf(matrix_.checkedUntil)}};
        head["lang"] = matrix_.language == support::Language::Dutch ? "nl" : "en";
        head["documents"] = matrix_.hasDocuments;
        head["pages"] = matrix_.hasPages;
        if (matrix_.shard) {
            head["shard"] = {{"part", matrix_.shard->part}, {"of", matrix_.shard->of}};
        }
        head["norms"] = Json::array();
        for (const MatrixNorm& norm : matrix_.norms) {
            head["norms"].push_back(
                {{"norm", norm.id}, {"layer", wordOf(norm.layer)}, {"title", norm.title}});
        }
        head["summary"] = summary();
        if (report_.comparison) {
            head["compare"] = compare();
        }
        head["clusters"] = clusters();
        // All but the rows is small; these follow one on each line.
        std::string text = written(head);
        text.resize(text.rfind('\n', text.size() - 2));
        out_(text + ",\n  \"rows\": [");
        rows();
        out_("\n  ],\n  \"statements\": {");
        const char* before = "\n    ";
        for (const auto& [digest, words] : matrix_.texts) {
            out_(before + Json(hexadecimal(digest)).dump() + ": " + lineText(Json(words)));
            before = ",\n    ";
        }
        out_("\n  }\n}\n");
    }

private:
    static std::string lineText(const Json& json) {
        std::string line = writtenLine(json);
        line.pop_back();
        return line;
    }

    void rows() {
        std::vector<std::size_t> ranks(matrix_.rows.size());
        for (std::size_t i = 0; i < report_.order.size(); ++i) {
            ranks[report_.order[i]] = i + 1;
        }
        const char* before = "\n    ";
        for (std::size_t i = 0; i < matrix_.rows.size(); ++i) {
            const MatrixRow& row = matrix_.rows[i];
            Json json = jsonOfRow(row);
            json["rank"] = ranks[i];
            if (const std::size_t at = report_.clusters.ofRow[i]; at != kNoCluster) {
                json["cluster"] = at + 1;
                const Difference difference = differenceOf(report_.clusters.all[at], row);
                json["absent"] = digestsOf(difference.absent);
                json["extra"] = digestsOf(difference.extra);
                json["differs"] = normsOf(difference.norms);
            }
            if (report_.comparison) {
                json["change"] = jsonOf(report_.comparison->ofRow[i]);
            }
            out_(before + lineText(json));
            before = ",\n    ";
        }
    }

    Json normsOf(const std::vector<std::size_t>& norms) const {
        Json list = Json::array();
        for (const std::size_t norm : norms) {
            list.push_back(matrix_.norms[norm].id);
        }
        return list;
    }

    Json summary() const {
        std::size_t broken = 0;
        for (const MatrixRow& row : matrix_.rows) {
            broken += row.broken ? 1U : 0U;
        }
        Json json = {{"protocols", matrix_.rows.size() - broken}, {"broken", broken}};
        json["layers"] = Json::array();
        for (const model::Layer layer : kReportLayers) {
            baseline::StatusCounts cells;
            std::size_t provisional = 0;
            std::size_t violating = 0;
            for (const MatrixRow& row : matrix_.rows) {
                const LayerCells each = cellsIn(matrix_, row, layer);
                cells.satisfied += each.counts.satisfied;
                cells.violated += each.counts.violated;
                cells.contradicted += each.counts.contradicted;
                cells.open += each.counts.open;
                cells.notApplicable += each.counts.notApplicable;
                cells.waived += each.counts.waived;
                provisional += each.provisional;
                violating += each.counts.violated > 0 ? 1U : 0U;
            }
            Json one = {{"layer", wordOf(layer)}};
            one.update(emit::jsonOf(cells));
            one["provisional"] = provisional;
            one["protocols_violating"] = violating;
            json["layers"].push_back(std::move(one));
        }
        return json;
    }

    Json compare() const {
        const Comparison& comparison = *report_.comparison;
        Json json = {{"date", comparison.earlier.str()}, {"other_law", comparison.isOtherLaw}};
        for (const Change kind : kChanges) {
            json[std::string(wordOf(kind))] = comparison.count(kind);
        }
        json["gone"] = Json::array();
        for (const GoneRow& row : comparison.gone) {
            json["gone"].push_back({{"file", row.file}, {"title", row.label}});
        }
        return json;
    }

    Json clusters() const {
        Json list = Json::array();
        for (std::size_t i = 0; i < report_.clusters.all.size(); ++i) {
            const Cluster& cluster = report_.clusters.all[i];
            Json json = {{"cluster", i + 1}, {"protocols", cluster.members.size()}};
            json["follows"] = cluster.follows.empty() ? Json(nullptr) : Json(cluster.follows);
            json["example"] = matrix_.rows[cluster.example].file;
            json["shared"] = normsOf(cluster.shared);
            json["statements"] = cluster.majority.size();
            list.push_back(std::move(json));
        }
        return list;
    }

    const MatrixReport& report_;
    const Matrix& matrix_;
    const Pieces& out_;
};

} // namespace

Json jsonOfRow(const MatrixRow& row) {
    Json json = {{"file", row.file}};
    if (row.number > 0) {
        json["number"] = row.number;
    }
    if (row.broken) {
        json["broken"] = {{"id", row.broken->id},
                          {"message", row.broken->message},
                          {"place", row.broken->place},
                          {"messages", row.broken->messages}};
        return json;
    }
    json["id"] = row.id;
    json["title"] = row.label;
    json["organisation"] = row.organisation;
    json["kind"] = spelling(row.kind);
    json["sectors"] = row.sectors;
    json["sha256"] = row.sha256;
    json["model_sha256"] = row.modelSha256;
    if (!row.page.empty()) {
        json["page"] = row.page;
    }
    if (!row.document.empty()) {
        json["document"] = row.document;
    }
    if (!row.follows.empty()) {
        json["follows"] = {{"id", row.follows}, {"model_sha256", row.followsSha256}};
    }
    json["verdicts"] = row.cells;
    json["worst"] = wordOf(row.worst);
    json["findings"] = Json::object();
    for (const auto& [code, count] : row.findings) {
        json["findings"][code] = count;
    }
    std::string sketch;
    for (const std::uint64_t digest : row.sketch) {
        sketch += hexadecimal(digest);
    }
    json["sketch"] = sketch;
    return json;
}

void writeMatrixJson(const MatrixReport& report, const Pieces& out) {
    MatrixJson(report, out).write();
}

std::string lineOf(const RowLine& line) {
    Json json = {{"rows", Json::array()}, {"statements", textsOf(line.texts)}};
    for (const MatrixRow& row : line.rows) {
        json["rows"].push_back(jsonOfRow(row));
    }
    return writtenLine(json);
}

} // namespace meldc::emit
