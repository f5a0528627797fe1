#include "compare/acceptances.h"

#include <algorithm>

#include "diagnostics/wording.h"

namespace meldc::compare {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using diagnostics::wording;
using logic::Comparison;

namespace {

/// Whether an acceptance is about a protocol, or about one that it follows: a board decides for its schools.
bool concerns(const model::Acceptance& acceptance, const model::Protocol& protocol) {
    return acceptance.unit == protocol.name ||
           std::find(protocol.follows.begin(), protocol.follows.end(), acceptance.unit) != protocol.follows.end();
}

} // namespace

Coverage::Coverage(Comparison& comparison, const std::vector<const model::Acceptance*>& acceptances,
                   const model::Protocol& world)
    : comparison_(comparison), acceptances_(acceptances) {
    for (const model::Acceptance* acceptance : acceptances) {
        used_[acceptance] = Comparison::Area{};
        for (const model::AcceptedLoss& loss : acceptance->losses) {
            losses_.push_back({acceptance, &loss,
                               loss.when ? comparison.where(*loss.when, world) : comparison.everything()});
        }
    }
}

Comparison::Area Coverage::acceptedFor(model::ConceptId lost, bool isOutcome, Comparison::Area area) {
    auto result = Comparison::Area{};
    for (const Loss& each : losses_) {
        const auto& named = each.loss->consequences;
        const bool isAbout = isOutcome ? named.empty() : std::find(named.begin(), named.end(), lost) != named.end();
        if (!isAbout) {
            continue;
        }
        const auto covered = comparison_.both(area, each.where);
        auto& used = used_[each.acceptance];
        used = comparison_.either(used, covered);
        result = comparison_.either(result, covered);
    }
    return result;
}

Comparison::Area Coverage::uncovered(const logic::Shift& shift, const Rating& rating, Comparison::Area area) {
    if (shift.isUndetermined) {
        return comparison_.without(area, acceptedFor({}, true, area));
    }
    auto open = Comparison::Area{};
    for (const model::ConceptId lost : rating.lost) {
        open = comparison_.either(open, comparison_.without(area, acceptedFor(lost, false, area)));
    }
    return open;
}

std::vector<UsedAcceptance> Coverage::used() {
    std::vector<UsedAcceptance> result;
    for (const model::Acceptance* acceptance : acceptances_) {
        result.push_back({acceptance, comparison_.count(used_[acceptance])});
    }
    return result;
}

std::vector<const model::Acceptance*> acceptancesOn(const std::vector<model::Acceptance>& acceptances,
                                                    const model::Protocol& protocol, const support::Date& day) {
    std::vector<const model::Acceptance*> result;
    for (const model::Acceptance& each : acceptances) {
        if (concerns(each, protocol) && each.decidedOn <= day && day <= each.until) {
            result.push_back(&each);
        }
    }
    return result;
}

std::vector<diagnostics::Diagnostic> acceptanceFindings(const std::vector<model::Acceptance>& acceptances,
                                                        const model::Protocol& protocol, const support::Date& day,
                                                        const CasesDifference& cases) {
    std::vector<diagnostics::Diagnostic> findings;
    for (const model::Acceptance& each : acceptances) {
        if (!each.isUnitKnown) {
            findings.push_back(make<Diag::AcceptanceUnknownProtocol>(
                each.span, each.unit,
                each.nearestUnit.empty() ? wording(Wording::SeeTheName)
                                         : wording(Wording::PerhapsMeant, {each.nearestUnit})));
        } else if (each.unit == protocol.name && each.until < day) {
            findings.push_back(
                make<Diag::AcceptanceExpired>(each.span, each.unit, support::same(each.until.str())));
        } else if (each.unit == protocol.name && day < each.decidedOn) {
            findings.push_back(
                make<Diag::AcceptanceNotYetDecided>(each.span, each.unit, support::same(each.decidedOn.str())));
        }
    }
    for (const UsedAcceptance& each : cases.accepted) {
        // What a board accepted need not be of use in every school.
        if (isNone(each.cases) && !cases.tooLarge && each.acceptance->unit == protocol.name) {
            findings.push_back(make<Diag::AcceptanceUnused>(each.acceptance->span, each.acceptance->unit));
        }
    }
    return findings;
}

} // namespace meldc::compare
