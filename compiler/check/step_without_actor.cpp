#include "check/step_without_actor.h"

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkStepActors(const Subject& subject) {
    // A framework or its template is about questions; who does what is for the code that applies it.
    if (subject.protocol.kind == model::UnitKind::Framework) {
        return {};
    }
    return inEachWorld(subject, [&](std::size_t number, WorldFindings& findings) {
        const auto& world = subject.selected[number];
        std::vector<bool> hasActor(world.steps.size());
        for (const auto& task : world.tasks) {
            if (task.home.step.isValid()) {
                hasActor[task.home.step.value] = true;
            }
        }
        for (const auto& question : world.questions) {
            if (question.step.isValid() && !question.performers.empty()) {
                hasActor[question.step.value] = true;
            }
        }
        for (const auto& decision : world.decisions) {
            const bool isSaid = !decision.owners.empty() || !decision.deciders.empty();
            if (decision.step.isValid() && isSaid) {
                hasActor[decision.step.value] = true;
            }
        }
        for (std::size_t index = 0; index < world.steps.size(); ++index) {
            const auto& step = world.steps[index];
            const bool isSaid = hasActor[index] || !step.performers.empty() ||
                                !step.owners.empty() || !step.deciders.empty() ||
                                !step.participants.empty();
            if (!step.id.empty() && !isSaid) {
                Finding finding{make<Diag::StepWithoutActor>(step.origin.span, step.id)};
                finding.evidence.push_back(step.origin);
                findings.add(number, std::move(finding));
            }
        }
    });
}

} // namespace meldc::check
