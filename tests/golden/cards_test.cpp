// The card of steps and the cards of roles: what each of them must hold, whoever reads it.

#include "golden/docx_edit.h"
#include "golden/papers.h"

#include <gtest/gtest.h>

#include <regex>
#include <vector>

namespace meldc::golden {
namespace {

/// What a protocol calls the things that a keyword declares.
std::vector<std::string> labelsIn(const std::string& file, const std::string& keyword) {
    const std::string text = sourceText(file);
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
        const std::string small = documentOf(folder, policyAt(policy), "card", "stappenkaart.html");
        const std::string large = documentOf(folder, policyAt(policy), "card", "stappenkaart.a3.html", "--paper a3");
        EXPECT_EQ(between(large, "<main", "</main>"), between(small, "<main", "</main>")) << policy;
    }
}

/// What holds in one case stands below that case, which is named once; a passage with two readings is one such case.
TEST(Cards, WhatIsAskedInOneCaseStandsBelowIt) {
    for (const std::string policy : {"innovo", "model-po"}) {
        const Folder folder;
        const std::string urgent =
            between(documentOf(folder, policyAt(policy), "card", "stappenkaart.html"), "<div class=\"urgent\">", "</div>");
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
    const std::string report = between(documentOf(folder, policyAt("innovo"), "card", "stappenkaart.html"),
                                       "<section class=\"report\"", "</section>");
    EXPECT_EQ(timesIn(report, "[klopt niet"), 1U) << report;
    EXPECT_TRUE(holds(report, "Overleg dan direct met Veilig Thuis.")) << report;
    const std::string mark = between(report, "[klopt niet", "]");
    EXPECT_TRUE(holds(mark, "een kind of volwassene het zelf vertelt") && holds(mark, "melden bij Veilig Thuis")) << mark;
    EXPECT_FALSE(holds(mark, "onveilig")) << mark;
    EXPECT_EQ(timesIn(report, "dan melden wij bij Veilig Thuis"), labelsIn("policies/innovo/protocol.meld", "meldnorm").size());
}

TEST(Cards, AStepSaysWhenItIsNotDone) {
    const Folder folder;
    const std::string card = documentOf(folder, policyAt("model-po"), "card", "stappenkaart.html");
    const std::string talk = between(card, "<h3><span class=\"unseen\">Stap 3.", "</li>");
    EXPECT_TRUE(holds(talk, "class=\"unless\"")) << talk;
    EXPECT_TRUE(holds(talk, "Wanneer u nog niet praat: een vermoeden van geweld om de eer van de familie")) << talk;
    EXPECT_FALSE(holds(between(card, "Stap 1.", "</li>"), "class=\"unless\""));
    // Above stands nothing of who breaks off contact: what is done then stands here, and what stands above is named.
    EXPECT_TRUE(holds(talk, "De leraar informeert direct de aandachtsfunctionaris over de afwijking")) << talk;
    EXPECT_TRUE(holds(talk, "Als er signalen van eergerelateerd geweld zijn: doe eerst wat hierboven staat bij Wat ook direct moet.")) << talk;
    const std::string told = between(card, "<h3><span class=\"unseen\">Stap 5.", "</li>");
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
    const std::string card = documentOf(folder, "p.meld", "card", "stappenkaart.html");
    EXPECT_TRUE(holds(card, "Wanneer u een melding niet vooraf bespreekt"));
    EXPECT_FALSE(holds(card, "gaat door"));
}

TEST(Cards, AStepSaysWhomToAskInWhichCase) {
    const Folder folder;
    const std::string model = documentOf(folder, policyAt("model-po"), "card", "stappenkaart.html");
    EXPECT_TRUE(holds(between(model, "Stap 2.", "</li>"), "Bij twijfel: Veilig Thuis. Als er letsel is dat vragen oproept: deskundige in letsel."));
    EXPECT_TRUE(holds(between(model, "Stap 4.", "</li>"), "Bij twijfel: Veilig Thuis."));
    // There it is a duty of who does the step; in step 2 it is one of somebody else.
    const std::string innovo = documentOf(Folder(), policyAt("innovo"), "card", "stappenkaart.html");
    EXPECT_TRUE(holds(between(innovo, "Stap 4.", "</li>"), "Bij twijfel: Veilig Thuis."));
    EXPECT_FALSE(holds(between(innovo, "Stap 2.", "</li>"), "Bij twijfel"));
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
    const std::string first = between(documentOf(folder, "p.meld", "card", "stappenkaart.html"), "<ul class=\"numbers\">", "<h3>");
    EXPECT_TRUE(holds(first, when) && holds(first, stand)) << first;
    EXPECT_FALSE(holds(first, own)) << first;
}

/// What is said in one reading only does not stand for what the step says in all.
TEST(Cards, WhatTheStepSaysInAllReadingsIsNotLost) {
    const Folder folder;
    const std::string decide = between(documentOf(folder, policyAt("innovo"), "card", "stappenkaart.html"),
                                        "<section class=\"decide\"", "</section>");
    EXPECT_EQ(timesIn(decide, "Bij stap 5 staat: De aandachtsfunctionaris is eindverantwoordelijk."), 2U) << decide;
}

/// The norms of INNOVO say nothing of help that is refused; question 4 leads to a report there. The model has a norm for it.
TEST(Cards, AnswersThatLeadToAReportBeyondThePromisesAreNamed) {
    const auto reportOf = [](const std::string& policy) {
        const Folder folder;
        return between(documentOf(folder, policyAt(policy), "card", "stappenkaart.html"), "<section class=\"report\"", "</section>");
    };
    const std::string innovo = reportOf("innovo");
    EXPECT_EQ(timesIn(innovo, "ook bij "), 1U) << innovo;
    EXPECT_TRUE(holds(innovo, "Wij melden bij Veilig Thuis ook bij nee op vraag 4: ")) << innovo;
    EXPECT_FALSE(holds(reportOf("model-po"), "ook bij ")) << reportOf("model-po");
}

/// Everybody in a school reads what no duty makes somebody's own; who reports, or talks, what holds for that.
TEST(Cards, CardsHaveWhatIsForTheirReader) {
    const Folder folder;
    const std::string cards = documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.txt");
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
    const std::string innovo = documentOf(Folder(), policyAt("innovo"), "roles", "rolkaarten.txt");
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
        const std::string card = documentOf(folder, policyAt(policy), "card", "stappenkaart.html");
        EXPECT_TRUE(holds(card, "nog niet af")) << policy;
        const std::string body = card.substr(card.find("<main"));
        const bool hasQuoted = holds(body.substr(0, body.find("class=\"legend\"")), "‘");
        EXPECT_EQ(holds(body, "<p class=\"legend\">Tussen ‘ en ’"), hasQuoted) << policy;
        EXPECT_EQ(holds(body, "Lezing: deze plek"), holds(body, "lezing ")) << policy;
    }
}

// A board that filled in all but the numbers of others has a finished text.
TEST(Cards, ATextThatLacksNumbersAloneIsFinished) {
    const Folder folder;
    const std::string adopted = "  vastgesteld 2026-03-01\n";
    folder.write("p.meld", replaced(sourceText("policies/voorbeeld/protocol.meld"), adopted, adopted + "  geldig van 2026-03-01\n"));
    const std::string card = documentOf(folder, "p.meld", "card", "stappenkaart.html");
    EXPECT_FALSE(holds(card, "nog niet af"));
    EXPECT_TRUE(holds(card, "Nog in te vullen: 3 telefoonnummers."));
}

TEST(Cards, WhoWeighsOrDecidesHasTheQuestionsAndThePromises) {
    const Folder folder;
    const std::string cards = documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.txt");
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
        const std::string wall = documentOf(folder, policyAt(policy), "card", "stappenkaart.html");
        const std::string urgent = between(wall, "<div class=\"urgent\">", "</div>");
        const std::regex heading("<p>(Als [^<]*[^< ])");
        for (const std::string& card : roleCardsIn(documentOf(folder, policyAt(policy), "roles", "rolkaarten.txt"))) {
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
    const std::string cards = documentOf(folder, "p.meld", "roles", "rolkaarten.txt");
    const std::string focal = roleCardOf(cards, "aandachtsfunctionaris");
    const std::string below = between(focal, "\nDit doen anderen met u\n", "\n\n");
    EXPECT_TRUE(holds(below, "\n- De leraar bespreekt de signalen met u.")) << focal;
    // A pronoun goes before the moment.
    EXPECT_TRUE(holds(below, "\n- De leraar informeert u direct over de signalen.")) << focal;
    EXPECT_FALSE(holds(roleCardOf(cards, "leraar"), "Dit doen anderen met u"));
}

TEST(Cards, NobodyCallsThemselves) {
    const Folder folder;
    folder.write("p.meld", withTeacherAndFocal());
    const std::string cards = documentOf(folder, "p.meld", "roles", "rolkaarten.txt");
    EXPECT_TRUE(holds(roleCardOf(cards, "leraar"), "030-7654321"));
    EXPECT_FALSE(holds(roleCardOf(cards, "aandachtsfunctionaris"), "030-7654321"));
}

TEST(Cards, WhatAnotherLineSaysInFullIsNotSaidTwice) {
    const Folder folder;
    folder.write("p.meld", withTeacherAndFocal());
    const std::string teacher = roleCardOf(documentOf(folder, "p.meld", "roles", "rolkaarten.txt"), "leraar");
    EXPECT_EQ(timesIn(teacher, "\n- U bespreekt de zorgen met "), 1U) << teacher;
    EXPECT_TRUE(holds(teacher, "\n- U bespreekt de zorgen met de ouders en het kind.")) << teacher;
    // A document that is read as a whole leaves nothing out.
    EXPECT_TRUE(holds(documentOf(folder, "p.meld", "protocol", "protocol.txt"), "\n- De leraar bespreekt de zorgen met het kind."));
}

/// One line is one duty: what must be done and what may be done are not in one.
TEST(Cards, ALineIsOneDuty) {
    const Folder folder;
    const std::string cards = documentOf(folder, policyAt("innovo"), "roles", "rolkaarten.txt");
    const std::regex mixed("\n- Iemand [^\n]*\\. Iemand ");
    EXPECT_FALSE(std::regex_search(cards, mixed));
    EXPECT_TRUE(holds(cards, "\n- Iemand mag "));
}

TEST(Cards, InWordACardIsTwoColumnsOnAPageOfItsOwn) {
    const Folder folder;
    (void)documentOf(folder, policyAt("model-po"), "roles,protocol", "rolkaarten.docx");
    const std::string main = partIn(folder, "uit/model_po.rolkaarten.docx", "word/document.xml");
    // A break of the page leads to the next column only: each card is a section with the foot of all.
    for (const std::string part : {"<w:sectPr", "<w:cols w:num=\"2\"", "<w:footerReference"}) {
        EXPECT_EQ(timesIn(main, part), labelsIn(kSchoolsFile, "rol").size()) << part;
    }
    EXPECT_FALSE(holds(partIn(folder, "uit/model_po.protocol.docx", "word/document.xml"), "<w:cols"));
    const auto sizeOf = [&](const std::string& file) {
        const std::string normal = between(partIn(folder, file, "word/styles.xml"), "w:styleId=\"Normal\"", "</w:style>");
        return std::stoi(normal.substr(normal.find("<w:sz w:val=\"") + 13));
    };
    // In half points: small, and not too small to read.
    EXPECT_LT(sizeOf("uit/model_po.rolkaarten.docx"), sizeOf("uit/model_po.protocol.docx"));
    EXPECT_GE(sizeOf("uit/model_po.rolkaarten.docx"), 17);
}

/// A role that only reads what others do is told so; whoever has the card must know who tells whom at once.
TEST(Cards, ARoleWithoutADutyIsToldSo) {
    const Folder folder;
    folder.write("p.meld", replaced(smallProtocol(), "  stap 1 ",
                                    "  rol gast \"gastles\" is intern_begeleider\n"
                                    "  route nood \"Gevaar\" bij noodsituatie { taak af moet direct melden }\n  stap 1 "));
    const std::string cards = documentOf(folder, "p.meld", "roles", "rolkaarten.txt");
    const std::string nothing = "De meldcode geeft deze rol geen eigen taak.";
    EXPECT_TRUE(holds(roleCardOf(cards, "gastles"), nothing)) << cards;
    EXPECT_FALSE(holds(roleCardOf(cards, "aandachtsfunctionaris"), nothing)) << cards;
}

TEST(Cards, WhatAStepAsksAtOnceStandsAtTheStep) {
    const Folder folder;
    for (const std::string paper : {"a4", "a3"}) {
        const std::string card = documentOf(folder, policyAt("model-po"), "card", "html", "--paper " + paper);
        const std::string step = between(card, "Signalen zien en opschrijven</h3>", "</li>");
        EXPECT_TRUE(holds(step, "De leraar informeert direct de aandachtsfunctionaris over de signalen.")) << paper << step;
        EXPECT_TRUE(holds(step, "Elke medewerker informeert direct de leraar over de signalen.")) << paper << step;
    }
}

/// Within hours is at once too, on paper as on the screen.
TEST(Cards, HoursAreAtOnce) {
    const Folder folder;
    folder.write("p.meld", replaced(replaced(smallProtocol(), "    uitvoerder af\n",
                                             "    uitvoerder af\n    taak af moet binnen 1 uur informeren baas over signalen\n"
                                             "    taak af moet binnen 2 uur waarschuwen politie bij acute_dreiging\n"),
                                    "  stap 1 ", "  rol baas \"directeur\" is directie\n  stap 1 "));
    const std::string card = documentOf(folder, "p.meld", "card", "stappenkaart.html");
    EXPECT_TRUE(holds(between(card, "Wat ook direct moet", "</section>"), "binnen 2 uur")) << card;
    EXPECT_TRUE(holds(between(card, "Wegen</h3>", "</li>"), "binnen 1 uur")) << card;
}

/// What a family can read must not have in it what it may not know; and what waits is done later.
TEST(Cards, WhatIsNotWrittenInACaseAndWhatIsDoneLaterAreTold) {
    const Folder folder;
    const std::string card = documentOf(folder, policyAt("model-po"), "card", "stappenkaart.html");
    // A duty that is done unless it is so is no part of the urgent case in which it is so.
    EXPECT_FALSE(holds(between(card, "Wat ook direct moet", "</section>"), "leerlingvolgsysteem")) << card;
    // Nor has a step in which nothing but recording hangs on it an exception to talking.
    EXPECT_FALSE(holds(between(card, "Overleggen met een collega</h3>", "</li>"), "Wanneer u")) << card;
    for (const std::string step : {"Praten met ouder en kind</h3>", "Beslissen over melden en over hulp</h3>"}) {
        EXPECT_TRUE(holds(between(card, step, "</li>"), "Zodra het kan, doen wij dit alsnog.")) << step << card;
    }
}

/// Whoever reads that something does not agree reads with whom to confer; and where the questions report without a promise.
TEST(Cards, WhoReadsAContradictionKnowsWithWhomToConfer) {
    const Folder folder;
    const std::string ask = "Overleg dan direct met Veilig Thuis.";
    const std::string also = "Wij melden bij Veilig Thuis ook bij nee op vraag 4: Willen de betrokkenen de hulp?";
    std::size_t found = 0;
    for (const std::string& card : roleCardsIn(documentOf(folder, policyAt("innovo"), "roles", "rolkaarten.txt"))) {
        const bool isWeighing = holds(card, "klopt niet");
        EXPECT_EQ(holds(card, ask), isWeighing) << card;
        found += isWeighing ? 1 : 0;
    }
    EXPECT_GE(found, 2U);
    EXPECT_TRUE(holds(documentOf(folder, policyAt("innovo"), "protocol", "protocol.txt"), "\n" + also));
    // A code that agrees with itself sends nobody.
    EXPECT_FALSE(holds(documentOf(folder, policyAt("model-po"), "roles", "rolkaarten.txt"), ask));
}

} // namespace
} // namespace meldc::golden
