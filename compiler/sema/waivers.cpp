#include "sema/waivers.h"

#include <algorithm>

#include "diagnostics/wording.h"
#include "support/names.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

bool holdsProtocol(const syntax::Document& document) {
    return std::any_of(document.units.begin(), document.units.end(),
                       [](const syntax::Unit& unit) { return !unit.isFramework; });
}

std::string textOf(const std::optional<syntax::Name>& written) { return written ? written->text : std::string(); }

/// Reports what the waiver lacks; true when it is whole.
bool isWhole(const syntax::Waiver& written, bool isReported, diagnostics::Sink& sink) {
    bool whole = true;
    const auto need = [&](bool isThere, Wording what) {
        if (isThere) return;
        whole = false;
        if (!isReported) return;
        sink.add(make<Diag::WaiverIncomplete>(written.span, written.norm.text, diagnostics::wording(what)));
    };
    need(!textOf(written.reason).empty(), Wording::WaiverReason);
    need(!textOf(written.decidedBy).empty() && written.decidedOn.has_value(), Wording::WaiverDecision);
    need(written.valid.from.has_value(), Wording::WaiverFrom);
    need(written.valid.until.has_value(), Wording::WaiverUntil);
    return whole;
}

/// Names among which a name in a waiver is looked up.
struct KnownNames {
    std::vector<std::string> norms;
    std::vector<std::string> units;
};

KnownNames namesIn(const model::Program& program) {
    KnownNames names;
    for (const model::Norm& each : program.library->norms) names.norms.push_back(each.id);
    for (const model::Protocol& each : program.protocols) names.units.push_back(each.name);
    return names;
}

/// Whether the name is known; if not, `nearest` is what may have been meant.
bool lookUp(const std::string& name, const std::vector<std::string>& known, std::string& nearest) {
    if (std::find(known.begin(), known.end(), name) != known.end()) return true;
    nearest = support::nearestName(name, known).value_or(std::string());
    return false;
}

model::Waiver resolved(const syntax::Waiver& written, const KnownNames& names) {
    model::Waiver waiver;
    waiver.norm = written.norm.text;
    waiver.unit = written.unit.text;
    waiver.reason = textOf(written.reason);
    waiver.decidedBy = textOf(written.decidedBy);
    waiver.decidedOn = *written.decidedOn;
    waiver.valid = written.valid;
    waiver.span = written.span;
    waiver.isNormKnown = lookUp(waiver.norm, names.norms, waiver.nearestNorm);
    waiver.isUnitKnown = lookUp(waiver.unit, names.units, waiver.nearestUnit);
    return waiver;
}

}  // namespace

std::vector<model::Waiver> buildWaivers(const model::Program& program, const std::vector<syntax::Document>& documents,
                                        diagnostics::Sink& sink) {
    const KnownNames names = namesIn(program);
    std::vector<model::Waiver> waivers;
    for (const syntax::Document& document : documents) {
        const bool isMisplaced = holdsProtocol(document);
        // What is missing may be what could not be read, and that was told.
        const bool isReported = document.faults.empty();
        for (const syntax::Waiver& written : document.waivers) {
            if (isMisplaced) {
                sink.add(make<Diag::WaiverMisplaced>(written.span, diagnostics::wording(Wording::BesideAProtocol)));
            } else if (isWhole(written, isReported, sink)) {
                waivers.push_back(resolved(written, names));
            }
        }
    }
    return waivers;
}

void refuseWaivers(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    for (const syntax::Document& document : documents) {
        for (const syntax::Waiver& written : document.waivers) {
            sink.add(make<Diag::WaiverMisplaced>(written.span, diagnostics::wording(Wording::InTheLibrary)));
        }
    }
}

}  // namespace meldc::sema
