#include "baseline/prove.h"

#include <algorithm>

#include "baseline/findings.h"
#include "baseline/part.h"
#include "diagnostics/phrases.h"

namespace meldc::baseline {

ProveResult proveRequirement(const model::Library& library, const check::Subject& subject,
                             const model::Requirement& requirement) {
    std::vector<Finding> findings;
    const auto isOnFindings = [](const model::Requirement& each) {
        return each.kind == syntax::RequirementKind::NoFinding;
    };
    if (isOnFindings(requirement) ||
        std::any_of(requirement.otherwise.begin(), requirement.otherwise.end(), isOnFindings)) {
        findings = tellFindings(subject, check::runChecks(subject));
    }
    Bench bench(library.vocabulary, subject, findings);
    const Localized message = requirement.message.isEmpty()
                                  ? diagnostics::phrase(diagnostics::Phrase::RequirementRefuted, requirement.text)
                                  : requirement.message;
    ProveResult result;
    result.truncated = subject.truncated;
    PartVerdicts verdicts;
    result.part = judgePart(bench, requirement, true, {}, message, &verdicts);
    for (const WorldVerdict& each : verdicts) {
        result.holds += each.status == Status::Satisfied ? 1U : 0U;
        result.refuted += each.status == Status::Violated ? 1U : 0U;
        result.open += each.status == Status::Open ? 1U : 0U;
        result.tooLarge = result.tooLarge || each.isTooLarge;
    }
    return result;
}

}  // namespace meldc::baseline
