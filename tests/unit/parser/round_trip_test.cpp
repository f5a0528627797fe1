#include "syntax/keywords.h"
#include "syntax/printer.h"
#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace meldc::parser::test {

namespace {

void expectRoundTrip(const std::string& name, const std::string& text) {
    SCOPED_TRACE(name);
    const Read first = read(text);
    ASSERT_EQ(first.sentences(), std::vector<std::string>{});
    const std::string printed = print(first.document);
    const Read second = read(printed);
    ASSERT_EQ(second.sentences(), std::vector<std::string>{}) << printed;
    EXPECT_TRUE(withoutPlaces(first.document) == withoutPlaces(second.document)) << printed;
    EXPECT_EQ(print(second.document), printed);
}

std::string allConstructs() {
    return contentOf(std::filesystem::path(MELDC_SOURCE_DIR) / "tests/unit/parser/all_constructs.meld");
}

TEST(RoundTrip, EveryFileOfTheTree) {
    const auto files = sourceFiles();
    ASSERT_GT(files.size(), 30U);
    for (const auto& file : files) {
        expectRoundTrip(file.string(), contentOf(file));
    }
}

TEST(RoundTrip, EveryKeywordStandsInTheFileWithAllConstructs) {
    const Read parsed = read(allConstructs());
    std::set<std::string> seen;
    diagnostics::Sink sink;
    for (const Token& token : tokens(parsed.sources.file(1), 1, sink)) {
        seen.insert(token.name);
    }
#define KEYWORD(name, token, spelling, second) \
    EXPECT_TRUE(seen.contains(#token)) << "not in all_constructs.meld: " << (spelling);
#include "syntax/keywords.inc"
#undef KEYWORD
}

TEST(RoundTrip, BracketsStayWhereTheyMatter) {
    const auto conditionIn = [](const std::string& condition) {
        const Read parsed = read(inUnit("route r bij " + condition + " { }"));
        EXPECT_EQ(parsed.sentences(), std::vector<std::string>{}) << condition;
        return print(*parsed.document.units.at(0).block.at(0).condition);
    };
    EXPECT_EQ(conditionIn("a of b en c"), "a of b en c");
    EXPECT_EQ(conditionIn("(a of b) en c"), "(a of b) en c");
    EXPECT_EQ(conditionIn("a en (b en (c))"), "a en b en c");
    EXPECT_EQ(conditionIn("niet a en b"), "niet a en b");
    EXPECT_EQ(conditionIn("niet (a en b)"), "niet (a en b)");
    EXPECT_EQ(conditionIn("twijfel over (a of b) of misschien niet c"),
              "twijfel over (a of b) of misschien niet c");
}

TEST(RoundTrip, TheSingularOfATimeIsKept) {
    const Read parsed = read(inUnit("taak a moet binnen 1 week b"));
    EXPECT_EQ(print(parsed.document.units.at(0).block.at(0)), "taak a moet binnen 1 week b");
}

} // namespace

} // namespace meldc::parser::test
