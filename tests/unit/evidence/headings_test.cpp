#include "evidence/headings.h"

#include <gtest/gtest.h>

#include "evidence/citations.h"

namespace meldc::evidence {
namespace {

using Lines = std::vector<std::uint32_t>;

const Text kOutlineText("# Code\n"                    // 1
                 "\n"                          // 2
                 "2.1  Voor  wie\n"            // 3
                 "Voor iedereen.\n"            // 4
                 "Ook voor gasten.\n"          // 5
                 "\n"                          // 6
                 "Niet voor anderen.\n"        // 7
                 "\n"                          // 8
                 "3) Slot\n"                   // 9
                 "Slot\n"                      // 10
                 "Clie\u0308nt\n");            // 11

TEST(Headings, AreFoundWithoutMarksAndNumbers) {
    const Outline outline(kOutlineText);
    EXPECT_EQ(outline.findHeading("Code"), Lines{1});
    EXPECT_EQ(outline.findHeading("# Code"), Lines{1});
    EXPECT_EQ(outline.findHeading("Voor wie"), Lines{3});
    EXPECT_EQ(outline.findHeading("2.1 Voor wie "), Lines{3});
    EXPECT_EQ(outline.findHeading("Cli\u00EBnt"), Lines{11}) << "a letter and its mark";
    EXPECT_EQ(outline.findHeading("voor wie"), Lines{}) << "capitals count";
    EXPECT_EQ(outline.findHeading("Voor"), Lines{}) << "not a part of a line";
}

TEST(Headings, TheSameLineComesBeforeOneThatIsAlike) {
    EXPECT_EQ(Outline(kOutlineText).findHeading("Slot"), Lines{10});
    EXPECT_EQ(Outline(Text("1. Slot\n\n2. Slot")).findHeading("Slot"), (Lines{1, 3}));
}

TEST(Headings, ParagraphsAreBetweenBlankLines) {
    const Outline outline(kOutlineText);
    EXPECT_EQ(outline.paragraphBelow(3, 1), (LineRange{4, 5}));
    EXPECT_EQ(outline.paragraphBelow(3, 2), (LineRange{7, 7}));
    EXPECT_EQ(outline.paragraphBelow(3, 3), (LineRange{9, 11}));
    EXPECT_EQ(outline.paragraphBelow(3, 4), std::nullopt);
    EXPECT_EQ(outline.paragraphBelow(1, 1), (LineRange{3, 5}));
    EXPECT_EQ(outline.paragraphBelow(11, 1), std::nullopt);
    EXPECT_EQ(outline.paragraphBelow(3, 0), std::nullopt);
    EXPECT_EQ(Outline(Text("\n \n")).paragraphBelow(1, 1), std::nullopt);
}

TEST(Headings, WithoutAParagraphTheFirstOneCountsWithTheHeading) {
    HeadingFinder finder;
    model::Place place;
    place.heading = "Voor wie";
    EXPECT_EQ(finder.find(kOutlineText, place).passage, (LineRange{3, 5}));
    place.alinea = 2;
    EXPECT_EQ(finder.find(kOutlineText, place).passage, (LineRange{7, 7}));
    place.alinea = 9;
    EXPECT_FALSE(finder.find(kOutlineText, place).isFound());
    const Text bare("Voor wie");
    place.alinea.reset();
    EXPECT_EQ(finder.find(bare, place).passage, (LineRange{1, 1}));
}

} // namespace
} // namespace meldc::evidence
