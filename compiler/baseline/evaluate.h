#pragma once

#include "baseline/result.h"
#include "check/check.h"

namespace meldc::baseline {

/// Judges a protocol against every norm that `date`, its sectors and what it adheres to select, in
/// the order of the library. `findings` are those of check::runChecks on the same subject; they come
/// back with their case replayed and told. All arguments must outlive the report.
///
/// A waiver of a professional or house norm turns what is not met into `Waived` while it is valid; a
/// waiver of law is not honoured and listed as refused.
ProtocolReport evaluate(const model::Library& library, const std::vector<model::Waiver>& waivers,
                        const check::Subject& subject, std::vector<check::Finding> findings,
                        const support::Date& date);

}  // namespace meldc::baseline
