#include <gtest/gtest.h>

#include "fixture.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

std::string norm(const std::string& items) {
    return "norm R1 \"N\" {\n  laag wet\n  grond besluit artikel 2 lid 1 onderdeel c van 2013-07-31 tot en met "
           "2018-12-31 gelezen\n  bericht nl \"b\" en \"m\"\n" +
           items + "\n}\n";
}

TEST(Norms, ResolvesARequirement) {
    const auto compiled = compile(norm("eis altijd melden bij acuut of niet hulp_kan ook bij twijfel"));
    ASSERT_EQ(compiled.codes(), Codes{});
    const model::Norm* found = compiled.program.library.findNorm("R1");
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->layer, model::Layer::Law);
    ASSERT_EQ(found->requirements.size(), 1U);
    EXPECT_TRUE(found->requirements[0].isBehavioural());
    EXPECT_TRUE(found->requirements[0].alsoInDoubt);
    EXPECT_TRUE(found->inForce(*support::Date::parse("2018-12-31")));
    EXPECT_FALSE(found->inForce(*support::Date::parse("2019-01-01")));
    EXPECT_FALSE(found->inForce(*support::Date::parse("2013-07-30")));
}

TEST(Norms, AMisspeltFieldOrNameIsAnError) {
    EXPECT_EQ(compile(norm("eis er is een stap waarbij telefoon is melden")).codes(), Codes{"MC5002"});
    EXPECT_EQ(compile(norm("eis er is een stap waarbij functie is wegn")).codes(), Codes{"MC2002"});
    EXPECT_EQ(compile(norm("eis altijd meldn bij acuut")).codes(), Codes{"MC2002"});
    EXPECT_EQ(compile(norm("eis geen bevinding MC9876")).codes(), Codes{"MC5003"});
    EXPECT_EQ(compile(norm("eis altijd melden bij acuut\nsectoren pq")).codes().size(), 1U);
}

TEST(Norms, WhatANormNeedsIsAskedFor) {
    EXPECT_EQ(compile("norm R1 \"N\" { eis altijd melden bij acuut }").codes(),
              (Codes{"MC5001", "MC5001", "MC5001"}));
}

TEST(Norms, ThePartsKeepTheirOwnMessageAndCap) {
    const auto compiled = compile(norm(R"(eis hoogstens open er is een stap waarbij functie is wegen
      eis nooit minder melden bij meer acuut bericht nl "deel" en "part")"));
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& parts = compiled.program.library.findNorm("R1")->requirements;
    ASSERT_EQ(parts.size(), 2U);
    ASSERT_TRUE(parts[0].cap.has_value());
    EXPECT_EQ(parts[0].cap->cap, model::Cap::Open);
    EXPECT_TRUE(parts[0].message.isEmpty());
    EXPECT_EQ(parts[1].facts.size(), 1U);
}

TEST(Norms, CasesKnowTheirUnitAndFacts) {
    const auto compiled = compile(R"(meldcode a "A" { }
      casus "c" voor a { ja vermoeden  later nee hulp_kan  verwacht precies melden, niets }
      casus "d" voor b { ja vermoeden  verwacht melden }
      casus "e" { ja vermoeden  nee vermoeden  verwacht uitgesteld })");
    EXPECT_EQ(compiled.codes(), (Codes{"MC2001", "MC3010"}));
    ASSERT_EQ(compiled.program.cases.size(), 2U);
    EXPECT_TRUE(compiled.program.cases[0].exactly);
    EXPECT_EQ(compiled.program.cases[0].facts.size(), 2U);
}

}  // namespace
}  // namespace meldc::test
