#include "evidence/citations.h"

#include "model/statements.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meldc::evidence {

namespace {

/// A place as a key: document, lines, heading, paragraph.
auto keyOf(const Citation& citation) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
    for (const LineRange& range : citation.place.lines) {
        lines.emplace_back(range.first, range.last);
    }
    return std::make_tuple(citation.origin.span, citation.use, citation.place.document, lines,
                           citation.place.heading, citation.place.alinea.value_or(0));
}

} // namespace

std::vector<Citation> citationsOf(const model::Protocol& protocol) {
    std::vector<Citation> all;
    model::forEachCitation(protocol,
                              [&](const model::Origin& origin, const model::Place& place) {
                                  all.push_back({Use::Statement, origin, place});
                              });
    for (const model::SourceDocument& document : protocol.documents) {
        for (std::size_t i = 0; i < document.read.size(); ++i) {
            Citation citation{Use::Read, {}, {}};
            citation.origin.span = document.readAt[i];
            citation.place.document = document.name;
            citation.place.lines = {document.read[i]};
            citation.origin.places = {citation.place};
            all.push_back(std::move(citation));
        }
    }
    for (const model::Absence& absence : protocol.absences) {
        for (const model::Place& place : absence.origin.places) {
            all.push_back({Use::Search, absence.origin, place});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Citation& a, const Citation& b) {
        return a.origin.span < b.origin.span;
    });
    // A statement on a slot that is filled in several ways is listed with the others as well.
    std::set<decltype(keyOf(all.front()))> seen;
    std::erase_if(all, [&](const Citation& each) { return !seen.insert(keyOf(each)).second; });
    return all;
}

HeadingPlace HeadingFinder::find(const Text& text, const model::Place& place) {
    const Outline& outline = outlines_.try_emplace(&text, text).first->second;
    HeadingPlace found;
    found.headings = outline.findHeading(place.heading);
    if (found.headings.size() == 1) {
        const std::uint32_t heading = found.headings.front();
        found.passage = outline.paragraphBelow(heading, place.alinea.value_or(1));
        if (!place.alinea) {
            // A heading without any text below it is still a passage.
            found.passage = LineRange{heading, found.passage ? found.passage->last : heading};
        }
    }
    return found;
}

} // namespace meldc::evidence
