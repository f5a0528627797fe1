#include "check/blank.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Severity;

std::vector<Finding> checkBlanks(const Subject& subject) {
    const auto& protocol = subject.protocol;
    std::vector<Finding> findings;
    const auto add = [&](diagnostics::Diagnostic diagnostic, const model::Origin& origin) {
        // A template is there to be filled in.
        if (protocol.kind == model::UnitKind::Template) {
            diagnostic.severity = Severity::Info;
        }
        Finding finding{std::move(diagnostic)};
        finding.evidence.push_back(origin);
        findings.push_back(std::move(finding));
    };
    for (const auto& blank : protocol.blanks) {
        if (!blank.origin.draft) {
            add(make<Diag::BlankLeft>(blank.origin.span, blank.text), blank.origin);
        }
    }
    for (const auto& use : protocol.frameworks) {
        if (!use.openTerm.empty() && !use.origin.draft) {
            add(make<Diag::FrameworkNotChosen>(use.origin.span, use.openTerm), use.origin);
        }
    }
    return findings;
}

} // namespace meldc::check
