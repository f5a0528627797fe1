#include <gtest/gtest.h>

#include "brute_proof.h"
#include "logic/proof.h"
#include "logic/replay.h"
#include "logic/table.h"

namespace meldc::logic::testing {
namespace {

/// A school's code as the contract's facts know it: vermoeden, danger, help.
class Contract : public ::testing::Test {
protected:
    Contract() {
        const auto condition = [&](const char* name) { return fact(vocabulary.findFact(name)); };
        auto& questions = protocol.questions;
        questions.push_back(question("1", condition("vermoeden")));
        questions[0].edges = {edge(Answer::Yes, {}, "2"), edge(Answer::No, {id("afsluiten")}),
                              edge(Answer::Doubt, {id("advies_veilig_thuis")}, "2")};
        questions.push_back(question(
            "2", any({condition("acute_onveiligheid"), condition("structurele_onveiligheid")})));
        questions[1].edges = {edge(Answer::Yes, {id("melden")}, "3"), edge(Answer::No, {}, "3"),
                              edgeTo(Answer::Doubt, TargetKind::Wait, {id("advies_veilig_thuis")})};
        questions.push_back(
            question("3", all({condition("hulp_mogelijk"), condition("hulp_aanvaard"),
                               condition("hulp_effectief")})));
        questions[2].edges = {edge(Answer::Yes, {id("hulp"), id("volgen")}),
                              edge(Answer::No, {id("melden")})};
    }

    ConceptId id(const char* name) const { return vocabulary.find(name); }
    FactId factId(const char* name) const { return vocabulary.findFact(name); }
    Proof proof(const Requirement& wanted) const {
        return prove(vocabulary, compile(vocabulary, protocol), wanted);
    }

    model::Vocabulary vocabulary = contractVocabulary();
    model::Protocol protocol;
};

TEST_F(Contract, CountsOfTheSevenFacts) {
    auto wanted =
        requirement(RequirementKind::Always, must(id("melden")), fact(factId("disclosure")));
    auto found = proof(wanted);
    EXPECT_EQ(found.count.cases, 72U);
    EXPECT_EQ(found.count.excluded, 56U);
    EXPECT_FALSE(found.count.withDoubt);
    EXPECT_EQ(found.count.facts.size(), 7U);
    wanted.alsoInDoubt = true;
    found = proof(wanted);
    EXPECT_EQ(found.count.cases, 972U);
    EXPECT_EQ(found.count.cases + found.count.excluded, 2187U);
    EXPECT_TRUE(found.count.withDoubt);
}

TEST_F(Contract, CountsOnlyWhatIsRead) {
    // Nothing reads disclosure here: six facts, 5 * 8 consistent of 64.
    const auto found = proof(requirement(RequirementKind::Always, must(id("melden")),
                                         fact(factId("acute_onveiligheid"))));
    EXPECT_EQ(found.result, ProofResult::Holds);
    EXPECT_EQ(found.count.facts.size(), 6U);
    EXPECT_EQ(found.count.cases, 40U);
    EXPECT_EQ(found.count.excluded, 24U);
}

TEST_F(Contract, DisclosureIsRefutedWithTheSmallestCase) {
    const auto found =
        proof(requirement(RequirementKind::Always, must(id("melden")), fact(factId("disclosure"))));
    ASSERT_EQ(found.result, ProofResult::Fails);
    // The quiet case but for the suspicion and the disclosure; help works.
    EXPECT_EQ(pointOf(*found.counterexample), (Point{2, 0, 0, 2, 2, 2, 2}));
    EXPECT_FALSE(found.replayFailed);
    const auto walked = walk(vocabulary, protocol, *found.counterexample, {});
    EXPECT_EQ(walked.outcome.must, (std::vector{id("hulp"), id("volgen")}));
}

TEST_F(Contract, CountsAsRepairsIt) {
    protocol.countsAs.push_back({factId("disclosure"), factId("acute_onveiligheid"), {}});
    const auto wanted =
        requirement(RequirementKind::Always, must(id("melden")), fact(factId("disclosure")));
    EXPECT_EQ(proof(wanted).result, ProofResult::Holds);
    EXPECT_EQ(proof(wanted).count.cases, 72U);
}

TEST_F(Contract, RouteRepairsItToo) {
    protocol.routes.push_back(route("disclosure", fact(factId("disclosure"))));
    model::Home home;
    home.kind = model::HomeKind::Route;
    protocol.tasks.push_back(task(home, Modality::Must, {id("melden")}));
    const auto wanted =
        requirement(RequirementKind::Always, must(id("melden")), fact(factId("disclosure")));
    EXPECT_EQ(proof(wanted).result, ProofResult::Holds);
}

TEST_F(Contract, MoreDangerNeverMeansLessReporting) {
    auto wanted = requirement(RequirementKind::Monotone, must(id("melden")));
    wanted.facts = {factId("acute_onveiligheid"), factId("structurele_onveiligheid")};
    // Doubt about suspicion and danger waits, and one way to settle it closes the case; doubt about
    // suspicion alone goes on, and reports when there is no help.
    auto found = proof(wanted);
    ASSERT_EQ(found.result, ProofResult::Fails);
    EXPECT_EQ(pointOf(*found.counterexample), (Point{1, 1, 0, 0, 0, 2, 2}));
    EXPECT_EQ(pointOf(*found.lesser), (Point{1, 0, 0, 0, 0, 2, 2}));
    // Only the suspicion: from no (closed) it never reported.
    wanted.facts = {factId("vermoeden")};
    EXPECT_EQ(proof(wanted).result, ProofResult::Holds);
    // More help means less reporting.
    wanted.facts = {factId("hulp_aanvaard")};
    found = proof(wanted);
    ASSERT_EQ(found.result, ProofResult::Fails);
    // Doubt about one part of help is a hole: nothing was said yet, while no help reports.
    EXPECT_EQ(pointOf(*found.counterexample), (Point{2, 0, 0, 0, 2, 2, 2}));
    EXPECT_EQ(pointOf(*found.lesser), (Point{2, 0, 0, 0, 2, 0, 2}));
}

TEST_F(Contract, ReportingStaysPossibleAfterHelpOnlyWhenFollowed) {
    auto wanted = requirement(RequirementKind::After, must(id("hulp")));
    wanted.then = must(id("melden"));
    const auto before = proof(wanted);
    EXPECT_EQ(before.result, ProofResult::Fails);
    EXPECT_TRUE(before.noReassessment);
    auto follow = task({}, Modality::Must, {});
    follow.returnTo = "2";
    protocol.tasks.push_back(follow);
    const auto after = proof(wanted);
    EXPECT_EQ(after.result, ProofResult::Holds);
    EXPECT_FALSE(after.noReassessment);
    // What may not change stays as it was: then no report can follow.
    for (auto& each : vocabulary.facts) {
        each.changeable = false;
    }
    const auto fixed = proof(wanted);
    EXPECT_EQ(fixed.result, ProofResult::Fails);
    EXPECT_FALSE(fixed.noReassessment);
}

TEST_F(Contract, QuestionsInACircleAreNoReassessment) {
    auto wanted = requirement(RequirementKind::After, must(id("hulp")));
    wanted.then = must(id("melden"));
    protocol.questions[2].edges[0] = edge(Answer::Yes, {id("hulp"), id("volgen")}, "2");
    const auto circular = proof(wanted);
    EXPECT_EQ(circular.result, ProofResult::Fails);
    EXPECT_TRUE(circular.noReassessment);
    // Nor is what an exception says, or a duty whose condition can never be met.
    auto follow = task({}, Modality::Must, {});
    follow.returnTo = "2";
    follow.home.kind = model::HomeKind::Exception;
    protocol.exceptions.emplace_back();
    protocol.tasks.push_back(follow);
    EXPECT_TRUE(proof(wanted).noReassessment);
    protocol.tasks[0].home.kind = model::HomeKind::Unit;
    protocol.tasks[0].condition = all({fact(factId("disclosure")), no(fact(factId("vermoeden")))});
    EXPECT_EQ(proof(wanted).result, ProofResult::Fails);
    protocol.tasks[0].condition.reset();
    EXPECT_EQ(proof(wanted).result, ProofResult::Holds);
}

TEST_F(Contract, AProofIsReplayed) {
    const auto isBorne = [&](const Requirement& wanted, const Proof& found) {
        return isBorneOut(vocabulary, protocol, wanted, found);
    };
    const auto index = [&](const char* name) { return factId(name).value; };
    const auto always =
        requirement(RequirementKind::Always, must(id("melden")), fact(factId("disclosure")));
    auto found = proof(always);
    EXPECT_TRUE(isBorne(always, found));
    // A case that does report; one that the requirement does not speak of; one that cannot be.
    auto other = found;
    other.counterexample->values[index("acute_onveiligheid")] = Answer::Yes;
    EXPECT_FALSE(isBorne(always, other));
    other = found;
    other.counterexample->values[index("disclosure")] = Answer::No;
    EXPECT_FALSE(isBorne(always, other));
    other = found;
    other.counterexample->values[index("vermoeden")] = Answer::No;
    EXPECT_FALSE(isBorne(always, other));

    const auto possible = requirement(RequirementKind::Possible, must(id("hulp")));
    found = proof(possible);
    ASSERT_TRUE(found.witness);
    EXPECT_TRUE(isBorne(possible, found));
    found.witness->values[index("vermoeden")] = Answer::No;
    EXPECT_FALSE(isBorne(possible, found));

    auto monotone = requirement(RequirementKind::Monotone, must(id("melden")));
    monotone.facts = {factId("acute_onveiligheid"), factId("structurele_onveiligheid")};
    found = proof(monotone);
    EXPECT_TRUE(isBorne(monotone, found));
    other = found;
    other.lesser->values[index("hulp_mogelijk")] = Answer::Yes; // not what it compares
    EXPECT_FALSE(isBorne(monotone, other));
    other.lesser.reset();
    EXPECT_FALSE(isBorne(monotone, other));
}

TEST_F(Contract, WhatCanStillFollowIsReplayedToo) {
    auto wanted = requirement(RequirementKind::After, must(id("hulp")));
    wanted.then = must(id("melden"));
    const auto found = proof(wanted);
    ASSERT_EQ(found.result, ProofResult::Fails);
    EXPECT_TRUE(isBorneOut(vocabulary, protocol, wanted, found));
    // With a re-assessment the same case no longer shows it.
    auto follow = task({}, Modality::Must, {});
    follow.returnTo = "2";
    protocol.tasks.push_back(follow);
    EXPECT_FALSE(isBorneOut(vocabulary, protocol, wanted, found));
    // Unless nothing can have changed, or only somebody's choice to.
    for (auto& each : vocabulary.facts) {
        each.changeable = false;
    }
    EXPECT_TRUE(isBorneOut(vocabulary, protocol, wanted, found));
    protocol.questions[2].edges[0] = edge(Answer::Yes, {id("hulp")}, "4");
    protocol.questions.push_back(question("4", choice("report")));
    protocol.questions[3].edges = {edge(Answer::Yes, {id("melden")}), edge(Answer::No, {})};
    EXPECT_FALSE(isBorneOut(vocabulary, protocol, wanted, found));
}

TEST_F(Contract, TableOfTheSevenFacts) {
    protocol.countsAs.push_back({factId("disclosure"), factId("acute_onveiligheid"), {}});
    const auto decision = compile(vocabulary, protocol);
    const auto table = tabulate(vocabulary, decision);
    EXPECT_FALSE(mergeableRows(vocabulary, table).has_value());
    EXPECT_EQ(table.columns.size(), 7U);
    const auto check = verifyTable(vocabulary, decision, table);
    EXPECT_TRUE(check.isEqual);
    EXPECT_TRUE(check.walkedAll);
    EXPECT_EQ(check.walked, 972U);
}

} // namespace
} // namespace meldc::logic::testing
