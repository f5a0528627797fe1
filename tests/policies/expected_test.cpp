// The verdict on each real document is what expected.tsv says, which was written from the document
// before the first run.

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <string>

#include "checked_policy.h"

namespace meldc::test {
namespace {

const std::map<baseline::Status, std::string> kWords = {
    {baseline::Status::Satisfied, "satisfied"},   {baseline::Status::Violated, "violated"},
    {baseline::Status::Contradicted, "contradicted"}, {baseline::Status::Open, "open"},
    {baseline::Status::NotApplicable, "not-applicable"}, {baseline::Status::Waived, "waived"}};

struct Expectation {
    const char* name;
    const char* file;
    const char* date;
};

/// As it stands in the output of a test that fails.
void PrintTo(const Expectation& each, std::ostream* out) {
    *out << each.name << " on " << each.date;
}

class Expected : public testing::TestWithParam<Expectation> {};

TEST_P(Expected, VerdictsAgreeNormByNorm) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam().name, GetParam().date);
    ASSERT_TRUE(policy.compiles());
    const auto rows = readTable(GetParam().name, GetParam().file);
    ASSERT_GE(rows.size(), 17U);
    for (const auto& row : rows) {
        const baseline::NormResult* result = policy.find(row.at(0));
        if (result == nullptr) {
            ADD_FAILURE() << row[0] << " is not selected";
            continue;
        }
        EXPECT_EQ(kWords.at(result->status), row.at(1)) << row[0] << ": " << result->message.nl;
    }
    EXPECT_EQ(policy.report().results.size(), rows.size()) << "a norm is selected that nobody expected";
}

TEST_P(Expected, NothingInTheLawLayerAccusesWithoutPassages) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam().name, GetParam().date);
    for (const baseline::NormResult& each : policy.report().results) {
        const bool accuses = each.status == baseline::Status::Violated || each.status == baseline::Status::Contradicted;
        if (each.norm->layer == model::Layer::Law && accuses) {
            EXPECT_FALSE(each.evidence.empty()) << each.norm->id;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Policies, Expected,
                         testing::Values(Expectation{"innovo", "expected.tsv", "2026-11-21"},
                                         Expectation{"zorgaanbieder", "expected.tsv", "2026-11-21"},
                                         Expectation{"voorbeeld", "expected.tsv", "2026-11-21"},
                                         Expectation{"de-meent", "expected.tsv", "2026-11-21"},
                                         Expectation{"rbcz", "expected.tsv", "2026-11-21"},
                                         Expectation{"pro8", "expected.tsv", "2026-11-21"},
                                         Expectation{"pro8", "expected-2015-06-01.tsv", "2015-06-01"}),
                         [](const auto& each) {
                             return identifier(std::string(each.param.name) + "_" + each.param.date);
                         });

}  // namespace
}  // namespace meldc::test
