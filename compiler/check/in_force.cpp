#include "check/in_force.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;

namespace {

Finding notInForce(const model::Origin& origin, const support::Date& day, Phrase why,
                   const support::Date& limit) {
    Finding finding{make<Diag::NotInForce>(origin.span, day.str(),
                                           phrase(why, support::same(limit.str())))};
    finding.evidence.push_back(origin);
    return finding;
}

} // namespace

std::vector<Finding> checkInForce(const Subject& subject, const support::Date& day) {
    const model::Protocol& protocol = subject.protocol;
    std::vector<Finding> findings;
    const auto& valid = protocol.valid;
    const bool isInForce = std::any_of(valid.begin(), valid.end(), [&](const auto& each) {
        return each.period.contains(day);
    });
    // Where the text names several periods, the last is what it says of now.
    if (!valid.empty() && !isInForce) {
        const model::PeriodStatement& last = valid.back();
        const model::Period& period = last.period;
        if (period.until && *period.until < day) {
            findings.push_back(notInForce(last.origin, day, Phrase::InForceUntil, *period.until));
        } else if (period.from) {
            findings.push_back(notInForce(last.origin, day, Phrase::InForceFrom, *period.from));
        }
        return findings;
    }
    const auto& adopted = protocol.adopted;
    const bool isLater = !adopted.empty() && std::all_of(adopted.begin(), adopted.end(), [&](const auto& each) {
        return each.date && day < *each.date;
    });
    if (isLater) {
        findings.push_back(
            notInForce(adopted.front().origin, day, Phrase::AdoptedLater, *adopted.front().date));
    }
    return findings;
}

} // namespace meldc::check
