// Few lines of a drawing cross.

#include "emit/tables/dmn_drawing.h"

#include <gtest/gtest.h>

#include <array>

namespace meldc::emit {
namespace {

using DrawnLine = std::array<double, 4>;

/// The lines of what was drawn: from, to.
std::vector<DrawnLine> drawnLines(const DmnLevels& levels, const std::vector<DmnNeed>& needs) {
    pugi::xml_document document;
    const pugi::xml_node definitions = document.append_child("definitions");
    draw(definitions, levels, needs);
    std::vector<DrawnLine> lines;
    for (const pugi::xml_node edge : definitions.child("dmndi:DMNDI").child("dmndi:DMNDiagram").children("dmndi:DMNEdge")) {
        const pugi::xml_node from = edge.first_child();
        const pugi::xml_node to = edge.last_child();
        lines.push_back({from.attribute("x").as_double(), from.attribute("y").as_double(),
                         to.attribute("x").as_double(), to.attribute("y").as_double()});
    }
    return lines;
}

/// On which side of a line a point lies.
double sideOf(const DrawnLine& line, double x, double y) {
    return (line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0]);
}

std::size_t crossingsOf(const std::vector<DrawnLine>& lines) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto isSplit = [](const DrawnLine& line, const DrawnLine& other) {
                return sideOf(line, other[0], other[1]) * sideOf(line, other[2], other[3]) < -1;
            };
            count += isSplit(lines[i], lines[j]) && isSplit(lines[j], lines[i]) ? 1 : 0;
        }
    }
    return count;
}

TEST(DmnDrawing, FactsStandBelowWhatNeedsThem) {
    const DmnLevels levels{{"who_a", "who_b", "who_c"}, {"a", "b", "c"}, {"x", "y", "z"}, {"q", "r"}};
    const std::vector<DmnNeed> needs{{"1", "x", "c"}, {"2", "y", "b"}, {"3", "z", "a"},     {"4", "a", "who_c"},
                                     {"5", "c", "who_a"}, {"6", "z", "r"}, {"7", "x", "q"}, {"8", "b", "who_b"}};
    const std::vector<DrawnLine> lines = drawnLines(levels, needs);
    EXPECT_EQ(lines.size(), needs.size());
    EXPECT_EQ(crossingsOf(lines), 0U);
}

TEST(DmnDrawing, WhatMustCrossCrossesOnce) {
    const DmnLevels levels{{}, {"a", "b"}, {"x", "y"}, {}};
    const std::vector<DmnNeed> needs{{"1", "x", "a"}, {"2", "x", "b"}, {"3", "y", "a"}, {"4", "y", "b"}};
    EXPECT_EQ(crossingsOf(drawnLines(levels, needs)), 1U);
}

} // namespace
} // namespace meldc::emit
