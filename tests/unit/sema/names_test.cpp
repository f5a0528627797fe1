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

TEST(Names, SaysWhereTheNamesOfAKindAre) {
    // A kind of concept has a list; a role of the code has none.
    const auto notesOf = [](const char* text) {
        const auto compiled = compile(text);
        return compiled.sink.sorted().at(0).notes;
    };
    const auto notes = notesOf(R"(meldcode a "A" { rol juf is xyzzyx })");
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_EQ(notes[0].id, diagnostics::Diag::KnownNamesAre);
    EXPECT_EQ(diagnostics::renderMessage(notes[0], support::Language::Dutch),
              "alle namen die hier kunnen, noemt: meldc explain rollen");
    EXPECT_TRUE(notesOf(R"(meldcode a "A" { stap 1 "S" { uitvoerder xyzzyx } })").empty());
}

TEST(Names, AContactIsAPartyOrARole) {
    const auto compiled = compile(R"(meldcode a "A" {
  contact juf telefoon "030-1"
  contact leraar "De balie" telefoon "030-2"
  contact veilig_thuis telefoon "0800-2000"
  rol juf "juf of meester" is leraar
})");
    EXPECT_EQ(compiled.codes(), Codes{});
    const auto& contacts = compiled.unit("a").contacts;
    ASSERT_EQ(contacts.size(), 3U);
    EXPECT_EQ(compiled.vocabulary()[contacts[0].party].name, "leraar");
    EXPECT_EQ(contacts[0].label, "juf of meester");
    EXPECT_EQ(contacts[1].label, "De balie");
    EXPECT_EQ(compiled.vocabulary()[contacts[2].party].name, "veilig_thuis");
    // Under the name of its kind it is called as the code calls the role.
    EXPECT_EQ(compile(R"(meldcode a "A" { contact leraar telefoon "030-1"  rol juf "juf" is leraar })")
                  .unit("a").contacts.at(0).label,
              "juf");
    EXPECT_EQ(compile(R"(meldcode a "A" { contact melden telefoon "030-1" })").codes(), Codes{"MC2004"});
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
    EXPECT_EQ(compile(R"(begrip melden is gevolg "melden")").codes(), Codes{"MC2003"});
}

TEST(Names, AThingIsWrittenOnce) {
    const auto once = [](const std::string& statements) {
        const auto compiled = compile("meldcode a \"A\" { rol juf is leraar\n" + statements + " }");
        EXPECT_EQ(compiled.codes(), Codes{"MC2014"}) << statements;
        return compiled.sink.isEmpty() ? std::string()
                                       : renderMessage(compiled.sink.all().front(), support::Language::Dutch);
    };
    EXPECT_NE(once(R"(stap 1 "S" { } stap 1 "T" { })").find("`stap 1` staat er twee keer"), std::string::npos);
    EXPECT_NE(once(R"(beslissing melden { eindverantwoordelijk juf } beslissing melden { melder juf })")
                  .find("`beslissing melden` staat"),
              std::string::npos);
    once(R"(meldnorm 1 { moet melden bij acuut } meldnorm 1 { moet melden bij vermoeden })");
    // What refers to the second, by the number that it should have had, is no mistake besides.
    once(R"(stap 1 "S" { vraag 1 "v" { antwoord ja als vermoeden  bij ja vraag 2  bij nee afsluiten }
            vraag 1 "w" { antwoord ja als acuut  bij ja melden  bij nee hulp } })");
    once(R"(stap 1 "S" { vraag 1 "v" { antwoord ja als vermoeden  bij ja vraag 2  bij nee naar stap 2 } }
            stap 1 "T" { vraag 2 "w" { antwoord ja als acuut  bij ja melden  bij nee hulp } })");
    EXPECT_EQ(compile(R"(meldcode a "A" { soort meldcode  soort kader })").codes(), Codes{"MC3010"});
    EXPECT_EQ(compile(R"(meldcode a "A" { contact veilig_thuis  contact veilig_thuis })").codes(),
              Codes{"MC3010"});
}

TEST(Names, RefusesALocalNameThatIsATermOfAnotherKind) {
    EXPECT_EQ(compile(R"(meldcode a "A" { rol melden is leraar  stap 1 "S" { uitvoerder melden } })").codes(),
              Codes{"MC2015"});
    EXPECT_EQ(compile(R"(meldcode a "A" { systeem signalen })").codes(), Codes{"MC2015"});
    EXPECT_EQ(compile(R"(meldcode a "A" { rol leraar is leraar })").codes(), Codes{});
}

TEST(Names, SuggestsOnlyWhatMayStandThere) {
    // `beroepskrachten` is near to a kind of role, but whoever writes that names nobody.
    EXPECT_EQ(compile(R"(meldcode a "A" { stap 1 "S" { uitvoerder beroepskrachten } })").codes(),
              Codes{"MC2001"});
    EXPECT_EQ(compile(R"(meldcode a "A" { rol juffrouw is leraar  stap 1 "S" { uitvoerder jufrouw } })").codes(),
              Codes{"MC2002"});
    EXPECT_EQ(compile(R"(meldcode school "A" { volgt schol })").codes(), Codes{"MC2001"});
}

TEST(Names, OneMistakeInAConditionIsOneMessage) {
    const auto codes = [](const std::string& condition) {
        return compile("meldcode a \"A\" { stap 1 \"S\" {\n vraag 1 \"v\" {\n  antwoord ja als " + condition +
                       "\n  bij ja melden\n  bij nee hulp\n } } }")
            .codes();
    };
    EXPECT_EQ(codes("vermoedn"), Codes{"MC2002"});
    EXPECT_EQ(codes("(vermoeden of acuut"), Codes{"MC1016"});
    EXPECT_EQ(codes("vermoeden of"), Codes{"MC1016"});
    EXPECT_EQ(codes("vermoeden en/of acuut"), Codes{"MC1005"});
    EXPECT_EQ(codes("acuut gevaar"), Codes{"MC1001"});
    EXPECT_EQ(codes("acute onveiligheid"), Codes{"MC1001"});
    // Of two that stand apart each is told.
    EXPECT_EQ(codes("vermoedn of akuut"), (Codes{"MC2002", "MC2002"}));
}

TEST(Names, AnUnknownNameIsToldOnceWithAllItsPlaces) {
    const auto compiled = compile(R"(meldcode a "A" {
  stap 1 "S" { uitvoerder juf  raadpleegt juf }
  stap 2 "T" { uitvoerder juf }
})");
    ASSERT_EQ(compiled.codes(), Codes{"MC2001"});
    EXPECT_EQ(compiled.sink.all().front().also.size(), 2U);
}

TEST(Names, TooManyFactsAreToldOnce) {
    std::string text;
    for (int fact = 0; fact < 210; ++fact) {
        text += "begrip feit" + std::to_string(fact) + " is feit \"f\"\n";
    }
    text += "meldcode a \"A\" { stap 1 \"S\" { vraag 1 \"v\" { antwoord ja als feit209  bij ja melden } } }";
    EXPECT_EQ(compile(text).codes(), Codes{"MC3009"});
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
