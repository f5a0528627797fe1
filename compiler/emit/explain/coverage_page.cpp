#include "diagnostics/phrases.h"
#include "emit/explain/coverage.h"
#include "emit/page/data.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

constexpr std::string_view kCoverageTemplate = "coverage.mustache";

class CoveragePage {
public:
    CoveragePage(const CoverageInput& input, Language language)
        : input_(input), language_(language), places_(coveredPlaces(input)) {}

    std::string make() {
        Data page;
        page.set("lang", language_ == Language::Dutch ? "nl" : "en");
        page.set("style", templateText(kPageStyle));
        page.set("version", input_.version);
        page.set("library_hash", input_.librarySha256);
        for (const auto& [name, which] : {std::pair{"title", Phrase::CoverageTitle},
                                          std::pair{"skip", Phrase::CoverageSkip},
                                          std::pair{"by_article", Phrase::CoverageByArticle},
                                          std::pair{"by_norm", Phrase::CoverageByNorm},
                                          std::pair{"column_place", Phrase::CoverageColumnPlace},
                                          std::pair{"column_period", Phrase::CoverageColumnPeriod},
                                          std::pair{"column_norms", Phrase::CoverageColumnNorms},
                                          std::pair{"column_how", Phrase::CoverageColumnHow},
                                          std::pair{"column_because", Phrase::CoverageColumnBecause},
                                          std::pair{"column_norm", Phrase::CoverageColumnNorm},
                                          std::pair{"column_places", Phrase::CoverageColumnPlaces},
                                          std::pair{"not_now", Phrase::CoverageNotNow},
                                          std::pair{"none", Phrase::CoverageNone}}) {
            page.set(name, in(phrase(which)));
        }
        const auto uncovered = std::count_if(places_.begin(), places_.end(), [](const CoveredPlace& each) {
            return each.norms.empty();
        });
        page.set("intro", places_.empty() ? in(phrase(Phrase::CoverageNothing))
                                          : in(phrase(Phrase::CoverageIntro, support::same(input_.date.str()),
                                                      places_.size(), uncovered, input_.library->norms.size())));
        put(page, "articles", articles());
        put(page, "norms", norms());
        kainjow::mustache::mustache form(templateText(kCoverageTemplate));
        return form.render(page);
    }

private:
    std::string in(const support::Localized& text) const { return text.in(language_); }

    Data placeData(std::size_t index) const {
        const CoveredPlace& place = places_[index];
        Data data;
        data.set("number", std::to_string(index + 1));
        data.set("text", in(place.ground.text));
        put(data, "url", place.ground.url);
        data.set("when", in(place.when.isEmpty() ? phrase(Phrase::CoverageAlways) : place.when));
        data.set("is_past", !place.ground.inForce);
        return data;
    }

    DataList articles() const {
        DataList list;
        for (std::size_t index = 0; index < places_.size(); ++index) {
            const CoveredPlace& place = places_[index];
            Data data = placeData(index);
            DataList ids;
            for (const model::Norm* norm : place.norms) {
                ids.push_back(Data("id", norm->id));
            }
            put(data, "ids", std::move(ids));
            std::string how;
            for (const syntax::CoverageHow each : place.how) {
                how += (how.empty() ? "" : ", ") + in(nameOf(each));
            }
            put(data, "how", how);
            put(data, "because", in(place.because));
            list.push_back(std::move(data));
        }
        return list;
    }

    DataList norms() const {
        DataList list;
        for (const model::Norm& norm : input_.library->norms) {
            Data data;
            data.set("id", norm.id);
            data.set("title", norm.title);
            DataList rests;
            for (std::size_t index = 0; index < places_.size(); ++index) {
                const auto& covering = places_[index].norms;
                if (std::find(covering.begin(), covering.end(), &norm) != covering.end()) {
                    rests.push_back(placeData(index));
                }
            }
            put(data, "places", std::move(rests));
            list.push_back(std::move(data));
        }
        return list;
    }

    const CoverageInput& input_;
    Language language_;
    std::vector<CoveredPlace> places_;
};

} // namespace

std::string coveragePage(const CoverageInput& input, Language language) {
    return CoveragePage(input, language).make();
}

} // namespace meldc::emit
