#include "emit/layout.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

TEST(Wrapped, BreaksAtBlanksAndIndentsTheRest) {
    EXPECT_EQ(wrapped("een twee drie vier", "- ", "  ", 10), "- een twee\n  drie\n  vier\n");
    EXPECT_EQ(wrapped("kort", "", "", 10), "kort\n");
    EXPECT_EQ(wrapped("", "- ", "  ", 10), "- \n");
}

TEST(Wrapped, CountsLettersAndNotBytes) {
    EXPECT_EQ(wrapped("\u00EB\u00EB\u00EB \u00E9\u00E9\u00E9", "", "", 7), "\u00EB\u00EB\u00EB \u00E9\u00E9\u00E9\n");
    EXPECT_EQ(wrapped("\u00EB\u00EB\u00EB \u00E9\u00E9\u00E9", "", "", 6), "\u00EB\u00EB\u00EB\n\u00E9\u00E9\u00E9\n");
}

TEST(Wrapped, LeavesALongWordWhole) {
    EXPECT_EQ(wrapped("zie https://wetten.overheid.nl/x voor meer", "", "", 12),
              "zie\nhttps://wetten.overheid.nl/x\nvoor meer\n");
}

TEST(Wrapped, JoinsLinesOfTheText) {
    EXPECT_EQ(wrapped("een\ntwee  drie", "", "", 40), "een twee drie\n");
}

} // namespace
} // namespace meldc::emit
