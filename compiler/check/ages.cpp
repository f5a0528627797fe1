#include "check/ages.h"

#include <algorithm>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkAges(const Subject& subject) {
    std::vector<const model::AgeBand*> bands;
    for (const auto& each : subject.protocol.ageBands) {
        // In some readings only: which bands stand beside it is not known here.
        if (!each.origin.draft && each.origin.guards.empty()) {
            bands.push_back(&each);
        }
    }
    std::stable_sort(bands.begin(), bands.end(),
                     [](const auto* a, const auto* b) { return a->from < b->from; });
    std::vector<Finding> findings;
    // Bands about one thing join; what holds of another is another row of bands.
    std::stable_sort(bands.begin(), bands.end(), [](const auto* a, const auto* b) { return a->about < b->about; });
    for (std::size_t at = 1; at < bands.size(); ++at) {
        const model::AgeBand& before = *bands[at - 1];
        const model::AgeBand& next = *bands[at];
        // Two passages that give the same band say the same twice.
        const bool isSame = before.from == next.from && before.until == next.until;
        if (isSame || before.about != next.about || before.until == next.from) {
            continue;
        }
        Finding finding{make<Diag::AgesDoNotJoin>(next.origin.span, next.from)};
        finding.evidence = {before.origin, next.origin};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
