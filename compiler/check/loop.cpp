#include "check/loop.h"

#include "check/naming.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkDeadEnds(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        const auto& questions = here.world.questions;
        for (const auto& ending : here.analysis.endings()) {
            if (ending.kind != logic::EndingKind::Loop) {
                continue;
            }
            const auto& question = questions[ending.question];
            const auto number = logic::edgeFor(question, ending.answer);
            const auto& origin = question.edges[static_cast<std::size_t>(number)].origin;
            auto finding = shownBy(
                make<Diag::QuestionsInCircle>(origin.span, question.id, answerName(ending.answer),
                                              questions[ending.target].id),
                ending);
            finding.evidence.push_back(origin);
            findings.push_back(std::move(finding));
        }
        for (const auto& wait : here.analysis.emptyWaits()) {
            const auto& question = questions[wait.question];
            const auto& edge = question.edges[wait.edge];
            auto finding = shownBy(make<Diag::WaitWithoutEnd>(edge.origin.span, question.id,
                                                              answerName(edge.answer)),
                                   wait.example);
            finding.evidence.push_back(edge.origin);
            findings.push_back(std::move(finding));
        }
    });
}

} // namespace meldc::check
