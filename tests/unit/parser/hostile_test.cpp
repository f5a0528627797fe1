#include "support/limits.h"
#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

#include <random>

namespace meldc::parser::test {

namespace {

using Codes = std::vector<std::string>;

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

TEST(Hostile, AByteOrderMarkIsNoPartOfTheText) {
    const Read parsed = read("\xEF\xBB\xBFmeldcode u \"U\" {\n  rol stap is b\n}\n");
    EXPECT_EQ(parsed.codes(), Codes{"MC1004@2:7"});
    const Read right = read("\xEF\xBB\xBFmeldcode u \"U\" { }");
    ASSERT_EQ(right.codes(), Codes{});
    EXPECT_EQ(right.document.units.at(0).name.span.begin, 12U);
}

TEST(Hostile, AnyLineEndIsALineEnd) {
    const Read parsed = read("meldcode u \"U\" {\r\n  rol a is b\r\n  rol c is d\r\n}\r\n");
    EXPECT_EQ(parsed.codes(), Codes{});
    EXPECT_EQ(parsed.document.units.at(0).block.size(), 2U);
}

TEST(Hostile, AccentsInBothSpellingsAreOneName) {
    const Read parsed = read(inUnit("  rol cli\u00EBnt is b\n  rol clie\u0308nt \"cliënt\" is b\n"
                                    "  rol é stap is b"));
    const auto& block = parsed.document.units.at(0).block;
    ASSERT_GE(block.size(), 2U);
    EXPECT_EQ(block.at(0).names.at(0).text, block.at(1).names.at(0).text);
    // A place counts bytes of the text as it is, a column counts characters.
    EXPECT_EQ(block.at(1).names.at(0).span.size(), 8U);
    EXPECT_EQ(parsed.codes(), Codes{"MC1001@4:9"});
}

TEST(Hostile, AKeywordWithItsAccentsApartIsTheKeyword) {
    const Read parsed = read(inUnit("  stap 1 \"a\" { volgorde vo\u0301o\u0301r stap 2 }"));
    EXPECT_EQ(parsed.codes(), Codes{});
}

TEST(Hostile, WhatIsNotUtf8IsToldAtItsByte) {
    const Read parsed = read("meldcode u \"Cli\xEBnt\" {\n}\n");
    EXPECT_EQ(parsed.codes(), Codes{"MC1006@1:16"});
    EXPECT_FALSE(parsed.document.isReadable);
}

TEST(Hostile, ControlCharactersAreTold) {
    EXPECT_EQ(read(inUnit(std::string_view("  rol a\0 is b", 13))).codes(), Codes{"MC1007@2:8"});
    EXPECT_EQ(read(inUnit("  rol a\x1B is b")).codes(), Codes{"MC1007@2:8"});
    // The mark that turns the direction of writing can hide what a text says.
    EXPECT_EQ(read(inUnit("  rol a\u202E is b")).codes(), Codes{"MC1007@2:8"});
}

TEST(Hostile, AFileHasASize) {
    const Read parsed = read(std::string(100U * 1024U * 1024U, 'a'));
    EXPECT_EQ(parsed.codes(), Codes{"MC1008@1:1"});
    EXPECT_FALSE(parsed.document.isReadable);
}

TEST(Hostile, DeepNestingIsOneMessage) {
    const std::string texts[] = {
        inUnit("  route r bij " + repeated("(", 100'000)),
        inUnit("  route r bij " + repeated("(", 100'000) + "a" + repeated(")", 100'000) + " { }"),
        inUnit("  route r bij " + repeated("niet ", 100'000) + "a { }"),
        inUnit("  route r bij " + repeated("twijfel over ", 100'000) + "a { }"),
        inUnit("  route r bij " + repeated("niet ( misschien ", 100'000) + "a { }"),
        inUnit(repeated("concept vervang ", 100'000)),
        repeated("{", 100'000),
        repeated("stap 1 { ) ", 100'000),
        "meldcode u \"U\" " + repeated("{ stap 1 ", 100'000),
        "norm R1 \"x\" { eis elke stap heeft " + repeated("(", 100'000) + "}",
    };
    for (const std::string& text : texts) {
        SCOPED_TRACE(text.substr(0, 60));
        const Read parsed = read(text);
        ASSERT_EQ(parsed.sink.all().size(), 1U);
        EXPECT_EQ(parsed.sink.all().at(0).id, diagnostics::Diag::NestedTooDeep);
    }
}

TEST(Hostile, ManyClosingBracesAreFewMessages) {
    const std::string texts[] = {
        repeated("}", 100'000),
        inUnit(repeated("  stap 1 \"a\"\n", 20'000)),
        inUnit(repeated("  stap 1 \"a\"\n", 1'000) + repeated("}\n", 1'000)),
        "meldcode u \"U\" {\n" + repeated("  stap 1 \"a\" {\n", 90),
        inUnit("  route r bij a" + repeated(")", 100'000) + " { }"),
    };
    for (const std::string& text : texts) {
        SCOPED_TRACE(text.substr(0, 60));
        const Read parsed = read(text);
        EXPECT_GE(parsed.sink.all().size(), 1U);
        EXPECT_LE(parsed.sink.all().size(), support::kMaxErrorsPerFile + 1);
    }
}

TEST(Hostile, ALongChainIsNoDeepTree) {
    std::string condition = "a";
    for (int i = 0; i < 20'000; ++i) {
        condition += i % 2 == 0 ? " of a" : " en a";
    }
    const Read parsed = read(inUnit("  route r bij " + condition + " { }"));
    EXPECT_EQ(parsed.codes(), Codes{"MC1023@2:15"});
}

/// Texts made of pieces of the language in any order: nothing may crash, hang or pile up messages.
TEST(Hostile, RandomPiecesOfTheLanguage) {
    const std::vector<std::string> pieces{
        "meldcode", "stap",  "vraag", "rol",  "taak",    "bij",    "ja",     "nee",   "twijfel",
        "over",     "moet",  "mag",   "niet", "norm",    "eis",    "altijd", "{",     "}",
        "(",        ")",     ",",     "\n",   "\n  ",    "\"a\"",  "\"",     "a",     "1",
        "1.2",      "1-4",   "-",     "=>",   "2026-01-01", "2026-13-01", "en", "of", "is",
        "concept",  "vervang", "onduidelijk", "lezing", "casus", "begrip", "staat in regel 3", "é",
        "\u201C",   ";",     "route", "open", "afwegingskader", "van", "elke", "heeft", "er is geen"};
    std::mt19937 random(20260101);
    std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
    for (int round = 0; round < 600; ++round) {
        std::string text = round % 2 == 0 ? "" : "meldcode u \"U\" {\n";
        for (std::size_t length = pick(random) * 4; length > 0; --length) {
            text += pieces[pick(random)] + " ";
        }
        SCOPED_TRACE(text);
        const Read parsed = read(text);
        EXPECT_LE(parsed.sink.all().size(), support::kMaxErrorsPerFile + 1);
        for (const diagnostics::Diagnostic& diagnostic : parsed.sink.all()) {
            EXPECT_LE(diagnostic.span.begin, diagnostic.span.end);
            EXPECT_LE(diagnostic.span.end, text.size());
        }
    }
}

/// The file with all constructs, one token changed: one mistake never floods.
TEST(Hostile, OneTokenTakenOutOrDoubled) {
    const std::string text =
        contentOf(std::filesystem::path(MELDC_SOURCE_DIR) / "tests/unit/parser/all_constructs.meld");
    const Read whole = read(text);
    diagnostics::Sink sink;
    const std::vector<Token> all = tokens(whole.sources.file(1), 1, sink);
    std::size_t most = 0;
    for (std::size_t i = 0; i < all.size(); i += 11) {
        const support::Span span = all[i].span;
        const std::string without = text.substr(0, span.begin) + text.substr(span.end);
        const std::string doubled = text.substr(0, span.end) + " " + text.substr(span.begin);
        for (const std::string& changed : {without, doubled}) {
            const Read parsed = read(changed);
            most = std::max(most, parsed.sink.all().size());
            EXPECT_LE(parsed.sink.all().size(), 2U)
                << all[i].text << " at " << span.begin << ": " << ::testing::PrintToString(parsed.sentences());
        }
    }
    EXPECT_GE(most, 1U);
}

} // namespace

} // namespace meldc::parser::test
