#include "emit/matrix/json.h"
#include "emit/matrix/report.h"
#include "emit/matrix/statement_sketch.h"
#include "support/limits.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace meldc::emit {

namespace {

/// Ends the reading of what is no matrix; caught in this file.
[[noreturn]] void refuse() {
    throw std::invalid_argument("no matrix");
}

std::uint64_t digestIn(std::string_view text) {
    std::uint64_t digest = 0;
    constexpr int kHexadecimal = 16;
    const char* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, digest, kHexadecimal);
    if (text.size() != kDigestDigits || at != end || error != std::errc()) {
        refuse();
    }
    return digest;
}

/// The value among `all` that is written with `word`.
template <class Values>
auto valueOf(const Values& all, const std::string& word) {
    for (const auto value : all) {
        if (wordOf(value) == word) {
            return value;
        }
    }
    refuse();
}

constexpr diagnostics::Severity kWorst[] = {
    diagnostics::Severity::Error, diagnostics::Severity::Warning, diagnostics::Severity::Info};
constexpr model::Layer kLayers[] = {model::Layer::Law, model::Layer::Norm, model::Layer::Advice,
                                    model::Layer::House};
constexpr model::UnitKind kKinds[] = {model::UnitKind::Meldcode, model::UnitKind::Framework,
                                      model::UnitKind::Template};

/// Pages are linked and copied: a name that leads anywhere else is none.
bool isPage(const std::string& name) {
    const std::string folder = std::string(kMatrixPages) + "/";
    return name.empty() ||
           (name.starts_with(folder) && name.find('/', folder.size()) == name.npos);
}

MatrixRow rowOf(const Json& json) {
    MatrixRow row;
    row.file = json.at("file").get<std::string>();
    row.number = json.value("number", std::uint32_t{0});
    if (json.contains("broken")) {
        const Json& broken = json.at("broken");
        row.broken = BrokenFile{broken.at("id").get<std::string>(),
                                broken.at("message").get<std::string>(),
                                broken.at("place").get<std::string>(),
                                broken.at("messages").get<std::size_t>()};
        return row;
    }
    row.id = json.at("id").get<std::string>();
    row.label = json.at("title").get<std::string>();
    row.organisation = json.at("organisation").get<std::string>();
    const auto kind = json.at("kind").get<std::string>();
    const auto* known = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](model::UnitKind each) { return spelling(each) == kind; });
    if (known == std::end(kKinds)) {
        refuse();
    }
    row.kind = *known;
    row.sectors = json.at("sectors").get<std::vector<std::string>>();
    row.sha256 = json.at("sha256").get<std::string>();
    row.modelSha256 = json.at("model_sha256").get<std::string>();
    row.page = json.value("page", std::string());
    row.document = json.value("document", std::string());
    if (!isPage(row.page) || !isPage(row.document)) {
        refuse();
    }
    if (json.contains("follows")) {
        row.follows = json.at("follows").at("id").get<std::string>();
        row.followsSha256 = json.at("follows").at("model_sha256").get<std::string>();
    }
    row.cells = json.at("verdicts").get<std::string>();
    row.worst = valueOf(kWorst, json.at("worst").get<std::string>());
    for (const auto& [code, count] : json.at("findings").items()) {
        row.findings.emplace_back(code, count.get<std::size_t>());
    }
    const auto sketch = json.at("sketch").get<std::string>();
    for (std::size_t at = 0; at < sketch.size(); at += kDigestDigits) {
        row.sketch.push_back(digestIn(std::string_view(sketch).substr(at, kDigestDigits)));
    }
    if (!std::is_sorted(row.sketch.begin(), row.sketch.end())) {
        refuse();
    }
    return row;
}

StatementTexts textsIn(const Json& json) {
    StatementTexts texts;
    for (const auto& [digest, text] : json.items()) {
        texts.emplace(digestIn(digest), text.get<std::string>());
    }
    return texts;
}

support::Date dateIn(const Json& json) {
    const auto date = support::Date::parse(json.get<std::string>());
    if (!date) {
        refuse();
    }
    return *date;
}

void readHead(const Json& json, Matrix& matrix) {
    if (json.at("tool").at("name") != "meldc" || json.at("format") != kMatrixFormat) {
        refuse();
    }
    matrix.version = json.at("tool").at("version").get<std::string>();
    matrix.date = dateIn(json.at("date"));
    matrix.baselineSha256 = json.at("baseline").at("sha256").get<std::string>();
    if (const Json& until = json.at("baseline").at("checked_until"); !until.is_null()) {
        matrix.checkedUntil = dateIn(until);
    }
    matrix.language = json.at("lang") == "nl" ? support::Language::Dutch
                                              : support::Language::English;
    matrix.hasDocuments = json.at("documents").get<bool>();
    matrix.hasPages = json.at("pages").get<bool>();
    if (json.contains("shard")) {
        matrix.shard = Shard{json.at("shard").at("part").get<std::size_t>(),
                             json.at("shard").at("of").get<std::size_t>()};
        if (matrix.shard->of > support::kMaxShards || matrix.shard->part < 1 ||
            matrix.shard->part > matrix.shard->of) {
            refuse();
        }
    }
    for (const Json& norm : json.at("norms")) {
        matrix.norms.push_back({norm.at("norm").get<std::string>(),
                                valueOf(kLayers, norm.at("layer").get<std::string>()),
                                norm.at("title").get<std::string>()});
    }
    matrix.texts = textsIn(json.at("statements"));
}

} // namespace

std::optional<Matrix> readMatrix(std::string_view text) {
    Matrix matrix;
    constexpr int kDepthOfMembers = 1;
    constexpr int kDepthOfRows = 2;
    bool isInRows = false;
    // Rows are taken as they pass, so that no tree of all of them is made.
    const auto take = [&](int depth, Json::parse_event_t event, Json& value) {
        if (depth == kDepthOfMembers && event == Json::parse_event_t::key) {
            isInRows = value == "rows";
        }
        if (isInRows && depth == kDepthOfRows && event == Json::parse_event_t::object_end) {
            matrix.rows.push_back(rowOf(value));
            return false;
        }
        return true;
    };
    try {
        const Json json = Json::parse(text, take);
        readHead(json, matrix);
    } catch (const std::exception&) {
        return std::nullopt;
    }
    for (const MatrixRow& row : matrix.rows) {
        if (!row.broken && row.cells.size() != matrix.norms.size()) {
            return std::nullopt;
        }
    }
    arrange(matrix);
    return matrix;
}

std::optional<RowLine> readLine(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        RowLine line;
        for (const Json& row : json.at("rows")) {
            line.rows.push_back(rowOf(row));
        }
        line.texts = textsIn(json.at("statements"));
        return line;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace meldc::emit
