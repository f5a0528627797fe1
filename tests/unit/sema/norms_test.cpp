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
    const model::Norm* found = compiled.program.library->findNorm("R1");
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
    const auto& parts = compiled.program.library->findNorm("R1")->requirements;
    ASSERT_EQ(parts.size(), 2U);
    ASSERT_TRUE(parts[0].cap.has_value());
    EXPECT_EQ(parts[0].cap->cap, model::Cap::Open);
    EXPECT_TRUE(parts[0].message.isEmpty());
    EXPECT_EQ(parts[1].facts.size(), 1U);
}

TEST(Norms, OneOfSeveralRequirementsIsEnough) {
    const auto compiled = compile(norm("eis altijd melden bij acuut of er is een stap waarbij functie is wegen of mens oordeelt"));
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& parts = compiled.program.library->findNorm("R1")->requirements;
    ASSERT_EQ(parts.size(), 1U);
    ASSERT_EQ(parts[0].otherwise.size(), 2U);
    EXPECT_EQ(parts[0].otherwise[0].table, model::TableKind::Step);
    EXPECT_FALSE(parts[0].isBehavioural());
    EXPECT_NE(parts[0].text.find("of mens oordeelt"), std::string::npos);
    // A mistake in any of them is told.
    EXPECT_EQ(compile(norm("eis altijd melden bij acuut of er is een stap waarbij telefoon is melden")).codes(),
              Codes{"MC5002"});
}

TEST(Norms, RemarksHaveARequirementAndWords) {
    const auto compiled =
        compile(norm("eis mens oordeelt\nopmerking als er is geen stap bericht nl \"o\" en \"r\""));
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& remarks = compiled.program.library->findNorm("R1")->remarks;
    ASSERT_EQ(remarks.size(), 1U);
    EXPECT_EQ(remarks[0].text.en, "r");
    EXPECT_EQ(remarks[0].when.table, model::TableKind::Step);
}

TEST(Norms, WhoMustJudgeIsAKindOfRole) {
    const auto compiled = compile(norm("eis mens oordeelt\nhoogstens open voor leraar"));
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& cap = compiled.program.library->findNorm("R1")->cap;
    ASSERT_TRUE(cap.has_value());
    EXPECT_EQ(compiled.vocabulary()[cap->judge].name, "leraar");
    EXPECT_EQ(compile(norm("eis mens oordeelt\nhoogstens open voor melden")).codes().size(), 1U);
}

/// A norm on an article, and lines of coverage.
Codes covered(const std::string& lines) { return compile(norm("eis mens oordeelt") + lines).codes(); }

TEST(Coverage, EveryGroundHasALineWhenThereAreAny) {
    EXPECT_EQ(covered(""), Codes{});
    EXPECT_EQ(covered("dekking besluit artikel 2 lid 1 onderdeel c { door R1 hoe mens }"), Codes{});
    // What an article demands is demanded by its parts.
    EXPECT_EQ(covered("dekking besluit artikel 2 { door R1 hoe mens }"), Codes{});
    EXPECT_EQ(covered("dekking besluit artikel 3 { niet omdat nl \"x\" en \"y\" }"), Codes{"MC5010"});
    EXPECT_EQ(covered("dekking besluit artikel 2 { van 2019-01-01 niet omdat nl \"x\" en \"y\" }"), Codes{"MC5010"});
}

TEST(Coverage, ANormRestsOnTheArticleThatNamesIt) {
    const std::string right = "dekking besluit artikel 2 { door R1 hoe mens }\n";
    EXPECT_EQ(covered(right + "dekking besluit artikel 3 { door R1 hoe tekst }"), Codes{"MC5011"});
    EXPECT_EQ(covered(right + "dekking besluit artikel 2 lid 1 { van 2019-01-01 door R1 hoe tekst }"), Codes{"MC5011"});
    EXPECT_EQ(covered(right + "dekking besluit artikel 4 { door X99 hoe tekst }"), Codes{"MC2001"});
    EXPECT_EQ(covered(right + "dekking beslut artikel 4 { niet omdat nl \"x\" en \"y\" }"), Codes{"MC2002"});
}

TEST(Coverage, ALineSaysOneThingOnce) {
    const std::string right = "dekking besluit artikel 2 { door R1 hoe mens }\n";
    EXPECT_EQ(covered(right + right), Codes{"MC5012"});
    EXPECT_EQ(covered(right + "dekking besluit artikel 2 { niet omdat nl \"x\" en \"y\" }"), Codes{"MC5012"});
    EXPECT_EQ(covered(right + "dekking besluit artikel 5 { }"), Codes{"MC5013"});
    // The same article in two times.
    EXPECT_EQ(covered("dekking besluit artikel 2 { tot en met 2018-12-31 door R1 hoe tekst, mens }\n"
                      "dekking besluit artikel 2 { van 2019-01-01 niet omdat nl \"x\" en \"y\" }"),
              Codes{});
}

TEST(Sources, WhatCameInTheirPlaceIsKnown) {
    const auto compiled = compile("bron oud \"Oud\" { vervallen per 2015-01-01 nu besluit }");
    ASSERT_EQ(compiled.codes(), Codes{});
    const model::Source& source = compiled.vocabulary()[compiled.vocabulary().sourceByName.at("oud")];
    EXPECT_FALSE(source.hasLapsed(*support::Date::parse("2014-12-31")));
    EXPECT_TRUE(source.hasLapsed(*support::Date::parse("2015-01-01")));
    EXPECT_EQ(compile("bron oud \"Oud\" { vervallen per 2015-01-01 nu beslut }").codes(), Codes{"MC2002"});
}

TEST(Frameworks, AQuestionInOneReadingDoesNotMakeThatOfAnother) {
    const auto compiled = compile(R"(meldcode a "A" {
      rol juf is leraar
      stap 1 "S" {
        uitvoerder juf
        onduidelijk "hoe" {
          lezing "zo" { vraag 1 "v" { antwoord ja als vermoeden  bij ja melden } }
          lezing "anders" { vraag 2 "w" { antwoord ja als acuut  bij ja melden } }
        }
      } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& frameworks = compiled.unit("a").frameworks;
    ASSERT_EQ(frameworks.size(), 2U);
    EXPECT_NE(frameworks[0].origin.guards, frameworks[1].origin.guards);
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
    // What is known from the start does not turn out later.
    EXPECT_EQ(compile("meldcode a \"A\" { }\ncasus \"c\" voor a { later ja vermoeden  verwacht melden }").codes(),
              Codes{"MC3011"});
}

}  // namespace
}  // namespace meldc::test
