#include "baseline/applicability.h"
#include "baseline/evaluate.h"
#include "baseline/findings.h"
#include "baseline/prove.h"
#include "check/check.h"
#include "check/in_force.h"
#include "compare/acceptances.h"
#include "driver/pipeline.h"

namespace meldc::driver {

namespace {

check::Subject subjectOf(const model::Vocabulary& vocabulary, const Analysis& analysis,
                         const evidence::Examination* examination) {
    return {vocabulary,
            *analysis.protocol,
            analysis.worlds.all,
            analysis.selected,
            analysis.decisions,
            analysis.worlds.truncated,
            examination == nullptr ? nullptr : &examination->reading};
}

} // namespace

baseline::ProtocolReport judge(const model::Program& program, const Analysis& analysis,
                               const support::Date& date,
                               const evidence::Examination* examination,
                               std::optional<support::Date> today) {
    const check::Subject subject = subjectOf(program.library->vocabulary, analysis, examination);
    std::vector<check::Finding> findings = check::runChecks(subject, date);
    if (examination != nullptr) {
        findings.insert(findings.end(), examination->findings.begin(),
                        examination->findings.end());
    }
    baseline::ProtocolReport report =
        baseline::evaluate(program.library, program.waivers, subject, std::move(findings), date);
    for (diagnostics::Diagnostic& each :
         compare::datedFindings(program.acceptances, *analysis.protocol, date, today.value_or(date))) {
        report.findings.push_back({std::move(each), {}, std::nullopt});
    }
    return report;
}

std::vector<baseline::Finding> findingsOf(const model::Library& library, const Analysis& analysis,
                                          const support::Date& date) {
    const check::Subject subject = subjectOf(library.vocabulary, analysis, nullptr);
    return baseline::tellFindings(subject, check::runChecks(subject, date));
}

baseline::Timeline timeline(const model::Program& program, const Analysis& analysis,
                            const support::Date& today, baseline::ProtocolReport& report) {
    const check::Subject subject = subjectOf(program.library->vocabulary, analysis, nullptr);
    baseline::ThroughTime evaluators(program.library, program.waivers, subject);
    report = evaluators.on(today).reportOn(today);
    // The evaluator's own copy is gone with it.
    report.protocol = analysis.protocol;
    for (baseline::Finding& each :
         baseline::tellFindings(subject, check::checkInForce(subject, today))) {
        report.findings.push_back(std::move(each));
    }
    return baseline::timelineOf(program.library, program.waivers, *analysis.protocol, evaluators,
                                today);
}

baseline::ProveResult prove(const model::Library& library, const Analysis& analysis,
                            const model::Requirement& requirement,
                            const evidence::Examination* examination) {
    return baseline::proveRequirement(
        library, subjectOf(library.vocabulary, analysis, examination), requirement);
}

std::vector<const model::Norm*> selectedNorms(const model::Library& library,
                                              const model::Protocol& protocol,
                                              const support::Date& date) {
    std::vector<const model::Norm*> result;
    for (const model::Norm& norm : library.norms) {
        const auto grounds = baseline::groundsFor(library.vocabulary, norm, protocol, date);
        if (baseline::isSelected(library.vocabulary, norm, protocol, grounds)) {
            result.push_back(&norm);
        }
    }
    return result;
}

} // namespace meldc::driver
