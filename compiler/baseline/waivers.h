#pragma once

#include "baseline/result.h"

namespace meldc::baseline {

/// The waiver of this norm that holds for the protocol on the day: its own before one of what it
/// follows. Null when there is none, and for a norm of law, which nobody can waive.
const model::Waiver* waiverOn(const std::vector<model::Waiver>& waivers, const model::Norm& norm,
                              const model::Protocol& protocol, const support::Date& date);

/// Turns the parts that are not met into Waived, and the verdict with them. A part that contradicts
/// itself or is open stays so: nobody can depart on purpose from what the text leaves undecided.
void waive(const model::Waiver& waiver, NormResult& result);

/// What is wrong with the protocol's own waivers on the day: of law, not needed, without effect,
/// ended, not yet begun, of an unknown norm; and those that name no protocol that was read.
/// `results` are the verdicts of that day.
std::vector<Finding> waiverFindings(const model::Library& library, const std::vector<model::Waiver>& waivers,
                                    const model::Protocol& protocol, const std::vector<NormResult>& results,
                                    const support::Date& date);

}  // namespace meldc::baseline
