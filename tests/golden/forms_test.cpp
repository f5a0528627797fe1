// What staff fill in: the form for the file.

#include "golden/papers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <tuple>
#include <utility>
#include <vector>

namespace meldc::golden {
namespace {

constexpr const char* kForm = "notitieformulier.txt";

std::string formOf(const std::string& policy) {
    const Folder folder;
    return documentOf(folder, policyAt(policy), "form", kForm);
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
    // The family can read that one.
    constexpr std::string_view kPupils = "Zet dit alleen in het leerlingvolgsysteem als er geen signalen van eergerelateerd geweld zijn. "
                                         "Anders, of bij twijfel, niet: vraag de aandachtsfunctionaris";
    constexpr std::string_view kClosed = "Zet dit in het afgeschermde dossier";
    const auto parts = partsOf(formOf("model-po"));
    const auto fileOf = [&](const std::string& what) {
        const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return holds(part.second, "\n" + what); });
        return found == parts.end() ? std::string() : found->first;
    };
    for (const std::string what : {"Stap 1. ", "Stap 2. ", "Stap 3. ", "Reactie van de cliënt: \n"}) {
        EXPECT_EQ(fileOf(what), kPupils) << what;
    }
    for (const std::string what : {"Stap 4. ", "Stap 5. ", "Stap 6. ", "Uitkomst van de kindcheck: \n",
                                   "Uitzonderingen: Wanneer u nog niet praat\n", "Uitzonderingen: Wanneer u een melding niet vooraf bespreekt\n"}) {
        EXPECT_EQ(fileOf(what), kClosed) << what;
    }
    EXPECT_EQ(fileOf("Direct handelen: Er is nu gevaar\n"), kClosed);
    // What the text does not say is not guessed.
    EXPECT_EQ(fileOf("Uitzonderingen: Wanneer u Veilig Thuis vraagt niet te zeggen wie meldt\n"),
              "De tekst zegt niet in welk dossier dit komt: vraag dat aan de aandachtsfunctionaris");
    // A duty of a step writes down what is decided.
    EXPECT_EQ(fileOf("Besluit: Melden wij bij Veilig Thuis?\n"), kClosed);
}

/// A sheet goes into one file, and can be lost: it says whom it is about.
TEST(TheForm, BeginsASheetWhereTheFileChanges) {
    for (const std::string policy : {"innovo", "model-po", "de-meent", "rbcz"}) {
        const Folder folder;
        ASSERT_EQ(folder.run("meldc build '" + inSource("policies/" + policy) +
                             "' --emit form --as txt,html,docx --date 2026-01-01 --out uit").exitCode, 0);
        const std::string form = folder.run("cat uit/*.notitieformulier.txt").out;
        // Of one file, what stands above the first part goes into it; of several, into that of the first part.
        const bool isOfSeveral = holds(form, "\nDit formulier gaat in meer dan één dossier");
        std::string file;
        std::size_t sheets = 0;
        for (const auto& [next, text] : partsOf(form)) {
            const bool isSheet = next != file && !(isOfSeveral && file.empty());
            EXPECT_EQ(holds(text, "eboortedatum: \n"), isSheet) << policy << next << text;
            sheets += isSheet ? 1 : 0;
            file = next;
        }
        const std::string page = folder.run("cat uit/*.html").out;
        EXPECT_EQ(timesIn(page, "<div class=\"sheet\">"), sheets) << policy;
        EXPECT_EQ(timesIn(page, ", en geboortedatum</th>"), sheets) << policy;
        EXPECT_EQ(timesIn(folder.run("unzip -p uit/*.docx word/document.xml").out, "w:type=\"page\""), sheets) << policy;
        EXPECT_EQ(sheets > 0, policy != "rbcz") << policy;
    }
}

/// A form that asks to tick what was done does not leave out in silence what must be.
TEST(TheForm, HasEachDutyOrSaysWhatIsNotInIt) {
    for (const std::string policy : {"innovo", "model-po", "model-zorg", "de-meent", "pro8", "rbcz", "zorgaanbieder"}) {
        const Folder folder;
        const std::string form = documentOf(folder, policyAt(policy), "form", kForm);
        const std::string protocol = documentOf(folder, policyAt(policy), "protocol", "protocol.txt");
        const std::string missing = between(form, "\nNiet in dit formulier: ", "\n");
        std::istringstream stream(between(protocol, "\nBijzondere situaties en afspraken\n", "\nWat nog open is\n"));
        std::string title;
        std::string above;
        bool isDuty = false;
        std::size_t duties = 0;
        std::string before;
        for (std::string line; std::getline(stream, line); before = std::exchange(above, line)) {
            // A heading stands between empty lines.
            if (line.empty() && before.empty() && !above.empty()) {
                title = above;
            }
            isDuty = line == "Dit moet" || (isDuty && line.starts_with("- "));
            if (isDuty && line.starts_with("- ")) {
                ++duties;
                EXPECT_NE(holds(form, "\n[ ] " + line.substr(2) + "\n"), holds(missing, "‘" + title + "’")) << policy << title << line;
            }
        }
        EXPECT_GT(duties, 1U) << policy;
    }
    // What a colleague may have done does not come into the file of a child.
    EXPECT_FALSE(holds(formOf("model-po"), "Als een collega mogelijk de pleger is"));
}

/// What is kept was written elsewhere: it has no room of its own. A note that is put there has.
TEST(TheForm, HasNoRoomForWhatIsOnlyKept) {
    EXPECT_FALSE(holds(formOf("model-po"), "\nVertrouwelijke gegevens: \n"));
    EXPECT_TRUE(holds(formOf("de-meent"), "\nNotitie zonder inhoud: \n"));
}

TEST(TheForm, SaysWhomToAskForTheFile) {
    // Only where somebody has that role.
    EXPECT_TRUE(holds(formOf("de-meent"), "\n==== De tekst zegt niet in welk dossier dit komt ====\n"));
    EXPECT_FALSE(holds(formOf("de-meent"), "vraag dat aan"));
}

TEST(TheForm, AsksWhoReportedAndToWhom) {
    const std::string field = "\nGemeld op, door, en met wie bij Veilig Thuis gesproken: \n";
    for (const auto& [policy, report, help] :
         {std::tuple{"innovo", "\nBesluit: Is melden nodig?\n", "\nBesluit: Is hulp (ook) mogelijk?\n"},
          std::tuple{"model-po", "\nBesluit: Melden wij bij Veilig Thuis?\n", "\nBesluit: Welke hulp is nodig?\n"}}) {
        const std::string form = formOf(policy);
        EXPECT_EQ(timesIn(between(form, report, help), field), 1U) << policy;
        EXPECT_EQ(timesIn(form, field), 1U) << policy;
    }
}

TEST(TheForm, NamesASecondFileAboveWhatGoesIntoIt) {
    const Folder folder;
    folder.write("p.meld", replaced(replaced(smallProtocol(), "  stap 1 ", "  systeem lvs \"leerlingvolgsysteem\" zin \"het leerlingvolgsysteem\"\n"
                                                                           "  systeem kluis \"kluis\" zin \"de kluis\"\n  stap 1 "),
                                    "    uitvoerder af\n", "    uitvoerder af\n    taak af moet vastleggen signalen in lvs\n"
                                                           "    taak af moet vastleggen adviezen in lvs\n"
                                                           "    taak af moet vastleggen uitkomst_gesprek in kluis\n"));
    const auto parts = partsOf(documentOf(folder, "p.meld", "form", kForm));
    const auto kluis = std::find_if(parts.begin(), parts.end(), [](const auto& part) { return part.first == "Zet dit in de kluis"; });
    ASSERT_NE(kluis, parts.end());
    EXPECT_TRUE(holds(kluis->second, "\nUitkomst van het gesprek: \n")) << kluis->second;
    EXPECT_TRUE(holds(kluis->second, "\nDatum en tijd: \n")) << kluis->second;
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

/// Whoever decides writes once what, why, when and who, with a signature.
TEST(TheForm, AsksForEachDecisionOnceInItsStep) {
    for (const auto& [policy, step, next] : {std::tuple{"innovo", "Stap 5. ", "\nUitzondering op"},
                                             std::tuple{"model-po", "Stap 5. ", "\nStap 6. "}}) {
        const std::string part = between(formOf(policy), std::string("\n") + step, next);
        EXPECT_EQ(timesIn(part, "\nBesluit: \n"), 2U) << policy << part;
        for (const std::string_view field : {"\nWaarom: \n", "\nWat het kind hiervan vond, en wat daarmee is gedaan: \n",
                                             "\nBesloten door (naam en functie): \n"}) {
            EXPECT_EQ(timesIn(part, field), 2U) << policy << field << part;
        }
        EXPECT_FALSE(holds(part, "\nGenomen besluiten: \n") || holds(part, "\nRedenen van het besluit: \n")) << policy << part;
    }
    // A step without a decision of its own keeps what it writes down.
    EXPECT_TRUE(holds(between(formOf("innovo"), "\nStap 2. ", "\nStap 3. "), "\nGenomen besluiten: \n"));
}

/// What is put off is looked at again on a day, by somebody.
TEST(TheForm, AsksWhenWhatWaitsIsLookedAtAgain) {
    const std::string form = formOf("model-po");
    for (const std::string title : {"\nUitzonderingen: Wanneer u nog niet praat\n", "\nUitzonderingen: Wanneer u een melding niet vooraf bespreekt\n"}) {
        const std::string part = between(form, title, "\n====");
        EXPECT_TRUE(holds(part, "\nWanneer wij dit opnieuw bekijken, en wie het dan alsnog doet: \n")) << part;
    }
    EXPECT_FALSE(holds(between(form, "niet te zeggen wie meldt\n", "\n===="), "opnieuw bekijken")) << form;
}

TEST(TheForm, HasRoomForWhatIsWrittenDown) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit form --date 2026-01-01 --out uit").exitCode, 0);
    const std::string form = folder.read("uit/innovo.notitieformulier.txt");
    for (const std::string_view line : {"\nDatum en tijd: \n", "\nIngevuld door (naam en functie): \n",
                                        "\nParaaf of handtekening: \n", "\nNotitie: \n",
                                        "\n  Antwoord (ja, nee of twijfel): \n", "\nStap 4. Wegen\n"}) {
        EXPECT_TRUE(holds(form, line)) << line;
    }
    const std::string page = folder.read("uit/innovo.notitieformulier.html");
    EXPECT_TRUE(holds(page, "<ul class=\"ticks\">"));
    EXPECT_TRUE(holds(page, "class=\"room\""));
}

/// What a duty of an exception writes down has its own room, in its file.
TEST(TheForm, HasRoomForWhatAnExceptionRecords) {
    const std::string part = between(formOf("model-po"), "\nUitzonderingen: Wanneer u nog niet praat\n", "\nUitzonderingen: Wanneer u een");
    for (const std::string_view field : {"\nAfwijking van de code en de reden: \n", "\nDatum en tijd: \n", "\nParaaf of handtekening: \n"}) {
        EXPECT_TRUE(holds(part, field)) << field << part;
    }
    EXPECT_TRUE(holds(formOf("innovo").substr(0, 400), "Bij een deel dat ergens anders in komt, staat dat."));
}

TEST(TheForm, SaysOnceWhoDecides) {
    const std::string form = formOf("innovo");
    const std::string decided = between(form, "\nBesluit: Is melden nodig?\n", "\nBesluit: \n");
    // In one reading the decision says it itself; in the other the step does.
    EXPECT_EQ(timesIn(decided, "\n- De aandachtsfunctionaris is eindverantwoordelijk. [in de lezing"), 1U) << decided;
    EXPECT_EQ(timesIn(decided, "\n- Bij stap 5 staat: De aandachtsfunctionaris is eindverantwoordelijk."), 1U) << decided;
    EXPECT_TRUE(holds(decided, "\n- Bij stap 5 staat: De aandachtsfunctionaris beslist.")) << decided;
    // Where the step names somebody else, both stand beside each other.
    const Folder folder;
    folder.write("p.meld", replaced(replaced(smallProtocol(), "    uitvoerder af\n", "    uitvoerder af\n    beslisser af\n"
                                             "    beslissing melden \"Melden\" { beslisser chef }\n"),
                                    "  stap 1 ", "  rol chef \"directeur\" is directie\n  stap 1 "));
    const std::string text = documentOf(folder, "p.meld", "form", kForm);
    EXPECT_TRUE(holds(text, "- De directeur beslist.\n- Bij stap 1 staat: De aandachtsfunctionaris beslist.\n")) << text;
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
    EXPECT_TRUE(holds(documentOf(folder, "p.meld", "form", kForm), "\nUitzondering op het melden bij Veilig Thuis\n"));
}

} // namespace
} // namespace meldc::golden
