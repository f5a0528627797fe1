#include "evidence/text.h"

#include <gtest/gtest.h>

#include "diagnostics/phrases.h"

namespace meldc::evidence {
namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

TEST(Text, LineEndsAndByteOrderMarkMakeNoDifference) {
    const Text unix("een\ntwee\n");
    // printf 'een\ntwee\n' | sha256sum
    EXPECT_EQ(unix.sha256(), "b33763e12788a5bd3fab11dc7f35b69b3549114902f9d6d39a13176bff47758c");
    for (const char* other : {"een\r\ntwee\r\n", "een\rtwee\r", "\xEF\xBB\xBF" "een\ntwee\n"}) {
        EXPECT_EQ(Text(other).sha256(), unix.sha256()) << other;
        EXPECT_EQ(Text(other).lineCount(), 2U) << other;
    }
    EXPECT_NE(Text("een\ntwee").sha256(), unix.sha256());
    EXPECT_EQ(Text("een\ntwee").lineCount(), 2U);
    EXPECT_EQ(Text("").lineCount(), 1U);
}

TEST(Text, ADigestIsOfTheLinesAndNotOfWhereTheyStand) {
    const Text first("a\nb\nc\n");
    const Text second("x\na\nb  \nc");
    EXPECT_EQ(first.digest({1, 2}), second.digest({2, 3})) << "blanks at the end of a line";
    EXPECT_EQ(first.digest({3, 3}), second.digest({4, 4})) << "no line feed at the end";
    EXPECT_NE(first.digest({1, 2}), first.digest({1, 3}));
    EXPECT_NE(Text("a b").digest({1, 1}), Text("a\nb").digest({1, 2}));
    EXPECT_EQ(first.digest({1, 1}).size(), 16U);
}

TEST(Text, KnowsBlankLines) {
    const Text text("a\n \t\n\nb");
    EXPECT_TRUE(text.hasText(1));
    EXPECT_FALSE(text.hasText(2));
    EXPECT_FALSE(text.hasText(3));
    EXPECT_TRUE(text.hasText(4));
    EXPECT_TRUE(text.has({4, 4}));
    EXPECT_FALSE(text.has({4, 5}));
}

TEST(Text, NamesWhatIsNoText) {
    EXPECT_EQ(whyNoText("gewone tekst, ook \u00E9\u00E9n"), std::nullopt);
    EXPECT_EQ(whyNoText(""), std::nullopt);
    EXPECT_EQ(whyNoText("%PDF-1.7\n\x01"), phrase(Phrase::DocumentIsPdf));
    EXPECT_EQ(whyNoText("PK\x03\x04\x14"), phrase(Phrase::DocumentIsZip));
    EXPECT_EQ(whyNoText("\xD0\xCF\x11\xE0\xA1\xB1"), phrase(Phrase::DocumentIsOldWord));
    EXPECT_EQ(whyNoText("{\\rtf1 tekst}"), phrase(Phrase::DocumentIsRtf));
    EXPECT_EQ(whyNoText(std::string_view("\xFF\xFE" "a\0", 4)), phrase(Phrase::DocumentIsUtf16));
    EXPECT_EQ(whyNoText(std::string_view("a\0b", 3)), phrase(Phrase::DocumentIsBinary));
    EXPECT_EQ(whyNoText("een\r\ntwee\rdr\xEB" "e"), phrase(Phrase::DocumentNotUtf8, 3));
}

TEST(Ranges, AreMergedAndTold) {
    const Ranges ranges = merged({{7, 9}, {1, 1}, {2, 3}, {8, 12}, {20, 20}});
    EXPECT_EQ(ranges, (Ranges{{1, 3}, {7, 12}, {20, 20}}));
    EXPECT_EQ(told(ranges).nl, "1-3, 7-12, 20");
    EXPECT_EQ(countOf(ranges), 10U);
    EXPECT_TRUE(contains(ranges, 3));
    EXPECT_FALSE(contains(ranges, 4));
    EXPECT_FALSE(contains(ranges, 21));
    EXPECT_FALSE(contains({}, 1));
}

TEST(Ranges, VeryManyAreCounted) {
    Ranges ranges;
    for (std::uint32_t line = 1; line < 101; line += 2) {
        ranges.push_back({line, line});
    }
    const auto text = told(ranges);
    EXPECT_TRUE(text.nl.starts_with("1, 3, 5")) << text.nl;
    EXPECT_TRUE(text.nl.ends_with("77, 79 en nog 10 stukken")) << text.nl;
}

} // namespace
} // namespace meldc::evidence
