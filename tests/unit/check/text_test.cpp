// What is written: contradictions, readings, levels, blanks, drafts, roles, order.

#include "fixture.h"

#include <gtest/gtest.h>

namespace meldc::check {
namespace {

using diagnostics::Diag;
using diagnostics::Severity;

/// The questions of the library's framework in a step, with `rest` beside it.
std::string unitSaying(const std::string& rest, const std::string& head = "") {
    return "meldcode a \"A\" {\n" + head + "\n rol juf is leraar\n rol baas is directie\n stap 1 \"S\" {\n uitvoerder juf\n"
           " beslissing melden { eindverantwoordelijk baas }\n afwegingskader van basis { } }\n" +
           rest + "\n}\n";
}

bool hasNote(const Finding& finding, Diag id) {
    for (const auto& note : finding.diagnostic.notes) {
        if (note.id == id) {
            return true;
        }
    }
    return false;
}

TEST(Text, ACompleteCodeHasNoFindings) {
    EXPECT_EQ(check(unitSaying("")).codes(), "");
}

TEST(Text, TwoStatementsOnOneSlot) {
    const auto checked = check(unitSaying("beslissing hulp {\n eindverantwoordelijk juf\n eindverantwoordelijk baas\n}"));
    const auto& finding = expectOne(checked, "MC4301", "eindverantwoordelijk juf");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Warning);
    EXPECT_EQ(finding.evidence.size(), 2U);
    EXPECT_TRUE(hasNote(finding, Diag::SaidDifferentlyHere));
    EXPECT_FALSE(hasNote(finding, Diag::OutcomesSame));
    EXPECT_EQ(checked.codes(), "MC4301");
}

TEST(Text, TwoStatementsInTheHead) {
    for (const char* const head :
         {"meldingsbevoegd ja\nmeldingsbevoegd nee", "versie \"1\"\nversie \"2\"",
          "geldig van 2026-01-01\ngeldig van 2026-01-01 tot en met 2027-01-01"}) {
        const std::string first(head, std::string(head).find('\n'));
        expectOne(check(unitSaying("", head)), "MC4301", first);
    }
    EXPECT_EQ(check(unitSaying("", "meldingsbevoegd ja\nmeldingsbevoegd ja")).codes(), "");
    expectOne(check(unitSaying("stap 2 \"T\" {\n uitvoerder juf\n uitvoerder baas\n}")), "MC4301",
              "uitvoerder juf");
    // In two readings of one sentence each has its own.
    expectNone(check(unitSaying("stap 2 \"T\" { onduidelijk \"z\" { lezing \"a\" { uitvoerder juf }\n"
                                " lezing \"b\" { uitvoerder baas } } }")),
               "MC4301");
}

TEST(Text, AStepBehindIsTold) {
    const auto leadingTo = [](const std::string& step) {
        return check(R"(meldcode a "A" { rol juf is leraar
 stap 1 "S" { uitvoerder juf }
 stap 2 "T" { uitvoerder juf
 vraag 1 "v" {
  antwoord ja als vermoeden
  bij ja melden
  bij nee naar stap )" + step + R"(
  bij twijfel hulp
 } }
 stap 3 "U" { uitvoerder juf } })");
    };
    expectOne(leadingTo("1"), "MC4114", "bij nee naar stap 1");
    expectOne(leadingTo("2"), "MC4114", "bij nee naar stap 2");
    EXPECT_EQ(leadingTo("3").codes(), "");
}

TEST(Text, TwoFrameworksInOneCode) {
    const auto checked = check(R"(afwegingskader ander "Ander" {
  vraag 11 "v" { antwoord ja als acuut  bij ja melden  bij nee hulp  bij twijfel hulp }
}
meldcode a "A" { rol juf is leraar
 stap 1 "S" { uitvoerder juf
 afwegingskader van basis { }
 afwegingskader van ander { }
} })");
    expectOne(checked, "MC4115", "afwegingskader van ander");
}

TEST(Text, ACodeThatIsNotInForceIsTold) {
    const auto codesOn = [](const std::string& head, const char* day) {
        const auto checked = check(unitSaying("", head));
        const auto findings = runChecks({checked.program.library->vocabulary, checked.program.protocols.front(),
                                         checked.worlds.all, checked.selected, checked.decisions},
                                        support::Date::parse(day));
        return findings.empty() ? std::string()
                                : renderMessage(findings.front().diagnostic, support::Language::Dutch);
    };
    const std::string valid = "geldig van 2020-01-01 tot en met 2021-01-01";
    EXPECT_EQ(codesOn(valid, "2026-11-22"), "op `2026-11-22` geldt deze code niet: zij gold tot en met 2021-01-01");
    EXPECT_EQ(codesOn(valid, "2019-11-22"), "op `2019-11-22` geldt deze code niet: zij geldt pas vanaf 2020-01-01");
    EXPECT_EQ(codesOn(valid, "2021-01-01"), "");
    EXPECT_EQ(codesOn("vastgesteld 2099-03-01", "2026-11-22"),
              "op `2026-11-22` geldt deze code niet: zij is pas vastgesteld op 2099-03-01");
    EXPECT_EQ(codesOn("vastgesteld 2026-03-01", "2026-11-22"), "");
}

TEST(Text, AContradictionThatChangesTheOutcome) {
    const auto checked = check(R"(meldcode a "A" { rol juf is leraar
 stap 1 "S" { uitvoerder juf
 vraag 1 "v" {
  antwoord ja als vermoeden
  bij ja melden
  bij ja hulp
  bij nee afsluiten
  bij twijfel hulp
 } } })");
    const auto& finding = expectOne(checked, "MC4301", "bij ja melden");
    EXPECT_TRUE(hasNote(finding, Diag::OutcomesDiffer));
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja");
    EXPECT_EQ(checked.codes(), "MC4301");
}

TEST(Text, AFindingInOneVariantNamesIt) {
    const auto checked = check(R"(meldcode a "A" { rol juf is leraar
 stap 1 "S" { uitvoerder juf
 vraag 1 "v" {
  antwoord ja als vermoeden
  bij ja melden
  bij ja vraag 2
  bij nee afsluiten
  bij twijfel hulp
 }
 vraag 2 "w" {
  antwoord ja als acuut
  bij nee hulp
  bij twijfel hulp
 } } })");
    const auto& hole = expectOne(checked, "MC4101", "vraag 2");
    EXPECT_EQ(hole.diagnostic.severity, Severity::Info);
    EXPECT_TRUE(hasNote(hole, Diag::OnlyWithThis));
    ASSERT_TRUE(hole.world.has_value());
    EXPECT_EQ(hole.world->values, std::vector<std::uint32_t>{1});
    const auto& unasked = expectOne(checked, "MC4108", "vraag 2");
    EXPECT_EQ(unasked.world->values, std::vector<std::uint32_t>{0});
}

TEST(Text, ASentenceWithTwoReadings) {
    const auto checked = check(unitSaying(R"(onduidelijk "zij doen het" {
 lezing "juf" { taak juf moet bespreken signalen }
 lezing "baas" { taak baas moet bespreken signalen }
})"));
    const auto& finding = expectOne(checked, "MC4302", "onduidelijk");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_TRUE(hasNote(finding, Diag::OutcomesSame));
    EXPECT_FALSE(finding.facts.has_value());
    EXPECT_EQ(checked.codes(), "MC4302");
}

TEST(Text, ReadingsWithDifferentOutcomes) {
    const auto checked = check(unitSaying(R"(onduidelijk "melden" {
 lezing "altijd" { taak juf moet melden bij structureel }
 lezing "soms" { taak juf mag melden bij structureel }
})"));
    const auto& finding = expectOne(checked, "MC4302", "onduidelijk");
    EXPECT_TRUE(hasNote(finding, Diag::OutcomesDiffer));
    EXPECT_EQ(checked.caseOf(finding), "vermoeden=ja structureel=ja");
    EXPECT_EQ(checked.codes(), "MC4302");
}

TEST(Text, MoreReadingsThanAreLookedAt) {
    std::string sentences;
    for (int index = 0; index < 9; ++index) {
        sentences += "onduidelijk \"z" + std::to_string(index) +
                     "\" { lezing \"a\" { taak juf moet melden } lezing \"b\" { } }\n";
    }
    expectOne(check(unitSaying(sentences)), "MC4303", "a \"A\"");
    expectNone(check(unitSaying(sentences.substr(0, sentences.size() / 9))), "MC4303");
}

TEST(Text, DeviationsFromALevelAbove) {
    const std::string model = "meldcode m \"M\" { soort kader rol juf is leraar  rol baas is directie\n"
                              " stap 1 \"S\" { uitvoerder juf  uitleg \"u\"\n beslissing melden { eindverantwoordelijk juf }\n"
                              " afwegingskader van basis { } }\n stap 2 \"T\" { uitvoerder baas } }\n";
    const auto checked = check(model + "meldcode a \"A\" { volgt m\n stap 1 \"S\" {\n uitvoerder baas }\n"
                                       " vervalt stap 2\n beslissing melden {\n eindverantwoordelijk baas } }\n");
    const auto& deviation = expectOne(checked, "MC4306", "uitvoerder baas");
    EXPECT_EQ(deviation.diagnostic.severity, Severity::Info);
    EXPECT_EQ(renderMessage(deviation.diagnostic, support::Language::Dutch),
              "deze tekst wijkt op 2 plaatsen af van `m`");
    ASSERT_EQ(deviation.diagnostic.notes.size(), 2U) << "each with what it was";
    EXPECT_EQ(renderMessage(deviation.diagnostic.notes[0], support::Language::Dutch),
              "`stap 1: uitvoerder baas` in plaats van `stap 1: uitvoerder juf`");
    EXPECT_EQ(deviation.evidence.size(), 2U);
    const auto& omission = expectOne(checked, "MC4307", "vervalt stap 2");
    EXPECT_EQ(omission.diagnostic.args[1], diagnostics::Arg(std::string("m")));
    const auto whole = check(model + "meldcode a \"A\" { volgt m\n vervang stap 2 \"T\" { uitvoerder baas } }\n");
    EXPECT_EQ(renderMessage(expectOne(whole, "MC4306", "vervang stap 2").diagnostic.notes.at(0),
                            support::Language::Dutch),
              "`stap 2 \"T\"` is in zijn geheel vervangen");
    // What a model says otherwise than the text above it is its own affair.
    EXPECT_EQ(check(model + "meldcode n \"N\" { volgt m\n stap 1 { uitvoerder baas } }\n"
                            "meldcode a \"A\" { volgt n }\n")
                  .codes(),
              "");
    EXPECT_EQ(check(model + "meldcode a \"A\" { volgt m }\n").codes(), "");
}

TEST(Text, DeviationsFromAFramework) {
    const auto checked = check(R"(meldcode a "A" { rol juf is leraar
 stap 1 "S" { uitvoerder juf
 afwegingskader van basis {
  vervang vraag 2 "b" { antwoord ja als acuut of structureel  bij ja melden  bij nee hulp  bij twijfel melden }
 } } })");
    const auto& finding = expectOne(checked, "MC4306", "vervang vraag 2");
    EXPECT_EQ(finding.diagnostic.args[1], diagnostics::Arg(std::string("basis")));
    EXPECT_EQ(checked.codes(), "MC4306");
}

TEST(Text, BlanksAreWrongInACodeAndBelongInATemplate) {
    EXPECT_EQ(expectOne(check(unitSaying("blanco \"regio\"")), "MC4401", "blanco").diagnostic.severity,
              Severity::Warning);
    EXPECT_EQ(expectOne(check(unitSaying("blanco \"regio\"", "soort sjabloon")), "MC4401", "blanco")
                  .diagnostic.severity,
              Severity::Info);
    EXPECT_EQ(check(unitSaying("concept blanco \"regio\"")).codes(), "MC4403");
}

TEST(Text, WhatABlankSaysToWriteFillsIt) {
    const std::string blanks = "meldcode m \"M\" { soort sjabloon rol juf is leraar systeem lvs\n"
                               " blanco organisatie \"1\" blanco gezag \"2\" blanco vastgesteld \"3\" blanco instemming \"4\"\n"
                               " blanco geldig \"5\" blanco systeem lvs \"6\" blanco rol juf \"7\"\n"
                               " blanco contact veilig_thuis \"8\" blanco meldingsbevoegd \"9\" }\n";
    const auto checked = check(blanks + "meldcode a \"A\" { volgt m }");
    const auto open = checked.withCode("MC4401");
    ASSERT_EQ(open.size(), 9U);
    std::string lines;
    for (const Finding* each : open) {
        const std::string remedy = renderRemedy(each->diagnostic, support::Language::Dutch);
        const std::size_t begin = remedy.find('`') + 1;
        lines += remedy.substr(begin, remedy.find('`', begin) - begin) + "\n";
    }
    // In quotes a few words, elsewhere a name.
    for (std::size_t at = lines.find("…"); at != std::string::npos; at = lines.find("…")) {
        lines.replace(at, std::string("…").size(), at > 0 && lines[at - 1] == '"' ? "iets" : "leraar");
    }
    expectNone(check(blanks + "meldcode a \"A\" { volgt m\n" + lines + "}"), "MC4401");
}

TEST(Text, ABlankSaysHowItIsFilledIn) {
    const auto remedy = [](const std::string& text) {
        return renderRemedy(expectOne(check(text), "MC4401", "blanco").diagnostic, support::Language::Dutch);
    };
    const auto followed = [](const std::string& blank) {
        return "meldcode m \"M\" { soort sjabloon\n" + blank + " }\nmeldcode a \"A\" { volgt m }\n";
    };
    EXPECT_EQ(remedy(unitSaying("blanco \"regio\"")), "vul in wat er hoort, en haal `blanco` weg");
    EXPECT_EQ(remedy(unitSaying("blanco gezag \"wie\"", "soort sjabloon")),
              "wie deze tekst volgt, vult het in met: `bevoegd gezag \"…\"`");
    EXPECT_EQ(remedy(followed("blanco contact veilig_thuis \"adres\"")),
              "vul het in met: `contact veilig_thuis \"…\" telefoon \"…\" adres \"…\"`; wat er al staat, mag u weglaten");
    EXPECT_EQ(remedy(followed("blanco vervanger \"wie\"")),
              "regel het, en schrijf dan: `vervalt blanco vervanger`");
    EXPECT_EQ(remedy(followed("blanco \"wie dan\"")),
              "regel het, en schrijf dan: `vervalt blanco \"wie dan\"`");
}

TEST(Text, AFrameworkThatIsStillToBeChosen) {
    const auto checked = check("meldcode a \"A\" { rol juf is leraar\n stap 1 \"S\" { uitvoerder juf\n"
                               " afwegingskader open \"kies\" uit basis } }\n");
    expectOne(checked, "MC4402", "afwegingskader open");
    EXPECT_EQ(checked.codes(), "MC4103 MC4402");
}

TEST(Text, ADraftIsOneFinding) {
    const auto checked = check(unitSaying("concept onduidelijk \"o\" { lezing \"a\" { taak juf moet bespreken signalen }"
                                        " lezing \"b\" { taak baas moet bespreken signalen } }"));
    expectOne(checked, "MC4403", "concept onduidelijk");
    EXPECT_EQ(checked.codes(), "MC4403");
}

TEST(Text, RolesThatNoStatementNames) {
    const auto checked = check(unitSaying("rol zus is directie\n rol buur is leraar \n taak beroepskracht moet bespreken signalen"));
    // The neighbour is a professional, of whom something is asked.
    expectOne(checked, "MC4404", "rol zus");
    EXPECT_EQ(checked.codes(), "MC4404");
    EXPECT_EQ(check(unitSaying("rol zus is directie\n taak juf moet bespreken signalen bij keuze van zus \"x\"")).codes(), "");
    EXPECT_EQ(check(unitSaying("rol zus is directie\n systeem s \"S\" alleen voor zus\n taak juf moet vastleggen in s")).codes(), "");
}

TEST(Text, SystemsThatNoStatementNames) {
    expectOne(check(unitSaying("systeem map \"Map\"")), "MC4405", "systeem map");
    EXPECT_EQ(check(unitSaying("systeem map \"Map\"\n taak juf moet vastleggen in map")).codes(), "");
}

TEST(Text, StepsThatGiveNoOneAnythingToDo) {
    const auto checked = check(unitSaying("stap 2 \"T\" { uitleg \"u\" }"));
    expectOne(checked, "MC4406", "stap 2");
    EXPECT_EQ(checked.codes(), "MC4406");
    EXPECT_EQ(check(unitSaying("stap 2 \"T\" { samen met juf }\n stap 3 \"U\" { taak juf moet bespreken signalen }")).codes(), "");
}

TEST(Text, AnOrderThatCannotBeKept) {
    const std::string steps = "stap 2 \"T\" {\n uitvoerder juf\n volgorde pas na stap 1\n}\nstap 3 \"U\" {\n uitvoerder juf\n volgorde pas na stap 2\n ";
    EXPECT_EQ(check(unitSaying(steps + "}")).codes(), "");
    const auto checked = check(unitSaying(steps + "volgorde voor stap 1\n}"));
    const auto& finding = expectOne(checked, "MC4407", "volgorde pas na stap 1");
    EXPECT_EQ(finding.evidence.size(), 3U);
    EXPECT_EQ(checked.codes(), "MC4407");
}

TEST(Text, ADutyThatFitsNowhereInTheOrder) {
    const std::string steps = "stap 2 \"T\" {\n uitvoerder juf\n volgorde pas na stap 1\n}\nstap 3 \"U\" {\n uitvoerder juf\n volgorde pas na stap 2\n}\n";
    const auto checked = check(unitSaying(steps + "taak juf moet bespreken signalen voor stap 1 pas na stap 3"));
    expectOne(checked, "MC4408", "taak juf");
    EXPECT_EQ(checked.codes(), "MC4408");
    expectOne(check(unitSaying("taak juf moet bespreken signalen voor stap 1 pas na stap 1")), "MC4408", "taak juf");
    EXPECT_EQ(check(unitSaying(steps + "taak juf moet bespreken signalen voor stap 3 pas na stap 1")).codes(), "");
}

TEST(Text, ARoleThatConsultsItself) {
    const auto step = check(unitSaying("stap 2 \"T\" {\n uitvoerder juf\n raadpleegt juf\n}"));
    EXPECT_EQ(expectOne(step, "MC4409", "raadpleegt juf").diagnostic.severity, Severity::Info);
    EXPECT_EQ(step.codes(), "MC4409");
    expectOne(check(unitSaying("taak juf moet raadplegen juf")), "MC4409", "taak juf");
    EXPECT_EQ(check(unitSaying("stap 2 \"T\" {\n uitvoerder juf\n raadpleegt een van juf, baas\n}\n"
                             "taak juf moet raadplegen baas\n taak juf of baas moet raadplegen juf\n"))
                  .codes(),
              "");
}

TEST(Text, AnAddedStepWithoutAPlaceInTheOrder) {
    const std::string model = R"(meldcode b "B" { rol juf is leraar
 stap 1 "S" {
 uitvoerder juf
 vraag 1 "v" { antwoord ja als vermoeden  bij ja melden  bij nee hulp  bij twijfel hulp }
 }
 stap 2 "T" {
 uitvoerder juf
 } }
meldcode a "A" { volgt b
)";
    const auto none = check(model + "stap 1b \"N\" {\n uitvoerder juf\n} }");
    EXPECT_EQ(expectOne(none, "MC4413", "stap 1b").diagnostic.severity, Severity::Info);
    expectOne(check(model + "stap 1b \"N\" {\n uitvoerder juf\n volgorde pas na stap 2\n volgorde voor stap 1\n} }"),
              "MC4413", "stap 1b");
    expectNone(check(model + "stap 1b \"N\" {\n uitvoerder juf\n volgorde pas na stap 1\n} }"), "MC4413");
    expectNone(check(model + "stap 2 \"N\" {\n uitvoerder juf\n} }"), "MC4413");
}

TEST(Text, TwoFormsOfOneDecision) {
    const auto checked = check(unitSaying("beslissing melden { }\nbeslissing hulp { }\nbeslissing een van melden, hulp { }"));
    expectOne(checked, "MC4301", "beslissing een van");
    EXPECT_EQ(checked.codes(), "MC4301");
}

TEST(Text, NamesOfThePast) {
    const std::string text = unitSaying(" contact amk \"AMK\"\n taak juf moet raadplegen amk");
    const auto now = check(text);
    EXPECT_EQ(now.withCode("MC4410").size(), 2U);
    EXPECT_EQ(now.withCode("MC4410").front()->diagnostic.severity, Severity::Info);
    expectNone(check(text, "a", "2014-12-31"), "MC4410");
    EXPECT_EQ(check(text, "a", "2015-01-01").withCode("MC4410").size(), 2U);
    expectNone(check(unitSaying(" concept contact amk \"AMK\"")), "MC4410");
    expectNone(check(unitSaying(" contact veilig_thuis \"Veilig Thuis\"")), "MC4410");
}

TEST(Text, SourcesThatLapsed) {
    const std::string text = unitSaying(" verwijst naar oude_wet artikel 3");
    expectOne(check(text), "MC4412", "verwijst naar oude_wet");
    expectOne(check(text, "a", "2018-05-25"), "MC4412", "verwijst naar oude_wet");
    expectNone(check(text, "a", "2018-05-24"), "MC4412");
}

TEST(Text, AgesThatDoNotJoin) {
    const auto bands = [](const char* second) {
        return unitSaying(" leeftijd van 0 tot 12 juf\n leeftijd " + std::string(second) + " juf");
    };
    expectNone(check(bands("van 12 tot 16")), "MC4411");
    expectNone(check(bands("van 0 tot 12")), "MC4411");
    EXPECT_EQ(expectOne(check(bands("van 13")), "MC4411", "leeftijd van 13").evidence.size(), 2U);
    expectOne(check(bands("van 10 tot 16")), "MC4411", "leeftijd van 10");
    // Who is told of a report is another row of ages than who is talked with.
    expectNone(check(unitSaying(" leeftijd van 0 tot 12 juf\n leeftijd van 16 juf over juf")), "MC4411");
    expectOne(check(unitSaying(" leeftijd van 0 tot 12 juf over juf\n leeftijd van 16 juf over juf")), "MC4411",
              "leeftijd van 16");
}

} // namespace
} // namespace meldc::check
