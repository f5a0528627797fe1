#pragma once

#include "emit/ci/items.h"
#include "support/localized.h"

#include <string>

/// A run of `check`, `test` or `diff` in the formats of other programs. Each has the same findings; places are
/// those of the files as they were named.
namespace meldc::emit {

/// SARIF 2.1.0 (OASIS): a result for each finding, with its rule, place, fingerprint and the case that
/// shows it as a code flow; what is open asks for review. For code scanning on GitHub.
[[nodiscard]] std::string sarifReport(const CiRun& run, support::Language language);

/// JUnit XML: a suite for each layer of each protocol, a test for each norm; of `test`, one for each case. What is
/// as grave as `failOn` fails, lesser remarks are output of a test that passes; what is open is skipped.
[[nodiscard]] std::string junitReport(const CiRun& run, support::Language language, diagnostics::Severity failOn);

/// GitLab's code quality: a JSON array of findings.
[[nodiscard]] std::string gitlabReport(const CiRun& run, support::Language language);

/// GitHub's workflow commands, one a line, the most serious first: GitHub shows ten of a kind.
[[nodiscard]] std::string githubReport(const CiRun& run, support::Language language);

/// Markdown for a merge request or the summary of a step.
[[nodiscard]] std::string markdownReport(const CheckReport& report, support::Language language);
[[nodiscard]] std::string markdownReport(const TestReport& report, support::Language language);

} // namespace meldc::emit
