#pragma once

#include <vector>

#include "logic/case.h"
#include "logic/decision.h"
#include "logic/structure.h"

/// Direct evaluation of conditions, without diagrams.
namespace meldc::logic {

/// Evaluates conditions over sets of answers that are still possible. For a complete case every set
/// holds one answer and so does the result. With open facts the result holds every answer that can
/// come out, and perhaps more (`a of niet a` is not seen through).
class TruthReader {
public:
    TruthReader(const Reading& reading, const std::vector<Assumed>& assumed)
        : reading_(reading), assumed_(assumed) {}

    /// `counting`: Reading::of the question whose condition it is, else nullptr.
    [[nodiscard]] AnswerSet read(const model::Condition& condition, const CountsFor* counting,
                                 const Domains& domains) const;

private:
    [[nodiscard]] AnswerSet readFact(FactId fact, const CountsFor* counting,
                                     const Domains& domains) const;
    [[nodiscard]] AnswerSet readAnyDoubt(const Domains& domains) const;
    [[nodiscard]] AnswerSet readTerm(const model::Condition& condition) const;

    const Reading& reading_;
    const std::vector<Assumed>& assumed_;
};

} // namespace meldc::logic
