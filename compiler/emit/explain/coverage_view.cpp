#include "baseline/grounds.h"
#include "diagnostics/phrases.h"
#include "emit/explain/coverage.h"

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Localized;

Localized wordsOf(const support::Period& period) {
    const auto day = [](const support::Date& date) { return support::same(date.str()); };
    if (period.from && period.until) {
        return phrase(Phrase::CoverageFromUntil, day(*period.from), day(*period.until));
    }
    if (period.from) {
        return phrase(Phrase::CoverageFrom, day(*period.from));
    }
    return period.until ? phrase(Phrase::CoverageUntil, day(*period.until)) : Localized();
}

} // namespace

std::vector<CoveredPlace> coveredPlaces(const CoverageInput& input) {
    const model::Library& library = *input.library;
    std::vector<CoveredPlace> places;
    places.reserve(library.coverage.size());
    for (const model::Coverage& line : library.coverage) {
        CoveredPlace place;
        const model::Ground ground{line.source, line.parts, line.period, {}, {}};
        place.ground = baseline::groundOnDate(library.vocabulary, ground, input.date);
        place.period = line.period;
        place.when = wordsOf(line.period);
        for (const std::string& id : line.norms) {
            place.norms.push_back(library.findNorm(id));
        }
        place.how = line.how;
        place.because = line.because;
        places.push_back(std::move(place));
    }
    return places;
}

Localized nameOf(syntax::CoverageHow how) {
    switch (how) {
    case syntax::CoverageHow::Text:
        return phrase(Phrase::CoverageHowText);
    case syntax::CoverageHow::Cases:
        return phrase(Phrase::CoverageHowCases);
    case syntax::CoverageHow::Human:
        break;
    }
    return phrase(Phrase::CoverageHowHuman);
}

} // namespace meldc::emit
