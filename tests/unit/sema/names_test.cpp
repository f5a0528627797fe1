#include <gtest/gtest.h>

#include "fixture.h"
#include "model/print.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

TEST(Names, ResolvesRolesConceptsAndYields) {
    const auto compiled = compile(R"(meldcode a "A" {
  rol juf "juf" is leraar
  systeem map "map"
  stap 1 "Kijken" {
    wettelijke stap wegen
    taak juf moet raadplegen veilig_thuis
    taak juf moet vastleggen signalen in map
    taak juf mag bespreken signalen met kind
  }
})");
    EXPECT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("a");
    ASSERT_EQ(unit.tasks.size(), 3U);
    ASSERT_EQ(unit.tasks[0].consequences.size(), 1U);
    EXPECT_EQ(compiled.vocabulary()[unit.tasks[0].consequences[0]].name, "advies_vt");
    EXPECT_EQ(compiled.vocabulary()[unit.tasks[1].consequences.at(0)].name, "vastleggen");
    EXPECT_TRUE(unit.tasks[2].consequences.empty());
    EXPECT_EQ(unit.tasks[2].modality, model::Modality::May);
    EXPECT_TRUE(compiled.vocabulary().fallsUnder(unit.roles.at(0).kinds.at(0),
                                                 compiled.vocabulary().find("beroepskracht")));
}

TEST(Names, SuggestsTheNearestName) {
    EXPECT_EQ(compile(R"(meldcode a "A" { rol juf is lerar })").codes(), Codes{"MC2002"});
    EXPECT_EQ(compile(R"(meldcode a "A" { rol juf is xyzzyx })").codes(), Codes{"MC2001"});
}

TEST(Names, KeepsSilentAboutWhatAMistakeOfSyntaxHid) {
    // One mistake, one message: the role is declared, in a line that could not be read.
    EXPECT_EQ(compile(R"(meldcode a "A" {
  rol juf is leraar, leraar leraar
  stap 1 "Kijken" { uitvoerder juf }
})").codes(),
              Codes{"MC1001"});
    EXPECT_EQ(compile(R"(meldcode a "A" {
  rol juf is leraar, leraar leraar
  stap 1 "Kijken" { uitvoerder meester }
})").codes(),
              (Codes{"MC1001", "MC2001"}));
}

TEST(Names, RefusesAnotherKindOfName) {
    EXPECT_EQ(compile(R"(meldcode a "A" { rol juf is melden })").codes(), Codes{"MC2004"});
    EXPECT_EQ(compile(R"(meldcode a "A" { systeem map  stap 1 "S" { uitvoerder map } })").codes(), Codes{"MC2004"});
}

TEST(Names, RefusesANameDeclaredTwice) {
    EXPECT_EQ(compile(R"(meldcode a "A" { rol juf is leraar  rol juf is beroepskracht })").codes(),
              Codes{"MC2003"});
    EXPECT_EQ(compile(R"(meldcode a "A" { stap 1 "S" { } stap 1 "T" { } })").codes(), Codes{"MC2003"});
    EXPECT_EQ(compile(R"(begrip melden is gevolg "melden")").codes(), Codes{"MC2003"});
}

TEST(Names, ChecksStepsAndQuestionsThatAreReferredTo) {
    EXPECT_EQ(compile(R"(meldcode a "A" { afwegingskader {
      vraag 1 "v" { antwoord ja als vermoeden  bij ja vraag 7  bij nee naar stap 3 } } })").codes(),
              (Codes{"MC2001", "MC2001"}));
}

TEST(Names, AQuestionSaysWhenItsAnswerIsYes) {
    EXPECT_EQ(compile(R"(meldcode a "A" { afwegingskader { vraag 1 "v" { bij ja melden } } })").codes(),
              Codes{"MC3003"});
}

TEST(Names, PlacesNeedADocument) {
    EXPECT_EQ(compile(R"(meldcode a "A" { organisatie "O" staat in regel 3 })").codes(), Codes{"MC3005"});
    EXPECT_EQ(compile(R"(meldcode a "A" { bron p "p.txt"  organisatie "O" staat in regel 3 })").codes(), Codes{});
    EXPECT_EQ(compile(R"(meldcode a "A" { bron p "p.txt"  organisatie "O" staat in q regel 3 })").codes(),
              Codes{"MC2011"});
}

TEST(Names, UnlessIsTheOppositeOfWhen) {
    const auto compiled = compile(R"(meldcode a "A" { rol juf is leraar
      taak juf moet melden bij vermoeden tenzij acuut })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(model::print(*compiled.unit("a").tasks.at(0).condition, compiled.vocabulary()),
              "(vermoeden and not(acuut))");
}

}  // namespace
}  // namespace meldc::test
