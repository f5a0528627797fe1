#include "baseline/timeline.h"

#include <algorithm>

#include "baseline/timeline_days.h"
#include "baseline/waivers.h"

namespace meldc::baseline {

namespace {

/// Days between two known dates: nothing changes in them.
struct Segment {
    support::Period days;
    /// A day of it.
    support::Date day;
    std::vector<NormResult> results;
};

bool isSameButReserved(const NormResult& a, const NormResult& b) {
    return a.status == b.status && a.openBecause == b.openBecause && a.waiver == b.waiver;
}

bool isSameVerdict(const NormResult& a, const NormResult& b) {
    return isSameButReserved(a, b) && a.provisional == b.provisional;
}

/// Whether the articles are others; a newer text of the same article is told of the source.
bool isSameArticles(const NormResult& a, const NormResult& b) {
    return std::equal(a.grounds.begin(), a.grounds.end(), b.grounds.begin(), b.grounds.end(),
                      [](const GroundOnDate& x, const GroundOnDate& y) { return x.text == y.text; });
}

const NormResult* resultOf(const Segment& segment, const model::Norm* norm) {
    const auto at = std::find_if(segment.results.begin(), segment.results.end(),
                                 [&](const NormResult& each) { return each.norm == norm; });
    return at == segment.results.end() ? nullptr : &*at;
}

WholePeriod tallied(const Segment& segment) {
    WholePeriod whole;
    whole.days = segment.days;
    for (const NormResult& each : segment.results) whole.counts.add(each.status);
    return whole;
}

class TimelineMaker {
public:
    TimelineMaker(const model::Library& library, const std::vector<model::Waiver>& waivers,
                  const model::Protocol& protocol, ThroughTime& evaluators)
        : library_(library), waivers_(waivers), protocol_(protocol), evaluators_(evaluators) {}

    Timeline run(const support::Date& today) {
        timeline_.protocol = &protocol_;
        timeline_.from = firstKnownLaw(library_, protocol_);
        setValidity(protocol_, timeline_);
        makeSegments(today);
        for (const Segment& each : segments_) addWhole(each);
        for (const model::Norm& norm : library_.norms) addHistory(norm);
        for (WholePeriod& each : timeline_.whole) each.validity = validityOf(timeline_, each.days);
        for (std::size_t at = 0; at < segments_.size(); ++at) addChanges(at);
        timeline_.waiverFindings =
            waiverFindings(library_, waivers_, protocol_, resultsOn(today), today);
        timeline_.currency = currencyFor(library_, protocol_, today);
        return std::move(timeline_);
    }

private:
    std::vector<NormResult> resultsOn(const support::Date& day) { return evaluators_.on(day).resultsOn(day); }

    void makeSegments(const support::Date& today) {
        std::vector<support::Date> days = knownDays(library_, waivers_, protocol_);
        days.insert(days.end(), evaluators_.turns().begin(), evaluators_.turns().end());
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        if (timeline_.from) {
            std::erase_if(days, [&](const support::Date& day) { return day <= *timeline_.from; });
        }
        Segment first;
        first.days.from = timeline_.from;
        // Before all known days any day is as good as another.
        const support::Date least = days.empty() ? today : days.front();
        first.day = timeline_.from.value_or(least.previous().value_or(least));
        segments_.push_back(std::move(first));
        for (const support::Date& day : days) {
            segments_.back().days.until = day.previous();
            Segment segment;
            segment.days.from = day;
            segment.day = day;
            segments_.push_back(std::move(segment));
        }
        for (Segment& each : segments_) each.results = resultsOn(each.day);
    }

    void addWhole(const Segment& segment) {
        WholePeriod whole = tallied(segment);
        if (!timeline_.whole.empty() && timeline_.whole.back().counts == whole.counts) {
            timeline_.whole.back().days.until = segment.days.until;
        } else {
            timeline_.whole.push_back(whole);
        }
    }

    void addHistory(const model::Norm& norm) {
        NormHistory history;
        history.norm = &norm;
        bool isOn = false;
        for (const Segment& segment : segments_) {
            const NormResult* result = resultOf(segment, &norm);
            if (result == nullptr) {
                isOn = false;
                continue;
            }
            if (isOn && isSameVerdict(history.periods.back().result, *result)) {
                history.periods.back().days.until = segment.days.until;
            } else {
                history.periods.push_back({segment.days, Validity::Unknown, *result});
            }
            isOn = true;
        }
        if (history.periods.empty()) return;
        for (NormPeriod& each : history.periods) each.validity = validityOf(timeline_, each.days);
        timeline_.norms.push_back(std::move(history));
    }

    void addChanges(std::size_t at) {
        const Segment& segment = segments_[at];
        if (!segment.days.from) return;
        ChangeDay day{segment.day, {}};
        addOfProtocol(day);
        addOfSources(day);
        // On the first day nothing is known of the day before.
        if (at > 0) addOfNorms(segments_[at - 1], segment, day);
        addOfWaivers(day);
        if (!day.changes.empty()) timeline_.changes.push_back(std::move(day));
    }

    void addOfProtocol(ChangeDay& day) const {
        const auto add = [&](ChangeKind kind) {
            Change change;
            change.kind = kind;
            day.changes.push_back(std::move(change));
        };
        const auto& adopted = timeline_.adopted;
        if (std::find(adopted.begin(), adopted.end(), day.day) != adopted.end()) add(ChangeKind::Adopted);
        if (timeline_.isByAdoption) return;
        for (const support::Period& each : timeline_.valid) {
            if (each.from == day.day) add(ChangeKind::ValidBegins);
            if (each.until && each.until->next() == day.day) add(ChangeKind::ValidEnds);
        }
    }

    /// Sources of the norms in force on the day or the day before, and of the frameworks.
    std::vector<const model::Source*> sourcesOn(const support::Date& day) const {
        std::vector<const model::Source*> sources;
        const auto add = [&](const model::Source* source) {
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
        };
        for (const SourceOnDate& each : currencyFor(library_, protocol_, day).sources) add(each.source);
        if (const auto before = day.previous()) {
            for (const SourceOnDate& each : currencyFor(library_, protocol_, *before).sources) add(each.source);
        }
        for (const model::Source* each : frameworkSources(library_, protocol_)) add(each);
        return sources;
    }

    void addOfSources(ChangeDay& day) const {
        const auto sources = sourcesOn(day.day);
        // What the text only refers to bears on it by lapsing.
        for (const model::Source* source : citedSources(library_, protocol_)) {
            if (source->lapsedOn != day.day) continue;
            if (std::find(sources.begin(), sources.end(), source) != sources.end()) continue;
            Change change;
            change.kind = ChangeKind::SourceLapsed;
            change.source = source;
            day.changes.push_back(change);
        }
        for (const model::Source* source : sources) {
            Change change;
            change.source = source;
            for (const model::SourceState& state : source->states) {
                if (state.from != day.day) continue;
                change.kind = ChangeKind::SourceText;
                change.text = state.status;
                change.isFirstText = &state == &source->states.front();
                day.changes.push_back(change);
            }
            if (source->lapsedOn == day.day) {
                change.kind = ChangeKind::SourceLapsed;
                day.changes.push_back(change);
            }
            if (source->checkedUntil && source->checkedUntil->next() == day.day) {
                change.kind = ChangeKind::SourceUnchecked;
                day.changes.push_back(change);
            }
        }
    }

    void addOfNorms(const Segment& before, const Segment& after, ChangeDay& day) const {
        for (const model::Norm& norm : library_.norms) {
            const NormResult* old = resultOf(before, &norm);
            const NormResult* now = resultOf(after, &norm);
            if (old == nullptr && now == nullptr) continue;
            Change change;
            change.norm = &norm;
            if (old != nullptr) change.before = *old;
            if (now != nullptr) change.after = *now;
            const auto add = [&](ChangeKind kind) {
                change.kind = kind;
                day.changes.push_back(change);
            };
            if (old == nullptr) {
                add(ChangeKind::NormBegins);
            } else if (now == nullptr) {
                add(ChangeKind::NormEnds);
            } else {
                if (!isSameButReserved(*old, *now)) {
                    add(ChangeKind::Verdict);
                } else if (!isSameVerdict(*old, *now)) {
                    add(ChangeKind::Reservation);
                }
                if (!isSameArticles(*old, *now)) add(ChangeKind::Grounds);
            }
        }
    }

    void addOfWaivers(ChangeDay& day) const {
        for (const model::Waiver* waiver : effectiveWaivers(library_, waivers_, protocol_)) {
            Change change;
            change.waiver = waiver;
            change.norm = library_.findNorm(waiver->norm);
            if (waiver->valid.from == day.day) {
                change.kind = ChangeKind::WaiverBegins;
                day.changes.push_back(change);
            }
            if (waiver->valid.until && waiver->valid.until->next() == day.day) {
                change.kind = ChangeKind::WaiverEnds;
                day.changes.push_back(change);
            }
        }
    }

    const model::Library& library_;
    const std::vector<model::Waiver>& waivers_;
    const model::Protocol& protocol_;
    ThroughTime& evaluators_;
    std::vector<Segment> segments_;
    Timeline timeline_;
};

}  // namespace

Timeline timelineOf(const model::Library& library, const std::vector<model::Waiver>& waivers,
                    const model::Protocol& protocol, ThroughTime& evaluators, const support::Date& today) {
    return TimelineMaker(library, waivers, protocol, evaluators).run(today);
}

}  // namespace meldc::baseline
