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

/// A whole line that fills the slot, with an example behind its name.
support::Localized exampleFor(const model::Blank& blank) {
    switch (*blank.slotKind) {
    case syntax::LapseKind::Organisation:
    case syntax::LapseKind::Authority:
    case syntax::LapseKind::Version:
        return phrase(Phrase::FillText, blank.slot);
    case syntax::LapseKind::Adopted:
        return phrase(Phrase::FillAdopted, blank.slot);
    case syntax::LapseKind::Consent:
        return phrase(Phrase::FillConsent, blank.slot);
    case syntax::LapseKind::Valid:
        return phrase(Phrase::FillValid, blank.slot);
    case syntax::LapseKind::Authorised:
        return phrase(Phrase::FillAuthorised, blank.slot);
    case syntax::LapseKind::Contact:
        return phrase(Phrase::FillContact, blank.slot);
    case syntax::LapseKind::System:
        return phrase(Phrase::FillSystem, blank.slot);
    case syntax::LapseKind::Role:
        return phrase(Phrase::FillRole, blank.slot);
    default:
        return phrase(Phrase::FillOther, blank.slot);
    }
}

/// What to write so that nothing is left open: in the slot of the blank, or in its own place.
support::Localized howToFill(const model::Protocol& protocol, const model::Blank& blank) {
    const bool isInherited = blank.origin.level > 0;
    if (!blank.slot.empty()) {
        return phrase(isInherited ? Phrase::FillSlot : Phrase::FillByFollower, exampleFor(blank));
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
