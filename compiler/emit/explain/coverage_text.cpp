#include "diagnostics/phrases.h"
#include "emit/explain/coverage.h"
#include "emit/json_parts.h"
#include "emit/layout.h"
#include "emit/report_view.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

std::string idsOf(const CoveredPlace& place) {
    std::string ids;
    for (const model::Norm* norm : place.norms) {
        ids += (ids.empty() ? "" : ", ") + norm->id;
    }
    return ids;
}

std::string howOf(const CoveredPlace& place, Language language) {
    std::string words;
    for (const syntax::CoverageHow how : place.how) {
        words += (words.empty() ? "" : ", ") + nameOf(how).in(language);
    }
    return words;
}

std::string_view coverageWord(syntax::CoverageHow how) {
    switch (how) {
    case syntax::CoverageHow::Text:
        return "text";
    case syntax::CoverageHow::Cases:
        return "cases";
    case syntax::CoverageHow::Human:
        break;
    }
    return "human";
}

/// The place, with the days on which it counts when these have an end.
std::string placeInTime(const CoveredPlace& place, Language language) {
    return place.when.isEmpty()
               ? place.ground.text.in(language)
               : phrase(Phrase::CoveragePlaceIn, place.ground.text, place.when).in(language);
}

/// What stands behind a place: its norms and how, or why there are none.
std::string coverageOf(const CoveredPlace& place, Language language) {
    std::string text = place.norms.empty() ? phrase(Phrase::CoverageNone).in(language)
                                           : idsOf(place) + "; " + howOf(place, language);
    if (!place.because.isEmpty()) {
        text += "; " + place.because.in(language);
    }
    return text;
}

std::vector<const CoveredPlace*> placesOfNorm(const std::vector<CoveredPlace>& places,
                                              const model::Norm& norm) {
    std::vector<const CoveredPlace*> result;
    for (const CoveredPlace& place : places) {
        if (std::find(place.norms.begin(), place.norms.end(), &norm) != place.norms.end()) {
            result.push_back(&place);
        }
    }
    return result;
}

} // namespace

std::string coverageText(const CoverageInput& input, Language language) {
    const auto places = coveredPlaces(input);
    std::string out = "# " + phrase(Phrase::CoverageTitle).in(language) + "\n\n";
    if (places.empty()) {
        return out + wrapped(phrase(Phrase::CoverageNothing).in(language), "", "");
    }
    const auto uncovered = std::count_if(places.begin(), places.end(), [](const CoveredPlace& each) {
        return each.norms.empty();
    });
    out += wrapped(phrase(Phrase::CoverageIntro, support::same(input.date.str()), places.size(), uncovered,
                          input.library->norms.size())
                       .in(language),
                   "", "");
    out += "\n## " + phrase(Phrase::CoverageByArticle).in(language) + "\n\n";
    for (const CoveredPlace& place : places) {
        const std::string line = placeInTime(place, language) + ": " + coverageOf(place, language);
        const auto shown = support::same(line);
        out += wrapped(place.ground.inForce ? line : phrase(Phrase::ExplainNotInForce, shown).in(language), "- ", "  ");
    }
    out += "\n## " + phrase(Phrase::CoverageByNorm).in(language) + "\n\n";
    for (const model::Norm& norm : input.library->norms) {
        std::string line = norm.id + " " + norm.title + ":";
        for (const CoveredPlace* place : placesOfNorm(places, norm)) {
            line += (line.back() == ':' ? " " : "; ") + placeInTime(*place, language);
        }
        out += wrapped(line, "- ", "  ");
    }
    return out;
}

std::string coveragePlain(const CoverageInput& input, Language language) {
    std::string out;
    for (const CoveredPlace& place : coveredPlaces(input)) {
        out += place.ground.text.in(language) + '\t' + place.when.in(language) + '\t' + idsOf(place) + '\t' +
               howOf(place, language) + '\t' + place.because.in(language) + '\n';
    }
    return out;
}

std::string coverageJson(const CoverageInput& input, Language language) {
    const auto places = coveredPlaces(input);
    Json json;
    json["tool"] = {{"name", "meldc"}, {"version", input.version}};
    json["date"] = input.date.str();
    json["baseline"] = {{"sha256", input.librarySha256}};
    json["articles"] = Json::array();
    for (const CoveredPlace& place : places) {
        Json piece;
        piece["place"] = place.ground.text.in(language);
        piece["ref"] = place.ground.jci;
        piece["url"] = place.ground.url;
        if (place.period.from) {
            piece["from"] = place.period.from->str();
        }
        if (place.period.until) {
            piece["until"] = place.period.until->str();
        }
        piece["in_force"] = place.ground.inForce;
        piece["norms"] = Json::array();
        for (const model::Norm* norm : place.norms) {
            piece["norms"].push_back(norm->id);
        }
        piece["how"] = Json::array();
        for (const syntax::CoverageHow how : place.how) {
            piece["how"].push_back(coverageWord(how));
        }
        if (!place.because.isEmpty()) {
            piece["because"] = place.because.in(language);
        }
        json["articles"].push_back(std::move(piece));
    }
    json["norms"] = Json::array();
    for (const model::Norm& norm : input.library->norms) {
        Json piece = {{"norm", norm.id}, {"title", norm.title}, {"articles", Json::array()}};
        for (const CoveredPlace* place : placesOfNorm(places, norm)) {
            piece["articles"].push_back(static_cast<std::size_t>(place - places.data()));
        }
        json["norms"].push_back(std::move(piece));
    }
    return written(json);
}

} // namespace meldc::emit
