#include "diagnostics/phrases.h"
#include "emit/answers/timeline.h"
#include "emit/notices.h"
#include "emit/report_view.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

Localized dayWord(const std::optional<support::Date>& day) {
    return support::same(day ? day->str() : std::string());
}

Localized groundsTold(const baseline::NormResult& result) {
    std::vector<Localized> grounds;
    for (const baseline::GroundOnDate& ground : result.grounds) {
        grounds.push_back(ground.text);
    }
    return diagnostics::joined(grounds, "; ");
}

} // namespace

Localized told(const support::Period& days, const support::Date& today) {
    if (days.from && days.until) {
        return phrase(Phrase::TimelineBetween, dayWord(days.from), dayWord(days.until));
    }
    if (days.from) {
        return phrase(today < *days.from ? Phrase::TimelineOnwards : Phrase::TimelineSince,
                      dayWord(days.from));
    }
    return days.until ? phrase(Phrase::TimelineUpTo, dayWord(days.until))
                      : phrase(Phrase::TimelineEver);
}

Localized toldVerdict(const baseline::NormResult& result) {
    Localized verdict = nameOf(result.status);
    if (result.status == baseline::Status::Open && result.openBecause) {
        verdict = phrase(Phrase::ReportOpenBecause, nameOf(*result.openBecause));
    }
    if (result.status == baseline::Status::Waived && result.waiver != nullptr) {
        verdict = phrase(Phrase::TimelineWaived, verdict, result.waiver->reasonClause(),
                         result.waiver->decidedBy, support::same(result.waiver->decidedOn.str()));
    }
    return result.provisional ? phrase(Phrase::TimelineProvisional, verdict) : verdict;
}

Localized told(const baseline::Change& change) {
    const std::string norm = change.norm == nullptr ? std::string() : change.norm->id;
    const Localized named =
        support::same(change.norm == nullptr ? norm : norm + " ‘" + change.norm->title + "’");
    const Localized source =
        support::same(change.source == nullptr ? std::string() : change.source->title);
    switch (change.kind) {
    case baseline::ChangeKind::NormBegins:
        return phrase(Phrase::ChangeBegins, named, toldVerdict(*change.after));
    case baseline::ChangeKind::NormEnds:
        return phrase(Phrase::ChangeEnds, named, toldVerdict(*change.before));
    case baseline::ChangeKind::Verdict:
        return phrase(Phrase::ChangeVerdict, named, toldVerdict(*change.before),
                      toldVerdict(*change.after));
    case baseline::ChangeKind::Reservation:
        return phrase(change.after->provisional ? Phrase::ChangeReserved : Phrase::ChangeUnreserved,
                      named);
    case baseline::ChangeKind::Grounds:
        return phrase(Phrase::ChangeGround, named, groundsTold(*change.after));
    case baseline::ChangeKind::SourceText:
        return phrase(change.isFirstText ? Phrase::ChangeFirstText : Phrase::ChangeSource, source,
                      nameOf(change.text));
    case baseline::ChangeKind::SourceLapsed:
        return phrase(Phrase::ChangeLapsed, source);
    case baseline::ChangeKind::SourceUnchecked:
        return phrase(Phrase::ChangeUnchecked, source);
    case baseline::ChangeKind::WaiverBegins:
        return phrase(Phrase::ChangeWaiverBegins, named, change.waiver->reasonClause());
    case baseline::ChangeKind::WaiverEnds:
        return phrase(Phrase::ChangeWaiverEnds, named);
    case baseline::ChangeKind::Adopted:
        return phrase(Phrase::ChangeAdopted);
    case baseline::ChangeKind::ValidBegins:
        return phrase(Phrase::ChangeValid);
    case baseline::ChangeKind::ValidEnds:
        return phrase(Phrase::ChangeInvalid);
    }
    return {};
}

} // namespace meldc::emit
