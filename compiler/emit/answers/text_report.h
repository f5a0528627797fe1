#pragma once

#include "emit/report.h"
#include "support/localized.h"

#include <string>

namespace meldc::emit {

/// How a report is written as text.
struct TextOptions {
    support::Language language = support::Language::Dutch;
    bool color = false;
    /// Leave out what is not asked for: hints.
    bool quiet = false;
};

/// The report for people: for each protocol what to do first, four groups, and what was counted.
[[nodiscard]] std::string textReport(const CheckReport& report, const TextOptions& options);

/// The report for screen readers and programs: one line for each verdict and finding,
///     FILE:LINE:COLUMN: severity ID message
/// and one line with the counts of each protocol, and what must be said of its sources. Verdicts that are in order say so as severity.
[[nodiscard]] std::string plainReport(const CheckReport& report, support::Language language);

} // namespace meldc::emit
