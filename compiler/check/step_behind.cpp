#include "check/step_behind.h"

#include "check/naming.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkStepsBehind(const Subject& subject) {
    const model::Protocol& protocol = subject.protocol;
    std::vector<Finding> findings;
    for (const model::Question& question : protocol.questions) {
        for (const model::Edge& edge : question.edges) {
            const model::StepId target = protocol.findStep(edge.step);
            // With a question to go on with, the step only says where that is.
            const bool goesOn = edge.target != model::TargetKind::End;
            if (edge.step.empty() || edge.origin.draft || goesOn || !target.isValid() ||
                !question.step.isValid() || target.value > question.step.value) {
                continue;
            }
            Finding finding{make<Diag::StepBehind>(edge.origin.span, question.id,
                                                   answerName(edge.answer), edge.step)};
            finding.evidence.push_back(edge.origin);
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace meldc::check
