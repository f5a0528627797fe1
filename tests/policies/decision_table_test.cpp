// `decide` agrees with the tables that were derived by hand from the documents, on all 972
// consistent cases with doubt.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "checked_policy.h"
#include "sanitized.h"

namespace meldc::test {
namespace {

using Names = std::set<std::string>;

const std::vector<std::string> kColumns = {"vermoeden",     "acute_onveiligheid", "structurele_onveiligheid", "disclosure",
                                           "hulp_mogelijk", "hulp_aanvaard",      "hulp_effectief"};

std::string wordOf(model::Answer answer) {
    return answer == model::Answer::Yes ? "ja" : answer == model::Answer::No ? "nee" : "twijfel";
}

/// Parts of a cell between `separator`; "-" is nothing.
Names parts(const std::string& cell, char separator) {
    Names result;
    std::istringstream stream(cell);
    for (std::string part; std::getline(stream, part, separator);) {
        if (part != "-") result.insert(part);
    }
    return result;
}

bool fits(const std::vector<std::string>& row, const std::vector<std::string>& words) {
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const Names allowed = parts(row.at(column + 1), '/');
        if (!allowed.empty() && !allowed.contains(words[column])) return false;
    }
    return true;
}

Names namesOf(const model::Vocabulary& vocabulary, const std::vector<model::ConceptId>& ids) {
    Names result;
    for (const model::ConceptId id : ids) result.insert(vocabulary[id].name);
    return result;
}

struct Row {
    Names must;
    Names may;
    Names mayNot;
    bool undetermined = false;
    bool deferred = false;
};

/// What the hand-made table says of a case: the one walk row and all rule rows that fit.
Row expected(const std::vector<std::vector<std::string>>& table, const std::vector<std::string>& words) {
    Row result;
    int walks = 0;
    for (const auto& row : table) {
        if (!fits(row, words)) continue;
        result.must.merge(parts(row.at(8), ','));
        result.may.merge(parts(row.at(9), ','));
        result.mayNot.merge(parts(row.at(10), ','));
        if (row[0] == "walk") {
            ++walks;
            result.undetermined = row.at(11) == "ja";
            result.deferred = row.at(12) == "ja";
        }
    }
    EXPECT_EQ(walks, 1) << "the table must have exactly one row for a case";
    return result;
}

/// What `meldc decide` answers.
Row actual(const CheckedPolicy& policy, const logic::Case& given) {
    const emit::Answer answer = policy.decide(given);
    const logic::Outcome& certain = answer.certain;
    const model::Vocabulary& vocabulary = policy.vocabulary();
    return {namesOf(vocabulary, certain.must), namesOf(vocabulary, certain.may), namesOf(vocabulary, certain.mayNot),
            certain.undetermined, certain.deferred};
}

class HandMadeTable : public testing::TestWithParam<const char*> {};

TEST_P(HandMadeTable, AgreesOnAllConsistentCases) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam());
    ASSERT_TRUE(policy.compiles());
    const auto table = readTable(GetParam(), "beslistabel.tsv");
    const model::Vocabulary& vocabulary = policy.vocabulary();
    // Circumstances that are no columns are no.
    logic::Case given;
    given.values.assign(vocabulary.facts.size(), model::Answer::No);
    int cases = 0;
    // No multiple of three: the steps reach every answer in every column.
    constexpr int kStep = kIsSanitized ? 40 : 1;
    for (int combination = 0; combination < 2187; combination += kStep) {
        std::vector<std::string> words;
        int rest = combination;
        for (const std::string& column : kColumns) {
            const auto answer = static_cast<model::Answer>(rest % 3);
            rest /= 3;
            given.values.at(vocabulary.findFact(column).value) = answer;
            words.push_back(wordOf(answer));
        }
        if (logic::brokenImplication(vocabulary, given) != nullptr) continue;
        ++cases;
        const Row wanted = expected(table, words);
        const Row got = actual(policy, given);
        std::string where;
        for (const std::string& word : words) where += word + " ";
        EXPECT_EQ(got.must, wanted.must) << where;
        EXPECT_EQ(got.may, wanted.may) << where;
        EXPECT_EQ(got.mayNot, wanted.mayNot) << where;
        EXPECT_EQ(got.undetermined, wanted.undetermined) << where;
        EXPECT_EQ(got.deferred, wanted.deferred) << where;
    }
    EXPECT_EQ(cases, kIsSanitized ? 23 : 972);
}

INSTANTIATE_TEST_SUITE_P(Policies, HandMadeTable, testing::ValuesIn(inThisBuild<const char*>({"innovo", "zorgaanbieder", "de-meent", "pro8", "rbcz"})),
                         [](const auto& each) { return identifier(each.param); });

}  // namespace
}  // namespace meldc::test
