#include "baseline/findings.h"

#include <algorithm>

#include "baseline/behavioural.h"
#include "baseline/coverage.h"
#include "baseline/worlds.h"

namespace meldc::baseline {

namespace {

/// The world in which the case of a finding plays: the one it names, else the first.
std::size_t worldOf(const check::Subject& subject, const check::Finding& finding) {
    if (!finding.world) return 0;
    const auto at = std::find(subject.worlds.begin(), subject.worlds.end(), *finding.world);
    return at == subject.worlds.end() ? 0 : static_cast<std::size_t>(at - subject.worlds.begin());
}

/// What is missing may stand in lines that were not read: then it is no more than information.
void reserve(diagnostics::Diagnostic& diagnostic) {
    if (!check::restsOnSilence(diagnostic.id)) return;
    diagnostic.severity = std::min(diagnostic.severity, diagnostics::Severity::Info);
    diagnostic.note<diagnostics::Diag::NotReadToTheEnd>({});
}

}  // namespace

std::vector<Finding> tellFindings(const check::Subject& subject, std::vector<check::Finding> findings) {
    std::vector<Finding> result;
    result.reserve(findings.size());
    const bool isWholeText = isWhollyRead(subject);
    for (check::Finding& each : findings) {
        Finding finding{std::move(each.diagnostic), {}, std::nullopt};
        for (const model::Origin& origin : each.evidence) addEvidence(finding.evidence, &origin);
        if (each.facts && !subject.worlds.empty()) {
            const auto at = worldOf(subject, each);
            std::vector<Localized> premises;
            // Told only when it does not hold in all worlds.
            if (each.world) premises = premisesOf(subject.protocol, subject.worlds[at], subject.worlds.front());
            const Told told{subject.vocabulary, subject.selected[at], nullptr, premises};
            finding.counterexample = walkThrough(told, subject.worlds[at], *each.facts, each.assumed);
            finding.diagnostic.story = finding.counterexample->story;
        }
        if (!isWholeText) reserve(finding.diagnostic);
        result.push_back(std::move(finding));
    }
    return result;
}

}  // namespace meldc::baseline
