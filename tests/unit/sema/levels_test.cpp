#include <gtest/gtest.h>

#include "fixture.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

const std::string kBoard = R"(meldcode bestuur "Bestuur" {
  rol juf is leraar
  rol baas is beroepskracht
  beslissing melden { eindverantwoordelijk baas }
  stap 1 "Wegen" {
    wettelijke stap wegen
    taak juf moet vastleggen signalen
    taak baas moet bespreken signalen
  }
  stap 2 "Verder" { }
}
)";

TEST(Levels, InheritsAndReplacesASlot) {
    const auto compiled = compile(kBoard + R"(meldcode school "School" {
      volgt bestuur
      beslissing melden { eindverantwoordelijk juf }
      stap 1 "Wegen op school" { taak juf mag vastleggen signalen }
    })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& school = compiled.unit("school");
    EXPECT_EQ(school.follows, std::vector<std::string>{"bestuur"});
    ASSERT_EQ(school.decisions.size(), 1U);
    ASSERT_EQ(school.decisions[0].owners.size(), 1U);
    EXPECT_EQ(school.roles[school.decisions[0].owners[0].actor.who[0].index].name, "juf");
    EXPECT_TRUE(school.decisions[0].owners[0].origin.replaces);
    EXPECT_TRUE(school.variantGroups.empty());
    EXPECT_EQ(school.steps.size(), 2U);
    EXPECT_EQ(school.steps[0].label, "Wegen op school");
    ASSERT_EQ(school.tasks.size(), 2U);
    EXPECT_EQ(school.tasks[1].modality, model::Modality::May);
    EXPECT_EQ(school.tasks[0].origin.level, 1U);
}

TEST(Levels, TakesAwayWhatLapses) {
    const auto compiled = compile(kBoard + R"(meldcode school "School" {
      volgt bestuur
      vervalt stap 2
      vervalt stap 1 taak baas bespreken
    })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& school = compiled.unit("school");
    EXPECT_EQ(school.steps.size(), 1U);
    EXPECT_EQ(school.tasks.size(), 1U);
    EXPECT_EQ(school.lapses.size(), 2U);
}

TEST(Levels, ReplacingAWholeStepDropsWhatWasInIt) {
    const auto compiled = compile(kBoard + R"(meldcode school "School" {
      volgt bestuur
      vervang stap 1 "Anders" { wettelijke stap wegen }
    })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_TRUE(compiled.unit("school").tasks.empty());
}

TEST(Levels, NothingToReplaceOrToLapseIsTold) {
    EXPECT_EQ(compile(kBoard + R"(meldcode school "School" { volgt bestuur vervang stap 9 "X" { } })").codes(),
              Codes{"MC3001"});
    EXPECT_EQ(compile(kBoard + R"(meldcode school "School" { volgt bestuur vervalt stap 9 })").codes(),
              Codes{"MC3002"});
}

TEST(Levels, ACircleOfLevelsIsTold) {
    const auto codes = compile(R"(meldcode a "A" { volgt b } meldcode b "B" { volgt a })").codes();
    EXPECT_EQ(codes, Codes{"MC2006"}) << "one circle, however many are in it";
    EXPECT_EQ(compile(R"(meldcode a "A" { volgt zonder })").codes(), Codes{"MC2001"});
}

TEST(Levels, AFrameworkOfTheLibraryIsTakenOver) {
    const auto compiled = compile(R"(meldcode a "A" { stap 4 "W" { afwegingskader van basis {
      vervang vraag 2 "nu?" { antwoord ja als acuut  bij ja melden, hulp  bij nee afsluiten }
    } } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    ASSERT_EQ(unit.questions.size(), 2U);
    EXPECT_EQ(unit.questions[0].origin.level, 1U);
    EXPECT_EQ(unit.questions[1].label, "nu?");
    EXPECT_EQ(unit.questions[1].edges.at(0).effects.size(), 2U);
    ASSERT_EQ(unit.frameworks.size(), 1U);
    EXPECT_EQ(unit.frameworks[0].name, "basis");
    EXPECT_EQ(unit.frameworks[0].version, "1");
    EXPECT_EQ(unit.frameworks[0].grounds.size(), 1U);
    EXPECT_EQ(unit.steps.at(unit.questions[0].step.value).id, "4");
    EXPECT_EQ(compile(R"(meldcode a "A" { afwegingskader van bassis { } })").codes(), Codes{"MC2002"});
}

}  // namespace
}  // namespace meldc::test
