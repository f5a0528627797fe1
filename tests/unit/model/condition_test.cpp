#include <gtest/gtest.h>

#include "model/condition.h"

namespace meldc::model {
namespace {

Condition fact(std::uint32_t id) {
    Condition result;
    result.fact = FactId{id};
    return result;
}

Condition node(ConditionKind kind, std::vector<Condition> operands) {
    Condition result;
    result.kind = kind;
    result.operands = std::move(operands);
    return result;
}

Condition words(const std::string& text) {
    Condition result;
    result.kind = ConditionKind::OpenTerm;
    result.words = text;
    return result;
}

TEST(HoldsUnless, IsOfWhatOneNotLeavesOut) {
    const auto no = node(ConditionKind::Not, {fact(1)});
    EXPECT_TRUE(holdsUnless(no));
    EXPECT_TRUE(holdsUnless(node(ConditionKind::And, {fact(2), no})));
    EXPECT_TRUE(holdsUnless(node(ConditionKind::Not, {node(ConditionKind::Or, {fact(1), fact(2)})})));
    EXPECT_FALSE(holdsUnless(fact(1)));
    EXPECT_FALSE(holdsUnless(node(ConditionKind::Or, {fact(2), no})));
    EXPECT_FALSE(holdsUnless(node(ConditionKind::Not, {no})));
}

TEST(NormalText, OrderNestingAndRepeatsSayNothing) {
    const auto flat = node(ConditionKind::Or, {fact(1), fact(2), fact(3)});
    EXPECT_EQ(normalText(flat), normalText(node(ConditionKind::Or, {fact(3), fact(1), fact(2)})));
    EXPECT_EQ(normalText(flat),
              normalText(node(ConditionKind::Or, {node(ConditionKind::Or, {fact(3), fact(2)}), fact(1), fact(2)})));
    EXPECT_EQ(normalText(node(ConditionKind::And, {fact(1), fact(1)})), normalText(fact(1)));
    const auto notNot = node(ConditionKind::Not, {node(ConditionKind::Not, {fact(1)})});
    EXPECT_EQ(normalText(notNot), normalText(fact(1)));
    EXPECT_EQ(normalText(node(ConditionKind::And, {notNot, fact(1)})), normalText(fact(1)));
}

TEST(NormalText, WhatDiffersStaysDifferent) {
    EXPECT_NE(normalText(node(ConditionKind::Or, {fact(1), fact(2)})),
              normalText(node(ConditionKind::And, {fact(1), fact(2)})));
    EXPECT_NE(normalText(node(ConditionKind::Not, {fact(1)})), normalText(fact(1)));
    EXPECT_NE(normalText(node(ConditionKind::DoubtAbout, {fact(1)})),
              normalText(node(ConditionKind::Perhaps, {fact(1)})));
    EXPECT_NE(normalText(words("a")), normalText(words("b")));
    // Words that look like the form of another condition.
    EXPECT_NE(normalText(node(ConditionKind::Or, {words("a"), words("b")})), normalText(words("a,b)")));
}

}  // namespace
}  // namespace meldc::model
