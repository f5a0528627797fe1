#include "sema/acceptances.h"

#include <algorithm>

#include "diagnostics/wording.h"
#include "sema/conditions.h"
#include "support/names.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

bool hasProtocol(const syntax::Document& document) {
    return std::any_of(document.units.begin(), document.units.end(),
                       [](const syntax::Unit& unit) { return !unit.isFramework; });
}

bool isWritten(const std::optional<syntax::Name>& text) { return text && !text->text.empty(); }

/// Reports what the acceptance lacks; true when it is whole.
bool isWholeAcceptance(const syntax::Acceptance& written, bool isReported, diagnostics::Sink& sink) {
    bool whole = true;
    const auto need = [&](bool isThere, Wording what) {
        if (isThere) return;
        whole = false;
        if (isReported) {
            sink.add(make<Diag::AcceptanceIncomplete>(written.span, written.unit.text, diagnostics::wording(what)));
        }
    };
    need(!written.losses.empty(), Wording::AcceptanceLoss);
    need(isWritten(written.reason), Wording::WaiverReason);
    need(isWritten(written.decidedBy) && written.decidedOn.has_value(), Wording::WaiverDecision);
    need(written.until.has_value(), Wording::AcceptanceUntil);
    return whole;
}

class AcceptanceBuilder {
public:
    AcceptanceBuilder(const model::Program& program, diagnostics::Sink& sink)
        : scope_(program.library->vocabulary, sink) {
        for (const model::Protocol& each : program.protocols) units_.push_back(each.name);
    }

    /// Nothing when a name in it is unknown, which is reported.
    std::optional<model::Acceptance> build(const syntax::Acceptance& written) const {
        model::Acceptance result;
        if (written.label) result.label = written.label->text;
        result.unit = written.unit.text;
        result.reason = written.reason->text;
        result.decidedBy = written.decidedBy->text;
        result.decidedOn = *written.decidedOn;
        result.until = *written.until;
        result.span = written.span;
        result.isUnitKnown = std::find(units_.begin(), units_.end(), result.unit) != units_.end();
        if (!result.isUnitKnown) {
            result.nearestUnit = support::nearestName(result.unit, units_).value_or(std::string());
        }
        bool isResolved = true;
        for (const syntax::AcceptedLoss& each : written.losses) {
            if (auto loss = resolved(each)) {
                result.losses.push_back(std::move(*loss));
            } else {
                isResolved = false;
            }
        }
        if (!isResolved) return std::nullopt;
        return result;
    }

private:
    std::optional<model::AcceptedLoss> resolved(const syntax::AcceptedLoss& written) const {
        model::AcceptedLoss loss;
        loss.span = written.span;
        for (const syntax::Name& name : written.consequences) {
            const auto id = scope_.concept_(name, {ConceptKind::Consequence}, Wording::AConsequence);
            if (!id) return std::nullopt;
            loss.consequences.push_back(*id);
        }
        if (written.when) {
            loss.when = resolveCondition(*written.when, scope_);
            if (!loss.when) return std::nullopt;
        }
        return loss;
    }

    const Scope scope_;
    std::vector<std::string> units_;
};

}  // namespace

std::vector<model::Acceptance> buildAcceptances(const model::Program& program,
                                                const std::vector<syntax::Document>& documents,
                                                diagnostics::Sink& sink) {
    const AcceptanceBuilder builder(program, sink);
    std::vector<model::Acceptance> acceptances;
    for (const syntax::Document& document : documents) {
        const bool isMisplaced = hasProtocol(document);
        // What is missing may be what could not be read, and that was told.
        const bool isReported = document.faults.empty();
        for (const syntax::Acceptance& written : document.acceptances) {
            if (isMisplaced) {
                sink.add(make<Diag::AcceptanceMisplaced>(written.span, diagnostics::wording(Wording::BesideAProtocol)));
            } else if (isWholeAcceptance(written, isReported, sink)) {
                if (auto acceptance = builder.build(written)) acceptances.push_back(std::move(*acceptance));
            }
        }
    }
    return acceptances;
}

void refuseAcceptances(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    for (const syntax::Document& document : documents) {
        for (const syntax::Acceptance& written : document.acceptances) {
            sink.add(make<Diag::AcceptanceMisplaced>(written.span, diagnostics::wording(Wording::InTheLibrary)));
        }
    }
}

}  // namespace meldc::sema
