// Documents for staff and parents: what stands in them, for whom, and that text stays text.

#include "golden/papers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace meldc::golden {
namespace {

constexpr std::string_view kPages[] = {"proef.protocol.html", "proef.handboek.html", "proef.stappenkaart.html",
                                       "proef.rolkaarten.html"};

/// The small protocol with a number to call.
std::string withContacts(const std::string& number) {
    return replaced(smallProtocol(), "  stap 1 ",
                    "  contact veilig_thuis \"Veilig Thuis\" telefoon \"" + number +
                        "\"\n  bron protocol \"bron.txt\"\n  gecodeerd door \"codeur\" op 2026-01-01\n  stap 1 ");
}

Ran build(const Folder& folder, const std::string& more) {
    return folder.run("meldc build p.meld --date 2026-01-01 --emit protocol,handbook,card,roles --out uit " + more);
}

TEST(Publications, OneFactChangesInEveryDocument) {
    const Folder folder;
    for (const std::string number : {"0800-2000", "0900-1234"}) {
        folder.write("p.meld", withContacts(number));
        ASSERT_EQ(build(folder, "--as html").exitCode, 0);
        for (const std::string_view page : kPages) {
            const std::string text = folder.read("uit/" + std::string(page));
            EXPECT_TRUE(holds(text, number)) << page;
            EXPECT_EQ(holds(text, "0800-2000"), number == "0800-2000") << page;
        }
    }
}

TEST(Publications, WhatIsOpenIsSaid) {
    const Folder folder;
    const std::string kept = replaced(smallProtocol(), " of disclosure", "");
    folder.write("p.meld", kept);
    ASSERT_EQ(build(folder, "--as html").exitCode, 0);
    const std::string protocol = folder.read("uit/proef.protocol.html");
    // Nothing is said of doubt at the second question; there is no number, version or day of adoption.
    EXPECT_TRUE(holds(protocol, "<p class=\"change\">")) << protocol;
    EXPECT_TRUE(holds(protocol, "op 1 plaats is de tekst open"));
    EXPECT_TRUE(holds(protocol, "In deze meldcode staat geen telefoonnummer."));
    EXPECT_TRUE(holds(protocol, "Nog niet vastgesteld."));
    EXPECT_TRUE(holds(protocol, "Nog in te vullen: de dag van vaststelling."));
    EXPECT_FALSE(holds(protocol, "Dit staat niet in de tekst."));
    EXPECT_TRUE(holds(folder.read("uit/proef.stappenkaart.html"), "In deze meldcode staat geen telefoonnummer."));
    folder.write("p.meld", replaced(kept, "bij nee hulp", "bij nee hulp\n        bij twijfel hulp"));
    ASSERT_EQ(build(folder, "--as html").exitCode, 0);
    EXPECT_FALSE(holds(folder.read("uit/proef.protocol.html"), "is de tekst open"));
}

TEST(Publications, WhatTheOrganisationAddsIsInEachDocumentThatStaffRead) {
    const Folder folder;
    (void)folder.run("cp '" + inSource("policies/voorbeeld/protocol.meld") + "' model.meld");
    folder.write("p.meld", "gebruik \"model.meld\"\nmeldcode proef \"Proef\" {\n  volgt voorbeeld\n"
                           "  rol ieder \"medewerker\" is medewerker\n  uitleg \"De sleutel ligt in kamer 3.\"\n"
                           "  route brand bij noodsituatie { taak ieder moet direct waarschuwen alarmnummer }\n}\n");
    ASSERT_EQ(build(folder, "--as html").exitCode, 0) << build(folder, "--as html").err;
    for (const std::string name : {"protocol", "handboek", "rolkaarten"}) {
        const std::string text = folder.read("uit/proef." + name + ".html");
        EXPECT_TRUE(holds(text, "kamer 3")) << name;
        EXPECT_FALSE(holds(text, "[eigen]")) << name;
    }
    // What everybody must do stands on the card of everybody.
    const std::string cards = folder.read("uit/proef.rolkaarten.html");
    std::size_t duties = 0;
    for (std::size_t at = cards.find("belt direct"); at != std::string::npos; at = cards.find("belt direct", at + 1)) {
        ++duties;
    }
    EXPECT_GE(duties, 3U) << cards;
}

TEST(Publications, InPublicNobodySignsAndNobodyIsNamed) {
    const Folder folder;
    folder.write("p.meld", withContacts("0800-2000"));
    ASSERT_EQ(build(folder, "--as html").exitCode, 0);
    ASSERT_EQ(build(folder, "--as html --variant openbaar").exitCode, 0);
    for (const std::string name : {"protocol", "handboek", "stappenkaart", "rolkaarten"}) {
        const std::string inside = folder.read("uit/proef." + name + ".html");
        const std::string outside = folder.read("uit/proef." + name + ".openbaar.html");
        EXPECT_EQ(holds(inside, "codeur"), name == "protocol" || name == "handboek") << name;
        EXPECT_FALSE(holds(outside, "codeur") || holds(outside, "bron.txt")) << name;
        EXPECT_TRUE(holds(outside, "0800-2000")) << name;
        EXPECT_FALSE(holds(outside, "Handtekening")) << name;
    }
}

TEST(Publications, TextOfTheUserIsText) {
    const Folder folder;
    std::string text = withContacts("<b>0800</b>");
    for (const auto& [from, to] : {std::pair{"\"Wegen\"", "\"<script>x</script> {{label}} & <i>y\""},
                                   {"\"Is er een vermoeden?\"", "\"<img src=x onerror=y> ${z}?\""},
                                   {"\"Proefschool\"", "\"</style><script>alert(1)</script>\""}}) {
        text = replaced(text, from, to);
    }
    text = replaced(text, "organisatie", "versie \"1; } </style><script>\"\n  organisatie");
    folder.write("p.meld", text);
    const Ran ran = build(folder, "");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    for (const std::string_view page : kPages) {
        const std::string shown = folder.read("uit/" + std::string(page));
        for (const std::string_view forbidden : {"<script", "<img", "<i>y", "<b>0800"}) {
            EXPECT_FALSE(holds(shown, forbidden)) << page << forbidden;
        }
        EXPECT_EQ(shown.find("</style>"), shown.rfind("</style>")) << page;
    }
    EXPECT_TRUE(holds(folder.read("uit/proef.protocol.html"), "{{label}} &amp; &lt;i&gt;y"));
}

TEST(Publications, TheFormsThatAreAskedFor) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(build(folder, "").exitCode, 0);
    EXPECT_EQ(folder.filesIn("uit"), 7U);
    EXPECT_EQ(build(folder, "--check").exitCode, 0);
    folder.write("p.meld", replaced(smallProtocol(), "bij nee hulp", "bij nee melden"));
    EXPECT_EQ(build(folder, "--check").exitCode, 1);
    EXPECT_TRUE(folder.run("meldc build p.meld --emit card --as docx --out uit").says("MC6152"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit card --as odt --out uit").says("MC9009"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit json --template-docx x.docx --out uit").says("MC9040"));
    const Ran none = folder.run("PATH=$(dirname \"$(command -v meldc)\") meldc build p.meld --emit card --as pdf --out pdf");
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_TRUE(none.says("MC6150")) << none.err;
    EXPECT_FALSE(folder.has("pdf"));
}

/// The lines of a text that begin with a box, without it.
std::vector<std::string> ticked(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("[ ] ")) {
            lines.push_back(line.substr(4));
        }
    }
    return lines;
}

/// The form is filled in beside the protocol: both must say the same, and the form all that must be done.
TEST(Publications, TheFormSaysWhatTheProtocolSaysInTheSameWords) {
    for (const std::string policy : {"innovo", "model-po", "de-meent", "zorgaanbieder"}) {
        const Folder folder;
        ASSERT_EQ(folder.run("meldc build '" + inSource("policies/" + policy) +
                             "' --emit form,protocol --as txt --date 2026-01-01 --out uit").exitCode, 0);
        const std::string form = folder.run("cat uit/*.notitieformulier.txt").out;
        const std::string protocol = folder.run("cat uit/*.protocol.txt").out;
        const std::vector<std::string> lines = ticked(form);
        EXPECT_GT(lines.size(), 5U) << policy;
        for (const std::string& line : lines) {
            // Of an exception each reason has its box, and no sentence.
            EXPECT_TRUE(holds(protocol, "- " + line + "\n") || holds(protocol, "Een reden hiervoor is: " + line + ".") ||
                        holds(protocol, "Een reden hiervoor is " + line + "."))
                << policy << ": " << line;
        }
        // Each duty of a step in the protocol has its box; what may be done is there, and is no duty.
        std::istringstream stream(protocol.substr(protocol.find("\nDe stappen\n"), protocol.find("\nDe vragen om te wegen\n") -
                                                                                      protocol.find("\nDe stappen\n")));
        bool isDuty = false;
        bool isChoice = false;
        for (std::string line; std::getline(stream, line);) {
            isDuty = line == "Dit moet" || (isDuty && line.starts_with("- "));
            isChoice = line == "Dit mag" || (isChoice && line.starts_with("- "));
            if ((isDuty || isChoice) && line.starts_with("- ")) {
                EXPECT_EQ(std::find(lines.begin(), lines.end(), line.substr(2)) != lines.end(), isDuty) << policy << ": " << line;
                EXPECT_TRUE(isDuty || holds(form, "\n" + line + "\n")) << policy << ": " << line;
            }
        }
    }
}

/// A paragraph that nobody reads to its end helps nobody.
TEST(Publications, TheTextForParentsIsShortAndOfTheModelOnly) {
    for (const std::string policy : {"innovo", "model-po", "model-zorg", "de-meent", "rbcz"}) {
        const Folder folder;
        ASSERT_EQ(folder.run("meldc build '" + inSource("policies/" + policy) +
                             "' --emit web,protocol --as txt --variant openbaar --date 2026-01-01 --out uit").exitCode, 0);
        std::string text = folder.run("cat uit/*.webtekst.openbaar.txt").out;
        EXPECT_FALSE(holds(text, "regel ")) << text;
        text = text.substr(0, text.find("; recht van "));
        // What parents read: without what only a draft says, which is chosen or mended first.
        std::ptrdiff_t count = 0;
        for (const std::string& line : linesOf(text)) {
            const bool isOfDraft = line.starts_with("Concept, ") || line.starts_with("- [hier spreekt de code ");
            std::istringstream words(isOfDraft ? "" : line);
            count += std::distance(std::istream_iterator<std::string>(words), {});
        }
        EXPECT_LE(count, 170) << text;
    }
    const Folder folder;
    for (const std::string number : {"0800-2000", "0900-1234"}) {
        folder.write("p.meld", withContacts(number));
        ASSERT_EQ(folder.run("meldc build p.meld --emit web,form --out uit").exitCode, 0);
        for (const std::string end : {"html", "txt"}) {
            const std::string text = folder.read("uit/proef.webtekst." + end);
            EXPECT_TRUE(holds(text, number)) << text;
            EXPECT_TRUE(holds(text, "Proefschool heeft een meldcode."));
            EXPECT_FALSE(holds(text, "codeur"));
        }
    }
}

/// The cards of roles of a policy.
std::vector<std::string> cardsOf(const Folder& folder, const std::string& name) {
    return roleCardsIn(documentOf(folder, policyAt(name), "roles", "rolkaarten.txt"));
}

/// What nobody is named for may be for everybody: left out, it is done by nobody.
TEST(Publications, ADutyWithoutAPersonIsOnEveryCard) {
    for (const std::string policy : {"innovo", "pro8", "model-po"}) {
        const Folder folder;
        const std::string protocol = documentOf(folder, policyAt(policy), "protocol", "protocol.txt");
        const std::vector<std::string> cards = cardsOf(folder, policy);
        ASSERT_GT(cards.size(), 1U) << policy;
        std::size_t open = 0;
        for (const std::string& line : linesOf(protocol)) {
            // What is said twice, and not alike, is told among what is open, with both places.
            if (!line.starts_with("- ") || !holds(line, "Wie dit doet, is open. De tekst zegt:") ||
                holds(line, "De tekst spreekt zichzelf tegen")) {
                continue;
            }
            ++open;
            const std::size_t words = line.find("De tekst zegt: ‘");
            const std::string quoted = line.substr(words, line.find("’.", words) - words);
            const std::string duty = line.substr(2, line.find(" Wie dit doet, is open.") - 2);
            for (const std::string& card : cards) {
                EXPECT_TRUE(holds(card, quoted)) << policy << ": " << line << card.substr(0, 40);
                EXPECT_TRUE(hasDuty(card, duty)) << policy << ": " << line << card.substr(0, 40);
            }
        }
        EXPECT_EQ(open > 0, policy != "model-po") << policy;
    }
}

TEST(Publications, EveryDutyIsOnSomeCard) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ",
                                    "  taak ouder mag inzien dossier\n  taak beroepskracht moet bewaren gegevens\n"
                                    "  taak open \"wie het ziet\" moet bewaren signalen\n  stap 1 "));
    ASSERT_EQ(folder.run("meldc build p.meld --emit roles --as txt --date 2026-01-01 --out uit").exitCode, 0);
    const std::string cards = folder.read("uit/proef.rolkaarten.txt");
    for (const std::string_view duty : {"De ouders mogen het dossier bekijken.", "U bewaart gegevens.",
                                        "Iemand bewaart de signalen. De tekst zegt: ‘wie het ziet’."}) {
        EXPECT_TRUE(holds(cards, duty)) << duty << cards;
    }
}

/// "U informeert u": whom everyone tells something is not who tells it.
TEST(Publications, NobodyTellsThemselves) {
    for (const std::string policy : {"innovo", "pro8", "de-meent", "model-po", "model-zorg"}) {
        const Folder folder;
        for (const std::string& card : cardsOf(folder, policy)) {
            for (const std::string& line : linesOf(card)) {
                const std::size_t first = line.find("- U ");
                EXPECT_FALSE(first == 0 && holds(line.substr(4, line.find('.')), " u ")) << policy << ": " << line;
                EXPECT_FALSE(holds(line, " u direct u")) << policy << ": " << line;
            }
        }
    }
}

/// The checks know it; then who reads the protocol must know it too.
TEST(Publications, WhatDoesNotAgreeIsSaidAndMarked) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") +
                         "' --emit protocol,handbook,card --as html --date 2026-01-01 --out uit").exitCode, 0);
    for (const std::string name : {"protocol", "handboek"}) {
        const std::string page = folder.read("uit/innovo." + name + ".html");
        const std::string list = page.substr(page.rfind("Wat nog open is"));
        for (const std::string_view finding : {"Meldnorm ‘1’ belooft melden bij Veilig Thuis, maar wie de vragen en taken volgt",
                                               "niet duidelijk op welke stappen vraag ‘1’ rust",
                                               "niet duidelijk of deze taak moet, mag of niet mag: plaatsen"}) {
            EXPECT_TRUE(holds(list, finding)) << name << finding << list;
        }
        // Said once above the questions; there, at each of the five promises, stands where.
        EXPECT_EQ(timesIn(page, "dit klopt niet met wat elders staat"), 1U) << name;
        EXPECT_EQ(timesIn(page, "[zie boven]"), 5U) << name;
        const std::size_t said = page.find(" het zelf vertelt, belooft meldnorm 1 melden bij Veilig Thuis, maar");
        ASSERT_NE(said, std::string::npos) << name;
        EXPECT_LT(said, page.find("[zie boven]")) << name;
        EXPECT_TRUE(holds(page, "Overleg dan direct met Veilig Thuis.") && holds(list, "Of de organisatie meldingsbevoegd is")) << name;
    }
    EXPECT_TRUE(holds(folder.read("uit/innovo.stappenkaart.html"), "[klopt niet: als "));
}

/// "Nothing is said" is not true where the code says elsewhere what to do in any doubt.
TEST(Publications, AHoleTellsTheGeneralDutyInDoubt) {
    const Folder folder;
    const std::string general = "Hoe het daarna verder gaat, staat er niet.";
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol --as txt --date 2026-01-01 --out uit").exitCode, 0);
    EXPECT_FALSE(holds(folder.read("uit/proef.protocol.txt"), general));
    EXPECT_TRUE(holds(folder.read("uit/proef.protocol.txt"), "Bij twijfel staat er niet wat er dan volgt."));
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit protocol --as txt --date 2026-01-01 --out uit").exitCode, 0);
    const std::string text = folder.read("uit/innovo.protocol.txt");
    EXPECT_TRUE(holds(text, "Bij twijfel vraagt de aandachtsfunctionaris advies aan Veilig Thuis. " + general)) << text;
    EXPECT_FALSE(holds(text, "Bij twijfel staat er niet wat er dan volgt."));
}

/// The decision aid of the same run gives the same numbers; a number of the code itself goes before them.
TEST(Publications, NationalNumbersAreTheSameEverywhere) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol,card,roles,web,aid --as html --date 2026-01-01 --out uit").exitCode, 0);
    for (const std::string name : {"protocol", "stappenkaart", "rolkaarten", "webtekst", "keuzehulp"}) {
        const std::string text = folder.read("uit/proef." + name + ".html");
        EXPECT_TRUE(holds(text, "0800-2000") && holds(text, "112") && holds(text, "landelijk")) << name;
    }
    folder.write("p.meld", withContacts("0900-1234"));
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol,card --as html --date 2026-01-01 --out uit").exitCode, 0);
    EXPECT_FALSE(holds(folder.read("uit/proef.protocol.html"), "0800-2000"));
}

/// Danger does not wait for the step in which the text happens to speak of it, and two readings are one line.
TEST(Publications, WhatMustBeDoneAtOnceStandsInFront) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc build '" + inSource("policies/innovo") + "' --emit protocol --as txt --date 2026-01-01 --out uit").exitCode, 0);
    const std::string text = folder.read("uit/innovo.protocol.txt");
    const std::string front = text.substr(0, text.find("\nWie u belt\n"));
    const std::string line = "Als er op zeer korte termijn gevaar dreigt, dan doorloopt iemand de stappen sneller.";
    EXPECT_EQ(timesIn(front, line), 1U) << front;
    EXPECT_EQ(timesIn(front, "doorloopt iemand de stappen sneller"), 1U) << front;
    EXPECT_TRUE(holds(front, "[in de lezing ‘van eergerelateerd geweld’ alleen als er signalen van eergerelateerd geweld zijn]")) << front;
}

TEST(Publications, InPublicHashesAreShort) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit protocol,web --as html --variant openbaar --out uit").exitCode, 0);
    for (const std::string name : {"protocol", "webtekst"}) {
        const std::string page = folder.read("uit/proef." + name + ".openbaar.html");
        const std::string body = page.substr(page.find("<body"));
        std::size_t longest = 0;
        std::size_t digits = 0;
        for (const char letter : body) {
            digits = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ? digits + 1 : 0;
            longest = std::max(longest, digits);
        }
        EXPECT_LE(longest, 12U) << name;
    }
}

TEST(Publications, WhoToCallInsideIsForStaffOnly) {
    const Folder folder;
    // The number of a role is no reason to leave out the national ones.
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1", "  contact af telefoon \"030-7654321\"\n  rol leraar \"leraar\" is leerkracht\n  taak leraar moet overleggen met af\n  stap 1"));
    for (const std::string variant : {"intern", "openbaar"}) {
        ASSERT_EQ(folder.run("meldc build p.meld --emit protocol,handbook,roles,card,web --as html --variant " + variant + " --out " + variant).exitCode, 0);
        const std::string all = folder.run("ls " + variant).out;
        for (const std::string name : {"protocol", "handboek", "rolkaarten", "stappenkaart", "webtekst"}) {
            const std::string text = folder.run("cat " + variant + "/proef." + name + "*.html").out;
            EXPECT_TRUE(holds(text, "0800-2000")) << name << all;
            EXPECT_EQ(holds(text, "030-7654321"), variant == "intern" && name != "webtekst") << variant << name;
        }
    }
}

TEST(Publications, TheCardForTheWall) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("meldc build p.meld --emit card --as html --out uit").exitCode, 0);
    ASSERT_EQ(folder.run("meldc build p.meld --emit card --as html --paper a3 --out uit").exitCode, 0);
    EXPECT_TRUE(holds(folder.read("uit/proef.stappenkaart.html"), "size: A4"));
    EXPECT_TRUE(holds(folder.read("uit/proef.stappenkaart.a3.html"), "size: A3"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit protocol --paper a3 --out uit").says("MC9040"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit card --paper a2 --out uit").says("MC9009"));
    EXPECT_TRUE(folder.run("meldc build p.meld --emit card --as txt --out uit").says("MC6152"));
}

TEST(Publications, TheDayOfTheSourceIsTheDay) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    ASSERT_EQ(folder.run("SOURCE_DATE_EPOCH=1767225600 meldc build p.meld --emit protocol --as html --out uit").exitCode, 0);
    EXPECT_TRUE(holds(folder.read("uit/proef.protocol.html"), "2026-01-01"));
}

} // namespace
} // namespace meldc::golden
