#include <gtest/gtest.h>

#include "model/world.h"
#include "support/limits.h"

namespace meldc::model {
namespace {

/// An ambiguous sentence with two readings.
Ambiguity twoReadings(std::vector<Guard> guards = {}) {
    Ambiguity sentence;
    sentence.readings = {"a", "b"};
    sentence.readingPlaces.resize(2);
    sentence.origin.guards = std::move(guards);
    return sentence;
}

/// Adds such a sentence with something that is said in its second reading.
void addSentence(Protocol& protocol, std::vector<Guard> guards = {}) {
    const auto number = static_cast<std::uint32_t>(protocol.ambiguities.size());
    protocol.ambiguities.push_back(twoReadings(std::move(guards)));
    decltype(Protocol::blanks)::value_type said;
    said.origin.guards = {{number, 1}};
    protocol.blanks.push_back(std::move(said));
}

using Readings = std::vector<std::uint32_t>;

TEST(WorldsOf, CountsReadingsWithTheLastPlaceFastest) {
    Protocol protocol;
    addSentence(protocol);
    addSentence(protocol);
    const auto worlds = worldsOf(protocol);
    ASSERT_EQ(worlds.all.size(), 4U);
    EXPECT_EQ(worlds.all[0].readings, (Readings{0, 0}));
    EXPECT_EQ(worlds.all[1].readings, (Readings{0, 1}));
    EXPECT_EQ(worlds.all[3].readings, (Readings{1, 1}));
    EXPECT_FALSE(worlds.truncated);
}

TEST(WorldsOf, SentencesOfAReadingThatIsNotTakenAreNotCounted) {
    // Counting through all their readings would take 2^60 steps.
    Protocol protocol;
    addSentence(protocol);
    for (int each = 0; each < 7; ++each) addSentence(protocol, {{0, 1}});
    for (int each = 0; each < 60; ++each) addSentence(protocol, {{0, 0}, {1, 1}});
    const auto worlds = worldsOf(protocol);
    EXPECT_EQ(worlds.all.size(), 1U + 128U);
    EXPECT_FALSE(worlds.truncated);
}

TEST(WorldsOf, DraftsOfSentencesAreNotCounted) {
    Protocol protocol;
    for (int each = 0; each < 60; ++each) {
        protocol.ambiguities.push_back(twoReadings());
        protocol.ambiguities.back().origin.draft = true;
    }
    EXPECT_EQ(worldsOf(protocol).all.size(), 1U);
}

TEST(WorldsOf, ReadingsThatDifferInExplanationsOnlyAreOne) {
    Protocol protocol;
    for (std::uint32_t each = 0; each < 60; ++each) {
        protocol.ambiguities.push_back(twoReadings());
        Explanation said;
        said.origin.guards = {{each, 1}};
        protocol.explanations.push_back(std::move(said));
    }
    const auto worlds = worldsOf(protocol);
    EXPECT_EQ(worlds.all.size(), 1U);
    EXPECT_FALSE(worlds.truncated);
}

TEST(WorldsOf, StopsAtTheLimitAndSaysSo) {
    Protocol protocol;
    for (int each = 0; each < 8; ++each) addSentence(protocol);
    EXPECT_EQ(worldsOf(protocol).all.size(), support::kMaxWorlds);
    EXPECT_FALSE(worldsOf(protocol).truncated);
    for (int each = 0; each < 60; ++each) addSentence(protocol);
    EXPECT_EQ(worldsOf(protocol).all.size(), support::kMaxWorlds);
    EXPECT_TRUE(worldsOf(protocol).truncated);
}

TEST(WorldsOf, ContradictionsInAReadingCountInThatReadingOnly) {
    Protocol protocol;
    addSentence(protocol);
    Origin inSecond;
    inSecond.guards = {{0, 1}};
    protocol.variantGroups.push_back({SlotKind::Owner, "x", 2, {{Origin{}}, {inSecond}}});
    const auto worlds = worldsOf(protocol);
    ASSERT_EQ(worlds.all.size(), 3U);
    EXPECT_EQ(worlds.all[2].values, (Readings{1}));
}

TEST(Select, EmptiesWhatOthersReferToAndDropsTheRest) {
    Protocol protocol;
    protocol.ambiguities = {twoReadings()};
    Step step;
    step.id = "1";
    step.origin.guards = {{0, 1}};
    Task task;
    task.home = {HomeKind::Step, 0, StepId{0}};
    protocol.steps = {step};
    protocol.tasks = {task};
    Blank blank;
    blank.origin.draft = true;
    protocol.blanks = {blank};
    const auto first = select(protocol, {{0}, {}});
    ASSERT_EQ(first.steps.size(), 1U);
    EXPECT_TRUE(first.steps[0].id.empty());
    EXPECT_TRUE(first.tasks.empty());
    EXPECT_TRUE(first.blanks.empty());
    const auto second = select(protocol, {{1}, {}});
    EXPECT_EQ(second.steps[0].id, "1");
    EXPECT_EQ(second.tasks.size(), 1U);
}

TEST(Select, KeepsDocumentsThatPlacesName) {
    Protocol protocol;
    SourceDocument document;
    document.name = "bron";
    document.origin.draft = true;
    protocol.documents = {document};
    EXPECT_EQ(select(protocol, {}).documents.size(), 1U);
}

TEST(Select, WritesDecisionsInTheFormOfTheWorld) {
    Protocol protocol;
    Decision choice;
    choice.oneOf = true;
    choice.form = Variant{0, 0};
    Decision apart;
    apart.form = Variant{0, 1};
    apart.owners.resize(1);
    protocol.decisions = {choice, apart};
    protocol.variantGroups.push_back({SlotKind::DecisionForm, "x", 2, {{Origin{}}, {Origin{}}}});
    const auto asChoice = select(protocol, {{}, {0}});
    EXPECT_TRUE(asChoice.decisions.at(0).oneOf);
    EXPECT_TRUE(asChoice.decisions.at(1).oneOf);
    EXPECT_EQ(asChoice.decisions.at(1).owners.size(), 1U);
    const auto asTwo = select(protocol, {{}, {1}});
    EXPECT_FALSE(asTwo.decisions.at(0).oneOf);
    EXPECT_FALSE(asTwo.decisions.at(1).oneOf);
}

}  // namespace
}  // namespace meldc::model
