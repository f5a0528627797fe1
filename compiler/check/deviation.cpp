#include "check/deviation.h"

#include <algorithm>
#include <map>
#include <string>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// What this text says otherwise, by the name of the text or framework that it deviates from, in the
/// order of the text. What the levels above say otherwise among themselves is theirs to explain.
std::map<std::string, std::vector<const model::Deviation*>> deviationsOf(const model::Protocol& protocol) {
    std::map<std::string, std::vector<const model::Deviation*>> byName;
    for (const model::Deviation& each : protocol.deviations) {
        if (each.at.level == 0 && !each.at.draft) {
            byName[each.from].push_back(&each);
        }
    }
    for (auto& [name, all] : byName) {
        std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) {
            return a->at.span < b->at.span;
        });
    }
    return byName;
}

std::map<std::string, std::vector<const model::Lapse*>> lapsesOf(const model::Protocol& protocol) {
    std::map<std::string, std::vector<const model::Lapse*>> byName;
    for (const model::Lapse& each : protocol.lapses) {
        if (each.origin.level == 0 && !each.origin.draft) {
            byName[each.from].push_back(&each);
        }
    }
    return byName;
}

} // namespace

std::vector<Finding> checkDeviations(const Subject& subject) {
    std::vector<Finding> findings;
    for (const auto& [name, all] : deviationsOf(subject.protocol)) {
        Finding finding{make<Diag::Deviation>(all.front()->at.span, all.size(), name)};
        for (const model::Deviation* each : all) {
            if (each->before == each->after) {
                finding.diagnostic.note<Diag::ReplacedWholeHere>(each->at.span, each->after);
            } else {
                finding.diagnostic.note<Diag::ChangedHere>(each->at.span, each->after, each->before);
            }
            finding.evidence.push_back(each->at);
        }
        findings.push_back(std::move(finding));
    }
    for (const auto& [name, all] : lapsesOf(subject.protocol)) {
        Finding finding{make<Diag::Omission>(all.front()->origin.span, all.size(), name)};
        for (const model::Lapse* each : all) {
            finding.diagnostic.note<Diag::LapsesHere>(each->origin.span, each->what);
            finding.evidence.push_back(each->origin);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
