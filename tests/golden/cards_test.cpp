// The card of steps and the cards of roles: what each of them must hold, whoever reads it.

#include "golden/docx_edit.h"
#include "golden/shell.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <vector>

namespace meldc::golden {
namespace {

std::string outputOf(const Folder& folder, const std::string& protocol, const std::string& options, const std::string& file) {
    const Ran ran = folder.run("meldc build " + protocol + " --date 2026-01-01 --out uit " + options);
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    return folder.run("cat uit/*." + file).out;
}

std::string outputOfPolicy(const Folder& folder, const std::string& policy, const std::string& options, const std::string& file) {
    return outputOf(folder, "'" + inSource("policies/" + policy) + "'", options, file);
}

std::string cardPart(const std::string& text, const std::string& begin, const std::string& end) {
    const std::size_t from = text.find(begin);
    EXPECT_NE(from, std::string::npos) << begin;
    return from == std::string::npos ? "" : text.substr(from, text.find(end, from) - from);
}

/// The cards of roles as text, by their order.
std::vector<std::string> roleCardsIn(const std::string& text) {
    constexpr std::string_view kTitle = "\nWat doet u als ";
    std::vector<std::string> cards;
    for (std::size_t at = text.find(kTitle); at != std::string::npos;) {
        const std::size_t next = text.find(kTitle, at + 1);
        cards.push_back(text.substr(at, next == std::string::npos ? next : next - at));
        at = next;
    }
    return cards;
}

std::string roleCardOf(const std::string& text, const std::string& role) {
    for (const std::string& card : roleCardsIn(text)) {
        if (card.starts_with("\nWat doet u als " + role + "?")) {
            return card;
        }
    }
    ADD_FAILURE() << role;
    return {};
}

/// What a protocol calls the things that a keyword declares.
std::vector<std::string> labelsIn(const std::string& file, const std::string& keyword) {
    std::ifstream stream(inSource(file), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::regex form("\n *" + keyword + " [a-z0-9_]+ \"([^\"]+)\"");
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), form), end; at != end; ++at) {
        found.push_back((*at)[1]);
    }
    EXPECT_FALSE(found.empty()) << keyword;
    return found;
}

constexpr const char* kSchoolsFile = "policies/model-onderwijs/protocol.meld";

/// A sheet of twice the size leaves nothing out.
TEST(Cards, TheLargeCardSaysAllThatTheSmallOneDoes) {
    for (const std::string policy : {"innovo", "model-po", "zorgaanbieder"}) {
        const Folder folder;
        const std::string small = outputOfPolicy(folder, policy, "--emit card --as html", "stappenkaart.html");
        const std::string large = outputOfPolicy(folder, policy, "--emit card --as html --paper a3", "stappenkaart.a3.html");
        EXPECT_EQ(cardPart(large, "<main", "</main>"), cardPart(small, "<main", "</main>")) << policy;
    }
}

/// What holds in one case stands below that case, which is named once; a passage with two readings is one such case.
TEST(Cards, WhatIsAskedInOneCaseStandsBelowIt) {
    for (const std::string policy : {"innovo", "model-po"}) {
        const Folder folder;
        const std::string urgent =
            cardPart(outputOfPolicy(folder, policy, "--emit card --as html", "stappenkaart.html"), "<div class=\"urgent\">", "</div>");
        const std::regex heading("<p>(Als [^<]*)");
        std::size_t cases = 0;
        for (std::sregex_iterator at(urgent.begin(), urgent.end(), heading), end; at != end; ++at) {
            ++cases;
            const bool hasReadings = urgent.compare(static_cast<std::size_t>(at->position() + at->length()), 8, "<small>[") == 0;
            EXPECT_EQ(timesIn(urgent, (*at)[0].str() + (hasReadings ? "<small>" : "</p>")), 1U) << policy << (*at)[1];
        }
        EXPECT_GE(cases, 2U) << policy;
        EXPECT_EQ(timesIn(urgent, "<li>Als "), 0U) << policy << urgent;
        EXPECT_EQ(timesIn(urgent, "lezing a "), policy == "innovo" ? 1U : 0U) << policy << urgent;
        EXPECT_EQ(timesIn(urgent, "lezing b "), policy == "innovo" ? 1U : 0U) << policy << urgent;
    }
}

/// What is not promised for one case is no fault of the others, nor of the norm as a whole.
TEST(Cards, AContradictionNamesTheCaseThatItIsOf) {
    const Folder folder;
    const std::string report = cardPart(outputOfPolicy(folder, "innovo", "--emit card --as html", "stappenkaart.html"),
                                       "<section class=\"report\"", "</section>");
    EXPECT_EQ(timesIn(report, "klopt niet"), 1U) << report;
    const std::string mark = cardPart(report, "[klopt niet", "]");
    EXPECT_TRUE(holds(mark, "een kind of volwassene het zelf vertelt") && holds(mark, "melden bij Veilig Thuis")) << mark;
    EXPECT_FALSE(holds(mark, "onveilig")) << mark;
    EXPECT_EQ(timesIn(report, "dan melden wij bij Veilig Thuis"), labelsIn("policies/innovo/protocol.meld", "meldnorm").size());
}

TEST(Cards, AStepSaysWhenItIsNotDone) {
    const Folder folder;
    const std::string card = outputOfPolicy(folder, "model-po", "--emit card --as html", "stappenkaart.html");
    const std::string talk = cardPart(card, "<h3><span class=\"unseen\">Stap 3.", "</li>");
    EXPECT_TRUE(holds(talk, "class=\"unless\"")) << talk;
    EXPECT_TRUE(holds(talk, "Wanneer u nog niet praat: een vermoeden van geweld om de eer van de familie")) << talk;
    EXPECT_FALSE(holds(cardPart(card, "Stap 1.", "</li>"), "class=\"unless\""));
    // Above stands nothing of who breaks off contact: what is done then stands here, and what stands above is named.
    EXPECT_TRUE(holds(talk, "De leraar informeert direct de aandachtsfunctionaris over de afwijking")) << talk;
    EXPECT_TRUE(holds(talk, "Als er signalen van eergerelateerd geweld zijn: doe eerst wat hierboven staat bij Wat ook direct moet.")) << talk;
    const std::string told = cardPart(card, "<h3><span class=\"unseen\">Stap 5.", "</li>");
    EXPECT_TRUE(holds(told, "Wanneer u een melding niet vooraf bespreekt: dezelfde redenen als bij stap 3.")) << told;
    EXPECT_TRUE(holds(told, "Alleen dit vervalt dan: een melding die nodig is, gaat door.")) << told;
}

/// A protocol for one school that follows the model for primary schools.
std::string followsModel(const std::string& more) {
    return "meldcode proef \"Proef\" {\n  soort meldcode\n  volgt model_po\n  sector po\n" + more + "}\n";
}

/// Who makes an exception to the report itself does not read that it goes on.
TEST(Cards, ACardPromisesNoReportThatAnExceptionLifts) {
    const Folder folder;
    folder.write("p.meld", followsModel("  uitzondering op melden \"Wanneer u niet meldt\" { grond veiligheid }\n"));
    const std::string card = outputOf(folder, "p.meld", "--emit card --as html", "stappenkaart.html");
    EXPECT_TRUE(holds(card, "Wanneer u een melding niet vooraf bespreekt"));
    EXPECT_FALSE(holds(card, "gaat door"));
}

TEST(Cards, AStepSaysWhomToAskInWhichCase) {
    const Folder folder;
    const std::string model = outputOfPolicy(folder, "model-po", "--emit card --as html", "stappenkaart.html");
    EXPECT_TRUE(holds(cardPart(model, "Stap 2.", "</li>"), "Bij twijfel: Veilig Thuis. Als er letsel is dat vragen oproept: deskundige in letsel."));
    EXPECT_TRUE(holds(cardPart(model, "Stap 4.", "</li>"), "Bij twijfel: Veilig Thuis."));
    // There it is a duty of who does the step; in step 2 it is one of somebody else.
    const std::string innovo = outputOfPolicy(Folder(), "innovo", "--emit card --as html", "stappenkaart.html");
    EXPECT_TRUE(holds(cardPart(innovo, "Stap 4.", "</li>"), "Bij twijfel: Veilig Thuis."));
    EXPECT_FALSE(holds(cardPart(innovo, "Stap 2.", "</li>"), "Bij twijfel"));
}

TEST(Cards, BelowTheNumbersStandsWhenTheyAnswerAndWhoStandsIn) {
    const Folder folder;
    const std::string when = "De aandachtsfunctionaris is er van maandag tot en met donderdag.";
    const std::string stand = "Is de aandachtsfunctionaris er niet, dan vervangt de adjunct-directeur.";
    const std::string own = "Onze school ligt aan het water.";
    std::string more = "  contact af telefoon \"030-2345672\"\n";
    for (const std::string& text : {when, stand, own}) {
        more += "  uitleg \"" + text + "\"\n";
    }
    folder.write("p.meld", followsModel(more));
    const std::string first = cardPart(outputOf(folder, "p.meld", "--emit card --as html", "stappenkaart.html"), "<ul class=\"numbers\">", "<h3>");
    EXPECT_TRUE(holds(first, when) && holds(first, stand)) << first;
    EXPECT_FALSE(holds(first, own)) << first;
}

/// What is said in one reading only does not stand for what the step says in all.
TEST(Cards, WhatTheStepSaysInAllReadingsIsNotLost) {
    const Folder folder;
    const std::string decide = cardPart(outputOfPolicy(folder, "innovo", "--emit card --as html", "stappenkaart.html"),
                                        "<section class=\"decide\"", "</section>");
    EXPECT_EQ(timesIn(decide, "Bij stap 5 staat: De aandachtsfunctionaris is eindverantwoordelijk."), 2U) << decide;
}

/// The norms of INNOVO say nothing of help that is refused; question 4 leads to a report there. The model has a norm for it.
TEST(Cards, AnswersThatLeadToAReportBeyondThePromisesAreNamed) {
    const auto reportOf = [](const std::string& policy) {
        const Folder folder;
        return cardPart(outputOfPolicy(folder, policy, "--emit card --as html", "stappenkaart.html"), "<section class=\"report\"", "</section>");
    };
    const std::string innovo = reportOf("innovo");
    EXPECT_EQ(timesIn(innovo, "ook bij "), 1U) << innovo;
    EXPECT_TRUE(holds(innovo, "Wij melden bij Veilig Thuis ook bij nee op vraag 4: ")) << innovo;
    EXPECT_FALSE(holds(reportOf("model-po"), "ook bij ")) << reportOf("model-po");
}

/// Everybody in a school reads what no duty makes somebody's own; who reports, or talks, what holds for that.
TEST(Cards, CardsHaveWhatIsForTheirReader) {
    const Folder folder;
    const std::string cards = outputOfPolicy(folder, "model-po", "--emit roles --as txt", "rolkaarten.txt");
    for (const std::string& role : labelsIn(kSchoolsFile, "rol")) {
        const std::string card = roleCardOf(cards, role);
        for (const std::string words : {"U hoeft daarover niet eerst te overleggen.", "Toestemming vragen is netjes, maar geen voorwaarde.",
                                        "Zorgen over veiligheid horen niet in de mail"}) {
            EXPECT_TRUE(holds(card, words)) << role << ": " << words;
        }
        // A teacher is one of many: nobody calls them by one number.
        EXPECT_FALSE(holds(card, "\nLeraar: ")) << role;
        const bool isReporting = role == "aandachtsfunctionaris" || role == "directeur";
        EXPECT_EQ(holds(card, "\nWanneer u Veilig Thuis vraagt niet te zeggen wie meldt\n"), isReporting) << role;
        EXPECT_EQ(holds(card, "Bij iemand van 12 tot 16 jaar"), isReporting || role == "leraar") << role;
        EXPECT_EQ(holds(card, "\n- Andere redenen gelden niet.\n"), isReporting || role == "leraar") << role;
    }
    const std::string innovo = outputOfPolicy(Folder(), "innovo", "--emit roles --as txt", "rolkaarten.txt");
    for (const std::string role : {"leerkracht", "IB'er", "aandachtsfunctionaris"}) {
        EXPECT_TRUE(holds(roleCardOf(innovo, role), "Een reden hiervoor is volgens de tekst: ‘niet mogelijk’.")) << role;
    }
    for (const std::string& card : roleCardsIn(innovo)) {
        EXPECT_TRUE(holds(card, "geen toestemming van ouders nodig")) << card.substr(0, 60);
    }
}

TEST(Cards, ACardSaysThatTheTextIsNotFinishedAndWhatItsMarksMean) {
    for (const std::string policy : {"innovo", "model-po", "voorbeeld"}) {
        const Folder folder;
        const std::string card = outputOfPolicy(folder, policy, "--emit card --as html", "stappenkaart.html");
        EXPECT_TRUE(holds(card, "nog niet af")) << policy;
        const std::string body = card.substr(card.find("<main"));
        const bool hasQuoted = holds(body.substr(0, body.find("class=\"legend\"")), "‘");
        EXPECT_EQ(holds(body, "<p class=\"legend\">Tussen ‘ en ’"), hasQuoted) << policy;
        EXPECT_EQ(holds(body, "Lezing: deze plek"), holds(body, "lezing ")) << policy;
    }
}

// A board that filled in all but the numbers of others has a finished text.
TEST(Cards, ATextThatLacksNumbersAloneIsFinished) {
    std::ifstream stream(inSource("policies/voorbeeld/protocol.meld"), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    const std::string adopted = "  vastgesteld 2026-03-01\n";
    const std::size_t at = text.find(adopted);
    ASSERT_NE(at, std::string::npos);
    const Folder folder;
    folder.write("p.meld", text.insert(at, "  geldig van 2026-03-01\n"));
    const std::string card = outputOf(folder, "p.meld", "--emit card --as html", "stappenkaart.html");
    EXPECT_FALSE(holds(card, "nog niet af"));
    EXPECT_TRUE(holds(card, "Nog in te vullen: 3 telefoonnummers."));
}

TEST(Cards, WhoWeighsOrDecidesHasTheQuestionsAndThePromises) {
    const Folder folder;
    const std::string cards = outputOfPolicy(folder, "model-po", "--emit roles --as txt", "rolkaarten.txt");
    for (const std::string role : {"leraar", "aandachtsfunctionaris", "directeur", "medewerker", "intern begeleider"}) {
        const bool isWeighing = role != "medewerker" && role != "intern begeleider";
        for (const std::string keyword : {"vraag", "meldnorm"}) {
            for (const std::string& label : labelsIn(kSchoolsFile, keyword)) {
                EXPECT_EQ(holds(roleCardOf(cards, role), ". " + label + "\n"), isWeighing) << role << ": " << label;
            }
        }
    }
}

/// Anybody can be the first to see or to hear it.
TEST(Cards, EveryCardHasEveryRouteAndWhatMustBeDoneAtOnce) {
    for (const auto& [policy, file] : {std::pair{"model-po", kSchoolsFile}, {"innovo", "policies/innovo/protocol.meld"}}) {
        const Folder folder;
        const std::string wall = outputOfPolicy(folder, policy, "--emit card --as html", "stappenkaart.html");
        const std::string urgent = cardPart(wall, "<div class=\"urgent\">", "</div>");
        const std::regex heading("<p>(Als [^<]*[^< ])");
        for (const std::string& card : roleCardsIn(outputOfPolicy(folder, policy, "--emit roles --as txt", "rolkaarten.txt"))) {
            for (const std::string& label : labelsIn(file, "route")) {
                EXPECT_TRUE(holds(card, "\n" + label + "\n")) << label << card.substr(0, 60);
            }
            for (std::sregex_iterator at(urgent.begin(), urgent.end(), heading), end; at != end; ++at) {
                EXPECT_TRUE(holds(card, "\n" + (*at)[1].str())) << (*at)[1] << card.substr(0, 60);
            }
        }
    }
}

/// A protocol with a teacher who goes to the focal person, who has a number.
std::string withTeacherAndFocal() {
    return replaced(smallProtocol(), "  stap 1 ",
                    "  rol leraar \"leraar\" is leerkracht\n  contact af telefoon \"030-7654321\"\n"
                    "  taak leraar moet bespreken signalen met af\n  taak leraar moet direct informeren af over signalen\n"
                    "  taak leraar moet bespreken zorgen met ouder en kind\n  taak leraar moet bespreken zorgen met kind\n  stap 1 ");
}

TEST(Cards, WhoIsToldOrAskedReadsThatToo) {
    const Folder folder;
    folder.write("p.meld", withTeacherAndFocal());
    const std::string cards = outputOf(folder, "p.meld", "--emit roles --as txt", "rolkaarten.txt");
    const std::string focal = roleCardOf(cards, "aandachtsfunctionaris");
    const std::string below = cardPart(focal, "\nDit doen anderen met u\n", "\n\n");
    EXPECT_TRUE(holds(below, "\n- De leraar bespreekt de signalen met u.")) << focal;
    // A pronoun goes before the moment.
    EXPECT_TRUE(holds(below, "\n- De leraar informeert u direct over de signalen.")) << focal;
    EXPECT_FALSE(holds(roleCardOf(cards, "leraar"), "Dit doen anderen met u"));
}

TEST(Cards, NobodyCallsThemselves) {
    const Folder folder;
    folder.write("p.meld", withTeacherAndFocal());
    const std::string cards = outputOf(folder, "p.meld", "--emit roles --as txt", "rolkaarten.txt");
    EXPECT_TRUE(holds(roleCardOf(cards, "leraar"), "030-7654321"));
    EXPECT_FALSE(holds(roleCardOf(cards, "aandachtsfunctionaris"), "030-7654321"));
}

TEST(Cards, WhatAnotherLineSaysInFullIsNotSaidTwice) {
    const Folder folder;
    folder.write("p.meld", withTeacherAndFocal());
    const std::string teacher = roleCardOf(outputOf(folder, "p.meld", "--emit roles --as txt", "rolkaarten.txt"), "leraar");
    EXPECT_EQ(timesIn(teacher, "\n- U bespreekt de zorgen met "), 1U) << teacher;
    EXPECT_TRUE(holds(teacher, "\n- U bespreekt de zorgen met de ouders en het kind.")) << teacher;
    // A document that is read as a whole leaves nothing out.
    EXPECT_TRUE(holds(outputOf(folder, "p.meld", "--emit protocol --as txt", "protocol.txt"), "\n- De leraar bespreekt de zorgen met het kind."));
}

/// One line is one duty: what must be done and what may be done are not in one.
TEST(Cards, ALineIsOneDuty) {
    const Folder folder;
    const std::string cards = outputOfPolicy(folder, "innovo", "--emit roles --as txt", "rolkaarten.txt");
    const std::regex mixed("\n- Iemand [^\n]*\\. Iemand ");
    EXPECT_FALSE(std::regex_search(cards, mixed));
    EXPECT_TRUE(holds(cards, "\n- Iemand mag "));
}

TEST(Cards, InWordACardIsTwoColumnsOnAPageOfItsOwn) {
    const Folder folder;
    (void)outputOfPolicy(folder, "model-po", "--emit roles,protocol --as docx", "rolkaarten.docx");
    const std::string main = partIn(folder, "uit/model_po.rolkaarten.docx", "word/document.xml");
    // A break of the page leads to the next column only: each card is a section with the foot of all.
    for (const std::string part : {"<w:sectPr", "<w:cols w:num=\"2\"", "<w:footerReference"}) {
        EXPECT_EQ(timesIn(main, part), labelsIn(kSchoolsFile, "rol").size()) << part;
    }
    EXPECT_FALSE(holds(partIn(folder, "uit/model_po.protocol.docx", "word/document.xml"), "<w:cols"));
    const auto sizeOf = [&](const std::string& file) {
        const std::string normal = cardPart(partIn(folder, file, "word/styles.xml"), "w:styleId=\"Normal\"", "</w:style>");
        return std::stoi(normal.substr(normal.find("<w:sz w:val=\"") + 13));
    };
    // In half points: small, and not too small to read.
    EXPECT_LT(sizeOf("uit/model_po.rolkaarten.docx"), sizeOf("uit/model_po.protocol.docx"));
    EXPECT_GE(sizeOf("uit/model_po.rolkaarten.docx"), 17);
}

} // namespace
} // namespace meldc::golden
