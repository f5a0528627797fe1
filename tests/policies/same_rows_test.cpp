// What the verdicts rest on when worlds are many: a requirement about what is written is judged in one
// of the worlds that look the same to it. Here it is judged in each of them.

#include <gtest/gtest.h>

#include <cstddef>

#include "baseline/same_rows.h"
#include "baseline/structural.h"
#include "checked_policy.h"
#include "sanitized.h"

namespace meldc::test {
namespace {

bool isAboutRows(const model::Requirement& requirement) {
    return requirement.kind == syntax::RequirementKind::Count || requirement.kind == syntax::RequirementKind::Each;
}

class SameRows : public testing::TestWithParam<const char*> {};

TEST_P(SameRows, GiveTheSameVerdict) {
    const CheckedPolicy& policy = CheckedPolicy::of(GetParam());
    ASSERT_TRUE(policy.compiles());
    const auto& worlds = policy.analysis().selected;
    ASSERT_GT(worlds.size(), 1U);
    baseline::SameRows same(policy.vocabulary(), worlds);
    const baseline::Searches searches(*policy.analysis().protocol, nullptr);
    std::size_t shared = 0;
    // Each norm under both rules for silence, in a text that was read and in one that was not.
    for (const model::Norm& norm : policy.library().norms) {
        for (const model::Requirement& requirement : norm.requirements) {
            if (!isAboutRows(requirement)) continue;
            const auto& firsts = same.firsts(requirement.table);
            for (std::size_t at = 0; at < worlds.size(); at += kIsSanitized ? 7 : 1) {
                if (firsts[at] == at) continue;
                ++shared;
                const bool isEven = (shared % 2) == 0;
                const baseline::SilenceRule silence{isEven, !isEven, &searches};
                const auto here = judgeStructural(policy.vocabulary(), worlds[at], requirement, silence);
                const auto first = judgeStructural(policy.vocabulary(), worlds[firsts[at]], requirement, silence);
                EXPECT_EQ(here.status, first.status) << norm.id << " in world " << at;
                EXPECT_EQ(here.openBecause, first.openBecause) << norm.id << " in world " << at;
                EXPECT_EQ(here.vacuous, first.vacuous) << norm.id << " in world " << at;
                EXPECT_EQ(here.words, first.words) << norm.id << " in world " << at;
                ASSERT_EQ(here.evidence.size(), first.evidence.size()) << norm.id << " in world " << at;
                for (std::size_t each = 0; each < here.evidence.size(); ++each) {
                    EXPECT_EQ(here.evidence[each].span, first.evidence[each].span) << norm.id << " in world " << at;
                }
            }
        }
    }
    EXPECT_GT(shared, 10U) << "nothing was shared";
}

INSTANTIATE_TEST_SUITE_P(Policies, SameRows, testing::ValuesIn(inThisBuild<const char*>({"innovo", "zorgaanbieder", "de-meent", "pro8", "rbcz"})),
                         [](const auto& each) { return identifier(each.param); });

}  // namespace
}  // namespace meldc::test
