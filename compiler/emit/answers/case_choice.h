#pragma once

#include "emit/answers/test_coverage.h"

#include <vector>

/// Worked examples that a program writes and a person confirms.
namespace meldc::emit {

/// Cases that touch all rows and answers that no case touches yet, as far as some case can.
struct ChosenCases {
    /// None can be left out. In the order in which they were needed, the most telling first.
    std::vector<model::CaseDecl> cases;
    /// Rows and answers that no case that was tried touches.
    std::size_t unreached = 0;
};

/// `touched`: what is touched already. Every case that the vocabulary allows is tried, up to
/// kMaxWalkedCases in all worlds; of a larger decision one for each row with each answer of each question.
[[nodiscard]] ChosenCases chooseCases(const Decider& decider, const CoverageMap& map, const Touched& touched);

/// A case with its facts and the whole outcome that it has now. Marked as
/// a draft and named after its facts, in Dutch.
[[nodiscard]] model::CaseDecl declaredCase(const Decider& decider, const logic::Case& given);

/// The case that breaks a requirement, marked as a draft: what is expected is what the requirement asks, when
/// an outcome can say that; else the outcome as it is.
[[nodiscard]] model::CaseDecl declaredCase(const Decider& decider, const model::Requirement& requirement,
                                           const baseline::Counterexample& example);

} // namespace meldc::emit
