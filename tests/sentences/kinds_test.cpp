// One sentence of each kind, word for word.

#include "sentences/program.h"

#include <gtest/gtest.h>

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

void PrintTo(const Row& row, std::ostream* out) { *out << row.statement; }

class Kinds : public testing::TestWithParam<Row> {};

TEST_P(Kinds, AreTold) { EXPECT_EQ(told(GetParam().statement), GetParam().sentence); }

INSTANTIATE_TEST_SUITE_P(Duties, Kinds, testing::Values(
    Row{"taak leraar moet vastleggen signalen in volgsysteem",
        "De leraar legt de signalen vast in ParnasSys."},
    Row{"taak leraar en af moet in_kaart_brengen signalen",
        "De leraar en de aandachtsfunctionaris brengen de signalen in kaart."},
    Row{"taak team moet bespreken signalen, waarnemingen, herkomst met ouder en kind",
        "De leden van het team bespreken de signalen, de feiten en waarnemingen en de herkomst van de informatie met "
        "de ouders en het kind."},
    Row{"taak leraar of ib mag bespreken signalen of waarnemingen met af of directeur",
        "De leraar of de IB'er mag de signalen of de feiten en waarnemingen bespreken met de aandachtsfunctionaris of "
        "de directeur."},
    Row{"taak leraar mag niet verstrekken meningen aan veilig_thuis",
        "De leraar mag meningen niet geven aan Veilig Thuis."},
    Row{"taak leraar mag niet raadplegen veilig_thuis",
        "De leraar mag geen advies vragen aan Veilig Thuis."},
    Row{"taak leraar moet bewaren gegevens in dossier_school of map",
        "De leraar bewaart gegevens in het dossier of ‘map’."},
    Row{"taak af moet raadplegen veilig_thuis bij twijfel",
        "Bij twijfel vraagt de aandachtsfunctionaris advies aan Veilig Thuis."},
    Row{"taak af mag raadplegen veilig_thuis over anonieme_gegevens bij acute_onveiligheid",
        "Als iemand nu onveilig is, dan mag de aandachtsfunctionaris advies vragen aan Veilig Thuis over anonieme "
        "gegevens."},
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
        "Iemand loopt de afwegingsvragen door. Wie dat is, staat niet vast. De tekst zegt: ‘de melder’."},
    Row{"taak afgesproken tussen leraar en af moet raadplegen veilig_thuis",
        "De leraar of de aandachtsfunctionaris vraagt advies aan Veilig Thuis. Wie van hen dat doet, spreken zij met "
        "elkaar af."},
    Row{"taak leraar moet raadplegen veilig_thuis bij open \"zo nodig\"",
        "De leraar vraagt advies aan Veilig Thuis, in dit geval: ‘zo nodig’."},
    Row{"taak leraar mag niet verstrekken meldformulier aan veilig_thuis tenzij open \"de verbinding is veilig\"",
        "De leraar mag het meldformulier niet geven aan Veilig Thuis, behalve in dit geval: ‘de verbinding is "
        "veilig’."},
    Row{"taak leraar moet vastleggen waarnemingen open \"zo concreet mogelijk\"",
        "De leraar legt de feiten en waarnemingen vast, ‘zo concreet mogelijk’."},
    Row{"taak af moet melden namens organisatie",
        "De aandachtsfunctionaris meldt namens de organisatie bij Veilig Thuis."},
    Row{"taak leraar moet uitleggen geen_schuld aan kind",
        "De leraar legt uit aan het kind dat het kind geen schuld heeft."},
    Row{"taak leraar moet vragen zwangerschap, gedeelde_zorg aan ouder",
        "De leraar vraagt de ouders naar een zwangerschap. De leraar vraagt ook de ouders met wie de zorg voor het "
        "kind wordt gedeeld."},
    Row{"taak leraar moet vragen toestemming aan ouder", "De leraar vraagt toestemming aan de ouders."},
    Row{"taak leraar moet betrekken kind over steun_voor_kind",
        "De leraar betrekt het kind bij steun voor het kind."},
    Row{"taak leraar moet voeren gesprek met ouder", "De leraar voert een gesprek met de ouders."},
    Row{"taak leraar mag voeren gesprek met ouder", "De leraar mag een gesprek voeren met de ouders."},
    Row{"taak leraar mag niet voeren gesprek met ouder", "De leraar mag geen gesprek voeren met de ouders."},
    Row{"taak leraar moet overleggen met af over signaal",
        "De leraar overlegt met de aandachtsfunctionaris over een signaal voor de verwijsindex."},
    Row{"taak ouder mag inzien dossier", "De ouders mogen het dossier bekijken."},
    Row{"taak leraar moet waarschuwen alarmnummer bij noodsituatie",
        "Als direct ingrijpen nodig is, dan belt de leraar 112."}));

INSTANTIATE_TEST_SUITE_P(Conditions, Kinds, testing::Values(
    Row{"taak af moet melden bij acute_onveiligheid of structurele_onveiligheid of disclosure",
        "Als iemand nu onveilig is, het steeds opnieuw onveilig is of een kind of volwassene het zelf vertelt, dan "
        "meldt de aandachtsfunctionaris bij Veilig Thuis."},
    Row{"taak af moet melden bij vermoeden en (niet hulp_mogelijk of niet hulp_aanvaard)",
        "Als er een vermoeden van huiselijk geweld of kindermishandeling is, en als effectieve hulp niet mogelijk is of "
        "de betrokkenen de hulp niet aanvaarden, dan meldt de aandachtsfunctionaris bij Veilig Thuis."},
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
        "Als er letsel is dat vragen oproept, dan meldt de aandachtsfunctionaris bij Veilig Thuis, in dit geval: ‘zo "
        "nodig’."},
    Row{"taak af moet melden bij letsel of open \"zo nodig\"",
        "Als er letsel is dat vragen oproept of dit geldt: ‘zo nodig’, dan meldt de aandachtsfunctionaris bij Veilig "
        "Thuis."},
    Row{"taak af moet melden bij letsel tenzij zorgen",
        "Als er letsel is dat vragen oproept en er geen zorgen over een kind of volwassene zijn, dan meldt de "
        "aandachtsfunctionaris bij Veilig Thuis."}));

INSTANTIATE_TEST_SUITE_P(Steps, Kinds, testing::Values(
    Row{"stap 2 \"Overleg\" { wettelijke stap consulteren volgorde pas na stap 1 uitvoerder leraar samen met af "
        "samen met mag ib, directeur raadpleegt af raadpleegt mag een van veilig_thuis, huisarts bij letsel "
        "eindverantwoordelijk directeur beslisser team }",
        "Stap 2: Overleg\n"
        "Dit is de wettelijke stap: collegiale consultatie.\n"
        "Deze stap komt pas na stap 1.\n"
        "De leraar voert deze stap uit.\n"
        "De aandachtsfunctionaris doet mee.\n"
        "De IB'er en de directeur mogen meedoen.\n"
        "De leraar vraagt advies aan de aandachtsfunctionaris.\n"
        "Als er letsel is dat vragen oproept, dan mag de leraar advies vragen aan Veilig Thuis of de huisarts.\n"
        "De directeur is eindverantwoordelijk.\n"
        "De leden van het team beslissen."},
    Row{"stap 1 \"Zien\" { raadpleegt af uitleg \"Kijk goed.\" taak leraar moet pas na stap 3 volgen effect_van_hulp terug naar vraag 1 "
        "}\n vraag 1 \"Is er iets?\" { bij ja einde }",
        "Stap 1: Zien\n"
        "Wie hiermee bezig is, vraagt advies aan de aandachtsfunctionaris.\n"
        "De leraar volgt pas na stap 3 het effect van de hulp. Daarna begint het opnieuw bij vraag 1.\n"
        "Kijk goed."}));

} // namespace
} // namespace meldc::test
