#pragma once

#include "compare/compare.h"
#include "emit/answers/text_report.h"
#include "emit/report.h"

#include <string>
#include <vector>

/// What `diff` tells: for people as text, page and merge request, for programs as JSON.
namespace meldc::emit {

/// Two versions of one protocol. What it points to must outlive it.
struct ComparedProtocol {
    compare::Version before;
    compare::Version after;
    ReportedFile oldFile;
    ReportedFile newFile;
    /// The day whose law each is judged by.
    support::Date oldDate;
    support::Date newDate;
    compare::Difference difference;
};

struct ChangeReport : RunReport {
    std::vector<ComparedProtocol> protocols;
    /// Protocols that are there in one version only.
    std::vector<std::string> onlyBefore;
    std::vector<std::string> onlyAfter;
};

/// For people, on a terminal or in a log.
[[nodiscard]] std::string changeText(const ChangeReport& report, const TextOptions& options);

/// One line for each change:
///     FILE:LINE:COLUMN: WORD what
/// WORD is the effect on protection, `appeared`, `vanished`, `changed`, `renamed`, `verdict` or a
/// severity with the code of a finding.
[[nodiscard]] std::string changePlain(const ChangeReport& report, support::Language language);

/// For a merge request: the headline in sight, the rest folded.
[[nodiscard]] std::string changeMarkdown(const ChangeReport& report, support::Language language);

/// A page for a board: prints on A4, needs nothing else.
[[nodiscard]] std::string changePage(const ChangeReport& report, support::Language language);

/// In the shape of diff.schema.json; sentences in `language`.
[[nodiscard]] std::string changeJson(const ChangeReport& report, support::Language language);

/// The word of an effect in what programs read.
[[nodiscard]] std::string_view wordOf(compare::Effect effect);
[[nodiscard]] std::string_view wordOf(compare::ChangeKind kind);

} // namespace meldc::emit
