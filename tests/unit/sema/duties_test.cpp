#include <gtest/gtest.h>

#include "fixture.h"

namespace meldc::test {
namespace {

/// Number of consequences that the one duty gives.
std::size_t given(const std::string& duty) {
    const auto compiled = compile("meldcode a \"A\" { rol juf is leraar  systeem map\n taak juf " + duty + " }");
    EXPECT_TRUE(compiled.codes().empty()) << duty;
    const auto& tasks = compiled.unit("a").tasks;
    EXPECT_EQ(tasks.size(), 1U) << duty;
    return tasks.empty() ? 0 : tasks.front().consequences.size();
}

TEST(Duties, AnActionThatIsAConsequenceGivesIt) {
    EXPECT_EQ(given("moet vastleggen signalen in map bij vermoeden"), 1U);
    EXPECT_EQ(given("mag niet vastleggen bij vermoeden"), 1U);
    EXPECT_EQ(given("moet bespreken signalen bij vermoeden"), 0U);
}

TEST(Duties, WhatIsForbiddenForAPartIsNotForbiddenWholly) {
    EXPECT_EQ(given("mag niet vastleggen signalen bij vermoeden"), 0U);
    EXPECT_EQ(given("mag niet vastleggen in map bij vermoeden"), 0U);
}

TEST(Duties, AnActionGivesWhatItsObjectYields) {
    EXPECT_EQ(given("moet raadplegen veilig_thuis bij vermoeden"), 1U);
    EXPECT_EQ(given("mag niet raadplegen veilig_thuis bij vermoeden"), 1U);
    EXPECT_EQ(given("moet raadplegen juf bij vermoeden"), 0U);
}

TEST(Duties, OneOfSeveralNeedNotBeThisOne) {
    EXPECT_EQ(given("moet raadplegen veilig_thuis of juf bij vermoeden"), 0U);
    EXPECT_EQ(given("moet raadplegen veilig_thuis, juf bij vermoeden"), 1U);
    EXPECT_EQ(given("moet raadplegen signalen met veilig_thuis of juf bij vermoeden"), 0U);
    EXPECT_EQ(given("moet raadplegen signalen met veilig_thuis en juf bij vermoeden"), 1U);
    EXPECT_EQ(given("mag raadplegen veilig_thuis of juf bij vermoeden"), 1U);
    EXPECT_EQ(given("mag niet raadplegen veilig_thuis of juf bij vermoeden"), 1U);
}

TEST(Duties, OneOfSeveralIsMarked) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is leraar
      taak juf moet bespreken signalen of kind met juf of baas aan juf en baas })");
    ASSERT_TRUE(compiled.codes().empty());
    const auto& task = compiled.unit("a").tasks.at(0);
    EXPECT_TRUE(task.oneOfObjects);
    EXPECT_TRUE(task.oneOfWith);
    EXPECT_FALSE(task.oneOfTo);
    EXPECT_EQ(task.objects.size(), 2U);
    EXPECT_EQ(task.with.size(), 2U);
}

} // namespace
} // namespace meldc::test
