// The verdict on each real document is what expected.tsv says, which was written from the document
// before the first run.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "checked_policy.h"

namespace meldc::test {
namespace {

const std::map<baseline::Status, std::string> kWords = {
    {baseline::Status::Satisfied, "satisfied"},   {baseline::Status::Violated, "violated"},
    {baseline::Status::Contradicted, "contradicted"}, {baseline::Status::Open, "open"},
    {baseline::Status::NotApplicable, "not-applicable"}, {baseline::Status::Waived, "waived"}};

class Expected : public testing::TestWithParam<const char*> {};

TEST_P(Expected, VerdictsAgreeNormByNorm) {
    const CheckedPolicy policy(GetParam());
    ASSERT_TRUE(policy.compiles());
    const auto rows = readTable(GetParam(), "expected.tsv");
    ASSERT_GE(rows.size(), 17U);
    for (const auto& row : rows) {
        const baseline::NormResult* result = policy.find(row.at(0));
        ASSERT_NE(result, nullptr) << row[0];
        EXPECT_EQ(kWords.at(result->status), row.at(1)) << row[0] << ": " << result->message.nl;
    }
    EXPECT_EQ(policy.report().results.size(), rows.size()) << "a norm is selected that nobody expected";
}

TEST_P(Expected, NothingInTheLawLayerAccusesWithoutPassages) {
    const CheckedPolicy policy(GetParam());
    for (const baseline::NormResult& each : policy.report().results) {
        const bool accuses = each.status == baseline::Status::Violated || each.status == baseline::Status::Contradicted;
        if (each.norm->layer == model::Layer::Law && accuses) {
            EXPECT_FALSE(each.evidence.empty()) << each.norm->id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Policies, Expected, testing::Values("innovo", "zorgaanbieder", "voorbeeld"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace meldc::test
