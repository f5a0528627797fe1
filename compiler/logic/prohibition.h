#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "logic/decision_impl.h"

/// Prohibitions of some while others do it: "the teacher does not report, the head does".
///
/// What a duty forbids to known performers does not forbid it in the case when somebody else gives
/// it: a duty whose performers are all others and that fires in some case, or the edge of a question
/// that some case takes and whose performers - its own, else those of its step - are all others. Who
/// is not known may be anybody, so a performer who is only described is no one else.
namespace meldc::logic {

/// A statement that gives a consequence: a duty, or the edge of a question.
struct OtherGiver {
    bool isTask = false;
    /// Index of the duty, or of the question that has the edge.
    std::uint32_t index = 0;
    std::uint32_t edge = 0;
};

/// Per duty (by index) and consequence that it forbids: who else may give it. Prohibitions beside
/// which nobody else stands are left out.
using OtherGivers = std::map<TaskEffect, std::vector<OtherGiver>>;
OtherGivers otherGiversIn(const model::Vocabulary& vocabulary, const model::Protocol& world);

/// The prohibitions that forbid nothing in a case because others do it. When the decision is too
/// large to tell whether those ever do, they are taken to.
std::set<TaskEffect> forbiddenToSomeOnly(const model::Vocabulary& vocabulary,
                                         const model::Protocol& world);

/// Takes those out of the contributions of a decision, and notes them.
void dropForbiddenToSomeOnly(const model::Vocabulary& vocabulary, Decision::Impl& impl);

} // namespace meldc::logic
