#include "syntax/placement.h"

#include <gtest/gtest.h>

namespace meldc::syntax {

namespace {

Statement statement(StatementKind kind, std::vector<Statement> block = {}) {
    Statement node;
    node.kind = kind;
    node.block = std::move(block);
    return node;
}

Name name(std::string text) {
    return {std::move(text), {}, false};
}

Document unitWith(std::vector<Statement> block, bool isFramework = false) {
    Document document;
    Unit unit;
    unit.isFramework = isFramework;
    unit.block = std::move(block);
    document.units.push_back(std::move(unit));
    return document;
}

TEST(Placement, EveryStatementButAReadingHasAHome) {
    for (int i = 0; i <= static_cast<int>(StatementKind::Lapse); ++i) {
        const auto kind = static_cast<StatementKind>(i);
        EXPECT_EQ(homesOf(kind).empty(), kind == StatementKind::Reading) << i;
    }
}

TEST(Placement, WhatIsRightStays) {
    Document document = unitWith({statement(StatementKind::Step, {statement(StatementKind::Performer)})});
    EXPECT_TRUE(removeMisplaced(document).empty());
    EXPECT_EQ(document.units[0].block[0].block.size(), 1U);
}

TEST(Placement, AQuestionStandsAtTheTopOnlyWhereSomethingIsFollowed) {
    Document document = unitWith({statement(StatementKind::Question)});
    EXPECT_EQ(removeMisplaced(document).size(), 1U);
    document = unitWith({statement(StatementKind::Follows), statement(StatementKind::Question)});
    EXPECT_TRUE(removeMisplaced(document).empty());
}

TEST(Placement, AMisplacedStatementGoesWithItsNames) {
    Statement role = statement(StatementKind::Role);
    role.names = {name("af")};
    Document document = unitWith({statement(StatementKind::Step, {role, statement(StatementKind::Function)})});
    const auto messages = removeMisplaced(document);
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(renderMessage(messages[0], support::Language::Dutch),
              "`rol` kan niet in `stap` staan; het hoort in `meldcode`");
    ASSERT_EQ(document.units[0].block[0].block.size(), 1U);
    EXPECT_EQ(document.units[0].block[0].block[0].kind, StatementKind::Function);
    ASSERT_EQ(document.unread.size(), 1U);
    EXPECT_EQ(document.unread[0].text, "af");
}

TEST(Placement, AReadingTakesWhatTheBlockAroundItTakes) {
    const auto ambiguity = [](StatementKind inside) {
        return statement(StatementKind::Ambiguous,
                         {statement(StatementKind::Reading, {statement(inside)}),
                          statement(StatementKind::Reading, {statement(inside)})});
    };
    Document right = unitWith({statement(StatementKind::Question, {})});
    right.units[0].block = {statement(StatementKind::Step, {ambiguity(StatementKind::Consults)})};
    EXPECT_TRUE(removeMisplaced(right).empty());
    Document wrong = unitWith({ambiguity(StatementKind::Consults)});
    EXPECT_EQ(removeMisplaced(wrong).size(), 2U);
}

TEST(Placement, AFrameworkOfTheLibraryHasNoRoles) {
    Document document = unitWith({statement(StatementKind::Question), statement(StatementKind::Role)}, true);
    EXPECT_EQ(removeMisplaced(document).size(), 1U);
}

TEST(Placement, OneReadingIsNoAmbiguity) {
    Document document =
        unitWith({statement(StatementKind::Ambiguous, {statement(StatementKind::Reading)})});
    const auto messages = removeMisplaced(document);
    ASSERT_EQ(messages.size(), 1U);
    EXPECT_EQ(messages[0].id, diagnostics::Diag::TooFewReadings);
}

} // namespace

} // namespace meldc::syntax
