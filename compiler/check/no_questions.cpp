#include "check/no_questions.h"

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkNoQuestions(const Subject& subject) {
    return inEachWorld(subject, [&](std::size_t world, WorldFindings& findings) {
        if (subject.decisions[world].exists()) {
            return;
        }
        Finding finding{make<Diag::NoQuestions>(subject.protocol.span)};
        // A framework that has no questions (yet) is where they are expected.
        for (const auto& use : subject.selected[world].frameworks) {
            finding.evidence.push_back(use.origin);
        }
        findings.add(world, std::move(finding));
    });
}

} // namespace meldc::check
