#include "baseline/timeline_days.h"

#include <algorithm>
#include <set>

#include "baseline/applicability.h"

namespace meldc::baseline {

namespace {

/// Days on which something is different from the day before.
class DayGatherer {
public:
    void add(const support::Period& period) {
        if (period.from) days_.insert(*period.from);
        if (period.until) addAfter(*period.until);
    }
    void add(const model::Source& source) {
        for (const model::SourceState& state : source.states) days_.insert(state.from);
        if (source.lapsedOn) days_.insert(*source.lapsedOn);
        if (source.checkedUntil) addAfter(*source.checkedUntil);
    }
    void add(const support::Date& day) { days_.insert(day); }
    std::vector<support::Date> take() const { return {days_.begin(), days_.end()}; }

private:
    void addAfter(const support::Date& last) {
        if (const auto day = last.next()) days_.insert(*day);
    }

    std::set<support::Date> days_;
};

bool isBefore(const std::optional<support::Date>& end, const std::optional<support::Date>& begin) {
    return end && begin && *end < *begin;
}

bool overlap(const support::Period& a, const support::Period& b) {
    return !isBefore(a.until, b.from) && !isBefore(b.until, a.from);
}

bool liesWithin(const support::Period& inner, const support::Period& outer) {
    const bool beginsInside = !outer.from || (inner.from && *outer.from <= *inner.from);
    const bool endsInside = !outer.until || (inner.until && *inner.until <= *outer.until);
    return beginsInside && endsInside;
}

/// Adds what a unit refers to, each once.
void addSources(const model::Library& library, const model::Protocol& unit,
                std::vector<const model::Source*>& sources) {
    for (const model::LawReference& reference : unit.references) {
        if (!reference.source.isValid() || reference.origin.draft) continue;
        const model::Source* source = &library.vocabulary[reference.source];
        if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
    }
}

}  // namespace

std::vector<const model::Waiver*> effectiveWaivers(const model::Library& library,
                                                   const std::vector<model::Waiver>& waivers,
                                                   const model::Protocol& protocol) {
    std::vector<const model::Waiver*> result = model::waiversFor(waivers, protocol);
    std::erase_if(result, [&](const model::Waiver* each) {
        const model::Norm* norm = library.findNorm(each->norm);
        return norm == nullptr || norm->layer == model::Layer::Law;
    });
    return result;
}

std::vector<const model::Source*> frameworkSources(const model::Library& library, const model::Protocol& protocol) {
    std::vector<const model::Source*> result;
    for (const model::FrameworkUse& use : protocol.frameworks) {
        const model::FrameworkDecl* framework = library.findFramework(use.name);
        if (framework != nullptr) addSources(library, framework->body, result);
    }
    return result;
}

std::vector<const model::Source*> citedSources(const model::Library& library, const model::Protocol& protocol) {
    std::vector<const model::Source*> result;
    addSources(library, protocol, result);
    return result;
}

std::vector<support::Date> knownDays(const model::Library& library, const std::vector<model::Waiver>& waivers,
                                     const model::Protocol& protocol) {
    DayGatherer days;
    for (const model::Norm& norm : library.norms) {
        if (!concerns(library.vocabulary, norm, protocol)) continue;
        for (const model::Ground* ground : groundsOfSectors(library.vocabulary, norm, protocol)) {
            days.add(ground->period);
            days.add(library.vocabulary[ground->source]);
        }
    }
    for (const model::Source* source : frameworkSources(library, protocol)) days.add(*source);
    for (const model::Waiver* waiver : effectiveWaivers(library, waivers, protocol)) days.add(waiver->valid);
    Timeline own;
    setValidity(protocol, own);
    for (const support::Period& each : own.valid) days.add(each);
    for (const support::Date& each : own.adopted) days.add(each);
    return days.take();
}

void setValidity(const model::Protocol& protocol, Timeline& timeline) {
    for (const model::PeriodStatement& each : protocol.valid) {
        if (!each.origin.draft) timeline.valid.push_back(each.period);
    }
    for (const model::DatedStatement& each : protocol.adopted) {
        if (each.date && !each.origin.draft) timeline.adopted.push_back(*each.date);
    }
    std::sort(timeline.adopted.begin(), timeline.adopted.end());
    timeline.adopted.erase(std::unique(timeline.adopted.begin(), timeline.adopted.end()), timeline.adopted.end());
    if (timeline.valid.empty() && !timeline.adopted.empty()) {
        timeline.valid.push_back({timeline.adopted.front(), std::nullopt});
        timeline.isByAdoption = true;
    }
}

Validity validityOf(const Timeline& timeline, const support::Period& days) {
    if (timeline.valid.empty()) return Validity::Unknown;
    Validity result = Validity::None;
    for (const support::Period& each : timeline.valid) {
        if (liesWithin(days, each)) return Validity::Whole;
        if (overlap(days, each)) result = Validity::Part;
    }
    return result;
}

}  // namespace meldc::baseline
