#include "check/blank.h"

#include "diagnostics/phrases.h"

#include <string>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;
using diagnostics::Severity;

namespace {

/// What to write so that nothing is left open: in the slot of the blank, or in its own place.
support::Localized howToFill(const model::Protocol& protocol, const model::Blank& blank) {
    const bool isInherited = blank.origin.level > 0;
    if (!blank.slot.empty()) {
        return phrase(isInherited ? Phrase::FillSlot : Phrase::FillByFollower, blank.slot);
    }
    if (!isInherited && protocol.kind != model::UnitKind::Template) {
        return phrase(Phrase::FillHere);
    }
    return phrase(Phrase::FillAndLapse, blank.name.empty() ? "\"" + blank.text + "\"" : blank.name);
}

} // namespace

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
            add(make<Diag::BlankLeft>(blank.origin.span, blank.text, howToFill(protocol, blank)), blank.origin);
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
