#include "compare/compare.h"

#include <algorithm>

#include "compare/acceptances.h"
#include "compare/case_words.h"
#include "compare/weaker.h"

namespace meldc::compare {

using diagnostics::Diag;
using diagnostics::make;

namespace {

CasesSide sideOf(const Version& version) {
    return {{version.program->library->vocabulary, *version.protocol, *version.worlds},
            *version.selected,
            *version.decisions};
}

} // namespace

bool Difference::isEmpty() const {
    return cases.groups.empty() && !cases.tooLarge && statements.empty() && verdicts.empty();
}

std::size_t Difference::count(bool bearsMeaning) const {
    return static_cast<std::size_t>(
        std::count_if(statements.begin(), statements.end(), [&](const StatementChange& each) {
            return each.bearsMeaning == bearsMeaning && each.kind != ChangeKind::Renamed;
        }));
}

Difference compare(const Version& before, const Version& after, const support::Date& day) {
    Difference result;
    const model::Protocol& protocol = *after.protocol;
    const CasesSide old = sideOf(before);
    const CasesSide renewed = sideOf(after);
    result.cases = compareCases(old, renewed, acceptancesOn(after.program->acceptances, protocol, day));
    result.statements = statementChanges(before.program->library->vocabulary, *before.protocol,
                                         after.program->library->vocabulary, protocol);
    if (before.report != nullptr && after.report != nullptr) {
        result.verdicts = verdictChanges(*before.report, *after.report);
    }
    const CaseTally& open = result.cases.uncovered;
    if (!isNone(open)) {
        result.findings.push_back(
            make<Diag::ProtectionWeakened>(protocol.span, protocol.name, countText(open)));
    }
    if (result.cases.tooLarge) {
        result.findings.push_back(make<Diag::VersionsTooLarge>(protocol.span, protocol.name));
    }
    if (result.cases.truncated) {
        result.findings.push_back(
            make<Diag::NotAllReadingsCompared>(protocol.span, protocol.name, result.cases.pairs));
    }
    for (auto& each : weakerFindings(protocol, result.statements, result.verdicts)) {
        result.findings.push_back(std::move(each));
    }
    for (auto& each : acceptanceFindings(before.program->acceptances, after.program->acceptances, protocol, day,
                                         result.cases)) {
        result.findings.push_back(std::move(each));
    }
    return result;
}

} // namespace meldc::compare
