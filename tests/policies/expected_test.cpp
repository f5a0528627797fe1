// The verdict on each real document is what expected.tsv says, which was written from the document
// before the first run.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <regex>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "checked_policy.h"
#include "sanitized.h"

namespace meldc::test {
namespace {

const std::map<baseline::Status, std::string> kWords = {
    {baseline::Status::Satisfied, "satisfied"},   {baseline::Status::Violated, "violated"},
    {baseline::Status::Contradicted, "contradicted"}, {baseline::Status::Open, "open"},
    {baseline::Status::NotApplicable, "not-applicable"}, {baseline::Status::Waived, "waived"}};

struct Expectation {
    std::string name;
    std::string file;
    std::string date;
};

/// Each expected.tsv and expected-<day>.tsv of policies/.
std::vector<Expectation> expectations() {
    namespace fs = std::filesystem;
    const std::regex table("expected(?:-(\\d{4}-\\d{2}-\\d{2}))?\\.tsv");
    std::vector<Expectation> all;
    for (const auto& policy : fs::directory_iterator(std::string(MELDC_SOURCE_DIR) + "/policies")) {
        const std::string name = policy.path().filename().string();
        for (const auto& file : fs::directory_iterator(policy)) {
            std::smatch day;
            const std::string written = file.path().filename().string();
            if (!std::regex_match(written, day, table)) continue;
            all.push_back({name, written, day[1].matched ? day[1].str() : "2026-11-21"});
        }
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return std::tie(a.name, a.file) < std::tie(b.name, b.file); });
    return all;
}

/// Those that this build holds against the program: under the sanitizers one document and one model,
/// since all run the same code.
std::vector<Expectation> judgedHere() {
    std::vector<Expectation> all = expectations();
    if (kIsSanitized) {
        std::erase_if(all, [](const Expectation& each) { return each.name != "innovo" && each.name != "model-po"; });
    }
    return all;
}

/// As it stands in the output of a test that fails.
void PrintTo(const Expectation& each, std::ostream* out) {
    *out << each.name << " on " << each.date;
}

TEST(Expectations, AreThereForEveryPolicy) {
    std::set<std::string> names;
    for (const Expectation& each : expectations()) {
        if (each.file == "expected.tsv") names.insert(each.name);
    }
    for (const char* name : {"innovo", "zorgaanbieder", "de-meent", "rbcz", "pro8", "voorbeeld", "model-po"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
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

INSTANTIATE_TEST_SUITE_P(Policies, Expected, testing::ValuesIn(judgedHere()),
                         [](const auto& each) {
                             return identifier(each.param.name + "_" + each.param.date);
                         });

}  // namespace
}  // namespace meldc::test
