// What the users ask of the real documents.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "checked_policy.h"

namespace meldc::test {
namespace {

TEST(Prove, InnovoDoesNotReportEveryDisclosure) {
    CheckedPolicy& innovo = CheckedPolicy::of("innovo");
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
    CheckedPolicy& innovo = CheckedPolicy::of("innovo");
    ASSERT_TRUE(innovo.compiles());
    const auto result = innovo.prove("altijd melden bij acute_onveiligheid of structurele_onveiligheid");
    EXPECT_EQ(result.part.status, baseline::Status::Satisfied);
    ASSERT_TRUE(result.part.proof.has_value());
    EXPECT_EQ(result.part.proof->count.cases, 40U);
}

TEST(Prove, TheTemplateHasNoCertainOutcomeWithoutUnsafety) {
    CheckedPolicy& care = CheckedPolicy::of("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const std::string when = " bij vermoeden en niet acute_onveiligheid en niet structurele_onveiligheid";
    for (const char* goal : {"altijd melden", "altijd afsluiten", "altijd hulp"}) {
        const auto result = care.prove(goal + when);
        EXPECT_NE(result.part.status, baseline::Status::Satisfied) << goal;
    }
    // One sentence, three readings: stop, go on to step 5, or nothing is said.
    const model::Vocabulary& vocabulary = care.vocabulary();
    logic::Case given = logic::quietCase(vocabulary);
    given.values.at(vocabulary.findFact("vermoeden").value) = model::Answer::Yes;
    const emit::Answer answer = care.decide(given);
    EXPECT_TRUE(answer.certain.undetermined);
    std::set<std::string> outcomes;
    for (const emit::ReadingAnswer& reading : answer.readings) {
        const auto has = [&](const std::vector<model::ConceptId>& list, const char* name) {
            return std::any_of(list.begin(), list.end(), [&](auto id) { return vocabulary[id].name == name; });
        };
        outcomes.insert(reading.outcome.undetermined             ? "hole"
                        : has(reading.outcome.must, "hulp")      ? "help"
                        : has(reading.outcome.may, "afsluiten")  ? "stop"
                                                                 : "other");
    }
    EXPECT_EQ(outcomes, (std::set<std::string>{"hole", "help", "stop"}));
    EXPECT_TRUE(std::any_of(care.report().findings.begin(), care.report().findings.end(), [](const auto& each) {
        return diagnostics::info(each.diagnostic.id).code == "MC4101";
    }));
}

TEST(Prove, TheTemplateNamesNoRoleForTheDecision) {
    const CheckedPolicy& care = CheckedPolicy::of("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const baseline::NormResult* owner = care.find("R15");
    ASSERT_NE(owner, nullptr);
    EXPECT_EQ(owner->status, baseline::Status::Open);
    EXPECT_EQ(owner->openBecause, baseline::OpenBecause::OpenTerm);
    ASSERT_FALSE(owner->evidence.empty());
    EXPECT_FALSE(owner->evidence[0].places.empty());
}

TEST(Prove, AndBesideOrIsFound) {
    const CheckedPolicy& care = CheckedPolicy::of("zorgaanbieder");
    ASSERT_TRUE(care.compiles());
    const auto narrower = std::count_if(care.report().findings.begin(), care.report().findings.end(), [](const auto& each) {
        return diagnostics::info(each.diagnostic.id).code == "MC4203";
    });
    EXPECT_EQ(narrower, 2);
}

}  // namespace
}  // namespace meldc::test
