#include <gtest/gtest.h>

#include "fixture.h"
#include "model/world.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

TEST(Worlds, TwoStatementsOnOneSlotAreVariants) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is beroepskracht
      beslissing melden { eindverantwoordelijk juf  eindverantwoordelijk baas  eindverantwoordelijk juf } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    ASSERT_EQ(unit.variantGroups.size(), 1U);
    EXPECT_EQ(unit.variantGroups[0].slot, model::SlotKind::Owner);
    EXPECT_EQ(unit.variantGroups[0].values, 2U);
    const auto worlds = model::worldsOf(unit);
    ASSERT_EQ(worlds.all.size(), 2U);
    EXPECT_EQ(model::select(unit, worlds.all[0]).decisions[0].owners.size(), 2U);
    EXPECT_EQ(model::select(unit, worlds.all[1]).decisions[0].owners.size(), 1U);
}

TEST(Worlds, ListsNeverContradict) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is beroepskracht
      stap 1 "S" { uitvoerder juf  uitvoerder baas  samen met baas  samen met juf
        taak juf moet vastleggen signalen  taak baas moet vastleggen signalen } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_TRUE(compiled.unit("a").variantGroups.empty());
    EXPECT_EQ(model::worldsOf(compiled.unit("a")).all.size(), 1U);
}

TEST(Worlds, ModalityOfTheSameDutyContradicts) {
    const auto same = compile(R"(meldcode a "A" { rol juf is leraar
      taak juf moet melden bij acuut  taak juf mag melden bij acuut })");
    EXPECT_EQ(same.unit("a").variantGroups.size(), 1U);
    const auto other = compile(R"(meldcode a "A" { rol juf is leraar
      taak juf moet melden bij acuut  taak juf mag melden bij vermoeden })");
    EXPECT_TRUE(other.unit("a").variantGroups.empty());
    const auto elsewhere = compile(R"(meldcode a "A" { rol juf is leraar
      stap 1 "S" { taak juf mag bespreken signalen }  stap 2 "T" { taak juf moet bespreken signalen } })");
    EXPECT_TRUE(elsewhere.unit("a").variantGroups.empty());
}

TEST(Worlds, EdgesThatOnlySayMoreDoNotContradict) {
    const auto compiled = compile(R"(meldcode a "A" { stap 5 "B" { } afwegingskader {
      vraag 1 "v" { antwoord ja als vermoeden
        bij ja melden
        bij ja melden, naar stap 5
        bij nee afsluiten
        bij nee hulp } } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    ASSERT_EQ(unit.variantGroups.size(), 1U);
    EXPECT_EQ(unit.variantGroups[0].statements[0][0].span, unit.questions[0].edges[2].origin.span);
    EXPECT_EQ(unit.questions[0].edges[0].step, "5");
}

TEST(Worlds, ReadingsHoldAnythingAndExcludeEachOther) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar
      onduidelijk "wie beslist" {
        lezing "juf" { beslissing melden { eindverantwoordelijk juf } }
        lezing "niemand" { afwegingskader { vraag 1 "v" { antwoord ja als vermoeden  bij ja melden } } }
        lezing "anders" { afwegingskader { vraag 1 "w" { antwoord ja als acuut  bij ja melden } } }
      } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    const auto worlds = model::worldsOf(unit);
    ASSERT_EQ(worlds.all.size(), 3U);
    EXPECT_EQ(model::select(unit, worlds.all[0]).decisions.size(), 1U);
    EXPECT_TRUE(model::select(unit, worlds.all[0]).questions.at(0).id.empty());
    EXPECT_EQ(model::select(unit, worlds.all[1]).questions.at(0).label, "v");
    EXPECT_EQ(model::select(unit, worlds.all[2]).questions.at(1).label, "w");
    EXPECT_TRUE(model::select(unit, worlds.all[2]).decisions.empty());
}

TEST(Worlds, AReadingNestedInAReadingCountsOnce) {
    const auto compiled = compile(R"(meldcode a "A" {
      onduidelijk { lezing { onduidelijk { lezing { organisatie "x" } lezing { organisatie "y" } } }
                    lezing { organisatie "z" } } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(model::worldsOf(compiled.unit("a")).all.size(), 3U);
}

TEST(Worlds, DraftsSatisfyAndContradictNothing) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is beroepskracht
      beslissing melden { eindverantwoordelijk juf  concept eindverantwoordelijk baas } })");
    const auto& unit = compiled.unit("a");
    EXPECT_TRUE(unit.variantGroups.empty());
    EXPECT_EQ(unit.decisions[0].owners.size(), 2U);
    EXPECT_EQ(model::select(unit, model::worldsOf(unit).all[0]).decisions[0].owners.size(), 1U);
}

TEST(Worlds, TheirNumberIsBounded) {
    std::string text = "meldcode a \"A\" {\n";
    for (int each = 0; each < 12; ++each) {
        text += "onduidelijk { lezing { blanco \"a\" } lezing { } }\n";
    }
    const auto compiled = compile(text + "}");
    const auto worlds = model::worldsOf(compiled.unit("a"));
    EXPECT_TRUE(worlds.truncated);
    EXPECT_EQ(worlds.all.size(), 256U);
}

TEST(Worlds, ConditionsThatOnlyLookDifferentDoNotContradict) {
    const auto question = compile(R"(meldcode a "A" { afwegingskader { vraag 1 "v" {
      antwoord ja als acuut of vermoeden
      antwoord ja als vermoeden of (acuut of vermoeden)
      bij ja melden } } })");
    ASSERT_EQ(question.codes(), Codes{});
    EXPECT_TRUE(question.unit("a").variantGroups.empty());
    const auto duties = compile(R"(meldcode a "A" { rol juf is leraar
      taak juf moet melden bij acuut en vermoeden  taak juf mag melden bij vermoeden en acuut })");
    EXPECT_EQ(duties.unit("a").variantGroups.size(), 1U);
}

TEST(Worlds, WhatMayBeDoneInOneMannerOnlyContradictsNothing) {
    const auto groups = [](const std::string& one, const std::string& other) {
        return compile("meldcode a \"A\" { rol juf is leraar taak juf " + one + " taak juf " + other + " }")
            .unit("a")
            .variantGroups.size();
    };
    EXPECT_EQ(groups("moet direct melden bij acuut", "mag binnen 2 dagen melden bij acuut"), 1U);
    EXPECT_EQ(groups("mag niet melden open \"per post\"", "mag melden open \"per fax\""), 0U);
}

TEST(Worlds, ADutyWithoutConditionIsHeldAgainstAWeakerOneUnderOne) {
    const auto groups = [](const std::string& always, const std::string& sometimes) {
        return compile("meldcode a \"A\" { rol juf is leraar taak juf " + always + " melden taak juf " + sometimes +
                       " melden bij acuut }")
            .unit("a")
            .variantGroups.size();
    };
    EXPECT_EQ(groups("moet", "mag"), 1U);
    EXPECT_EQ(groups("moet", "moet"), 0U);
    EXPECT_EQ(groups("mag", "moet"), 0U) << "may always, must then";
    EXPECT_EQ(groups("moet", "mag niet"), 0U) << "an exception";
    EXPECT_EQ(groups("mag niet", "mag"), 0U) << "an exception";
    const auto two = compile(R"(meldcode a "A" { rol juf is leraar
      taak juf moet melden  taak juf mag melden bij acuut  taak juf mag melden bij vermoeden })");
    EXPECT_TRUE(two.unit("a").variantGroups.empty());
}

TEST(Worlds, TwoWhoDecideContradict) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is beroepskracht
      beslissing melden { beslisser juf  beslisser baas  beslisser juf } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    ASSERT_EQ(compiled.unit("a").variantGroups.size(), 1U);
    EXPECT_EQ(compiled.unit("a").variantGroups[0].slot, model::SlotKind::Decider);
}

TEST(Worlds, AChoiceBesideTwoDecisionsIsSaidInTwoForms) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar  rol baas is beroepskracht
      beslissing melden { eindverantwoordelijk baas }  beslissing hulp { }
      beslissing een van melden, hulp { eindverantwoordelijk juf } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    ASSERT_EQ(unit.variantGroups.size(), 1U);
    EXPECT_EQ(unit.variantGroups[0].slot, model::SlotKind::DecisionForm);
    ASSERT_EQ(unit.variantGroups[0].statements.size(), 2U);
    EXPECT_EQ(unit.variantGroups[0].statements[0].size(), 1U);
    EXPECT_EQ(unit.variantGroups[0].statements[1].size(), 2U);
    const auto worlds = model::worldsOf(unit);
    ASSERT_EQ(worlds.all.size(), 2U);
    for (const bool isChoice : {true, false}) {
        const auto world = model::select(unit, worlds.all[isChoice ? 0 : 1]);
        ASSERT_EQ(world.decisions.size(), 3U);
        for (const model::Decision& each : world.decisions) EXPECT_EQ(each.oneOf, isChoice);
        EXPECT_EQ(world.decisions[0].owners.size(), 1U) << "who decides stays as it is said";
    }
}

TEST(Worlds, AChoiceBesideOneOfItsPartsIsNoContradiction) {
    for (const std::string parts : {"beslissing melden { }", "beslissing melden { } concept beslissing hulp { }",
                                    "beslissing melden { } beslissing afsluiten { }"}) {
        const auto compiled = compile("meldcode a \"A\" { beslissing een van melden, hulp { } " + parts + " }");
        ASSERT_EQ(compiled.codes(), Codes{});
        EXPECT_TRUE(compiled.unit("a").variantGroups.empty()) << parts;
    }
}

TEST(Worlds, NestedReadingsThatAreNotTakenCostNothing) {
    std::string text = "meldcode a \"A\" { onduidelijk { lezing { } lezing {\n";
    for (int each = 0; each < 40; ++each) {
        text += "concept onduidelijk { lezing { uitleg \"a\" } lezing { uitleg \"b\" } }\n";
    }
    const auto compiled = compile(text + "} } }");
    EXPECT_EQ(model::worldsOf(compiled.unit("a")).all.size(), 2U);
}

}  // namespace
}  // namespace meldc::test
