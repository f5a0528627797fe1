#include <gtest/gtest.h>

#include "fixture.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

/// A model of which a board's code says little: everything in it stands in a step.
const std::string kSectorModel = R"(meldcode model "Model" {
  soort sjabloon
  sector po
  rol juf "leerkracht" is leraar
  rol baas is beroepskracht
  systeem lvs "leerlingvolgsysteem" alleen voor baas
  contact veilig_thuis "Veilig Thuis" telefoon "0800-2000" website "https://veiligthuis.nl"
  een persoon mag zijn juf en baas
  verwijst naar besluit artikel 2 lid 1
  verwijst naar besluit artikel 3
  uitleg "De code is voor iedereen."
  stap 1 "Signalen" {
    wettelijke stap wegen
    uitvoerder juf
    uitleg "Schrijf op wat u ziet."
    taak juf moet bespreken signalen
  }
  stap 2 "Wegen" {
    afwegingskader van basis {
      vraag 2 "Is het acuut?" { bij ja melden, hulp  uitleg "Eerlijk zijn." }
      vraag 3 "Kan hulp?" { antwoord ja als hulp_kan  bij ja hulp  bij nee melden }
    }
  }
  stap 3 "Beslissen" {
    leeftijd van 0 tot 12 kind
    leeftijd van 12 kind
    beslissing melden "Melden wij?" { eindverantwoordelijk baas  melder juf }
    meldnorm 1 "Acuut" { moet melden bij acuut  moet hulp bij hulp_kan }
    route nood "Nood" bij acuut { taak juf moet raadplegen veilig_thuis }
    onderwerp kindcheck "Kindcheck" { taak juf moet bespreken signalen met kind }
  }
}
)";

Compiled board(const std::string& own) {
    return compile(kSectorModel + "meldcode bestuur \"Bestuur\" { soort meldcode volgt model\n" + own + " }");
}

/// What the board says in place of what it inherits, each on a line: "from: before -> after".
std::string changes(const Compiled& compiled, const std::string& unit = "bestuur") {
    std::string text;
    for (const model::Deviation& each : compiled.unit(unit).deviations) {
        if (each.at.level == 0) text += each.from + ": " + each.before + " -> " + each.after + "\n";
    }
    return text;
}

const model::Question& question(const model::Protocol& unit, const std::string& id) {
    for (const model::Question& each : unit.questions) {
        if (each.id == id) return each;
    }
    ADD_FAILURE() << "no question " << id;
    static const model::Question kNone;
    return kNone;
}

/// Number of effects of the edge of question 2 for this answer, and who said it.
std::string edgeOfTwo(const model::Protocol& unit) {
    const auto& edges = question(unit, "2").edges;
    std::string text;
    for (const model::Edge& each : edges) {
        text += std::to_string(static_cast<int>(each.answer)) + ":" + std::to_string(each.effects.size()) + " ";
    }
    return text;
}

TEST(LevelHeads, AFrameworkOfTheSameNameGoesOnWithTheInheritedOne) {
    for (const std::string name : {"van basis ", ""}) {
        const auto compiled = board("stap 2 { afwegingskader " + name + "{ vraag 3 { bij ja hulp, vastleggen } } }");
        ASSERT_EQ(compiled.codes(), Codes{}) << name;
        const auto& unit = compiled.unit("bestuur");
        ASSERT_EQ(unit.frameworks.size(), 1U) << name;
        EXPECT_EQ(unit.frameworks[0].name, "basis") << name;
        EXPECT_EQ(unit.frameworks[0].version, "1") << name;
        EXPECT_EQ(edgeOfTwo(unit), "0:1 2:2 ") << name << ": the answer yes as the model has it";
        EXPECT_EQ(question(unit, "2").label, "Is het acuut?") << name;
        EXPECT_EQ(changes(compiled),
                  "model: stap 2 vraag 3: bij ja hulp -> stap 2 vraag 3: bij ja hulp, vastleggen\n")
            << name;
    }
}

TEST(LevelHeads, ReplacingAFrameworkStartsFromTheLibrary) {
    const auto compiled = board("stap 2 { vervang afwegingskader van basis { } }");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(compiled.unit("bestuur").questions.size(), 2U);
    EXPECT_EQ(edgeOfTwo(compiled.unit("bestuur")), "2:1 0:1 ");
    EXPECT_NE(changes(compiled), "");
}

TEST(LevelHeads, TitlesAndConditionsAreInherited) {
    const auto compiled = board(R"(stap 1 { taak juf mag vastleggen signalen }
      route nood { taak baas moet melden }
      meldnorm 1 { moet melden bij vermoeden }
      contact veilig_thuis adres "Dorpsstraat 1"
      systeem lvs "ParnasSys"
      beslissing melden { melder baas })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("bestuur");
    EXPECT_EQ(unit.steps.at(0).label, "Signalen");
    EXPECT_TRUE(unit.steps[0].isReopened);
    EXPECT_FALSE(unit.steps[0].origin.replaces) << "a line more is no deviation";
    ASSERT_EQ(unit.routes.size(), 1U);
    EXPECT_EQ(unit.routes[0].label, "Nood");
    EXPECT_EQ(unit.steps.at(unit.routes[0].step.value).id, "3") << "it stands where the model has it";
    EXPECT_EQ(unit.meldnormen.at(0).label, "Acuut");
    EXPECT_EQ(unit.contacts.at(0).label, "Veilig Thuis");
    EXPECT_EQ(unit.contacts[0].phone, "0800-2000");
    EXPECT_EQ(unit.contacts[0].website, "https://veiligthuis.nl");
    EXPECT_EQ(unit.contacts[0].address, "Dorpsstraat 1");
    EXPECT_EQ(unit.systems.at(0).onlyFor.size(), 1U) << "who has access stays as it was";
    ASSERT_EQ(unit.decisions.size(), 1U);
    EXPECT_EQ(unit.decisions[0].label, "Melden wij?");
    EXPECT_EQ(unit.decisions[0].owners.size(), 1U);
    EXPECT_EQ(unit.decisions[0].reporters.size(), 1U);
}

TEST(LevelHeads, ARouteNeedsAConditionFromSomewhere) {
    EXPECT_EQ(board("route extra { taak baas moet melden }").codes(), Codes{"MC3012"});
    EXPECT_EQ(board("route nood bij vermoeden { }").unit("bestuur").routes.size(), 1U);
    EXPECT_EQ(board("vervang route nood { }").codes(), Codes{});
}

TEST(LevelHeads, ThingsInsideStepsAreFoundFromTheTop) {
    const auto compiled = board(R"(beslissing melden { eindverantwoordelijk juf }
      vraag 3 { bij nee hulp }
      onderwerp kindcheck niet van toepassing omdat "geen ouders")");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("bestuur");
    ASSERT_EQ(unit.decisions.size(), 1U);
    ASSERT_EQ(unit.decisions[0].owners.size(), 1U);
    EXPECT_EQ(unit.roles[unit.decisions[0].owners[0].actor.who[0].index].name, "juf");
    EXPECT_EQ(unit.questions.size(), 3U);
    ASSERT_EQ(unit.topics.size(), 1U);
    EXPECT_TRUE(unit.topics[0].inapplicable);
    EXPECT_TRUE(unit.variantGroups.empty());
}

TEST(LevelHeads, ADecisionAtTheTopIsFoundFromAStep) {
    const std::string model = "meldcode m \"M\" { rol juf is leraar  stap 1 \"S\" { } "
                              "beslissing melden { eindverantwoordelijk juf } }\n";
    const auto compiled = compile(model + R"(meldcode a "A" { volgt m  rol baas is beroepskracht
      stap 1 { beslissing melden { eindverantwoordelijk baas } } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(compiled.unit("a").decisions.size(), 1U);
    EXPECT_EQ(compiled.unit("a").decisions[0].owners.size(), 1U);
}

TEST(LevelHeads, ANameInTwoStepsMustBeToldApart) {
    const std::string model = R"(meldcode m "M" { rol juf is leraar
      stap 1 "S" { beslissing melden { eindverantwoordelijk juf } taak juf moet bespreken signalen }
      stap 2 "T" { beslissing melden { melder juf } taak juf moet bespreken signalen } })";
    EXPECT_EQ(compile(model + "meldcode a \"A\" { volgt m  beslissing melden { eindverantwoordelijk juf } }").codes(),
              Codes{"MC3014"});
    EXPECT_EQ(compile(model + "meldcode a \"A\" { volgt m  vervalt taak juf bespreken }").codes(), Codes{"MC3014"});
    const auto told = compile(model + "meldcode a \"A\" { volgt m  vervalt stap 2 taak juf bespreken }");
    EXPECT_EQ(told.codes(), Codes{});
    EXPECT_EQ(told.unit("a").tasks.size(), 1U);
}

TEST(LevelHeads, ANewQuestionBelongsInAStep) {
    EXPECT_EQ(board("vraag 9 \"Nieuw?\" { antwoord ja als acuut }").codes(), Codes{"MC3013"});
    EXPECT_EQ(compile("meldcode a \"A\" { vraag 1 \"v\" { antwoord ja als acuut } }").codes(), Codes{"MC1015"});
}

TEST(LevelLists, AgesAndPromisesAreReplacedAsOne) {
    const auto compiled = board("leeftijd van 0 tot 14 kind  leeftijd van 14 kind\n"
                                "meldnorm 1 { moet melden bij vermoeden }");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("bestuur");
    ASSERT_EQ(unit.ageBands.size(), 2U);
    EXPECT_EQ(unit.ageBands[0].until, 14U);
    ASSERT_EQ(unit.meldnormen.at(0).promises.size(), 1U);
    EXPECT_EQ(changes(compiled),
              "model: leeftijd van 0 tot 12 kind; leeftijd van 12 kind -> "
              "leeftijd van 0 tot 14 kind; leeftijd van 14 kind\n"
              "model: meldnorm 1: moet melden bij acuut; moet hulp bij hulp_kan -> "
              "meldnorm 1: moet melden bij vermoeden\n");
    const auto same = board("leeftijd van 12 kind  leeftijd van 0 tot 12 kind");
    EXPECT_EQ(same.unit("bestuur").ageBands.size(), 2U);
    EXPECT_EQ(changes(same), "");
}

TEST(LevelLists, APromiseInOneReadingTakesNothingAway) {
    const auto compiled = board("meldnorm 1 { onduidelijk { lezing { moet melden bij vermoeden } lezing { } } }");
    EXPECT_EQ(compiled.unit("bestuur").meldnormen.at(0).promises.size(), 3U);
}

TEST(LevelLapses, EachKindOfLineCanLapse) {
    const auto compiled = board(R"(vervalt leeftijd
      vervalt een persoon mag zijn baas en juf
      vervalt verwijst naar besluit artikel 2
      vervalt uitleg
      vervalt uitleg "Schrijf op"
      stap 2 { vervalt uitleg "Eerlijk" })");
    ASSERT_EQ(compiled.codes(), Codes{});
    const auto& unit = compiled.unit("bestuur");
    EXPECT_TRUE(unit.ageBands.empty());
    EXPECT_TRUE(unit.samePersons.empty());
    ASSERT_EQ(unit.references.size(), 1U);
    EXPECT_EQ(unit.references[0].part, "3");
    EXPECT_TRUE(unit.explanations.empty());
    EXPECT_TRUE(unit.steps.at(0).explanations.empty());
    EXPECT_TRUE(question(unit, "2").explanations.empty());
    EXPECT_EQ(unit.lapses.size(), 6U);
    EXPECT_EQ(unit.lapses[0].from, "model");
    EXPECT_EQ(board("vervalt uitleg \"Iets anders\"").codes(), Codes{"MC3002"});
    EXPECT_EQ(board("vervalt een persoon mag niet zijn juf en baas").codes(), Codes{"MC3002"});
    EXPECT_EQ(board("vervalt verwijst naar besluit artikel 9").codes(), Codes{"MC3002"});
}

TEST(LevelLapses, OwnLinesStay) {
    const auto compiled = board("taak juf mag bespreken signalen\n vervalt stap 1 taak juf bespreken\n"
                                "stap 1 { taak juf moet bespreken signalen met kind }");
    ASSERT_EQ(compiled.codes(), Codes{});
    std::size_t own = 0;
    for (const model::Task& each : compiled.unit("bestuur").tasks) own += each.origin.level == 0 ? 1U : 0U;
    EXPECT_EQ(own, 2U);
    EXPECT_EQ(board("stap 9 \"Nieuw\" { } vervalt stap 9").codes(), Codes{"MC3002"});
}

TEST(LevelChanges, TheSameAgainIsNone) {
    const auto compiled = board(R"(sector po
      rol juf "leerkracht" is leraar
      stap 1 "Signalen" { uitvoerder juf  taak juf moet bespreken signalen  uitleg "Schrijf op wat u ziet." }
      beslissing melden { eindverantwoordelijk baas }
      route nood bij acuut { })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(changes(compiled), "");
    const auto& unit = compiled.unit("bestuur");
    EXPECT_EQ(unit.steps.at(0).explanations.size(), 1U);
    EXPECT_FALSE(unit.sectors.at(0).origin.replaces);
    for (const model::Task& each : unit.tasks) EXPECT_FALSE(each.origin.replaces);
}

TEST(LevelChanges, EachIsToldWithTheLevelThatIsDeviatedFrom) {
    const auto compiled = compile(kSectorModel + R"(
      meldcode bestuur "Bestuur" { volgt model  beslissing melden { melder baas } }
      meldcode school "School" { volgt bestuur
        beslissing melden { melder juf  eindverantwoordelijk juf }
        stap 1 "Kijken" { taak juf mag bespreken signalen }
        vervang stap 2 "Wegen" { wettelijke stap wegen } })");
    ASSERT_EQ(compiled.codes(), Codes{});
    EXPECT_EQ(changes(compiled, "school"),
              "bestuur: beslissing melden: melder baas -> beslissing melden: melder juf\n"
              "model: beslissing melden: eindverantwoordelijk baas -> beslissing melden: eindverantwoordelijk juf\n"
              "model: stap 1 \"Signalen\" -> stap 1 \"Kijken\"\n"
              "model: stap 2 \"Wegen\" -> stap 2 \"Wegen\"\n"
              "model: taak juf moet bespreken signalen -> taak juf mag bespreken signalen\n");
}

const std::string kBlanks = R"(meldcode m "M" { soort sjabloon
  systeem lvs "leerlingvolgsysteem"
  contact veilig_thuis "Veilig Thuis"
  blanco organisatie "naam"
  blanco gezag "bestuur"
  blanco systeem lvs "naam van het systeem"
  blanco contact veilig_thuis "adres"
  blanco meldingsbevoegd "ja of nee"
  blanco vervanger "wie vervangt"
  blanco "iets anders"
  stap 1 "S" { blanco vastgesteld "dag" }
}
)";

/// Texts of the blanks of a board with these lines.
std::string blanksLeft(const std::string& own) {
    const auto compiled = compile(kBlanks + "meldcode a \"A\" { soort meldcode volgt m\n" + own + " }");
    EXPECT_EQ(compiled.codes(), Codes{}) << own;
    std::string text;
    for (const model::Blank& each : compiled.unit("a").blanks) text += (text.empty() ? "" : "; ") + each.text;
    return text;
}

TEST(LevelBlanks, AreFilledByTheSlotTheyStandFor) {
    EXPECT_EQ(compile(kBlanks).unit("m").blanks.size(), 8U);
    EXPECT_EQ(blanksLeft(R"(organisatie "A" bevoegd gezag "B" systeem lvs "ParnasSys"
        contact veilig_thuis adres "X 1" meldingsbevoegd nee vastgesteld 2026-01-01)"),
              "wie vervangt; iets anders");
    EXPECT_EQ(blanksLeft("concept organisatie \"A\""), blanksLeft(""));
    EXPECT_EQ(blanksLeft("onduidelijk { lezing { organisatie \"A\" } lezing { } }"), blanksLeft(""));
}

TEST(LevelBlanks, OthersLapseByNameOrByTheirWords) {
    EXPECT_EQ(blanksLeft("vervalt blanco vervanger  vervalt blanco \"iets anders\"  vervalt systeem lvs"),
              "naam; bestuur; adres; ja of nee; dag");
    const auto compiled = compile(kBlanks + "meldcode a \"A\" { volgt m  vervalt blanco vervanger }");
    EXPECT_TRUE(compiled.unit("a").lapses.empty()) << "what is arranged is not left out";
}

TEST(LevelBlanks, ToFillOneInIsNoDeviation) {
    const auto compiled = compile(kBlanks + "meldcode a \"A\" { volgt m  systeem lvs \"ParnasSys\" }");
    EXPECT_TRUE(compiled.unit("a").deviations.empty());
    EXPECT_FALSE(compiled.unit("a").systems.at(0).origin.replaces);
}

TEST(LevelBlanks, OneThatABoardMakesIsLeftToItsSchools) {
    const auto compiled = compile(kBlanks + R"(meldcode a "A" { volgt m  blanco organisatie "school" organisatie "A" }
      meldcode b "B" { volgt a  organisatie "B" })");
    EXPECT_EQ(compiled.unit("a").blanks.size(), 8U) << "the board's own stays, the model's is filled";
    EXPECT_EQ(compiled.unit("b").blanks.size(), 7U);
}

}  // namespace
}  // namespace meldc::test
