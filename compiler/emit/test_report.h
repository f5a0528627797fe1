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

/// Runs one case and compares its outcome with what was expected.
[[nodiscard]] TestedCase runCase(const Decider& decider, const model::CaseDecl& declared,
                                 const logic::Case& given);

[[nodiscard]] std::string testText(const TestReport& report, support::Language language);
/// In the shape of test.schema.json.
[[nodiscard]] std::string testJson(const TestReport& report, support::Language language);

} // namespace meldc::emit
