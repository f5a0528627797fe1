#include "check/hole.h"

#include "check/naming.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using logic::EndingKind;

namespace {

Finding findingOf(const model::Question& question, const logic::Ending& ending) {
    const auto answer = answerName(ending.answer);
    if (ending.kind == EndingKind::Hole) {
        auto diagnostic = ending.answer == model::Answer::Doubt
                              ? make<Diag::HoleForDoubt>(question.origin.span, question.id)
                              : make<Diag::HoleForAnswer>(question.origin.span, question.id, answer);
        auto finding = shownBy(std::move(diagnostic), ending);
        finding.evidence.push_back(question.origin);
        return finding;
    }
    const auto number = logic::edgeFor(question, ending.answer);
    const auto& edge = question.edges[static_cast<std::size_t>(number)];
    auto diagnostic =
        ending.kind == EndingKind::Open
            ? make<Diag::OpenEnd>(edge.origin.span, question.id, answer, edge.openTerm)
            : make<Diag::AbsentTarget>(edge.origin.span, question.id, answer, edge.question);
    auto finding = shownBy(std::move(diagnostic), ending);
    finding.evidence.push_back(edge.origin);
    return finding;
}

} // namespace

std::vector<Finding> checkHoles(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        for (const auto& ending : here.analysis.endings()) {
            if (ending.kind != EndingKind::Loop) {
                findings.push_back(findingOf(here.world.questions[ending.question], ending));
            }
        }
    });
}

} // namespace meldc::check
