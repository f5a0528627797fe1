#include "check/conflict.h"

#include <algorithm>

#include "check/naming.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Severity;
using model::Modality;

namespace {

const model::Origin& originOf(const model::Protocol& world, const logic::Giver& giver) {
    return giver.isTask ? world.tasks[giver.index].origin
                        : world.questions[giver.index].edges[giver.edge].origin;
}

void addNote(diagnostics::Diagnostic& diagnostic, support::Span place, Modality modality,
             const support::Localized& label) {
    switch (modality) {
    case Modality::Must:
        diagnostic.note<Diag::DemandedHere>(place, label);
        break;
    case Modality::May:
        diagnostic.note<Diag::AllowedHere>(place, label);
        break;
    case Modality::MayNot:
        diagnostic.note<Diag::ForbiddenHere>(place, label);
        break;
    }
}

/// Puts the finding where something is ruled out, else at the last of the statements; with a note at
/// each.
Finding told(const DecisionOfWorld& here, const logic::Conflict& conflict,
             diagnostics::Diagnostic diagnostic) {
    if (!conflict.isCertain) {
        diagnostic.severity = Severity::Info;
    }
    auto finding = shownBy(std::move(diagnostic), conflict.example);
    auto givers = conflict.givers;
    std::stable_sort(givers.begin(), givers.end(), [&](const auto& a, const auto& b) {
        return originOf(here.world, a).span < originOf(here.world, b).span;
    });
    bool isRuledOut = false;
    for (const auto& giver : givers) {
        const auto& origin = originOf(here.world, giver);
        finding.evidence.push_back(origin);
        if (!isRuledOut) {
            finding.diagnostic.span = origin.span;
        }
        isRuledOut = isRuledOut || giver.modality == Modality::MayNot;
        addNote(finding.diagnostic, origin.span, giver.modality,
                labelOf(here.subject.vocabulary, giver.consequence));
    }
    return finding;
}

} // namespace

std::vector<Finding> checkConflicts(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        const auto& vocabulary = here.subject.vocabulary;
        const auto place = here.world.span;
        for (const auto& conflict : here.analysis.contradictions()) {
            const auto label = labelOf(vocabulary, conflict.consequence);
            findings.push_back(told(here, conflict,
                                    conflict.isDemanded
                                        ? make<Diag::DemandedAndForbidden>(place, label)
                                        : make<Diag::AllowedAndForbidden>(place, label)));
        }
        for (const auto& conflict : here.analysis.exclusions()) {
            findings.push_back(told(
                here, conflict,
                make<Diag::ExcludedTogether>(place, labelOf(vocabulary, conflict.consequence),
                                             labelOf(vocabulary, conflict.other))));
        }
    });
}

} // namespace meldc::check
