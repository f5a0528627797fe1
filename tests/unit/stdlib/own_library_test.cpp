#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

/// Norms and whole professions are data: these tests add some and compile nothing.
namespace meldc::test {

namespace {

constexpr const char* kContactNorm = R"(
norm A901 "Een telefoonnummer van Veilig Thuis" {
  laag advies
  grond basismodel "contactgegevens" van 2013-07-01
  sectoren alle
  bij zwijgen geschonden
  eis er is minstens 1 contact waarbij naam is veilig_thuis en telefoon
  bericht nl "het telefoonnummer van Veilig Thuis staat niet in de code"
          en "the phone number of Veilig Thuis is not in the code"
}
dekking basismodel "contactgegevens" { door A901 hoe tekst }
)";

constexpr const char* kWithPhone = R"(
meldcode a "A" { soort meldcode  sector po  contact veilig_thuis "Veilig Thuis" telefoon "0800-2000" }
)";
constexpr const char* kWithoutPhone = R"(
meldcode b "B" { soort meldcode  sector po  contact veilig_thuis "Veilig Thuis" }
)";

/// The rescue plan of a museum: its own facts, consequences, roles, steps, framework and norms.
const std::vector<SourceText> kMuseum = {
    {"begrippen/museum.meld", R"(
begrip lekkage is feit "lekkage" {
  en "leak"  aard gevaar  veranderlijk
  zin ja nl "er lekt water" en "water is leaking"
  zin nee nl "er lekt geen water" en "no water is leaking"
  zin twijfel nl "het is niet zeker of er water lekt" en "it is not certain whether water is leaking"
}
begrip stuk_nat is feit "een stuk is nat" {
  en "an object is wet"  aard gevaar
  zin ja nl "een stuk is nat" en "an object is wet"
  zin nee nl "alle stukken zijn droog" en "all objects are dry"
  zin twijfel nl "het is niet zeker of een stuk nat is" en "it is not certain whether an object is wet"
}
altijd stuk_nat => lekkage
begrip ontruimen is gevolg "de zaal ontruimen" { en "clear the room"  sluit uit openhouden }
begrip restauratie is gevolg "de restaurator roepen" { en "call the restorer" }
begrip openhouden is gevolg "de zaal openhouden" { en "keep the room open" }
begrip kijken is stapfunctie "rondgaan" { en "walk round" }
begrip redden is stapfunctie "redden" { en "rescue" }
begrip suppoost is rolsoort "suppoost" { en "attendant" }
begrip conservator is rolsoort "conservator" { en "curator" }
begrip museum is sector "musea" { en "museums" }
)"},
    {"bronnen/handboek.meld", R"(
bron handboek "Handboek collectiebeheer" {
  soort handboek
  toestand 2020-01-01 gelezen
  link "https://example.org/handboek"
}
)"},
    {"kaders/zaal.meld", R"(
afwegingskader zaalkader "Zaalkader" {
  versie "1"
  vraag 1 "Lekt er water?" { antwoord ja als lekkage  bij nee openhouden  bij ja ontruimen, vraag 2 }
  vraag 2 "Is een stuk nat?" { antwoord ja als stuk_nat  bij ja restauratie  bij nee einde }
}
)"},
    {"normen/norm/M1-restaurator/norm.meld", R"(
norm M1 "Natte stukken naar de restaurator" {
  laag norm
  grond handboek bladzijde 12 van 2020-01-01
  sectoren museum
  eis altijd restauratie bij stuk_nat
  bericht nl "een nat stuk kan zonder restaurator blijven" en "a wet object can be left without a restorer"
}
)"},
    {"normen/norm/M2-ronde/norm.meld", R"(
norm M2 "Een ronde door een suppoost" {
  laag norm
  grond handboek bladzijde 3 van 2020-01-01
  sectoren museum
  bij zwijgen geschonden
  eis er is minstens 1 stap waarbij functie is kijken en uitvoerder is suppoost
  bericht nl "geen suppoost gaat rond" en "no attendant walks round"
}
)"}};

constexpr const char* kGoodMuseum = R"(
meldcode stadsmuseum "Reddingsplan Stadsmuseum" {
  soort meldcode
  sector museum
  rol zaalwacht is suppoost
  rol beheerder is conservator
  stap 1 "Ronde" { wettelijke stap kijken  uitvoerder zaalwacht }
  stap 2 "Redden" { wettelijke stap redden  uitvoerder beheerder  afwegingskader van zaalkader { } }
}
)";
constexpr const char* kBadMuseum = R"(
meldcode dorpsmuseum "Reddingsplan Dorpsmuseum" {
  soort meldcode
  sector museum
  rol beheerder is conservator
  stap 1 "Ronde" { wettelijke stap kijken  uitvoerder beheerder }
  stap 2 "Redden" {
    wettelijke stap redden
    uitvoerder beheerder
    afwegingskader van zaalkader {
      vervang vraag 1 "Lekt er water?" { antwoord ja als lekkage  bij nee openhouden  bij ja ontruimen }
    }
  }
}
)";

} // namespace

TEST(StdlibOwnLibrary, ANewNormIsOneFolder) {
    std::vector<SourceText> files = standardFiles();
    files.push_back({"normen/advies/A901-telefoon/norm.meld", kContactNorm});
    files.push_back({"normen/advies/A901-telefoon/goed.meld", kWithPhone});
    files.push_back({"normen/advies/A901-telefoon/fout.meld", kWithoutPhone});
    const auto library = compile(files);
    EXPECT_EQ(library->messages(), "");
    EXPECT_EQ(library->library.norms.size(), standardLibrary().library.norms.size() + 1);

    const Checked good = check(*library, kWithPhone, kToday);
    ASSERT_NE(good.result("A901"), nullptr);
    EXPECT_EQ(good.result("A901")->status, baseline::Status::Satisfied);

    const Checked bad = check(*library, kWithoutPhone, kToday);
    ASSERT_NE(bad.result("A901"), nullptr);
    EXPECT_EQ(bad.result("A901")->status, baseline::Status::Violated);
    EXPECT_EQ(bad.result("A901")->severity, diagnostics::Severity::Info);
}

TEST(StdlibOwnLibrary, AnotherProfessionNeedsNothingOfThisOne) {
    const auto library = compile(kMuseum);
    EXPECT_EQ(library->messages(), "");

    const Checked good = check(*library, kGoodMuseum, kToday);
    EXPECT_EQ(good.messages, "");
    ASSERT_NE(good.result("M1"), nullptr);
    ASSERT_NE(good.result("M2"), nullptr);
    EXPECT_EQ(good.result("M1")->status, baseline::Status::Satisfied);
    EXPECT_EQ(good.result("M2")->status, baseline::Status::Satisfied);

    const Checked bad = check(*library, kBadMuseum, kToday);
    EXPECT_EQ(bad.messages, "");
    ASSERT_NE(bad.result("M1"), nullptr);
    EXPECT_EQ(bad.result("M1")->status, baseline::Status::Violated);
    ASSERT_TRUE(bad.result("M1")->counterexample.has_value());
    EXPECT_NE(bad.result("M1")->counterexample->story.nl.find("een stuk is nat"),
              std::string::npos)
        << bad.result("M1")->counterexample->story.nl;
    EXPECT_EQ(bad.result("M2")->status, baseline::Status::Violated);
}

TEST(StdlibOwnLibrary, WordsOfOneProfessionAreUnknownInAnother) {
    const auto library = compile(kMuseum);
    const Checked checked = check(*library, kWithPhone, kToday);
    EXPECT_NE(checked.messages.find("veilig_thuis"), std::string::npos) << checked.messages;
}

} // namespace meldc::test
