#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace meldc::parser::test {

namespace {

using Codes = std::vector<std::string>;
using syntax::Statement;
using syntax::StatementKind;

std::vector<StatementKind> kindsOf(const std::vector<Statement>& block) {
    std::vector<StatementKind> kinds;
    for (const Statement& statement : block) {
        kinds.push_back(statement.kind);
    }
    return kinds;
}

bool isUnread(const syntax::Document& document, const std::string& name) {
    return std::any_of(document.unread.begin(), document.unread.end(),
                       [&](const syntax::Name& unread) { return unread.text == name; });
}

TEST(Recovery, FiveMistakesGiveFiveMessagesAndTheRestIsRead) {
    const Read parsed = read("meldcode u \"U\" {\n"
                             "  rol af is aandachtsfunctionaris\n"
                             "  rol stap is directie\n"          // 1: keyword as a name
                             "  vastgesteld op 2026-01-01\n"     // 2: a word too many
                             "  stap 1 \"Signalen\" {\n"
                             "    wettelijke stap signaleren\n"
                             "    uitvorder af\n"                // 3: misspelt
                             "    taak af moet\n"                // 4: not finished
                             "    taak af moet vastleggen signalen\n"
                             "  }\n"
                             "  contact veilig_thuis telefoon 0800\n" // 5: no quotes
                             "  rol ib is intern_begeleider\n"
                             "}\n"
                             "casus \"c\" { verwacht niets }\n");
    EXPECT_EQ(parsed.codes(),
              (Codes{"MC1004@3:7", "MC1001@4:15", "MC1014@7:5", "MC1016@8:13", "MC1001@11:33"}));
    const auto& block = parsed.document.units.at(0).block;
    EXPECT_EQ(kindsOf(block), (std::vector{StatementKind::Role, StatementKind::Role, StatementKind::Step,
                                           StatementKind::Role}));
    EXPECT_EQ(kindsOf(block.at(2).block),
              (std::vector{StatementKind::Function, StatementKind::Performer, StatementKind::Duty}));
    EXPECT_EQ(parsed.document.cases.size(), 1U);
}

TEST(Recovery, AMendedWordLeavesTheStatementWhole) {
    const Read keyword = read(inUnit("  rol stap is directie"));
    ASSERT_EQ(keyword.document.units.at(0).block.size(), 1U);
    EXPECT_EQ(keyword.document.units.at(0).block.at(0).names.at(0).text, "stap");
    const Read misspelt = read(inUnit("  stapp 1 \"a\" {\n    uitvoerder af\n  }"));
    EXPECT_EQ(misspelt.codes(), Codes{"MC1014@2:3"});
    ASSERT_EQ(misspelt.document.units.at(0).block.size(), 1U);
    EXPECT_EQ(misspelt.document.units.at(0).block.at(0).block.size(), 1U);
}

TEST(Recovery, MistakesInTheBlockOfASpoiledHeadAreToldToo) {
    const Read parsed = read(inUnit("  stap een twee \"a\" {\n"
                                    "    uitvoerder\n"
                                    "    taak af moet vastleggen\n"
                                    "  }\n"
                                    "  rol af is ib"));
    EXPECT_EQ(parsed.codes(), (Codes{"MC1001@2:8", "MC1016@3:5"}));
    EXPECT_EQ(kindsOf(parsed.document.units.at(0).block), std::vector{StatementKind::Role});
    EXPECT_TRUE(isUnread(parsed.document, "twee"));
    EXPECT_TRUE(isUnread(parsed.document, "vastleggen"));
    EXPECT_FALSE(isUnread(parsed.document, "ib"));
}

// The parser leaves the rule of a block with nothing read in it: it is no token. Found by fuzzing.
TEST(Recovery, ABlockWithNothingReadIsNoToken) {
    EXPECT_EQ(read("}\nmeldcode t\nvraa 1").codes(),
              (Codes{"MC1017@1:1", "MC1026@2:10", "MC1028@2:10", "MC1014@3:1", "MC1015@3:1"}));
    EXPECT_EQ(read("}\nafwegingskader t\nvraa 1").codes(),
              (Codes{"MC1017@1:1", "MC1026@2:16", "MC1028@2:16", "MC1014@3:1"}));
}

TEST(Recovery, ALineThatGoesOnDeeperIsPartOfTheSpoiledOne) {
    const Read parsed = read(inUnit("  taak af moet 3 vastleggen\n"
                                    "       bij acute_onveiligheid\n"
                                    "  rol af is ib"));
    EXPECT_EQ(parsed.codes(), Codes{"MC1001@2:16"});
    EXPECT_EQ(parsed.document.units.at(0).block.size(), 1U);
}

TEST(Recovery, TwoMistakesOnTwoLinesAreTwo) {
    const Read parsed = read(inUnit("  contact v telefoon 0800\n"
                                    "  rolle a is b\n"
                                    "  begrip q is feit { aard gevaar }\n"
                                    "  rol c is d"));
    EXPECT_EQ(parsed.codes(), (Codes{"MC1001@2:22", "MC1014@3:3", "MC1015@4:3"}));
    EXPECT_EQ(parsed.document.units.at(0).block.size(), 2U);
}

TEST(Recovery, AWrongLineInANormLeavesTheOthers) {
    const Read parsed = read("norm R1 \"x\" {\n"
                             "  laag wettelijk\n"
                             "  bericht \"a\"\n"
                             "  eis altijd melden\n"
                             "}\n"
                             "norm R2 \"y\" { laag wet }\n");
    EXPECT_EQ(parsed.codes(), (Codes{"MC1001@2:8", "MC1001@3:11"}));
    ASSERT_EQ(parsed.document.norms.size(), 2U);
    EXPECT_EQ(parsed.document.norms.at(0).requirements.size(), 1U);
}

TEST(Recovery, ABrokenDeclarationLeavesTheNext) {
    const Read parsed = read("begrip x feit\n"
                             "begrip y is feit\n"
                             "altijd a =>\n"
                             "altijd b => y\n");
    EXPECT_EQ(parsed.codes(), (Codes{"MC1001@1:10", "MC1016@3:10"}));
    EXPECT_EQ(parsed.document.concepts.size(), 1U);
    EXPECT_EQ(parsed.document.implications.size(), 1U);
    EXPECT_TRUE(isUnread(parsed.document, "x"));
}

TEST(Recovery, AfterAnOpenTextTheLineIsLeftInPeace) {
    const Read parsed = read(inUnit("  rol af \"aandachts is directie\n"
                                    "  rol ib is directie"));
    EXPECT_EQ(parsed.codes(), Codes{"MC1003@2:10"});
    EXPECT_EQ(parsed.document.units.at(0).block.size(), 1U);
}

TEST(Recovery, StatementsOutsideEveryBlockAreToldOnceForEachRun) {
    const Read parsed = read("meldcode u \"U\" {\n}\n"
                             "rol a is b\n"
                             "rol c is d\n"
                             "casus \"c\" { verwacht niets }\n"
                             "rol e is f\n");
    EXPECT_EQ(parsed.codes(), (Codes{"MC1027@3:1", "MC1027@6:1"}));
    EXPECT_EQ(parsed.document.cases.size(), 1U);
    EXPECT_TRUE(isUnread(parsed.document, "c"));
}

} // namespace

} // namespace meldc::parser::test
