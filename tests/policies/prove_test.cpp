// What the users ask of the real documents.

#include <gtest/gtest.h>

#include <algorithm>

#include "checked_policy.h"

namespace meldc::test {
namespace {

TEST(Prove, InnovoDoesNotReportEveryDisclosure) {
    CheckedPolicy innovo("innovo");
    ASSERT_TRUE(innovo.compiles());
    const auto result = innovo.prove("altijd melden bij disclosure");
    EXPECT_EQ(result.part.status, baseline::Status::Violated);
    ASSERT_TRUE(result.part.counterexample.has_value());
    const model::Vocabulary& vocabulary = innovo.vocabulary();
    const logic::Case& facts = result.part.counterexample->facts;
    // The smallest case: what is needed for disclosure, and nothing else out of the ordinary.
    const logic::Case quiet = logic::quietCase(vocabulary);
    for (std::uint32_t each = 0; each < vocabulary.facts.size(); ++each) {
        const std::string& name = vocabulary.nameOf(model::FactId{each});
        const bool differs = facts.values[each].value_or(*quiet.values[each]) != *quiet.values[each];
        EXPECT_EQ(differs, name == "vermoeden" || name == "disclosure") << name;
    }
    ASSERT_TRUE(result.part.proof.has_value());
    EXPECT_EQ(result.part.proof->count.cases, 72U);
    EXPECT_EQ(result.part.proof->count.excluded, 56U);
    EXPECT_FALSE(result.part.counterexample->story.nl.empty());
}

TEST(Prove, WhatHoldsIsCounted) {
    CheckedPolicy innovo("innovo");
    ASSERT_TRUE(innovo.compiles());
    const auto result = innovo.prove("altijd melden bij acute_onveiligheid of structurele_onveiligheid");
    EXPECT_EQ(result.part.status, baseline::Status::Satisfied);
    ASSERT_TRUE(result.part.proof.has_value());
    EXPECT_EQ(result.part.proof->count.cases, 40U);
}

TEST(Prove, TheTemplateHasNoCertainOutcomeWithoutUnsafety) {
    CheckedPolicy care("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const std::string when = " bij vermoeden en niet acute_onveiligheid en niet structurele_onveiligheid";
    for (const char* goal : {"altijd melden", "altijd vastleggen", "altijd hulp"}) {
        const auto result = care.prove(goal + when);
        EXPECT_NE(result.part.status, baseline::Status::Satisfied) << goal;
    }
    ASSERT_EQ(care.report().protocol->ambiguities.size(), 1U);
    EXPECT_EQ(care.report().protocol->ambiguities[0].readings.size(), 3U);
}

TEST(Prove, TheTemplateNamesNoRoleForTheDecision) {
    const CheckedPolicy care("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const baseline::NormResult* owner = care.find("R15");
    ASSERT_NE(owner, nullptr);
    EXPECT_EQ(owner->status, baseline::Status::Open);
    EXPECT_EQ(owner->openBecause, baseline::OpenBecause::OpenTerm);
    ASSERT_FALSE(owner->evidence.empty());
    EXPECT_FALSE(owner->evidence[0].places.empty());
}

TEST(Prove, AndBesideOrIsFound) {
    const CheckedPolicy care("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const auto narrower = std::count_if(care.report().findings.begin(), care.report().findings.end(), [](const auto& each) {
        return diagnostics::info(each.diagnostic.id).code == "MC4203";
    });
    EXPECT_EQ(narrower, 2);
}

}  // namespace
}  // namespace meldc::test
