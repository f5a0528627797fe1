// Small changes to the complying code and to the model for primary schools: who notices them.

#include <gtest/gtest.h>

#include <cstdlib>

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
bool isProse(const Mutant& mutant) { return mutant.name.starts_with("uitleg "); }

/// One in so many changes is tried, and each that is listed as not noticed; all take a minute, and are
/// tried with MELDC_ALL_MUTANTS=1.
constexpr std::size_t kOneIn = 5;

TEST(Mutation, ChangesOfTheModelAreNoticed) {
    const std::string list = "tests/mutation/survivors-model-po.tsv";
    const auto known = knownSurvivors(list);
    const bool tryAll = std::getenv("MELDC_ALL_MUTANTS") != nullptr;
    const auto texts = modelTexts();
    Harvest all;
    std::size_t changes = 0;
    for (const std::size_t changed : {0U, 1U}) {
        auto harvest = mutateEach(texts, changed, kAgreements, [&](const Mutant& mutant) {
            return !isProse(mutant) &&
                   (changes++ % kOneIn == 0 || tryAll || known.contains(mutant.name));
        });
        all.mutants += harvest.mutants;
        all.survivors.merge(harvest.survivors);
        for (const auto& [by, count] : harvest.noticed) {
            all.noticed[by] += count;
        }
    }
    EXPECT_GT(changes, 900U);
    EXPECT_LE(known.size() * 20, changes) << "more than one in twenty is not noticed";
    expectKnown(all, list);
}

} // namespace
} // namespace meldc::mutation
