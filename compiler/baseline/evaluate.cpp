#include "baseline/evaluate.h"

#include "baseline/applicability.h"
#include "baseline/findings.h"
#include "baseline/norm_judge.h"
#include "baseline/waivers.h"

namespace meldc::baseline {

namespace {

/// The statement that takes over the framework of the library in which `place` lies; null when it lies
/// in no such file.
const model::FrameworkUse* takenOverAt(const model::Library& library, const model::Protocol& protocol,
                                       support::Span place) {
    if (!place.hasPlace()) return nullptr;
    for (const model::FrameworkUse& use : protocol.frameworks) {
        const model::FrameworkDecl* taken = use.name.empty() ? nullptr : library.findFramework(use.name);
        if (taken != nullptr && taken->isShared && taken->span.file == place.file) return &use;
    }
    return nullptr;
}

/// A finding in a framework of the library stands in a file that the user did not write: says so, and
/// which statement of the user's takes the framework over.
void tellLibrary(const model::Library& library, const model::Protocol& protocol, Finding& finding) {
    if (const model::FrameworkUse* use = takenOverAt(library, protocol, finding.diagnostic.span)) {
        finding.diagnostic.note<diagnostics::Diag::FromLibrary>(use->origin.span, use->name);
    }
}

/// What rests on such a file is shown first at that statement: there the user can say it otherwise.
void showOwnStatement(const model::Library& library, const model::Protocol& protocol, NormResult& result) {
    std::vector<Evidence> own;
    for (const Evidence& each : result.evidence) {
        if (const model::FrameworkUse* use = takenOverAt(library, protocol, each.span)) addEvidence(own, &use->origin);
    }
    if (own.empty()) return;
    for (const Evidence& each : result.evidence) addEvidence(own, each);
    result.evidence = std::move(own);
}

std::vector<Finding> toldFindings(const model::Library& library, const check::Subject& subject,
                                  std::vector<check::Finding> findings) {
    std::vector<Finding> told = tellFindings(subject, std::move(findings));
    for (Finding& each : told) tellLibrary(library, subject.protocol, each);
    return told;
}

}  // namespace

Evaluator::Evaluator(const model::Library& library, const std::vector<model::Waiver>& waivers,
                     const check::Subject& subject, std::vector<check::Finding> findings)
    : library_(library), waivers_(waivers), subject_(subject), findings_(toldFindings(library, subject_, std::move(findings))),
      bench_(library.vocabulary, subject_, findings_), judged_(library.norms.size()) {}

const NormResult& Evaluator::timeless(std::size_t norm) {
    auto& judged = judged_[norm];
    if (!judged) {
        judged = judgeNorm(library_, library_.norms[norm], subject_.protocol, bench_);
        showOwnStatement(library_, subject_.protocol, *judged);
    }
    return *judged;
}

std::vector<NormResult> Evaluator::resultsOn(const support::Date& date) {
    const model::Vocabulary& vocabulary = library_.vocabulary;
    std::vector<NormResult> results;
    for (std::size_t index = 0; index < library_.norms.size(); ++index) {
        const model::Norm& norm = library_.norms[index];
        auto grounds = groundsFor(vocabulary, norm, subject_.protocol, date);
        if (!isSelected(vocabulary, norm, subject_.protocol, grounds)) continue;
        NormResult result = timeless(index);
        result.provisional = restOnUnreadLaw(grounds);
        result.grounds = std::move(grounds);
        if (const model::Waiver* waiver = waiverOn(waivers_, norm, subject_.protocol, date)) waive(*waiver, result);
        results.push_back(std::move(result));
    }
    return results;
}

ProtocolReport Evaluator::reportOn(const support::Date& date) {
    ProtocolReport report;
    report.protocol = &subject_.protocol;
    report.results = resultsOn(date);
    report.findings = findings_;
    for (Finding& each : waiverFindings(library_, waivers_, subject_.protocol, report.results, date)) {
        report.findings.push_back(std::move(each));
    }
    return report;
}

ProtocolReport evaluate(const model::Library& library, const std::vector<model::Waiver>& waivers,
                        const check::Subject& subject, std::vector<check::Finding> findings,
                        const support::Date& date) {
    return Evaluator(library, waivers, subject, std::move(findings)).reportOn(date);
}

}  // namespace meldc::baseline
