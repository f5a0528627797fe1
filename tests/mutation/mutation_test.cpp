// Small changes to the complying code and to the model for primary schools: who notices them.

#include <gtest/gtest.h>

#include <array>

#include "noticing.h"
#include "syntax/printer.h"

namespace meldc::mutation {
namespace {

using baseline::Status;

const auto kAll = [](const Mutant&) { return true; };

/// The unit that follows the model and holds it to what was agreed.
constexpr const char* kAgreements = "afspraken_po";

/// The code of one school.
std::vector<std::string> complyingCode() {
    return {repositoryFile("policies/voorbeeld/protocol.meld")};
}

/// The model, the one it follows, and what was agreed about it.
std::vector<std::string> modelTexts() {
    return {repositoryFile("policies/model-onderwijs/protocol.meld"),
            repositoryFile("policies/model-po/protocol.meld"),
            repositoryFile("policies/model-po/afspraken.meld")};
}

TEST(Mutation, TheCodeItselfIsInOrder) {
    const auto judgement = judge(complyingCode(), "voorbeeld");
    ASSERT_TRUE(judgement.compiles);
    // What only people can judge (R2, R20) is open for every code.
    const std::set<std::string> human{"R2", "R20"};
    // It does not speak of staff who are themselves suspected.
    const std::set<std::string> elsewhere{"R25"};
    for (const auto& [norm, verdict] : judgement.verdicts) {
        EXPECT_EQ(verdict.first, human.contains(norm)       ? Status::Open
                                 : elsewhere.contains(norm) ? Status::NotApplicable
                                                            : Status::Satisfied)
            << norm;
        EXPECT_FALSE(verdict.second) << norm << " is met for want of anything to judge";
    }
    EXPECT_TRUE(judgement.findings.empty());
    EXPECT_GT(judgement.cases, 5U);
    EXPECT_TRUE(judgement.failedCases.empty());
}

TEST(Mutation, EveryChangeIsNoticed) {
    const auto harvest = mutateEach(complyingCode(), 0, "voorbeeld", kAll);
    EXPECT_GT(harvest.mutants, 200U);
    expectKnown(harvest, "tests/mutation/survivors.tsv");
}

TEST(Mutation, TheModelItselfIsInOrder) {
    const auto judgement = judge(modelTexts(), kAgreements);
    ASSERT_TRUE(judgement.compiles);
    for (const auto& [norm, verdict] : judgement.verdicts) {
        EXPECT_NE(verdict.first, Status::Violated) << norm;
        EXPECT_NE(verdict.first, Status::Contradicted) << norm;
    }
    EXPECT_GT(judgement.cases, 10U);
    EXPECT_TRUE(judgement.failedCases.empty());
}

/// Prose is for people: no norm reads it.
const auto kNoProse = [](const Mutant& mutant) { return !mutant.name.starts_with("uitleg "); };

TEST(Mutation, ChangesOfTheModelAreNoticed) {
    const auto texts = modelTexts();
    Harvest all;
    for (const std::size_t changed : {0U, 1U}) {
        auto harvest = mutateEach(texts, changed, kAgreements, kNoProse);
        all.mutants += harvest.mutants;
        all.survivors.merge(harvest.survivors);
        for (const auto& [by, count] : harvest.noticed) {
            all.noticed[by] += count;
        }
    }
    EXPECT_GT(all.mutants, 500U);
    EXPECT_LE(all.survivors.size() * 20, all.mutants);
    expectKnown(all, "tests/mutation/survivors-model-po.tsv");
}

} // namespace
} // namespace meldc::mutation
