// One sentence of each kind, word for word.

#include "sentences/program.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace meldc::test {
namespace {

/// People and places that the statements below use.
constexpr std::string_view kPeople = R"(
  rol leraar "leraar" is leerkracht
  rol ib "IB'er" is intern_begeleider
  rol af "aandachtsfunctionaris" is aandachtsfunctionaris
  rol directeur "directeur" is directie
  rol team "team" zin "de leden van het team" meervoud is ondersteuningsteam
  systeem volgsysteem "ParnasSys"
  systeem dossier_school "dossier" zin "het dossier"
  systeem map "map"
  stap 1 "Zien" { }
  stap 2 "Overleggen" { }
  stap 3 "Praten" { }
  stap 5 "Beslissen" { }
)";

/// The lines that a protocol with these statements has more than one without.
std::string told(const std::string& statements) {
    const std::string begin = "meldcode proef \"Proef\" {\n" + std::string(kPeople);
    const std::string without = Resolved({begin + "}\n"}).list();
    const Resolved with({begin + statements + "\n}\n"});
    EXPECT_TRUE(with.compiles()) << statements;
    std::string text = with.list();
    // Lines of the people above.
    for (std::size_t at = 0; at < without.size();) {
        const std::size_t end = without.find('\n', at) + 1;
        const std::size_t place = text.find(without.substr(at, end - at));
        if (place != std::string::npos) {
            text.erase(place, end - at);
        }
        at = end;
    }
    if (text.ends_with('\n')) {
        text.pop_back();
    }
    return text;
}

struct Row {
    const char* statement;
    const char* sentence;
};

void expectTold(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        EXPECT_EQ(told(row.statement), row.sentence) << row.statement;
    }
}

TEST(Kinds, OfDuties) {
  expectTold({
    Row{"taak leraar moet vastleggen signalen in volgsysteem",
        "De leraar legt de signalen vast in ParnasSys."},
    Row{"taak leraar en af moet in_kaart_brengen signalen",
        "De leraar en de aandachtsfunctionaris brengen de signalen in kaart."},
    Row{"taak team moet bespreken signalen, waarnemingen, herkomst met ouder en kind",
        "De leden van het team bespreken de signalen, de waargenomen feiten en de herkomst van de informatie met de "
        "ouders en het kind."},
    Row{"taak leraar of ib mag bespreken signalen of waarnemingen met af of directeur",
        "De leraar of de IB'er mag de signalen of de waargenomen feiten bespreken met de aandachtsfunctionaris of de "
        "directeur."},
    Row{"taak leraar mag niet verstrekken meningen aan veilig_thuis",
        "De leraar mag meningen niet geven aan Veilig Thuis."},
    Row{"taak leraar mag niet raadplegen veilig_thuis",
        "De leraar mag geen advies vragen aan Veilig Thuis."},
    Row{"taak medewerker mag niet bespreken signalen met ouder bij eergerelateerd_geweld",
        "Als er signalen van eergerelateerd geweld zijn, dan mag geen medewerker de signalen bespreken met de ouders."},
    Row{"taak medewerker mag niet raadplegen veilig_thuis",
        "Geen medewerker mag advies vragen aan Veilig Thuis."},
    Row{"taak leraar moet bewaren gegevens in dossier_school of map",
        "De leraar bewaart gegevens in het dossier of map."},
    Row{"taak af moet raadplegen veilig_thuis bij twijfel",
        "Bij twijfel vraagt de aandachtsfunctionaris advies aan Veilig Thuis."},
    Row{"taak af mag raadplegen veilig_thuis over anonieme_gegevens bij acute_onveiligheid",
        "Als iemand nu onveilig is, dan mag de aandachtsfunctionaris advies vragen aan Veilig Thuis over de situatie, "
        "zonder te zeggen om wie het gaat."},
    Row{"taak leraar moet direct informeren af over signalen",
        "De leraar informeert direct de aandachtsfunctionaris over de signalen."},
    Row{"taak leraar moet binnen 1 werkdag informeren af",
        "De leraar informeert binnen 1 werkdag de aandachtsfunctionaris."},
    Row{"taak leraar moet binnen 2 dagen informeren af",
        "De leraar informeert binnen 2 dagen de aandachtsfunctionaris."},
    Row{"taak leraar, anders af moet luisteren mening",
        "De leraar, of anders de aandachtsfunctionaris, luistert naar de mening van het kind."},
    Row{"taak leraar, anders af moet luisteren mening bij twijfel",
        "Bij twijfel luistert de leraar, of anders de aandachtsfunctionaris, naar de mening van het kind."},
    Row{"taak open \"de melder\" moet doorlopen afwegingsvragen",
        "Iemand loopt de afwegingsvragen door. Wie dit doet, is open. De tekst zegt: ‘de melder’."},
    Row{"taak afgesproken tussen leraar en af moet raadplegen veilig_thuis",
        "De leraar of de aandachtsfunctionaris vraagt advies aan Veilig Thuis. Wie van hen dat doet, spreken zij met "
        "elkaar af."},
    Row{"taak leraar moet raadplegen veilig_thuis bij open \"zo nodig\"",
        "De leraar vraagt advies aan Veilig Thuis, onder deze voorwaarde: ‘zo nodig’."},
    Row{"taak leraar mag niet verstrekken meldformulier aan veilig_thuis tenzij open \"de verbinding is veilig\"",
        "De leraar mag het meldformulier niet geven aan Veilig Thuis, behalve onder deze voorwaarde: ‘de verbinding is "
        "veilig’."},
    Row{"taak leraar moet vastleggen waarnemingen open \"zo concreet mogelijk\"",
        "De leraar legt de waargenomen feiten vast, ‘zo concreet mogelijk’."},
    Row{"taak af moet melden namens organisatie",
        "De aandachtsfunctionaris meldt namens de organisatie bij Veilig Thuis."},
    Row{"taak leraar moet uitleggen geen_schuld aan kind",
        "De leraar legt uit aan het kind dat het kind geen schuld heeft."},
    Row{"taak leraar moet vragen zwangerschap, gedeelde_zorg aan ouder",
        "De leraar vraagt de ouders naar een zwangerschap. De leraar vraagt ook de ouders met wie de zorg voor het "
        "kind wordt gedeeld."},
    Row{"taak leraar moet vragen toestemming aan ouder", "De leraar vraagt toestemming aan de ouders."},
    Row{"taak leraar moet betrekken kind over steun_voor_kind",
        "De leraar betrekt het kind bij de steun voor het kind."},
    Row{"taak leraar moet voeren gesprek met ouder", "De leraar voert een gesprek met de ouders."},
    Row{"taak leraar mag voeren gesprek met ouder", "De leraar mag een gesprek voeren met de ouders."},
    Row{"taak leraar mag niet voeren gesprek met ouder", "De leraar mag geen gesprek voeren met de ouders."},
    Row{"taak leraar moet overleggen met af over signaal",
        "De leraar overlegt met de aandachtsfunctionaris over een signaal voor de verwijsindex."},
    Row{"taak ouder mag inzien dossier", "De ouders mogen het dossier bekijken."},
    Row{"taak leraar moet waarschuwen alarmnummer bij noodsituatie",
        "Als direct ingrijpen nodig is, dan belt de leraar 112."}});
}

TEST(Kinds, OfConditions) {
  expectTold({
    Row{"taak af moet melden bij acute_onveiligheid of structurele_onveiligheid of disclosure",
        "Als iemand nu onveilig is, het steeds opnieuw onveilig is of een kind of volwassene het zelf vertelt, dan "
        "meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij vermoeden en (niet hulp_mogelijk of niet hulp_aanvaard)",
        "Als er een vermoeden is, en als effectieve hulp niet mogelijk is of de betrokkenen de hulp niet aanvaarden, dan "
        "meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij niet (hulp_mogelijk en hulp_aanvaard)",
        "Als effectieve hulp niet mogelijk is of de betrokkenen de hulp niet aanvaarden, dan meldt de "
        "aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij twijfel over hulp_effectief",
        "Als het niet zeker is of de hulp werkt, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij misschien letsel",
        "Als het kan zijn dat er letsel is dat vragen oproept, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij niet misschien letsel",
        "Als er geen letsel is dat vragen oproept, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij niet twijfel over letsel",
        "Als zeker is of er letsel is dat vragen oproept, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij twijfel over (hulp_mogelijk en hulp_aanvaard)",
        "Als het niet zeker is of effectieve hulp mogelijk is en de betrokkenen de hulp aanvaarden, dan meldt de "
        "aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij letsel en twijfel",
        "Als er letsel is dat vragen oproept en er twijfel is, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij keuze van directeur \"een melding\"",
        "Als de directeur kiest voor ‘een melding’, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij letsel en open \"zo nodig\"",
        "Als er letsel is dat vragen oproept, dan meldt de aandachtsfunctionaris bij Veilig Thuis, onder deze voorwaarde: ‘zo "
        "nodig’."},
    Row{"taak af moet melden bij letsel of open \"zo nodig\"",
        "Als er letsel is dat vragen oproept of dit geldt: ‘zo nodig’, dan meldt de aandachtsfunctionaris bij Veilig "
        "Thuis."},
    Row{"taak af moet melden bij letsel tenzij zorgen",
        "Als er letsel is dat vragen oproept en er geen zorgen over een kind of volwassene zijn, dan meldt de "
        "aandachtsfunctionaris bij Veilig Thuis."}});
}

TEST(Kinds, OfSteps) {
  expectTold({
    Row{"stap 6 \"Overleg\" { wettelijke stap consulteren volgorde pas na stap 1 uitvoerder leraar samen met af "
        "samen met mag ib, directeur raadpleegt af raadpleegt mag een van veilig_thuis, huisarts bij letsel "
        "eindverantwoordelijk directeur beslisser team }",
        "Stap 6: Overleg\n"
        "Dit is de wettelijke stap: collegiale consultatie.\n"
        "Deze stap komt pas na stap 1.\n"
        "De leraar voert deze stap uit.\n"
        "De aandachtsfunctionaris doet mee.\n"
        "De IB'er en de directeur mogen meedoen.\n"
        "De leraar vraagt advies aan de aandachtsfunctionaris.\n"
        "Als er letsel is dat vragen oproept, dan mag de leraar advies vragen aan Veilig Thuis of de huisarts.\n"
        "De directeur is eindverantwoordelijk.\n"
        "De leden van het team beslissen."},
    Row{"stap 6 \"Volgen\" { raadpleegt af uitleg \"Kijk goed.\" taak leraar moet volgen effect_van_hulp pas na stap 3 terug "
        "naar vraag 1 afwegingskader { vraag 1 \"Is er iets?\" { antwoord ja als vermoeden bij ja einde } } }",
        "Stap 6: Volgen\n"
        "Wie hiermee bezig is, vraagt advies aan de aandachtsfunctionaris.\n"
        "De leraar volgt pas na stap 3 het effect van de hulp. Daarna begint het opnieuw bij vraag 1.\n"
        "Kijk goed.\n"
        "Wij gebruiken eigen vragen om te wegen.\n"
        "Vraag 1: Is er iets?\n"
        "Het antwoord is ja als er een vermoeden is.\n"
        "Bij ja is dit het einde van de vragen."}});
}

/// A clause about what a step does names the step that does it, when it is one.
TEST(Kinds, AStepIsNamedByWhatItDoes) {
    const std::string duty = "taak af moet besluiten doorgaan_naar_beslissen";
    EXPECT_EQ(told(duty), "De aandachtsfunctionaris besluit of het beslissen volgt.");
    const std::string one = "stap 6 \"Kiezen\" { wettelijke stap beslissen }\n";
    EXPECT_TRUE(told(one + duty).find("De aandachtsfunctionaris besluit of stap 6, Kiezen, volgt.") != std::string::npos) << told(one + duty);
    const std::string two = one + "stap 7 \"Nog eens\" { wettelijke stap beslissen }\n";
    EXPECT_TRUE(told(two + duty).find("besluit of het beslissen volgt.") != std::string::npos) << told(two + duty);
}

TEST(Kinds, OfQuestions) {
  expectTold({
    Row{"stap 4 \"Wegen\" { uitvoerder af afwegingskader { grond disclosure telt disclosure als acute_onveiligheid vraag 1 \"Is er iets?\" { uitvoerder af rust op stap 1-3, 5 antwoord ja als vermoeden "
        "bij ja melden, mag hulp, vraag 2 samen met veilig_thuis bij nee afsluiten, vastleggen bij twijfel wacht op nieuw antwoord } "
        "vraag 2 \"En nu?\" { antwoord ja als open \"echt\" samen met directeur bij letsel bij ja melden, naar stap 4 bij nee einde bij twijfel open \"zie boven\" } } }",
        "Stap 4: Wegen\n"
        "De aandachtsfunctionaris voert deze stap uit.\n"
        "Wij gebruiken eigen vragen om te wegen.\n"
        "Een reden om te melden is dat een kind of volwassene het zelf vertelt.\n"
        "Als een kind of volwassene het zelf vertelt, dan telt dat bij de vragen ook als acute onveiligheid.\n"
        "Vraag 1: Is er iets?\n"
        "De aandachtsfunctionaris beantwoordt deze vraag.\n"
        "Wij gebruiken hierbij wat stap 1 tot en met 3 en 5 heeft opgeleverd.\n"
        "Het antwoord is ja als er een vermoeden is.\n"
        "Bij ja melden wij bij Veilig Thuis. Bij ja mogen wij zorgen voor hulp. Daarna gaan wij verder met vraag 2, samen "
        "met Veilig Thuis.\n"
        "Bij nee sluiten wij af en leggen wij dit vast.\n"
        "Bij twijfel stellen wij deze vraag opnieuw.\n"
        "Vraag 2: En nu?\n"
        "Als er letsel is dat vragen oproept, dan doet de directeur mee.\n"
        "Het antwoord is ja, onder deze voorwaarde: ‘echt’.\n"
        "Bij ja melden wij bij Veilig Thuis. Daarna gaan wij naar stap 4.\n"
        "Bij nee is dit het einde van de vragen.\n"
        "Wat er dan volgt, is open: ‘zie boven’."}});
}

TEST(Kinds, OfRules) {
  expectTold({
    Row{"meldnorm 1 \"Nu onveilig\" { moet melden bij acute_onveiligheid mag hulp bij twijfel mag niet afsluiten bij letsel }",
        "Meldnorm 1: Nu onveilig\n"
        "Als iemand nu onveilig is, dan melden wij bij Veilig Thuis.\n"
        "Bij twijfel mogen wij zorgen voor hulp.\n"
        "Als er letsel is dat vragen oproept, dan mogen wij niet afsluiten."},
    Row{"route nood \"Er is gevaar\" bij noodsituatie { taak leraar moet direct waarschuwen alarmnummer }",
        "Er is gevaar\n"
        "Deze route geldt als direct ingrijpen nodig is.\n"
        "De leraar belt direct 112."},
    Row{"beslissing een van hulp, melden \"Hulp of melden?\" { eindverantwoordelijk directeur beslisser team melder af, anders "
        "directeur namens organisatie }",
        "Hulp of melden?\n"
        "Het is het een of het ander: hulp bieden of organiseren; melden bij Veilig Thuis.\n"
        "De directeur is eindverantwoordelijk.\n"
        "De leden van het team beslissen.\n"
        "De aandachtsfunctionaris, of anders de directeur, doet namens de organisatie de melding."},
    Row{"uitzondering op gesprek \"Nog niet praten\" { grond veiligheid, contactverlies grond open \"zwaar\" alleen deze gronden "
        "later nog }",
        "Nog niet praten\n"
        "Dit is een uitzondering op het gesprek.\n"
        "Een reden hiervoor is: gevaar voor de veiligheid van de cliënt, de beroepskracht of een ander. Een reden hiervoor "
        "is: goede redenen om te denken dat de cliënt het contact verbreekt.\n"
        "Een reden hiervoor is volgens de tekst: ‘zwaar’.\n"
        "Andere redenen gelden niet.\n"
        "Zodra het kan, doen wij dit alsnog."},
    Row{"onderwerp verwijsindex \"De index\" { uitvoerder ib raadpleegt af drempel redelijk_vermoeden drempel open \"zorgen\" punt "
        "termen punt gesprekstips \"Wij zeggen kind.\" }",
        "De index\n"
        "De IB'er zorgt hiervoor.\n"
        "De IB'er vraagt advies aan de aandachtsfunctionaris.\n"
        "De drempel hiervoor is: een redelijk vermoeden van een risico.\n"
        "De drempel hiervoor is volgens de tekst: ‘zorgen’.\n"
        "De tekst gaat ook hierop in: termen.\n"
        "Wij zeggen kind."},
    Row{"onderwerp kindcheck niet van toepassing omdat \"wij zien geen ouders\"",
        "Kindcheck\n"
        "Dit geldt niet voor ons. De reden: wij zien geen ouders."},
    Row{"leeftijd van 12 tot 16 kind en ouder leeftijd van 16 kind",
        "Bij iemand van 12 tot 16 jaar praten wij met het kind en de ouders.\n"
        "Bij iemand van 16 jaar of ouder praten wij met het kind."},
    Row{"leeftijd van 12 tot 16 kind en ouder over melding leeftijd van 16 kind over melding",
        "Bij iemand van 12 tot 16 jaar praten wij over de melding met het kind en de ouders.\n"
        "Bij iemand van 16 jaar of ouder praten wij over de melding met het kind."},
    Row{"blanco \"naam van de wijkagent\"", "Nog in te vullen: naam van de wijkagent."},
    Row{"concept taak leraar moet overleggen met af", "De leraar overlegt met de aandachtsfunctionaris."},
    Row{"onduidelijk \"zo nodig\" { lezing \"altijd\" { taak af moet overleggen } lezing \"bij nood\" { taak af mag overleggen } }",
        "De aandachtsfunctionaris overlegt.\n"
        "De aandachtsfunctionaris mag overleggen.\n"
        "De tekst ‘zo nodig’ is op meer manieren te lezen: (a) altijd of (b) bij nood."}});
}

TEST(Kinds, OfHeader) {
  expectTold({
    Row{"organisatie \"De Linde\" bevoegd gezag \"Stichting De Linde\" sector po, vo beroepsgroep artsen werkt met kind, ouder "
        "versie \"3\"",
        "Deze code is van De Linde.\n"
        "Het bevoegd gezag is: Stichting De Linde.\n"
        "Deze code is voor: primair onderwijs en voortgezet onderwijs.\n"
        "Deze code is voor deze beroepen: artsen.\n"
        "Wij werken met het kind en de ouders.\n"
        "Dit is versie 3."},
    Row{"vastgesteld 2026-01-02 door \"het bestuur\" instemming \"de MR\" 2026-03-04 geldig van 2026-05-01 tot en met 2027-12-31 "
        "meldingsbevoegd nee",
        "Het bestuur heeft deze code vastgesteld op 2 januari 2026.\n"
        "Over deze code is op 4 maart 2026 advies of instemming gegeven: de MR.\n"
        "Deze code geldt van 1 mei 2026 tot en met 31 december 2027.\n"
        "De organisatie is niet meldingsbevoegd voor de verwijsindex."},
    Row{"bron protocol \"linde.txt\" gecodeerd door \"codeur\" op 2026-06-07 herlezen door \"lezer\" op 2026-08-09 ontbreekt vraag "
        "gezocht in protocol regel 1-9 ontbreekt onderwerp kindcheck gezocht in protocol persoonsgegeven \"naam\" verwijst naar "
        "besluit artikel 2",
        "Deze code is overgenomen uit het document protocol (linde.txt).\n"
        "De tekst is overgenomen op 7 juni 2026. Dat deed: codeur.\n"
        "De tekst is nagelezen op 9 augustus 2026. Dat deed: lezer.\n"
        "Dit is gezocht in het document en staat er niet: een vraag om te wegen.\n"
        "Dit is gezocht in het document en staat er niet: kindcheck.\n"
        "Deze code verwijst naar: Besluit verplichte meldcode huiselijk geweld en kindermishandeling (2).\n"
        "Het document noemt hier gegevens van een persoon (naam). Die staan niet in deze tekst."},
    Row{"rol ko \"KO'er\" ook \"KO\", \"coach\" is intern_begeleider systeem kluis \"kluis\" zin \"de kluis\" alleen voor af "
        "contact veilig_thuis telefoon \"0800-2000\" website \"https://veiligthuis.nl\" een persoon mag niet zijn af en directeur",
        "De KO'er (intern begeleider) heeft een rol in deze code. Wij zeggen ook: KO of coach.\n"
        "De aandachtsfunctionaris en de directeur mogen niet dezelfde persoon zijn.\n"
        "Veilig Thuis: telefoon 0800-2000 of https://veiligthuis.nl.\n"
        "Wij gebruiken de kluis. Alleen de aandachtsfunctionaris kan erbij."}});
}

/// A word without forms is told in a way that is never wrong.
TEST(KindsWithoutForms, AreToldPlainly) {
    const Resolved resolved({"begrip nakijken is handeling \"nakijken\" { en \"check\" }\n"
                             "begrip mapje is zaak \"mapje\" { en \"folder\" }\n"
                             "begrip nat is feit \"het is nat\" { en \"it is wet\" }\n"
                             "meldcode proef \"Proef\" {\n  rol leraar is leerkracht\n"
                             "  taak leraar moet nakijken mapje bij nat\n  taak leraar mag niet nakijken\n"
                             "  taak leraar moet bewaren mapje bij niet nat\n  taak leraar moet bewaren mapje bij twijfel over nat\n}\n"});
    ASSERT_TRUE(resolved.compiles());
    const std::string list = resolved.list();
    for (const std::string_view line :
         {"Als dit geldt: ‘het is nat’, dan doet de leraar dit: nakijken (mapje).\n",
          "De leraar mag dit niet doen: nakijken.\n",
          "Als dit niet geldt: ‘het is nat’, dan bewaart de leraar ‘mapje’.\n",
          "Als niet zeker is of dit geldt: ‘het is nat’, dan bewaart de leraar ‘mapje’.\n"}) {
        EXPECT_NE(list.find(line), std::string::npos) << line << list;
    }
}

} // namespace
} // namespace meldc::test
