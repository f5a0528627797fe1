// What staff and parents get to use: the form for the file and the text for guide and website.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <vector>

namespace meldc::golden {
namespace {

constexpr std::string_view kForm = "notitieformulier";
constexpr std::string_view kWeb = "webtekst";

/// A document of a policy as text.
std::string textOf(const Folder& folder, const std::string& policy, std::string_view product, std::string_view file) {
    const Ran built = folder.run("meldc build '" + policy + "' --emit " + std::string(product) +
                                 " --as txt --date 2026-01-01 --out uit");
    EXPECT_EQ(built.exitCode, 0) << built.err;
    return folder.run("cat uit/*." + std::string(file) + ".txt").out;
}

std::string formOf(const std::string& policy) {
    const Folder folder;
    return textOf(folder, inSource("policies/" + policy), "form", kForm);
}

std::string webOf(const std::string& policy) {
    const Folder folder;
    return textOf(folder, inSource("policies/" + policy), "web", kWeb);
}

/// From one line to another.
std::string between(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t begin = text.find(from);
    EXPECT_NE(begin, std::string::npos) << from;
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find(to, begin + from.size()) - begin);
}

TEST(TheForm, AsksFirstWhomItIsAbout) {
    for (const auto& [policy, name] : {std::pair{"innovo", "Naam van het kind"}, std::pair{"model-po", "Naam van het kind"},
                                       std::pair{"pro8", "Naam van de leerling"}, std::pair{"model-zorg", "Naam van de cliënt"},
                                       std::pair{"zorgaanbieder", "Naam van de cliënt"}}) {
        const std::string form = formOf(policy);
        const std::string head = form.substr(0, form.find("\nStap 1. "));
        std::size_t last = 0;
        for (const std::string& line : {std::string(name), std::string("Geboortedatum"), std::string("Begonnen op (datum)"),
                                        std::string("Eerst ingevuld door (naam en functie)")}) {
            const std::size_t at = head.find("\n" + line + ": \n");
            EXPECT_NE(at, std::string::npos) << policy << ": " << line << head;
            EXPECT_GT(at, last) << policy << ": " << line;
            last = at;
        }
        // A pupil has a class; a client has none.
        EXPECT_EQ(holds(head, "\nGroep of klas: \n"), !holds(name, "cliënt")) << policy;
        EXPECT_EQ(holds(head, "\nAfdeling of team: \n"), holds(name, "cliënt")) << policy;
    }
}

TEST(TheForm, HasABoxForEachReason) {
    const std::string form = between(formOf("model-po"), "\nUitzonderingen: Wanneer u nog niet praat\n", "\nUitzonderingen: Wanneer u een");
    for (const std::string_view reason : {"een vermoeden van geweld om de eer van de familie",
                                          "gevaar voor de veiligheid van de cliënt, de beroepskracht of een ander",
                                          "goede redenen om te denken dat de cliënt het contact verbreekt"}) {
        EXPECT_TRUE(holds(form, "\n[ ] " + std::string(reason) + "\n")) << reason << form;
    }
    EXPECT_FALSE(holds(form, "Een reden hiervoor is")) << form;
    // In the words of the text, and said to be.
    EXPECT_TRUE(holds(formOf("innovo"), "\n[ ] volgens de tekst: ‘zwaarwegende redenen’\n"));
}

/// The parts of a form as they are pasted: which file each goes into, and its text.
std::vector<std::pair<std::string, std::string>> partsOf(const std::string& form) {
    constexpr std::string_view kBegin = "\n==== ";
    constexpr std::string_view kEnd = " ====\n";
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t at = form.find(kBegin); at != std::string::npos;) {
        const std::size_t end = form.find(kEnd, at + 1);
        const std::size_t next = form.find(kBegin, at + 1);
        parts.emplace_back(form.substr(at + kBegin.size(), end - at - kBegin.size()), form.substr(end, next - end));
        at = next;
    }
    return parts;
}

/// What is written in one file does not come into another.
TEST(TheForm, SaysWhichFileEachPartGoesInto) {
    constexpr std::string_view kPupils = "Zet dit in het leerlingvolgsysteem";
    constexpr std::string_view kClosed = "Zet dit in het afgeschermde dossier";
    const auto parts = partsOf(formOf("model-po"));
    const auto fileOf = [&](const std::string& what) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return holds(part.second, "\n" + what); });
        return found == parts.end() ? std::string() : found->first;
    };
    for (const std::string what : {"Stap 1. ", "Stap 2. ", "Stap 3. ", "Reactie van de cliënt: \n"}) {
        EXPECT_EQ(fileOf(what), kPupils) << what;
    }
    for (const std::string what : {"Stap 4. ", "Stap 5. ", "Stap 6. ", "Redenen van het besluit: \n", "Uitkomst van de kindcheck: \n",
                                   "Uitzonderingen: Wanneer u nog niet praat\n", "Uitzonderingen: Wanneer u een melding niet vooraf bespreekt\n"}) {
        EXPECT_EQ(fileOf(what), kClosed) << what;
    }
    // What the text does not say is not guessed.
    EXPECT_EQ(fileOf("Direct handelen: Er is nu gevaar\n"), "De tekst zegt niet in welk dossier dit komt");
    EXPECT_EQ(fileOf("Besluit: Melden wij bij Veilig Thuis?\n"), "De tekst zegt niet in welk dossier dit komt");
}

TEST(TheForm, NamesASecondFileAboveWhatGoesIntoIt) {
    const Folder folder;
    folder.write("p.meld", replaced(replaced(smallProtocol(), "  stap 1 ", "  systeem lvs \"leerlingvolgsysteem\" zin \"het leerlingvolgsysteem\"\n"
                                                                           "  systeem kluis \"kluis\" zin \"de kluis\"\n  stap 1 "),
                                    "    uitvoerder af\n", "    uitvoerder af\n    taak af moet vastleggen signalen in lvs\n"
                                                           "    taak af moet vastleggen adviezen in lvs\n"
                                                           "    taak af moet vastleggen uitkomst_gesprek in kluis\n"));
    const auto parts = partsOf(textOf(folder, "p.meld", "form", kForm));
    const auto kluis = std::find_if(parts.begin(), parts.end(), [](const auto& part) { return part.first == "Zet dit in de kluis"; });
    ASSERT_NE(kluis, parts.end());
    EXPECT_TRUE(holds(kluis->second, "\nUitkomst van het gesprek: \n")) << kluis->second;
    EXPECT_TRUE(holds(kluis->second, "\nDatum: \n")) << kluis->second;
    EXPECT_FALSE(holds(kluis->second, "\nSignalen: \n")) << kluis->second;
    // And on the page above the fields, not only in the text.
    ASSERT_EQ(folder.run("meldc build p.meld --emit form --as html --date 2026-01-01 --out uit").exitCode, 0);
    const std::string page = folder.read("uit/proef.notitieformulier.html");
    EXPECT_LT(page.find("Zet dit in de kluis"), page.find(">Uitkomst van het gesprek<"));
    EXPECT_GT(page.find("Zet dit in de kluis"), page.find(">Signalen<"));
}

TEST(TheForm, OfOneFileNamesItOnce) {
    const std::string form = formOf("innovo");
    EXPECT_TRUE(holds(form, "Zet deze tekst in ParnasSys")) << form.substr(0, 300);
    EXPECT_FALSE(holds(form, "in welk dossier"));
    // What goes elsewhere is said to, and where it goes on.
    const auto parts = partsOf(form);
    ASSERT_FALSE(parts.empty());
    EXPECT_EQ(parts.front().first, "Zet dit in de Verwijsindex risicojongeren");
    for (const auto& [file, text] : parts) {
        EXPECT_EQ(holds(text, "\nSignaal in de verwijsindex: \n"), file == "Zet dit in de Verwijsindex risicojongeren") << file << text;
        EXPECT_EQ(holds(text, "\nStap "), file == "Zet dit in ParnasSys") << file << text;
    }
}

/// Whoever reads "must" in one list does not look for "may" in the next.
TEST(TheForm, PutsWhatMustAndMayBeDoneSideBySide) {
    const std::string form = formOf("innovo");
    const std::string part = form.substr(form.rfind("\nVerwijsindex risicojongeren\n"));
    EXPECT_TRUE(holds(part, "\nWat geldt hier? De tekst zegt het op twee manieren\n"
                            "[ ] Als er zorgen over een kind of volwassene zijn, dan plaatst de IB'er een signaal in de "
                            "Verwijsindex risicojongeren. [de tekst zegt dit ook anders]\n"
                            "[ ] Als er zorgen over een kind of volwassene zijn, dan mag de IB'er een signaal plaatsen in de "
                            "Verwijsindex risicojongeren. [de tekst zegt dit ook anders]\n")) << part;
    EXPECT_FALSE(holds(part, "\nDit mag\n")) << part;
}

TEST(TheForm, SaysOnceWhoDecides) {
    const std::string form = formOf("innovo");
    const std::string decided = between(form, "\nBesluit: Is melden nodig?\n", "\nBesluit: \n");
    EXPECT_EQ(timesIn(decided, "De aandachtsfunctionaris is eindverantwoordelijk."), 1U) << decided;
    EXPECT_TRUE(holds(decided, "\n- Bij stap 5 staat: De aandachtsfunctionaris beslist.")) << decided;
    // Where the step names somebody else, both stand beside each other.
    const Folder folder;
    folder.write("p.meld", replaced(replaced(smallProtocol(), "    uitvoerder af\n", "    uitvoerder af\n    beslisser af\n"
                                             "    beslissing melden \"Melden\" { beslisser chef }\n"),
                                    "  stap 1 ", "  rol chef \"directeur\" is directie\n  stap 1 "));
    const std::string text = textOf(folder, "p.meld", "form", kForm);
    EXPECT_TRUE(holds(text, "- De directeur beslist.\n- Bij stap 1 staat: De aandachtsfunctionaris beslist.\n")) << text;
}

TEST(TheTextForParents, OfATemplateHasABlankForTheName) {
    for (const std::string policy : {"model-po", "model-zorg"}) {
        const std::string text = webOf(policy);
        EXPECT_TRUE(holds(text, "[naam van de organisatie] heeft een meldcode.")) << text;
        EXPECT_EQ(timesIn(text, "[naam van de organisatie]"), 1U) << text;
        EXPECT_FALSE(holds(text, "sjabloon") || holds(text, "Wij hebben een meldcode")) << text;
    }
    // A code that is one, and names nobody.
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  organisatie \"Proefschool\"\n", ""));
    EXPECT_TRUE(holds(textOf(folder, "p.meld", "web", kWeb), "Wij hebben een meldcode."));
}

TEST(TheTextForParents, SaysWhenAReportIsMade) {
    const std::string when = between(webOf("innovo"), "\nWij melden bij Veilig Thuis als:\n", "\nOnze meldcode");
    EXPECT_EQ(when, "\nWij melden bij Veilig Thuis als:\n"
                    "- iemand nu onveilig is, het steeds opnieuw onveilig is of een kind of volwassene het zelf vertelt\n"
                    "- er een vermoeden is en effectieve hulp niet mogelijk is\n"
                    "- er een vermoeden is, effectieve hulp mogelijk is, de betrokkenen de hulp aanvaarden en de hulp niet werkt");
    const std::string model = webOf("model-po");
    EXPECT_TRUE(holds(model, "\n- er een vermoeden is, en als effectieve hulp niet mogelijk is of de betrokkenen de hulp niet aanvaarden\n")) << model;
    // Help is no report, and what another norm says already is not said twice.
    const std::string other = webOf("de-meent");
    EXPECT_EQ(timesIn(other, "iemand nu onveilig is"), 1U) << other;
    EXPECT_EQ(timesIn(other, " als:\n"), 1U) << other;
    EXPECT_TRUE(holds(other, "Wij melden bij Veilig Thuis als:")) << other;
    // Three norms in other words: the widest says it all.
    const std::string therapists = webOf("rbcz");
    EXPECT_EQ(timesIn(therapists, "\n- er een vermoeden is"), 1U) << therapists;
    EXPECT_TRUE(holds(therapists, "\n- er een vermoeden is, en als effectieve hulp niet mogelijk is, de betrokkenen de hulp niet "
                                  "aanvaarden of de hulp niet werkt\n")) << therapists;
    // Of two readings neither is a promise to parents.
    EXPECT_FALSE(holds(webOf("pro8"), "Wij melden bij Veilig Thuis")) << webOf("pro8");
}

TEST(TheTextForParents, BeginsWithACapital) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "Proefschool", "de Proefschool"));
    const std::string text = textOf(folder, "p.meld", "web", kWeb);
    EXPECT_TRUE(holds(text, "De Proefschool heeft een meldcode.")) << text;
}

TEST(TheVersion, TellsWhatTheReaderNeeds) {
    const Folder folder;
    for (const std::string variant : {"intern", "openbaar"}) {
        ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit protocol,handbook --as txt --variant " +
                             variant + " --date 2026-01-01 --out " + variant).exitCode, 0);
        for (const std::string name : {"protocol", "handboek"}) {
            std::string text = folder.run("cat " + variant + "/innovo." + name + "*.txt").out;
            text = text.substr(text.rfind("\nVersie en vaststelling\n"));
            EXPECT_FALSE(holds(text, "meldc ") || holds(text, "regel ")) << text;
            EXPECT_EQ(holds(text, "\nOvergenomen uit: het document ‘protocol’ (innovo.txt), op 21 november 2026 door codeur, "
                                  "nagelezen op 22 november 2026 door tweede lezer\n"), variant == "intern") << text;
            EXPECT_EQ(holds(text, "\nGemaakt met: het recht van 1 januari 2026\n"), variant == "intern") << text;
        }
    }
}

/// "een uitzondering op melden bij Veilig Thuis" is no Dutch.
TEST(AnException, NamesWhatItIsToWithAnArticle) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ", "  uitzondering op melden { grond veiligheid }\n  stap 1 "));
    EXPECT_TRUE(holds(textOf(folder, "p.meld", "form", kForm), "\nUitzondering op het melden bij Veilig Thuis\n"));
}

} // namespace
} // namespace meldc::golden
