#pragma once

#include <map>
#include <memory>

#include "baseline/evaluate.h"

namespace meldc::baseline {

/// The evaluators of one protocol for all days. Names and sources that the text uses become outdated on
/// known days; between two of these the text says the same, and one evaluator serves.
class ThroughTime {
public:
    /// All arguments must outlive it, and the results.
    ThroughTime(const model::Library& library, const std::vector<model::Waiver>& waivers,
                const check::Subject& subject);
    ~ThroughTime();

    /// The evaluator for the day; made when first needed.
    Evaluator& on(const support::Date& day);
    /// The days on which another evaluator begins, sorted.
    const std::vector<support::Date>& turns() const { return turns_; }

private:
    struct Era;

    const model::Library& library_;
    const std::vector<model::Waiver>& waivers_;
    const check::Subject subject_;
    std::vector<support::Date> turns_;
    /// By the number of turns that lie behind.
    std::map<std::size_t, std::unique_ptr<Era>> eras_;
};

}  // namespace meldc::baseline
