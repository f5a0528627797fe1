#include "support/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace meldc::support {
namespace {

using namespace std::string_literals;

TEST(FirstInvalidUtf8, AcceptsWellFormedText) {
    EXPECT_EQ(firstInvalidUtf8(""), std::nullopt);
    EXPECT_EQ(firstInvalidUtf8("kindermishandeling"), std::nullopt);
    EXPECT_EQ(firstInvalidUtf8("é ë € 𝄞 \xF4\x8F\xBF\xBF"), std::nullopt);
    EXPECT_EQ(firstInvalidUtf8("\xED\x9F\xBF\xEE\x80\x80"), std::nullopt);
}

TEST(FirstInvalidUtf8, RefusesEachKindOfDefect) {
    EXPECT_EQ(firstInvalidUtf8("ab\xE9 cd"), 2U) << "latin-1";
    EXPECT_EQ(firstInvalidUtf8("\x80"), 0U) << "lone continuation byte";
    EXPECT_EQ(firstInvalidUtf8("a\xC0\xAF"), 1U) << "overlong slash";
    EXPECT_EQ(firstInvalidUtf8("\xE0\x80\xAF"), 0U) << "overlong, three bytes";
    EXPECT_EQ(firstInvalidUtf8("\xF0\x80\x80\xAF"), 0U) << "overlong, four bytes";
    EXPECT_EQ(firstInvalidUtf8("\xED\xA0\x80"), 0U) << "surrogate";
    EXPECT_EQ(firstInvalidUtf8("\xF4\x90\x80\x80"), 0U) << "past U+10FFFF";
    EXPECT_EQ(firstInvalidUtf8("\xFE"), 0U) << "no first byte";
    EXPECT_EQ(firstInvalidUtf8("abc\xE2\x82"), 3U) << "cut off at the end";
}

TEST(DecodeAppend, RoundTripsEveryCodePoint) {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value == 0xD800) {
            value = 0xE000;
        }
        std::string text;
        append(text, value);
        const CodePoint point = decode(text, 0);
        ASSERT_EQ(point.value, value);
        ASSERT_EQ(point.size, text.size());
    }
}

TEST(StripByteOrderMark, OnlyAtTheStart) {
    EXPECT_EQ(stripByteOrderMark("\xEF\xBB\xBFrol"), "rol");
    EXPECT_EQ(stripByteOrderMark("rol\xEF\xBB\xBF"), "rol\xEF\xBB\xBF");
}

TEST(NormaliseLineEnds, AllKinds) {
    EXPECT_EQ(normaliseLineEnds("a\r\nb\rc\nd\r"), "a\nb\nc\nd\n");
    EXPECT_EQ(normaliseLineEnds("\r\r\n\n"), "\n\n\n");
}

TEST(ComposeAccents, DecomposedEqualsComposed) {
    EXPECT_EQ(composeAccents("clie\u0308nt"), "cli\u00EBnt");
    EXPECT_EQ(composeAccents("e\u0301e\u0300e\u0302n\u0303a\u030Ac\u0327s\u030C"),
              "\u00E9\u00E8\u00EA\u00F1\u00E5\u00E7\u0161");
    EXPECT_EQ(composeAccents("E\u0302\u0301"), "\u1EBE") << "two marks";
}

TEST(ComposeAccents, LeavesTheRest) {
    EXPECT_EQ(composeAccents("gewoon"), "gewoon");
    EXPECT_EQ(composeAccents("\u0308x"), "\u0308x") << "a mark without a letter";
    EXPECT_EQ(composeAccents("q\u0308"), "q\u0308") << "no such letter";
    EXPECT_EQ(composeAccents("\xE9 e\u0301"), "\xE9 \u00E9") << "not UTF-8";
    EXPECT_EQ(composeAccents("漢字"), "漢字");
}

TEST(FirstControlCharacter, FindsWhatIsInvisible) {
    EXPECT_EQ(firstControlCharacter("a\tb\n"), std::nullopt);
    EXPECT_EQ(firstControlCharacter("ab\0c"s), 2U);
    EXPECT_EQ(firstControlCharacter("a\x1b[31m"), 1U);
    EXPECT_EQ(firstControlCharacter("é\u202E"), 2U);
    EXPECT_EQ(firstControlCharacter("a\uFEFF"), 1U) << "byte-order mark in the middle";
}

TEST(DisplayWidth, CountsColumns) {
    EXPECT_EQ(displayWidth("abc"), 3U);
    EXPECT_EQ(displayWidth("cliënt"), 6U);
    EXPECT_EQ(displayWidth("clie\u0308nt"), 6U);
    EXPECT_EQ(displayWidth("漢字"), 4U);
    EXPECT_EQ(displayWidth("a\x1b"), 2U);
    EXPECT_EQ(displayWidth("a\xE9"), 2U);
}

TEST(Printable, IsWellFormedAndHarmless) {
    EXPECT_EQ(printable("a\x1b[0m\tb\nc\xE9"), "a\uFFFD[0m b c\uFFFD");
    EXPECT_EQ(firstInvalidUtf8(printable("\xFF\xFE\xE2\x82")), std::nullopt);
}

TEST(Shortened, CutsAtColumnsNotBytes) {
    EXPECT_EQ(shortened("abcdef", 6), "abcdef");
    EXPECT_EQ(shortened("abcdefg", 6), "abcde…");
    EXPECT_EQ(shortened("ëëëëëë", 6), "ëëëëëë");
    EXPECT_EQ(shortened("漢字漢字", 6), "漢字…");
    EXPECT_EQ(displayWidth(shortened(std::string(10'000'000, 'x'), 40)), 40U);
}

} // namespace
} // namespace meldc::support
