#pragma once

#include "emit/answer.h"
#include "model/norm.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <string>
#include <utility>
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

    /// Answers that stand in the questions of its worlds, and those that no case took: by id of the
    /// question.
    struct Coverage {
        std::size_t total = 0;
        std::vector<std::pair<std::string, model::Answer>> notTaken;
    };
    [[nodiscard]] Coverage coverage() const;
};

struct TestReport {
    const support::SourceMap* sources = nullptr;
    std::string version;
    std::vector<TestedProtocol> protocols;

    [[nodiscard]] std::size_t cases() const;
    [[nodiscard]] std::size_t failures() const;
};

/// The facts of a worked example as the decision gets them. Circumstances that it does not name are
/// absent; other facts that it does not name are unknown.
[[nodiscard]] logic::Case givenBy(const model::Vocabulary& vocabulary,
                                  const model::CaseDecl& declared);

/// Runs one case and compares its outcome with what was expected.
[[nodiscard]] TestedCase runCase(const Decider& decider, const model::CaseDecl& declared);

[[nodiscard]] std::string testText(const TestReport& report, support::Language language);
/// In the shape of test.schema.json.
[[nodiscard]] std::string testJson(const TestReport& report, support::Language language);

} // namespace meldc::emit
