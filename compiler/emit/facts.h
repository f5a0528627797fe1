#pragma once

#include "logic/case.h"
#include "model/protocol.h"

#include <vector>

namespace meldc::emit {

/// The facts that questions, routes and conditional duties of a protocol read, in declared order.
[[nodiscard]] std::vector<model::FactId> factsRead(const model::Vocabulary& vocabulary,
                                                   const model::Protocol& protocol);

/// The facts to show of a case: those that the decision reads, and those that differ from the quiet
/// case (unknown ones among them). In declared order.
[[nodiscard]] std::vector<model::FactId> factsToShow(const model::Vocabulary& vocabulary,
                                                     const model::Protocol& protocol,
                                                     const logic::Case& given);

} // namespace meldc::emit
