#include "emit/ci/items.h"
#include "emit/ci/reports.h"
#include "emit/json_parts.h"

namespace meldc::emit {

namespace {

/// The format demands a path; this one is the top of the repository.
constexpr std::string_view kNoFile = ".";

/// GitLab's scale has five steps; the layer tells law from the rest.
std::string_view gitlabSeverity(const Entry& entry) {
    switch (entry.severity) {
    case diagnostics::Severity::Error:
        return "critical";
    case diagnostics::Severity::Warning:
        return "major";
    case diagnostics::Severity::Info:
        return "minor";
    case diagnostics::Severity::Note:
        break;
    }
    return "info";
}

} // namespace

std::string gitlabReport(const CiRun& run, support::Language language) {
    Json list = Json::array();
    for (const CiItem& item : run.items) {
        if (item.isFault()) {
            list.push_back({{"description", paragraphOf(item, language)},
                            {"check_name", item.entry.id},
                            {"fingerprint", item.fingerprint},
                            {"severity", gitlabSeverity(item.entry)},
                            {"location",
                             {{"path", item.place.file.empty() ? std::string(kNoFile) : item.place.file},
                              {"lines", {{"begin", item.place.line}, {"end", item.place.endLine}}}}}});
        }
    }
    return written(list);
}

} // namespace meldc::emit
