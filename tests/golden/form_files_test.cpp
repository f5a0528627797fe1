// Into which file each part of the form for notes goes, and when not: what the family reads must not have all in it.

#include "golden/papers.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

constexpr const char* kSystems = "  systeem lvs \"leerlingvolgsysteem\" zin \"het leerlingvolgsysteem\"\n"
                                 "  systeem kluis \"kluis\" zin \"de kluis\"\n"
                                 "  systeem vir \"verwijsindex\" zin \"de verwijsindex\"\n  stap 1 ";

/// The small protocol with these duties in its step.
std::string withDuties(const std::string& duties) {
    return replaced(replaced(smallProtocol(), "  stap 1 ", kSystems), "    uitvoerder af\n", "    uitvoerder af\n" + duties);
}

std::string builtFrom(const std::string& protocol, const std::string& product, const std::string& ending) {
    const Folder folder;
    folder.write("p.meld", protocol);
    return documentOf(folder, "p.meld", product, ending);
}

/// One plain duty does not hide that the others have an exception.
TEST(FormFiles, SayWhenAPartIsNotWrittenThere) {
    const std::string some = withDuties("    taak af moet vastleggen signalen in lvs tenzij eergerelateerd_geweld\n"
                                        "    taak af moet vastleggen adviezen in lvs\n");
    EXPECT_TRUE(holds(builtFrom(some, "form", "notitieformulier.txt"),
                      "Zet dit in het leerlingvolgsysteem, een deel alleen als er geen signalen van eergerelateerd geweld zijn. Anders, "
                      "of bij twijfel, niet: vraag de aandachtsfunctionaris"));
    EXPECT_TRUE(holds(builtFrom(some, "card", "stappenkaart.html"),
                      "Leg vast in: het leerlingvolgsysteem (een deel alleen als er geen signalen van eergerelateerd geweld zijn)"));
    const std::string all = replaced(some, "adviezen in lvs", "adviezen in lvs tenzij eergerelateerd_geweld");
    EXPECT_TRUE(holds(builtFrom(all, "form", "notitieformulier.txt"),
                      "Zet dit alleen in het leerlingvolgsysteem als er geen signalen van eergerelateerd geweld zijn."));
    EXPECT_TRUE(holds(builtFrom(all, "card", "stappenkaart.html"),
                      "Leg vast in: het leerlingvolgsysteem (alleen als er geen signalen van eergerelateerd geweld zijn)"));
}

TEST(FormFiles, SayItOfEachFileOfAPlace) {
    const std::string form = builtFrom(withDuties("    taak af moet vastleggen signalen in kluis\n    taak af moet vastleggen adviezen in kluis\n"
                                                  "    taak af moet vastleggen reactie in lvs tenzij eergerelateerd_geweld\n"),
                                       "form", "notitieformulier.txt");
    EXPECT_TRUE(holds(form, "Zet dit alleen in het leerlingvolgsysteem als er geen signalen")) << form;
    EXPECT_FALSE(holds(form, "Zet dit in het leerlingvolgsysteem")) << form;
}

/// Whoever opens an index of signals sees that there is one, and no more.
TEST(FormFiles, AnIndexOfSignalsGetsTheSignalAlone) {
    for (const std::string duty : {"    taak af mag plaatsen signaal in vir\n", "    taak af moet overwegen signaal in vir\n"}) {
        const std::string protocol = withDuties(duty + "    taak af moet vastleggen signalen in lvs\n    taak af moet vastleggen uitkomst_gesprek in kluis\n");
        const std::string decided = replaced(protocol, "  meldnorm 1 ", "  beslissing melden { beslisser af }\n  meldnorm 1 ");
        const std::string form = builtFrom(decided, "form", "notitieformulier.txt");
        const std::string part = between(form, "Zet dit in de verwijsindex ====", "\n====");
        EXPECT_TRUE(holds(part, "\nDatum en tijd: \n")) << form;
        EXPECT_FALSE(holds(part, "Besluit") || holds(part, "[ ]") || holds(part, "Notitie")) << part;
        EXPECT_FALSE(holds(builtFrom(decided, "card", "stappenkaart.html"), "verwijsindex.</p>")) << duty;
    }
    // What is recorded or kept of it is a record as any other.
    for (const std::string verb : {"vastleggen", "bewaren"}) {
        const std::string card = builtFrom(withDuties("    taak af moet " + verb + " signaal in kluis\n"), "card", "stappenkaart.html");
        EXPECT_TRUE(holds(between(card, "Leg vast in: ", "</p>"), "de kluis")) << verb << card;
    }
    // The only file of its step: what is decided there does not go into it.
    const std::string alone = builtFrom(replaced(withDuties("    taak af mag plaatsen signaal in vir\n"), "  meldnorm 1 ",
                                                 "  beslissing melden { beslisser af }\n  meldnorm 1 "),
                                        "form", "notitieformulier.txt");
    EXPECT_TRUE(holds(alone, "\nBesluit: \n")) << alone;
    EXPECT_FALSE(holds(between(alone + "\n====", "Zet dit in de verwijsindex ====", "\n===="), "Besluit")) << alone;
}

} // namespace
} // namespace meldc::golden
