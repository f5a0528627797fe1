// What is said of each real document besides the verdicts: the findings that reading it led to
// expect, and what a second reader listed from the document alone.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "checked_policy.h"
#include "sanitized.h"

namespace meldc::test {
namespace {

using Lines = std::vector<model::LineRange>;

/// "15, 27-29 / 46" as ranges; "-" is none.
Lines linesIn(const std::string& cell) {
    Lines result;
    std::string spaced = cell;
    std::replace_if(spaced.begin(), spaced.end(), [](char each) { return each == ',' || each == '/'; }, ' ');
    std::istringstream parts(spaced);
    for (std::string part; parts >> part;) {
        if (part == "-") continue;
        const auto dash = part.find('-');
        const auto first = static_cast<std::uint32_t>(std::stoul(part.substr(0, dash)));
        const auto last = dash == std::string::npos
                              ? first
                              : static_cast<std::uint32_t>(std::stoul(part.substr(dash + 1)));
        result.push_back({first, last});
    }
    return result;
}

/// The passages of the document that a finding carries.
Lines linesOf(const baseline::Finding& finding) {
    Lines result;
    for (const baseline::Evidence& each : finding.evidence) {
        for (const model::Place& place : each.places) {
            result.insert(result.end(), place.lines.begin(), place.lines.end());
        }
    }
    return result;
}

bool shareALine(const Lines& a, const Lines& b) {
    return std::any_of(a.begin(), a.end(), [&](const model::LineRange& left) {
        return std::any_of(b.begin(), b.end(), [&](const model::LineRange& right) {
            return left.first <= right.last && right.first <= left.last;
        });
    });
}

std::string codeOf(const baseline::Finding& finding) {
    return std::string(diagnostics::info(finding.diagnostic.id).code);
}

/// Whether the finding is the one that a row speaks of: a finding without passages, or a row without
/// lines, is known by its code alone.
bool isMeant(const baseline::Finding& finding, const std::string& code, const Lines& lines) {
    const Lines own = linesOf(finding);
    return codeOf(finding) == code && (own.empty() || lines.empty() || shareALine(own, lines));
}

bool isFound(const CheckedPolicy& policy, const std::string& code, const Lines& lines) {
    const auto& findings = policy.report().findings;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const baseline::Finding& each) { return isMeant(each, code, lines); });
}

/// Whether what is said of the norm is more than that the code complies.
bool isHeldAgainst(const CheckedPolicy& policy, const std::string& norm) {
    const baseline::NormResult* result = policy.find(norm);
    return result != nullptr && result->status != baseline::Status::Satisfied &&
           result->status != baseline::Status::NotApplicable;
}

class ExpectedFindings : public testing::TestWithParam<const char*> {};

TEST_P(ExpectedFindings, AreFoundWhereTheDocumentHasThem) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam());
    ASSERT_TRUE(policy.compiles());
    for (const auto& row : readTable(GetParam(), "expected-findings.tsv")) {
        ASSERT_EQ(row.size(), 4U) << row.at(0);
        // What no finding tells is listed all the same.
        if (row[2] == "-") continue;
        EXPECT_TRUE(isFound(policy, row[2], linesIn(row[1]))) << row[2] << " at " << row[1] << ": " << row[3];
    }
}

TEST_P(ExpectedFindings, AreAllThatIsFound) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam());
    ASSERT_TRUE(policy.compiles());
    const auto rows = readTable(GetParam(), "expected-findings.tsv");
    std::map<std::string, int> surplus;
    for (const baseline::Finding& each : policy.report().findings) {
        ++surplus[codeOf(each)];
        EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
            return isMeant(each, row.at(2), linesIn(row.at(1)));
        })) << codeOf(each)
            << " was not read in the document";
    }
    for (const auto& row : rows) {
        if (row.at(2) != "-") --surplus[row.at(2)];
    }
    for (const auto& [code, count] : surplus) EXPECT_EQ(count, 0) << code << " is found more or less often than read";
}

INSTANTIATE_TEST_SUITE_P(Policies, ExpectedFindings,
                         testing::ValuesIn(inThisBuild<const char*>(
                             {"innovo", "zorgaanbieder", "de-meent", "pro8", "rbcz", "voorbeeld", "model-onderwijs",
                              "model-po", "model-vo", "model-so", "model-kinderopvang", "model-zorg"})),
                         [](const auto& each) { return identifier(each.param); });

class SecondReading : public testing::TestWithParam<const char*> {};

TEST_P(SecondReading, IsReportedOrExplained) {
    const std::set<std::string> outcomes = {"reported", "left-to-readers", "no-contradiction", "not-expressible"};
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam());
    ASSERT_TRUE(policy.compiles());
    const auto rows = readTable(GetParam(), "second-reading.tsv");
    ASSERT_GE(rows.size(), 20U);
    std::set<std::string> items;
    for (const auto& row : rows) {
        ASSERT_EQ(row.size(), 6U) << row.at(0);
        EXPECT_TRUE(items.insert(row[0]).second) << row[0] << " stands there twice";
        EXPECT_TRUE(outcomes.contains(row[3])) << row[0];
        EXPECT_FALSE(row[5].empty()) << row[0];
        EXPECT_EQ(row[3] == "reported", row[4] != "-") << row[0];
        if (row[4] == "-") continue;
        std::istringstream parts(row[4]);
        for (std::string by; std::getline(parts, by, ',');) {
            if (by.starts_with("MC")) {
                EXPECT_TRUE(isFound(policy, by, linesIn(row[2]))) << row[0] << " by " << by;
            } else {
                EXPECT_TRUE(isHeldAgainst(policy, by)) << row[0] << " by " << by;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Policies, SecondReading,
                         testing::ValuesIn(inThisBuild<const char*>({"innovo", "zorgaanbieder", "de-meent", "pro8", "rbcz"})),
                         [](const auto& each) { return identifier(each.param); });

}  // namespace
}  // namespace meldc::test
