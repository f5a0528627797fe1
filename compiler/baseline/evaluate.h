#pragma once

#include "baseline/part.h"
#include "check/check.h"

namespace meldc::baseline {

/// Judges one protocol on any number of days on which its words mean the same (see ThroughTime). What a
/// norm says of the text is found out once; a day only decides which norms hold, on which grounds, and
/// what is waived.
class Evaluator {
public:
    /// `findings` are those of check::runChecks on the same subject; they come back with their case
    /// replayed and told. All arguments must outlive the evaluator and the reports.
    Evaluator(const model::Library& library, const std::vector<model::Waiver>& waivers,
              const check::Subject& subject, std::vector<check::Finding> findings);

    /// The verdict on every norm that the day, the sectors and what the protocol adheres to select,
    /// in the order of the library.
    std::vector<NormResult> resultsOn(const support::Date& date);
    /// The same with all findings.
    ProtocolReport reportOn(const support::Date& date);

private:
    /// The verdict on the norm with this number, whatever the day.
    const NormResult& timeless(std::size_t norm);

    const model::Library& library_;
    const std::vector<model::Waiver>& waivers_;
    const check::Subject subject_;
    std::vector<Finding> findings_;
    Bench bench_;
    /// By the number of the norm in the library; judged when first needed.
    std::vector<std::optional<NormResult>> judged_;
};

/// Judges a protocol on one day. All arguments must outlive the report.
///
/// A waiver of a professional or house norm turns what is not met into `Waived` while it is valid; a
/// waiver of law is not honoured, and found.
ProtocolReport evaluate(const model::Library& library, const std::vector<model::Waiver>& waivers,
                        const check::Subject& subject, std::vector<check::Finding> findings,
                        const support::Date& date);

}  // namespace meldc::baseline
