// What parents read: the text for guide and website.

#include "golden/papers.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

constexpr const char* kWeb = "webtekst.txt";

std::string webOf(const std::string& policy) {
    const Folder folder;
    return documentOf(folder, policyAt(policy), "web", kWeb);
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
    EXPECT_TRUE(holds(documentOf(folder, "p.meld", "web", kWeb), "Wij hebben een meldcode."));
}

TEST(TheTextForParents, SaysWhenAReportIsMade) {
    const std::string when = between(webOf("innovo"), "\nWij melden bij Veilig Thuis als:\n", "\nU kunt bellen:");
    EXPECT_EQ(when, "\nWij melden bij Veilig Thuis als:\n"
                    // That a report follows when somebody tells it, the questions of this code do not keep: last.
                    "- iemand nu onveilig is of het steeds opnieuw onveilig is\n"
                    "- er een vermoeden is en effectieve hulp niet mogelijk is\n"
                    "- er een vermoeden is, effectieve hulp mogelijk is, de betrokkenen de hulp aanvaarden en de hulp niet werkt\n"
                    // Those who do not want help: no promise is of them, and the questions lead there.
                    "- wij ‘Willen de betrokkenen de hulp?’ met nee beantwoorden\n"
                    "- [hier spreekt de code zichzelf tegen: als een kind of volwassene het zelf vertelt]\n"
                    "Soms ook in andere gevallen.");
    const std::string model = webOf("model-po");
    EXPECT_TRUE(holds(model, "\n- er een vermoeden is, en als effectieve hulp niet mogelijk is of de betrokkenen de hulp niet aanvaarden\n")) << model;
    // It promises all that its questions lead to, and keeps it.
    EXPECT_FALSE(holds(model, "in andere gevallen") || holds(model, "zichzelf tegen: ")) << model;
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

/// What the organisation must still do is no text for parents, and a text of which something is open is no text yet.
TEST(TheTextForParents, IsMarkedAsADraftBesideWhatIsCopied) {
    const std::string mark = "Concept, nog niet overnemen";
    const Folder folder;
    const std::string whole = replaced(smallProtocol(), "  stap 1 ", "  bevoegd gezag \"Bestuur\"\n  vastgesteld 2025-09-01\n"
                                       "  geldig van 2025-09-01\n  stap 1 ");
    for (const bool isOpen : {true, false}) {
        folder.write("p.meld", isOpen ? replaced(whole, " of disclosure", "") : replaced(replaced(whole, " of disclosure", ""),
                                                                                          "bij nee hulp", "bij nee hulp\n        bij twijfel hulp"));
        const Ran ran = folder.run("meldc build p.meld --emit web --as html,txt --date 2026-01-01 --out uit");
        ASSERT_EQ(ran.exitCode, 0) << ran.err;
        const std::string text = folder.read("uit/proef.webtekst.txt");
        EXPECT_EQ(holds(text, mark), isOpen) << text;
        EXPECT_EQ(holds(folder.read("uit/proef.webtekst.html"), "role=\"note\""), isOpen);
        EXPECT_EQ(timesIn(ran.err, "is een concept"), isOpen ? 1U : 0U) << ran.err;
        EXPECT_FALSE(holds(text, "Onze meldcode")) << text;
        EXPECT_LT(isOpen ? text.find(mark) : 0U, text.find("heeft een meldcode")) << text;
    }
}

/// Experts advise staff. Their number is no reason either to leave out the national one.
TEST(TheTextForParents, HasNumbersForAnyoneOnly) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ", "  contact deskundige_letselduiding \"Arts\" telefoon \"030-7654321\"\n  stap 1 "));
    const std::string text = documentOf(folder, "p.meld", "web", kWeb);
    EXPECT_FALSE(holds(text, "030-7654321")) << text;
    EXPECT_TRUE(holds(text, "0800-2000") && holds(text, "112")) << text;
    const std::string protocol = documentOf(folder, "p.meld", "protocol", "protocol.txt");
    EXPECT_TRUE(holds(protocol, "Arts (deskundige in letsel): 030-7654321") && holds(protocol, "0800-2000")) << protocol;
}

TEST(TheTextForParents, BeginsWithACapital) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "Proefschool", "de Proefschool"));
    const std::string text = documentOf(folder, "p.meld", "web", kWeb);
    EXPECT_TRUE(holds(text, "De Proefschool heeft een meldcode.")) << text;
}

/// Whoever reads it knows whom to ask; numbers of staff are not for a website.
TEST(TheTextForParents, NamesTheFocalPersonForQuestions) {
    EXPECT_TRUE(holds(webOf("model-po"), "\nVragen? Neem contact op met de aandachtsfunctionaris.\n"));
    // A code without one leaves room.
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "is aandachtsfunctionaris", "is directie"));
    EXPECT_TRUE(holds(documentOf(folder, "p.meld", "web", kWeb), "\nVragen? Bel:\nFunctie en telefoonnummer: \n"));
}

/// A question need not have words: the answer is told by its number where numbers stand, and not to parents.
TEST(TheTextForParents, OfAQuestionWithoutWordsSaysThatThereIsMore) {
    const Folder folder;
    const std::string source = sourceText("policies/innovo/protocol.meld");
    folder.write("p.meld", replaced(source, "vraag 4 \"Willen de betrokkenen de hulp?\"", "vraag 4"));
    const std::string text = documentOf(folder, "p.meld", "web", kWeb);
    EXPECT_FALSE(holds(text, "‘’")) << text;
    EXPECT_TRUE(holds(text, "\nSoms ook in andere gevallen.\n")) << text;
    EXPECT_TRUE(holds(documentOf(folder, "p.meld", "protocol", "protocol.txt"),
                      "\nWij melden bij Veilig Thuis ook bij nee op vraag 4."));
}

} // namespace
} // namespace meldc::golden
