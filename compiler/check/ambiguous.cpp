#include "check/ambiguous.h"

#include "check/outcome_difference.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// The place of the sentence, and those that speak for a reading.
std::vector<model::Origin> evidenceOf(const model::Ambiguity& sentence) {
    std::vector<model::Origin> evidence{sentence.origin};
    for (const auto& places : sentence.readingPlaces) {
        if (!places.empty()) {
            evidence.push_back(sentence.origin);
            evidence.back().places = places;
        }
    }
    return evidence;
}

} // namespace

std::vector<Finding> checkReadings(const Subject& subject) {
    std::vector<Finding> findings;
    for (std::size_t number = 0; number < subject.protocol.ambiguities.size(); ++number) {
        const auto& sentence = subject.protocol.ambiguities[number];
        if (sentence.origin.draft) {
            continue;
        }
        Finding finding{make<Diag::Ambiguous>(sentence.origin.span, sentence.label,
                                              sentence.readings.size())};
        for (const auto& reading : sentence.readings) {
            finding.diagnostic.note<Diag::ReadingIs>({}, reading);
        }
        finding.evidence = evidenceOf(sentence);
        tellDifference(finding, subject, [number](model::World world) {
            world.readings[number] = 0;
            return world;
        });
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
