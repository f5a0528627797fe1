#pragma once

#include "baseline/result.h"
#include "model/library.h"

#include <string>
#include <vector>

/// Which norm asks what an article demands, and how a verdict on it is reached.
namespace meldc::emit {

/// What the outputs are made from. The library must outlive it.
struct CoverageInput {
    const model::Library* library = nullptr;
    support::Date date;
    std::string version;
    std::string librarySha256;
};

/// One place in a source, in one time.
struct CoveredPlace {
    /// In words, with reference and link as they are on the day.
    baseline::GroundOnDate ground;
    support::Period period;
    /// The period in words; empty when it has no end on either side.
    support::Localized when;
    /// Empty: no norm asks it.
    std::vector<const model::Norm*> norms;
    std::vector<syntax::CoverageHow> how;
    support::Localized because;
};

/// The lines of the library, in its order.
[[nodiscard]] std::vector<CoveredPlace> coveredPlaces(const CoverageInput& input);
/// How a verdict is reached, in words: "uit de tekst".
[[nodiscard]] support::Localized nameOf(syntax::CoverageHow how);

/// As Markdown: from article to norm, from norm to article.
[[nodiscard]] std::string coverageText(const CoverageInput& input, support::Language language);
/// One line for each place: place, when, norms, how, because; with tabs between.
[[nodiscard]] std::string coveragePlain(const CoverageInput& input, support::Language language);
/// As in schemas/coverage.schema.json.
[[nodiscard]] std::string coverageJson(const CoverageInput& input, support::Language language);
/// A page that stands by itself.
[[nodiscard]] std::string coveragePage(const CoverageInput& input, support::Language language);

} // namespace meldc::emit
