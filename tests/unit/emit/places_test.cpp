#include "emit/places.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

using support::SourceMap;
using support::Span;

SourceMap twoLines() {
    SourceMap sources;
    sources.add("p.meld", "een \u00EBn\ntwee\n");
    return sources;
}

TEST(Places, ColumnsCountLetters) {
    const SourceMap sources = twoLines();
    const At at = placeOf(sources, Span{1, 6, 7});
    EXPECT_EQ(at.inFile(), "p.meld:1:6");
    EXPECT_EQ(placeOf(sources, Span{}).line, 0U);
}

TEST(Places, NamesTheDocumentWithItsLines) {
    const SourceMap sources = twoLines();
    model::Place lines;
    lines.document = "protocol";
    lines.lines = {{3, 3}, {5, 8}};
    model::Place heading;
    heading.document = "bijlage";
    heading.heading = "Begrippen";
    const std::vector<baseline::Evidence> evidence{{Span{1, 8, 12}, {lines, heading}},
                                                   {Span{1, 8, 12}, {lines}}};
    const std::vector<At> places = placesOf(sources, evidence);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[0].place, "3, 5-8");
    EXPECT_EQ(places[1].place, "Begrippen");
    EXPECT_EQ(told(places[0]).nl, "p.meld:2:1 (protocol, regel 3, 5-8)");
    EXPECT_EQ(told(places[1]).en, "p.meld:2:1 (bijlage, under ‘Begrippen’)");
}

TEST(Places, ADocumentThatWasSearchedAsAWholeIsNamedAlone) {
    const SourceMap sources = twoLines();
    model::Origin origin;
    origin.span = Span{1, 0, 3};
    origin.places = {{"protocol", {}, "", {}}};
    const std::vector<At> places = placesOf(sources, origin);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(told(places[0]).nl, "p.meld:1:1 (protocol)");
    EXPECT_EQ(told(places[0]).en, "p.meld:1:1 (protocol)");
}

TEST(Places, APassageWithoutPlaceGivesNone) {
    const SourceMap sources = twoLines();
    const std::vector<baseline::Evidence> evidence{{Span{}, {}}, {Span{1, 0, 3}, {}}};
    EXPECT_EQ(placesOf(sources, evidence).size(), 1U);
}

} // namespace
} // namespace meldc::emit
