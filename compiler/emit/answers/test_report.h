#pragma once

#include "diagnostics/diagnostic.h"
#include "emit/answer.h"
#include "emit/answers/test_coverage.h"
#include "model/norm.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What `test` found: worked examples with the outcome that they have now.
namespace meldc::emit {

/// One case that was run.
struct TestedCase {
    const model::CaseDecl* declared = nullptr;
    Answer answer;
    /// The vocabulary rules the case out: the rule that it breaks.
    const model::Implication* broken = nullptr;
    bool passed = false;
};

struct TestedProtocol {
    Decider decider;
    std::vector<TestedCase> cases;
    /// What cases can touch, and what these do; made by coverageOf().
    std::shared_ptr<const CoverageMap> map;
    Touched touched;
    /// Another file told of the same protocol before: its coverage is told there.
    bool isRepeated = false;
};

struct TestReport {
    const support::SourceMap* sources = nullptr;
    std::string version;
    support::Date date;
    /// Hash of the library.
    std::string baselineSha256;
    std::vector<TestedProtocol> protocols;
    LeastCoverage least;

    [[nodiscard]] std::size_t cases() const;
    [[nodiscard]] std::size_t failures() const;
    /// Cases that nobody confirmed yet.
    [[nodiscard]] std::size_t drafts() const;
};

/// The facts of a worked example as the decision gets them. Circumstances that it does not name are
/// absent; other facts that it does not name are unknown.
[[nodiscard]] logic::Case givenBy(const model::Vocabulary& vocabulary,
                                  const model::CaseDecl& declared);

/// Runs one case and compares its outcome with what was expected.
[[nodiscard]] TestedCase runCase(const Decider& decider, const model::CaseDecl& declared);

/// Finds out what the cases of a protocol touch.
void measure(TestedProtocol& protocol, const support::Date& date);

/// A protocol of which several files have cases is one: what one touches, all touch.
void joinCoverage(std::vector<TestedProtocol>& protocols);

/// The kinds of which less is touched than asked.
[[nodiscard]] std::vector<CoverageKind> tooLittle(const TestedProtocol& protocol, const LeastCoverage& least);
/// "9 of the 12 rows of the decision table"
[[nodiscard]] support::Localized coverageWords(const TestedProtocol& protocol, CoverageKind kind);

/// What is wrong, as findings: cases with another outcome, those that cannot exist, too little coverage;
/// and, as remarks, cases that nobody confirmed.
[[nodiscard]] std::vector<diagnostics::Diagnostic> findingsOf(const TestReport& report);

/// One line: FILE:LINE:COLUMN: what, and the message; for what has no case too.
[[nodiscard]] std::string testPlain(const TestReport& report, support::Language language);
[[nodiscard]] std::string testText(const TestReport& report, support::Language language);
/// In the shape of test.schema.json.
[[nodiscard]] std::string testJson(const TestReport& report, support::Language language);

} // namespace meldc::emit
