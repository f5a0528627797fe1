// What staff read in protocol, handbook and cards: whom to reach, what holds when, in whose words.

#include "golden/papers.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

namespace meldc::golden {
namespace {

TEST(Papers, WhatIsNotFinishedIsCountedByKind) {
    const Folder folder;
    const std::string model = documentOf(folder, policyAt("model-po"), "protocol", "protocol.txt");
    // It has blanks, and nothing else is wrong with it.
    EXPECT_TRUE(holds(model, "nog niet af: 14 plaatsen moet u nog invullen en 6 telefoonnummers ontbreken. Zie")) << model.substr(0, 600);
    const std::string school = documentOf(folder, policyAt("innovo"), "protocol", "protocol.txt");
    EXPECT_TRUE(holds(school, "op 3 plaatsen spreekt de tekst zichzelf tegen en 5 telefoonnummers ontbreken. Zie: Wat nog open is.")) << school.substr(0, 600);
    EXPECT_FALSE(holds(school, "nog invullen"));
}

TEST(Papers, WhoMayTakePartIsReadInOneWay) {
    const Folder folder;
    const std::string text = documentOf(folder, policyAt("innovo"), "protocol", "protocol.txt");
    for (const std::string_view line : {"Wie doet mee: Aandachtsfunctionaris. Mag meedoen: IB'er\n",
                                        "Wie doet mee: Mag meedoen: IB'er en aandachtsfunctionaris\n",
                                        "Wie doet mee: Leerkracht. Mag meedoen: lid van het managementteam\n"}) {
        EXPECT_TRUE(holds(text, line)) << line;
    }
    EXPECT_TRUE(holds(documentOf(folder, policyAt("model-po"), "protocol", "protocol.txt"),
                      "Aandachtsfunctionaris. Soms: Veilig Thuis en deskundige in letsel. Mag meedoen: "
                      "intern begeleider en jeugdgezondheidszorg\n"));
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit svg --date 2026-01-01 --out svg").exitCode, 0);
    EXPECT_TRUE(holds(folder.run("cat svg/*.stappen.svg").out, "Leerkracht. Mag meedoen: lid van het managementteam."));
}

/// A signal for others is no record.
TEST(Papers, TheCardSendsToFilesOnly) {
    const Folder folder;
    EXPECT_TRUE(holds(documentOf(folder, policyAt("innovo"), "card", "stappenkaart.html"), "<p>Leg vast in: ParnasSys.</p>"));
    EXPECT_TRUE(holds(documentOf(folder, policyAt("model-po"), "card", "stappenkaart.html"),
                      "<p>Leg vast in: het leerlingvolgsysteem (alleen als er geen signalen van eergerelateerd geweld zijn) en het "
                      "afgeschermde dossier.</p>"));
}

TEST(Papers, RolesAndSystemsAreNoLabels) {
    const Folder folder;
    const std::string handbook = documentOf(folder, policyAt("innovo"), "handbook", "handboek.txt");
    EXPECT_FALSE(holds(handbook, "Een rol in deze code"));
    EXPECT_FALSE(holds(handbook, "Een systeem dat wij gebruiken"));
    EXPECT_TRUE(holds(handbook, "\n- IB'er (intern begeleider)."));
    EXPECT_TRUE(holds(handbook, "\n- Wij gebruiken ParnasSys."));
    // How many ways there are to read a text says nothing to who reads it.
    EXPECT_FALSE(holds(handbook, "64 manieren"));
    // Of a drawing only where there is one, in which doubt is told as in the table.
    EXPECT_FALSE(holds(handbook, "getekend"));
    const std::string page = documentOf(folder, policyAt("innovo"), "handbook", "handboek.html");
    EXPECT_TRUE(holds(page, "De vragen getekend. Waar de tekst")) << page.size();
    const std::string drawn = page.substr(page.find("De vragen getekend"));
    EXPECT_TRUE(holds(drawn.substr(0, drawn.find("<h2")), "Hoe het daarna verder gaat"));
}

/// What only makers of the library can mend, staff need not read; that the law is reconstructed, they must.
TEST(Papers, WhatTheSourcesAreIsOneSentence) {
    const Folder folder;
    for (const std::string policy : {"innovo", "model-po"}) {
        const std::string handbook = documentOf(folder, policyAt(policy), "handbook", "handboek.txt");
        EXPECT_FALSE(holds(handbook, "Let op: ")) << policy;
        EXPECT_EQ(timesIn(handbook, "Van sommige bronnen is niet nagekeken"), 1U) << policy;
        EXPECT_TRUE(holds(handbook, "Onder voorbehoud van de wettekst, die is gereconstrueerd.")) << policy;
        EXPECT_TRUE(holds(handbook, "zijn geen wettekst")) << policy;
    }
}

/// What is decided already is not signed again; where it is not, the table is on the page of what is signed.
TEST(Papers, RoomToSignIsForWhatIsStillToBeDecided) {
    const Folder folder;
    const std::string whole = replaced(smallProtocol(), "  stap 1 ", "  bevoegd gezag \"Bestuur\"\n  vastgesteld 2025-09-01\n"
                                       "  instemming \"MR\"\n  geldig van 2025-09-01\n  stap 1 ");
    for (const auto& [text, rows] : {std::pair{whole, 0U}, std::pair{replaced(whole, "  instemming \"MR\"\n", ""), 1U},
                                     std::pair{smallProtocol(), 2U}}) {
        folder.write("p.meld", text);
        ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt,html --date 2026-01-01 --out uit").exitCode, 0);
        const std::string protocol = folder.read("uit/proef.protocol.txt");
        EXPECT_EQ(timesIn(protocol, "Handtekening: \n"), rows) << protocol;
        EXPECT_EQ(holds(folder.read("uit/proef.protocol.html"), "class=\"sheet\""), rows > 0) << rows;
        EXPECT_EQ(holds(protocol, "Nog in te vullen: de dag van vaststelling."), rows == 2) << protocol;
    }
    EXPECT_TRUE(holds(folder.read("uit/proef.protocol.txt"), "\nVastgesteld: Nog niet vastgesteld.\n"));
}

/// Whom one must be able to call, and cannot.
TEST(Papers, AMissingNumberIsOpen) {
    const Folder folder;
    const std::string call = replaced(smallProtocol(), "  stap 1 ", "  rol chef \"directeur\" is directie\n  taak af moet informeren chef\n  stap 1 ");
    folder.write("p.meld", call);
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt --out uit").exitCode, 0);
    EXPECT_TRUE(holds(folder.read("uit/proef.protocol.txt"), "\nNog geen telefoonnummer van: ")) << folder.read("uit/proef.protocol.txt");
    folder.write("p.meld", replaced(call, "  taak af moet", "  contact chef telefoon \"030-1111111\"\n  contact af telefoon \"030-2222222\"\n  taak af moet"));
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt --out uit").exitCode, 0);
    EXPECT_FALSE(holds(folder.read("uit/proef.protocol.txt"), "geen telefoonnummer van")) << folder.read("uit/proef.protocol.txt");
    // Nobody outside is to see who of the staff has none.
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt --variant openbaar --out uit").exitCode, 0);
    EXPECT_FALSE(holds(folder.read("uit/proef.protocol.openbaar.txt"), "geen telefoonnummer van"));
}

TEST(Papers, EachReasonIsALine) {
    const Folder folder;
    // As many as the exceptions of each text name.
    for (const auto& [name, reasons] : {std::pair{"model-po", 8U}, std::pair{"rbcz", 14U}, std::pair{"pro8", 7U}}) {
        const std::string text = documentOf(folder, policyAt(name), "protocol", "protocol.txt");
        EXPECT_EQ(timesIn(text, "Een reden hiervoor is"), reasons) << name;
        EXPECT_EQ(timesIn(text, "\n- Een reden hiervoor is"), reasons) << name;
    }
}

TEST(Papers, ACardHasTheWordsOfTheCodeWhereTheRoleHasATask) {
    const Folder folder;
    const std::string cards = documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.txt");
    const std::string teacher = roleCardOf(cards, "leraar");
    const std::string focal = roleCardOf(cards, "aandachtsfunctionaris");
    const std::string staff = roleCardOf(cards, "medewerker");
    EXPECT_TRUE(holds(teacher, "De code zegt hierbij: Zeg waarover u wilt praten"));
    EXPECT_TRUE(holds(teacher, "Beloof niet dat u het geheimhoudt."));
    EXPECT_TRUE(holds(teacher, "Praat dan nog niet: zie Wanneer u nog niet praat."));
    EXPECT_FALSE(holds(staff, "Beloof niet"));
    // Also where the task stands in front, since it must be done at once.
    EXPECT_TRUE(holds(focal, "De code zegt hierbij: Praat bij dit vermoeden nog niet met de familie"));
    // A ban for everybody stands with each who talks.
    EXPECT_TRUE(holds(teacher, "Praat bij dit vermoeden nog niet met de familie"));
    EXPECT_FALSE(holds(teacher, "Denk aan een huwelijk onder dwang"));
    EXPECT_TRUE(holds(staff, "U overlegt er niet eerst over met die collega."));
    EXPECT_EQ(timesIn(focal, "Praat bij dit vermoeden nog niet met de familie"), 1U);
    const std::string page = documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.html");
    EXPECT_TRUE(holds(page, "<blockquote><p><em>De code zegt hierbij: </em>Zeg waarover")) << "not told apart";
}

TEST(Papers, WhomACardNamesHasANumberOrRoomForOne) {
    const Folder folder;
    const std::string cards = documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.txt");
    const auto numbersOf = [&](const std::string& role) {
        const std::string card = roleCardOf(cards, role);
        const std::size_t begin = card.find("\nWie u belt\n");
        return card.substr(begin, card.find("\nDirect handelen\n") - begin);
    };
    const std::string focal = numbersOf("aandachtsfunctionaris");
    for (const std::string_view line : {"\nVeilig Thuis, dag en nacht en gratis: 0800-2000", "\nAlarmnummer: 112\n", "\nBestuur: \n", "\nPolitie, bij direct gevaar 112: 0900-8844\n",
                                        "\nDeskundige in eergerelateerd geweld: \n", "\nDirecteur: \n", "\nDeskundige in bijzondere vormen van geweld: \n"}) {
        EXPECT_TRUE(holds(focal, line)) << line << focal;
    }
    // Whom one may ask need not have a number.
    EXPECT_FALSE(holds(focal, "Raad voor de Kinderbescherming")) << focal;
    EXPECT_FALSE(holds(focal, "Aandachtsfunctionaris")) << "nobody calls themselves";
    EXPECT_FALSE(holds(focal, "ertrouwensinspecteur")) << "whom this card does not name";
    EXPECT_TRUE(holds(numbersOf("bestuur"), "Vertrouwensinspecteur van de Inspectie van het Onderwijs: 0900-1113111\n"));
    const std::string staff = numbersOf("medewerker");
    EXPECT_TRUE(holds(staff, "\nBestuur: \n"));
    // Who trains them, but not whom others warn, nor themselves.
    EXPECT_TRUE(holds(staff, "\nDirecteur: \n"));
    EXPECT_FALSE(holds(staff, "Politie") || holds(staff, "Medewerker"));
    // Whom the card on the wall names.
    const std::string wall = documentOf(folder, policyAt("model-po"), "card", "stappenkaart.html");
    EXPECT_TRUE(holds(wall, "<span>Bestuur</span>") && holds(wall, ">0900-8844<"));
    EXPECT_FALSE(holds(wall, "<span>Jeugdgezondheidszorg</span>"));
}

/// Under a right or a check nothing is an order for every case.
TEST(Papers, WhatHoldsForARightSaysSo) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ",
                                    "  onderwerp meldrecht {\n    taak af moet voeren gesprek met ouder\n  }\n"
                                    "  onderwerp kindcheck {\n    taak af moet vragen zwangerschap\n  }\n  stap 1 "));
    ASSERT_EQ(folder.run("meldc build p.meld --emit roles --as txt --out uit").exitCode, 0);
    const std::string cards = folder.read("uit/proef.rolkaarten.txt");
    for (const std::string_view told : {"Meldrecht en beroepsgeheim\n\nDit geldt alleen bij het meldrecht en het beroepsgeheim. Dat is: melden bij Veilig Thuis, of gegevens geven, zonder toestemming",
                                        "Kindcheck\n\nDit geldt alleen bij de kindcheck. Dat is: een vaste controle"}) {
        EXPECT_TRUE(holds(cards, told)) << cards;
    }
}

TEST(Papers, LinesThatDifferInTheirConditionStandTogether) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ",
                                    "  onderwerp kindcheck {\n    taak af moet overleggen bij letsel\n"
                                    "    taak af moet vragen zwangerschap\n    taak af moet overleggen bij vermoeden\n  }\n  stap 1 "));
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt --out uit").exitCode, 0);
    const std::string text = folder.read("uit/proef.protocol.txt");
    const std::size_t one = text.find("- Als er letsel is");
    const std::size_t other = text.find("\n- Als er een vermoeden is", one);
    ASSERT_NE(one, std::string::npos) << text;
    EXPECT_EQ(text.find('\n', one), other) << text;
}

/// Said once behind the sentences that it is of, and of each of them.
TEST(Papers, WhoIsNotNamedIsSaidOnceInARow) {
    const Folder folder;
    const std::string card = roleCardOf(documentOf(folder, policyAt("innovo"), "roles", "rolkaarten.txt"), "leerkracht");
    EXPECT_EQ(timesIn(card, "De tekst zegt: ‘de betrokken volwassene’."), 1U) << card;
    for (const std::string_view duty : {"Iemand maakt direct duidelijk aan het kind", "Iemand mag direct overleggen over de vervolgstappen"}) {
        EXPECT_TRUE(holds(card, duty)) << duty;
    }
}

} // namespace
} // namespace meldc::golden
