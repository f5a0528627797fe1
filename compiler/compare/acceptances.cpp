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

/// Whether two versions of the file have the same decision; a longer term is another one.
bool isSameDecision(const model::Acceptance& a, const model::Acceptance& b) {
    return a.unit == b.unit && a.decidedOn == b.decidedOn && a.decidedBy == b.decidedBy && a.until == b.until &&
           a.reason == b.reason && a.losses.size() == b.losses.size();
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

bool Coverage::hasEffect(const Loss& loss) {
    const auto& named = loss.loss->consequences;
    const auto isLacking = [&](model::ConceptId consequence) {
        return !isNone(comparison_.count(comparison_.both(loss.where, comparison_.lackingAfter(consequence))));
    };
    return named.empty() ? isLacking({}) : std::any_of(named.begin(), named.end(), isLacking);
}

std::vector<UsedAcceptance> Coverage::used() {
    std::vector<UsedAcceptance> result;
    for (const model::Acceptance* acceptance : acceptances_) {
        const bool isInEffect = std::any_of(losses_.begin(), losses_.end(), [&](const Loss& each) {
            return each.acceptance == acceptance && hasEffect(each);
        });
        result.push_back({acceptance, comparison_.count(used_[acceptance]), isInEffect});
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

std::vector<diagnostics::Diagnostic> datedFindings(const std::vector<model::Acceptance>& acceptances,
                                                   const model::Protocol& protocol, const support::Date& day,
                                                   const support::Date& today) {
    std::vector<diagnostics::Diagnostic> findings;
    for (const model::Acceptance& each : acceptances) {
        const bool isOfThis = each.unit == protocol.name;
        if (!each.isUnitKnown) {
            findings.push_back(make<Diag::AcceptanceUnknownProtocol>(
                each.span, each.unit,
                each.nearestUnit.empty() ? wording(Wording::SeeTheName)
                                         : wording(Wording::PerhapsMeant, {each.nearestUnit})));
        } else if (isOfThis && each.until < day && each.until < today) {
            findings.push_back(
                make<Diag::AcceptanceExpired>(each.span, each.unit, support::same(each.until.str())));
        } else if (isOfThis && day < each.decidedOn) {
            findings.push_back(
                make<Diag::AcceptanceNotYetDecided>(each.span, each.unit, support::same(each.decidedOn.str())));
        } else if (isOfThis && each.until < day.plusDays(kNoticeDays)) {
            findings.push_back(
                make<Diag::AcceptanceEnding>(each.span, each.unit, support::same(each.until.str())));
        }
    }
    return findings;
}

std::vector<diagnostics::Diagnostic> acceptanceFindings(const std::vector<model::Acceptance>& before,
                                                        const std::vector<model::Acceptance>& after,
                                                        const model::Protocol& protocol, const support::Date& day,
                                                        const CasesDifference& cases) {
    std::vector<diagnostics::Diagnostic> findings = datedFindings(after, protocol, day, day);
    for (const UsedAcceptance& each : cases.accepted) {
        const model::Acceptance& acceptance = *each.acceptance;
        // What a board accepted need not be of use in every school.
        if (!isNone(each.cases) || cases.tooLarge || acceptance.unit != protocol.name) {
            continue;
        }
        const bool wasThere = std::any_of(before.begin(), before.end(),
                                          [&](const auto& one) { return isSameDecision(one, acceptance); });
        if (wasThere && each.isInEffect) {
            findings.push_back(make<Diag::AcceptanceTakenUp>(acceptance.span, acceptance.unit,
                                                             support::same(acceptance.until.str())));
        } else {
            findings.push_back(make<Diag::AcceptanceUnused>(acceptance.span, acceptance.unit));
        }
    }
    return findings;
}

} // namespace meldc::compare
