#include "baseline/currency.h"

#include <algorithm>
#include <set>

#include "baseline/applicability.h"

namespace meldc::baseline {

namespace {

/// Sources by their number in the library, so that each comes once and in its order.
Currency currencyWith(const model::Vocabulary& vocabulary, const std::set<model::SourceId>& used,
                      const support::Date& date) {
    Currency result;
    result.date = date;
    for (const model::SourceId id : used) {
        const model::Source& source = vocabulary[id];
        result.sources.push_back({&source, source.stateOn(date)});
    }
    return result;
}

/// The first day on which the ground holds on a text that is known; nothing when it has none.
std::optional<support::Date> beginningOf(const model::Vocabulary& vocabulary, const model::Ground& ground) {
    const auto& states = vocabulary[ground.source].states;
    std::optional<support::Date> begin = ground.period.from;
    if (!states.empty() && (!begin || *begin < states.front().from)) begin = states.front().from;
    return begin;
}

/// The earliest beginning of these grounds; `isUnbounded` when one of them has none.
class Earliest {
public:
    void add(const std::optional<support::Date>& day) {
        if (!day) isUnbounded_ = true;
        if (day && (!first_ || *day < *first_)) first_ = day;
    }
    std::optional<support::Date> day() const { return isUnbounded_ ? std::nullopt : first_; }

private:
    std::optional<support::Date> first_;
    bool isUnbounded_ = false;
};

}  // namespace

std::optional<support::Date> Currency::checkedUntil() const {
    std::optional<support::Date> earliest;
    for (const SourceOnDate& each : sources) {
        const auto& until = each.source->checkedUntil;
        if (until && (!earliest || *until < *earliest)) earliest = until;
    }
    return earliest;
}

std::vector<const model::Source*> Currency::outdated() const {
    std::vector<const model::Source*> result;
    for (const SourceOnDate& each : sources) {
        if (each.source->checkedUntil && *each.source->checkedUntil < date) result.push_back(each.source);
    }
    return result;
}

std::vector<const model::Source*> Currency::unchecked() const {
    std::vector<const model::Source*> result;
    for (const SourceOnDate& each : sources) {
        if (!each.source->checkedUntil) result.push_back(each.source);
    }
    return result;
}

Currency currencyFor(const model::Library& library, const model::Protocol& protocol, const support::Date& date) {
    const model::Vocabulary& vocabulary = library.vocabulary;
    std::set<model::SourceId> used;
    std::set<model::SourceId> later;
    for (const model::Norm& norm : library.norms) {
        const auto grounds = groundsFor(vocabulary, norm, protocol, date);
        if (isSelected(vocabulary, norm, protocol, grounds)) {
            if (norm.layer == model::Layer::House) continue;
            for (const GroundOnDate& ground : grounds) used.insert(ground.source);
            continue;
        }
        if (norm.layer != model::Layer::Law || !concerns(vocabulary, norm, protocol)) continue;
        for (const model::Ground* ground : groundsOfSectors(vocabulary, norm, protocol)) {
            const auto& states = vocabulary[ground->source].states;
            if (!states.empty() && date < states.front().from) later.insert(ground->source);
        }
    }
    Currency result = currencyWith(vocabulary, used, date);
    for (const model::SourceId id : later) result.later.push_back(&vocabulary[id]);
    return result;
}

Currency currencyOf(const model::Vocabulary& vocabulary, const model::Norm& norm, const support::Date& date) {
    std::set<model::SourceId> used;
    for (const model::Ground& ground : norm.grounds) {
        if (ground.period.contains(date)) used.insert(ground.source);
    }
    return currencyWith(vocabulary, used, date);
}

std::optional<support::Date> firstKnownLaw(const model::Library& library) {
    Earliest earliest;
    for (const model::Norm& norm : library.norms) {
        if (norm.layer != model::Layer::Law) continue;
        for (const model::Ground& ground : norm.grounds) earliest.add(beginningOf(library.vocabulary, ground));
    }
    return earliest.day();
}

std::optional<support::Date> firstKnownLaw(const model::Library& library, const model::Protocol& protocol) {
    Earliest earliest;
    for (const model::Norm& norm : library.norms) {
        if (norm.layer != model::Layer::Law || !concerns(library.vocabulary, norm, protocol)) continue;
        for (const model::Ground* ground : groundsOfSectors(library.vocabulary, norm, protocol)) {
            earliest.add(beginningOf(library.vocabulary, *ground));
        }
    }
    return earliest.day();
}

}  // namespace meldc::baseline
