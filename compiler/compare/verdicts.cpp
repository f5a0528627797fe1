#include "compare/verdicts.h"

#include <algorithm>

namespace meldc::compare {

namespace {

using baseline::NormResult;
using baseline::ProtocolReport;
using baseline::Status;

const NormResult* findNorm(const ProtocolReport& report, const std::string& id) {
    const auto at = std::find_if(report.results.begin(), report.results.end(),
                                 [&](const NormResult& each) { return each.norm->id == id; });
    return at == report.results.end() ? nullptr : &*at;
}

/// How bad it is; what is met, waived or not asked is not bad.
int badness(Status status) {
    switch (status) {
    case Status::Violated:
        return 3;
    case Status::Contradicted:
        return 2;
    case Status::Open:
        return 1;
    case Status::Satisfied:
    case Status::NotApplicable:
    case Status::Waived:
        break;
    }
    return 0;
}

Flip flipOf(const NormResult& before, const NormResult& after) {
    const int was = badness(before.status);
    const int is = badness(after.status);
    if (after.status == Status::NotApplicable) {
        return Flip::Other;
    }
    if (after.status == Status::Open && was > is) {
        return Flip::Unclear;
    }
    return is > was ? Flip::Worse : is < was ? Flip::Better : Flip::Other;
}

bool isSame(const NormResult& before, const NormResult& after) {
    return before.status == after.status && before.openBecause == after.openBecause &&
           before.provisional == after.provisional;
}

} // namespace

std::vector<VerdictChange> verdictChanges(const ProtocolReport& before, const ProtocolReport& after) {
    std::vector<VerdictChange> changes;
    for (const NormResult& result : after.results) {
        const NormResult* old = findNorm(before, result.norm->id);
        if (old == nullptr) {
            changes.push_back({result.norm, nullptr, &result, Flip::Begins});
        } else if (!isSame(*old, result)) {
            changes.push_back({result.norm, old, &result, flipOf(*old, result)});
        }
    }
    for (const NormResult& result : before.results) {
        if (findNorm(after, result.norm->id) == nullptr) {
            changes.push_back({result.norm, &result, nullptr, Flip::Ends});
        }
    }
    std::stable_sort(changes.begin(), changes.end(), [](const VerdictChange& a, const VerdictChange& b) {
        return a.norm->layer < b.norm->layer;
    });
    return changes;
}

} // namespace meldc::compare
