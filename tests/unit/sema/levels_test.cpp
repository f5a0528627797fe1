#include <gtest/gtest.h>

#include "fixture.h"
#include "model/world.h"

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

TEST(Levels, AVersionIsOfOneText) {
    const auto compiled = compile(R"(meldcode model "Model" { versie "2026-11" }
meldcode bestuur "Bestuur" { volgt model  versie "3" }
meldcode school "School" { volgt bestuur }
)");
    ASSERT_EQ(compiled.unit("bestuur").versions.size(), 1U);
    EXPECT_EQ(compiled.unit("bestuur").versions[0].text, "3");
    EXPECT_TRUE(compiled.unit("bestuur").deviations.empty());
    EXPECT_TRUE(compiled.unit("school").versions.empty());
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

/// Modalities of the duties of a school over this board, in order: "moet" is +, "mag" is ?.
std::string dutiesOver(const std::string& board, const std::string& school) {
    const auto compiled = compile("meldcode bestuur \"B\" { rol juf is leraar  rol baas is beroepskracht " + board +
                                  " } meldcode school \"S\" { volgt bestuur " + school + " }");
    EXPECT_EQ(compiled.codes(), Codes{}) << school;
    EXPECT_TRUE(compiled.unit("school").variantGroups.empty()) << school;
    std::string text;
    for (const model::Task& task : compiled.unit("school").tasks) {
        text += task.modality == model::Modality::Must ? '+' : task.modality == model::Modality::May ? '?' : '-';
        text += task.origin.draft ? "c" : task.origin.replaces ? "r" : std::to_string(task.origin.level);
    }
    return text;
}

TEST(Levels, ADutyReplacesTheSameDutyUnderTheSameConditionOnly) {
    const std::string board = "taak juf moet raadplegen veilig_thuis bij vermoeden";
    EXPECT_EQ(dutiesOver(board, "taak juf mag raadplegen veilig_thuis bij vermoeden"), "?r");
    EXPECT_EQ(dutiesOver(board, "taak juf moet direct raadplegen veilig_thuis bij vermoeden"), "+r");
    EXPECT_EQ(dutiesOver(board, "taak juf moet raadplegen veilig_thuis bij acuut"), "+1+0");
    EXPECT_EQ(dutiesOver(board, "taak juf moet raadplegen veilig_thuis"), "+1+0");
    EXPECT_EQ(dutiesOver(board, "taak juf mag raadplegen veilig_thuis"), "+1?0");
    EXPECT_EQ(dutiesOver(board, "taak juf moet raadplegen veilig_thuis met kind bij vermoeden"), "+1+0");
    EXPECT_EQ(dutiesOver(board, "taak juf moet raadplegen veilig_thuis of baas bij vermoeden"), "+1+0");
}

TEST(Levels, ConditionsAreTheSameWhateverTheirOrder) {
    EXPECT_EQ(dutiesOver("taak juf moet melden bij vermoeden of acuut", "taak juf mag melden bij acuut of vermoeden"),
              "?r");
}

TEST(Levels, ADutyInAnotherPlaceIsAnother) {
    EXPECT_EQ(dutiesOver("stap 1 \"S\" { taak juf moet melden bij acuut }", "taak juf mag melden bij acuut"), "+1?0");
    EXPECT_EQ(dutiesOver("stap 1 \"S\" { taak juf moet melden bij acuut }",
                         "stap 1 \"S\" { taak juf mag melden bij acuut }"),
              "?r");
}

TEST(Levels, DescribedPeopleAreTheSameInTheSameWordsOnly) {
    EXPECT_EQ(dutiesOver("taak open \"de arts\" moet melden bij acuut", "taak open \"de zuster\" mag melden bij acuut"),
              "+1?0");
    EXPECT_EQ(dutiesOver("taak open \"de arts\" moet melden bij acuut", "taak open \"de arts\" mag melden bij acuut"),
              "?r");
}

TEST(Levels, ReplacingADutyTakesAllOfThatNameAway) {
    EXPECT_EQ(dutiesOver("taak juf moet melden bij acuut  taak juf moet melden bij vermoeden",
                         "vervang taak juf moet melden bij vermoeden of acuut"),
              "+r");
    EXPECT_EQ(compile(kBoard + R"(meldcode school "S" { volgt bestuur vervang taak juf moet melden })").codes(),
              Codes{"MC3001"});
}

TEST(Levels, WhatHoldsInOneReadingTakesNothingAway) {
    const auto compiled = compile(R"(meldcode bestuur "B" { rol juf is leraar  taak juf moet melden bij acuut }
      meldcode school "S" { volgt bestuur
        onduidelijk { lezing { taak juf mag melden bij acuut } lezing { } } })");
    EXPECT_EQ(compiled.unit("school").tasks.size(), 2U);
}

TEST(Levels, ADraftReplacesAndRemovesNothing) {
    const auto compiled = compile(kBoard + R"(meldcode school "School" {
      volgt bestuur
      beslissing melden { concept eindverantwoordelijk juf }
      concept stap 1 "Anders wegen" { taak juf mag vastleggen signalen  concept uitvoerder juf }
      concept rol baas "De baas" is leraar
      concept vervalt stap 2
    })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& school = compiled.unit("school");
    const auto world = model::select(school, model::worldsOf(school).all.at(0));
    ASSERT_EQ(world.decisions.at(0).owners.size(), 1U);
    EXPECT_EQ(world.decisions[0].owners[0].origin.level, 1U);
    EXPECT_EQ(world.steps.at(0).label, "Wegen");
    EXPECT_TRUE(world.steps[0].performers.empty());
    EXPECT_EQ(world.steps.size(), 2U);
    EXPECT_FALSE(world.steps[1].id.empty());
    ASSERT_EQ(world.tasks.size(), 2U);
    EXPECT_EQ(world.tasks[0].modality, model::Modality::Must);
    EXPECT_EQ(school.tasks.size(), 3U);
    EXPECT_TRUE(school.tasks[2].origin.draft);
    EXPECT_EQ(world.roles.at(1).label, "baas");
    ASSERT_EQ(school.lapses.size(), 1U);
    EXPECT_TRUE(school.lapses[0].origin.draft);
}

TEST(Levels, WhatComesInPlaceOfADraftLeavesItsPartsDrafts) {
    const auto compiled = compile(R"(meldcode bestuur "B" { rol juf is leraar
        concept stap 1 "S" { taak juf moet melden bij acuut } }
      meldcode school "S" { volgt bestuur  stap 1 "S" { uitvoerder juf } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& school = compiled.unit("school");
    EXPECT_FALSE(school.steps.at(0).origin.draft);
    EXPECT_TRUE(school.tasks.at(0).origin.draft);
}

/// Ids of the steps of a school that adds `own` to a board with steps 1 to 4.
std::string stepsWith(const std::string& own) {
    const auto compiled = compile(R"(meldcode bestuur "B" {
        stap 1 "A" { }  stap 2 "B" { }  organisatie "x"  stap 3 "C" { }  stap 4 "D" { } }
      meldcode school "S" { volgt bestuur )" + own + " }");
    EXPECT_EQ(compiled.codes(), Codes{}) << own;
    std::string text;
    for (const model::Step& step : compiled.unit("school").steps) text += (text.empty() ? "" : " ") + step.id;
    return text;
}

TEST(Levels, AddedStepsStandWhereTheirOrderPutsThem) {
    EXPECT_EQ(stepsWith("stap 3b \"N\" { volgorde pas na stap 3 }"), "1 2 3 3b 4");
    EXPECT_EQ(stepsWith("stap 3b \"N\" { volgorde voor stap 4 }"), "1 2 3 3b 4");
    EXPECT_EQ(stepsWith("stap 0 \"N\" { volgorde voor stap 1 }"), "0 1 2 3 4");
    EXPECT_EQ(stepsWith("stap 2b \"N\" { volgorde pas na stap 1  volgorde voor stap 4 }"), "1 2b 2 3 4");
    EXPECT_EQ(stepsWith("stap 3b \"N\" { volgorde pas na stap 3 } stap 3c \"N\" { volgorde pas na stap 3 }"),
              "1 2 3 3b 3c 4");
    EXPECT_EQ(stepsWith("stap 3c \"N\" { volgorde pas na stap 3b } stap 3b \"N\" { volgorde pas na stap 3 }"),
              "1 2 3 3b 3c 4");
    EXPECT_EQ(stepsWith("stap 3c \"N\" { volgorde pas na stap 3 } stap 3b \"N\" { volgorde voor stap 3c }"),
              "1 2 3 3b 3c 4");
}

TEST(Levels, AStepWithoutAPlaceComesLast) {
    EXPECT_EQ(stepsWith("stap 3b \"N\" { }"), "1 2 3 4 3b");
    EXPECT_EQ(stepsWith("stap 3b \"N\" { volgorde pas na stap 4  volgorde voor stap 2 }"), "1 2 3 4 3b");
    EXPECT_EQ(stepsWith("stap 9 \"N\" { volgorde pas na stap 8 } stap 8 \"N\" { volgorde pas na stap 9 }"),
              "1 2 3 4 9 8");
    // A step that is opened again keeps its place, whatever it says of its order.
    EXPECT_EQ(stepsWith("stap 2 \"N\" { volgorde pas na stap 3 }"), "1 2 3 4");
}

}  // namespace
}  // namespace meldc::test
