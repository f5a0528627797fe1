#include "support/source_file.h"

#include <gtest/gtest.h>

#include <utility>

namespace meldc::support {
namespace {

TEST(Span, Join) {
    EXPECT_EQ(join({1, 4, 6}, {1, 10, 12}), (Span{1, 4, 12}));
    EXPECT_EQ(join({1, 10, 12}, {1, 4, 6}), (Span{1, 4, 12}));
    EXPECT_EQ(join({}, {1, 4, 6}), (Span{1, 4, 6}));
    EXPECT_EQ(join({1, 4, 6}, {}), (Span{1, 4, 6}));
    EXPECT_EQ(join({1, 4, 6}, {2, 0, 9}), (Span{1, 4, 6}));
    EXPECT_TRUE((Span{1, 5, 5}).isEmpty());
    EXPECT_FALSE(Span{}.hasPlace());
}

TEST(SourceFile, LinesAndColumns) {
    const SourceFile file("a.meld", "rol ko\n  cliënt x\n\nlaatste");
    EXPECT_EQ(file.lineCount(), 4U);
    EXPECT_EQ(file.lineText(2), "  cliënt x");
    EXPECT_EQ(file.lineText(3), "");
    EXPECT_EQ(file.lineText(5), "");
    EXPECT_EQ(file.position(0), (LineColumn{1, 1}));
    EXPECT_EQ(file.position(6), (LineColumn{1, 7})) << "the line feed belongs to its line";
    EXPECT_EQ(file.position(7), (LineColumn{2, 1}));
    const auto afterAccent = static_cast<std::uint32_t>(file.text().find('x'));
    EXPECT_EQ(file.position(afterAccent), (LineColumn{2, 10}));
    EXPECT_EQ(file.position(10'000), (LineColumn{4, 8}));
}

TEST(SourceFile, PositionAndOffsetAgree) {
    const SourceFile file("a.meld", "é\nab\u0308c\n漢字\n");
    for (std::uint32_t offset = 0; offset < file.text().size(); ++offset) {
        // Inside a letter, or at an accent that was typed behind it.
        const auto byte = static_cast<unsigned char>(file.text()[offset]);
        const bool isInside = (byte & 0xC0) == 0x80 || byte == 0xCC;
        if (!isInside) {
            EXPECT_EQ(file.offsetOf(file.position(offset)), offset);
        }
    }
    EXPECT_EQ(file.offsetOf({2, 99}), file.lineBegin(2) + file.lineText(2).size());
}

TEST(SourceFile, EmptyText) {
    const SourceFile file("leeg.meld", "");
    EXPECT_EQ(file.lineCount(), 1U);
    EXPECT_EQ(file.lineText(1), "");
    EXPECT_EQ(file.position(0), (LineColumn{1, 1}));
    EXPECT_EQ(file.text(Span{1, 0, 5}), "");
}

TEST(Columns, BytesCharactersAndDisplay) {
    const std::string_view line = "\té\u0065\u0308漢x";
    const std::size_t x = line.find('x');
    EXPECT_EQ(codePointColumn(line, x), 4U) << "an accent of its own is no character of its own";
    EXPECT_EQ(byteColumn(line, 4), x);
    EXPECT_EQ(codePointColumn(line, line.size()), 5U);
    EXPECT_EQ(codePointColumn(line, line.size() + 9), 5U);
    EXPECT_EQ(codePointColumn("", 3), 0U);
    EXPECT_EQ(displayColumn(line, x), 4U + 1U + 1U + 2U);
    EXPECT_EQ(displayColumn("ab\tc", 3), 4U);
    EXPECT_EQ(displayColumn("abcd\tc", 5), 8U);
    EXPECT_EQ(codePointColumn("a\xE9z", 2), 2U) << "a byte that is not UTF-8 counts as one";
}

TEST(SourceMap, NumbersFromOneAndKeepsReferences) {
    SourceMap sources;
    const FileId first = sources.add("a", "tekst a");
    const SourceFile& kept = sources.file(first);
    for (int i = 0; i < 100; ++i) {
        static_cast<void>(sources.add("b", "x"));
    }
    EXPECT_EQ(first, 1U);
    EXPECT_EQ(kept.text(), "tekst a");
    EXPECT_EQ(sources.size(), 101U);
    EXPECT_FALSE(sources.has(kNoFile));
    EXPECT_FALSE(sources.has(102));
    EXPECT_EQ(sources.text({first, 6, 7}), "a");
    EXPECT_EQ(sources.text({}), "");
}

} // namespace
} // namespace meldc::support
