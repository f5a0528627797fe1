#include "check/decision_size.h"

#include <algorithm>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkDecisionSize(const Examined& examined) {
    const bool isTooLarge =
        std::any_of(examined.analyses.begin(), examined.analyses.end(),
                    [](const auto& analysis) { return analysis->tooLarge(); });
    if (!isTooLarge) {
        return {};
    }
    return {Finding{make<Diag::DecisionTooLarge>(examined.subject.protocol.span)}};
}

} // namespace meldc::check
