#include "support/limits.h"
#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

namespace meldc::parser::test {

namespace {

using Codes = std::vector<std::string>;

/// One mistake: a text and the one message that it gives.
struct Mistake {
    const char* text;
    const char* code;
    const char* sentence;
};

void expectOne(const Mistake& mistake, const std::string& text) {
    SCOPED_TRACE(mistake.text);
    const Read parsed = read(text);
    EXPECT_EQ(parsed.codes(), Codes{mistake.code});
    EXPECT_EQ(parsed.sentences(), Codes{mistake.sentence});
}

TEST(Errors, InAUnit) {
    const Mistake mistakes[] = {
        {"  rol stap is directie", "MC1004@2:7", "`stap` is een vast woord van de taal; hier hoort een naam"},
        {"  rol is directie", "MC1001@2:7", "`is` past hier niet; hier kan staan: een naam"},
        {"  vastgesteld 1 maart 2026", "MC1001@2:15",
         "`1` past hier niet; hier kan staan: een datum zoals 2026-08-31"},
        {"  vastgesteld 2026-02-30", "MC1012@2:15", "de datum `2026-02-30` bestaat niet"},
        {"  vastgesteld 12-03-2026", "MC1030@2:15", "`12-03-2026` is niet geschreven als jaar-maand-dag"},
        {"  vastgesteld 2026-3-1", "MC1030@2:15", "`2026-3-1` is niet geschreven als jaar-maand-dag"},
        {"  gelezen regel 12345678901", "MC1013@2:17",
         "het getal `12345678901` is te groot; een getal heeft hier hoogstens 9 cijfers"},
        {"  gelezen regel 30-12", "MC1020@2:17",
         "deze reeks is leeg of loopt terug: `12` komt niet na `30`"},
        {"  geldig van 2026-01-02 tot en met 2026-01-01", "MC1020@2:10",
         "deze reeks is leeg of loopt terug: `2026-01-01` komt niet na `2026-01-02`"},
        {"  taak a moet niet melden", "MC1001@2:15",
         "`niet` past hier niet; hier kan staan: een handeling; wat iemand niet mag, schrijft u met `mag niet`"},
        {"  taak a moet melden binnen 5 dagen", "MC1001@2:22",
         "`binnen` past hier niet; hier kan staan: een nieuwe regel; een termijn komt direct achter `moet` of "
         "`mag`, zoals in `moet binnen 5 werkdagen …`"},
        {"  werkt met a en b", "MC1001@2:15",
         "`en` past hier niet; hier kan staan: een komma; `en` staat alleen in een voorwaarde"},
        {"  rol \"\" is directie", "MC1019@2:7", "hier staat een lege naam"},
        {"  stap 1 \"a\" { uitvoerder a en b of c }", "MC1022@2:27",
         "hier staan `en` en `of` door elkaar; het is niet duidelijk wie het doet"},
        {"  taak a moet doen met b of c met d", "MC1021@2:31",
         "`met` staat hier twee keer in hetzelfde blok of dezelfde regel"},
        {"  contact v telefoon \"1\" telefoon \"2\"", "MC1021@2:26",
         "`telefoon` staat hier twee keer in hetzelfde blok of dezelfde regel"},
        {"  route r bij (a of b { }", "MC1001@2:23", "`{` past hier niet; hier kan staan: `en`, `of` of `)`"},
        {"  uitzondering gesprek { }", "MC1001@2:16", "`gesprek` past hier niet; hier kan staan: `op`"},
        {"  rol af \"aandachts is directie", "MC1003@2:10",
         "de tekst die hier begint, heeft geen aanhalingsteken aan het eind van de regel"},
        {"  stap 1 \"Signalen {\n    uitvoerder af\n  }", "MC1003@2:10",
         "de tekst die hier begint, heeft geen aanhalingsteken aan het eind van de regel"},
        {"  organisatie \u201CDe Linde\u201D", "MC1025@2:15",
         "deze aanhalingstekens zijn krom of enkel; een tekst staat tussen rechte dubbele: \"…\""},
        {"  organisatie 'De Linde'", "MC1025@2:15",
         "deze aanhalingstekens zijn krom of enkel; een tekst staat tussen rechte dubbele: \"…\""},
        {"  organisatie \u2018Sint Jan's school\u2019", "MC1025@2:15",
         "deze aanhalingstekens zijn krom of enkel; een tekst staat tussen rechte dubbele: \"…\""},
        {"  vastgesteld 2026\u201303\u201301", "MC1031@2:19",
         "hier staat een lang streepje (U+2013); in de taal betekent dat niets"},
        {"  gelezen regel 12\u201314", "MC1031@2:19",
         "hier staat een lang streepje (U+2013); in de taal betekent dat niets"},
        {"  rol leer\u00ADkracht is x", "MC1031@2:11",
         "hier staat een onzichtbaar afbreekstreepje (U+00AD); in de taal betekent dat niets"},
        {"  rol af\u200B is x", "MC1031@2:9",
         "hier staat een onzichtbaar teken (U+200B); in de taal betekent dat niets"},
        {"  rol\u2003af is x", "MC1031@2:6",
         "hier staat een bijzondere spatie (U+2003); in de taal betekent dat niets"},
        {"  rol anti-pest is x\n  stap 1 \"a\" { uitvoerder anti-pest }", "MC1032@2:7",
         "in de naam `anti-pest` staat een streepje; een naam heeft letters, cijfers en `_`"},
        {"  rol groep-8 is x", "MC1032@2:7",
         "in de naam `groep-8` staat een streepje; een naam heeft letters, cijfers en `_`"},
        {"  taak a moet binnen 0 dagen bellen", "MC1034@2:22",
         "hier staat 0; regels, alinea's en termijnen tellen vanaf 1"},
        {"  organisatie \"a\" staat in p regel 0", "MC1034@2:36",
         "hier staat 0; regels, alinea's en termijnen tellen vanaf 1"},
        {"  stap 1 \"x\" { vraag 1 \"x\" {\n nee hulp } }", "MC1033@3:2",
         "voor het antwoord `nee` ontbreekt `bij`"},
        {"  rol af; is directie", "MC1005@2:9", "het teken `;` heeft hier geen betekenis"},
        {"  rol af is directie # vertrouwelijk", "MC1005@2:22", "het teken `#` heeft hier geen betekenis"},
        {"  stap 1 \"a\" { wettelijk stap signaleren }", "MC1014@2:16",
         "`wettelijk` is geen woord van de taal; bedoeld is misschien `wettelijke`"},
        {"  Rol a is b", "MC1014@2:3", "`Rol` is geen woord van de taal; bedoeld is misschien `rol`"},
        {"  taak a moet doen\n  rolle b is c", "MC1014@3:3",
         "`rolle` is geen woord van de taal; bedoeld is misschien `rol`"},
        {"  meldnorm 1 { altijd melden bij x }", "MC1015@2:16",
         "`altijd` kan niet in `meldnorm` staan; het hoort in het bestand zelf, buiten elk blok"},
        {"  stap 1 \"a\" {\n    rol x is y\n  }", "MC1015@3:5",
         "`rol` kan niet in `stap` staan; het hoort in `meldcode`"},
        {"  taak a moet informeren ouder en kind", "MC1001@2:32",
         "`en` past hier niet; hier kan staan: een komma; `en` staat alleen in een voorwaarde"},
        {"  laag wet", "MC1015@2:3", "`laag` kan niet in `meldcode` staan; het hoort in `norm`"},
        {"  taak leerkracht vastleggen signalen", "MC1001@2:19",
         "`vastleggen` past hier niet; hier kan staan: `moet`, `mag`, `en`, `of` of `,`"},
        {"  taak leerkracht moet", "MC1016@2:19",
         "deze regel is nog niet af; na `moet` hoort een naam, `direct` of `binnen`"},
        {"  taak a moet niet bellen", "MC1001@2:15",
         "`niet` past hier niet; hier kan staan: een handeling; wat iemand niet mag, schrijft u met `mag niet`"},
        {"  leerkracht moet signalen vastleggen", "MC1029@2:3",
         "een regel begint met een vast woord, en `leerkracht` is er geen; hier kan bijvoorbeeld staan: "
         "`rol`, `stap`, `taak`, `beslissing`, `afwegingskader`, `meldnorm`, `route` of `onderwerp`"},
        {"  stap 1 \"a\" { uitvoerder af leerkracht }", "MC1001@2:30",
         "`leerkracht` past hier niet; hier kan staan: `en`, `of`, `,`, `staat` of een nieuwe regel"},
        {"  stap 1 \"x\" { vraag 1 \"x\" { bij misschien melden } }", "MC1001@2:34",
         "`misschien` past hier niet; hier kan staan: `ja`, `nee` of `twijfel`"},
        {"  leeftijd van 12 tot 12 kind", "MC1020@2:3",
         "deze reeks is leeg of loopt terug: `12` komt niet na `12`"},
        {"  onduidelijk \"x\" { lezing { } }", "MC1024@2:3",
         "een onduidelijke zin heeft minstens twee lezingen"},
    };
    for (const Mistake& mistake : mistakes) {
        expectOne(mistake, inUnit(mistake.text));
    }
}

TEST(Errors, InAFile) {
    const Mistake mistakes[] = {
        {"", "MC1011@1:1", "in dit bestand staat nog niets: geen meldcode, norm of casus"},
        {"// later\n", "MC1011@1:1", "in dit bestand staat nog niets: geen meldcode, norm of casus"},
        {"meldcode u {\n  soort meldcode\n}\n", "MC1028@1:10",
         "na de naam `u` hoort een titel tussen aanhalingstekens"},
        {"meldcode de-linde \"De Linde\" {\n}\ncasus \"c\" voor de_linde { verwacht niets }\n", "MC1032@1:10",
         "in de naam `de-linde` staat een streepje; een naam heeft letters, cijfers en `_`"},
        {"meldcode u v \"U\" {\n}\n", "MC1001@1:12",
         "`v` past hier niet; hier kan staan: een tekst tussen aanhalingstekens"},
        {"Meldcode u \"U\" {\n  soort meldcode\n}\n", "MC1014@1:1",
         "`Meldcode` is geen woord van de taal; bedoeld is misschien `meldcode`"},
        {"hallo wereld\n", "MC1029@1:1",
         "een regel begint met een vast woord, en `hallo` is er geen; hier kan bijvoorbeeld staan: "
         "`gebruik`, `begrip`, `bron`, `afwegingskader`, `norm`, `meldcode`, `casus` of `ontheffing`"},
        {"rol a is b\n", "MC1027@1:1", "`rol` staat hier buiten elk blok; het hoort in `meldcode`"},
        {"norm R1 \"x\" {\n  eis altijd melden bij\n  bericht nl \"a\" en \"b\"\n}\n", "MC1016@2:21",
         "deze regel is nog niet af; na `bij` hoort een voorwaarde"},
        {"norm R1 \"x\" {\n  eis elke stap heeft uitvoerdr\n}\n", "MC1014@2:23",
         "`uitvoerdr` is geen woord van de taal; bedoeld is misschien `uitvoerder`"},
        {"norm R1 \"x\" {\n  eis elke stap heeft taken\n}\n", "MC1001@2:23",
         "`taken` past hier niet; hier kan staan: een veld, `niet` of `(`"},
        {"norm R1 \"x\" {\n  laag wettelijk\n}\n", "MC1001@2:8",
         "`wettelijk` past hier niet; hier kan staan: `norm`, `wet`, `huis` of `advies`"},
        {"begrip x is feit \"x\" {\n  aard gevaar\n  aard steun\n}\n", "MC1021@3:3",
         "`aard` staat hier twee keer in hetzelfde blok of dezelfde regel"},
        {"begrip x is rol \"x\"\n", "MC1001@1:13",
         "`rol` past hier niet; hier kan staan: `feit`, `gevolg`, `stapfunctie`, `rolsoort`, `handeling`, "
         "`zaak`, `partij`, `betrokkene` of …"},
        {"casus \"x\" {\n  verwacht\n}\n", "MC1016@2:3",
         "deze regel is nog niet af; na `verwacht` hoort een naam, `moet`, `mag`, `precies`, `niets`, "
         "`onbepaald` of `uitgesteld`"},
    };
    for (const Mistake& mistake : mistakes) {
        expectOne(mistake, mistake.text);
    }
}

TEST(Errors, TheMissingBraceIsTheOneThatIndentationShows) {
    const Read notClosed = read("meldcode u \"U\" {\n"
                                "  stap 1 \"a\" {\n"
                                "    uitvoerder af\n"
                                "  stap 2 \"b\" {\n"
                                "    uitvoerder ib\n"
                                "  }\n"
                                "}\n"
                                "casus \"c\" { verwacht niets }\n");
    EXPECT_EQ(notClosed.codes(), Codes{"MC1002@2:3"});
    ASSERT_EQ(notClosed.document.units.at(0).block.size(), 2U);
    EXPECT_EQ(notClosed.document.cases.size(), 1U);

    const Read closedTwice = read("meldcode u \"U\" {\n"
                                  "  stap 1 \"a\" {\n"
                                  "    uitvoerder af\n"
                                  "  }\n"
                                  "  }\n"
                                  "  stap 2 \"b\" { }\n"
                                  "}\n");
    EXPECT_EQ(closedTwice.codes(), Codes{"MC1017@5:3"});
    EXPECT_EQ(closedTwice.document.units.at(0).block.size(), 2U);

    const Read notOpened = read("meldcode u \"U\" {\n"
                                "  stap 1 \"a\"\n"
                                "    uitvoerder af\n"
                                "  }\n"
                                "  stap 2 \"b\" { }\n"
                                "}\n");
    EXPECT_EQ(notOpened.codes(), Codes{"MC1026@2:3"});
    ASSERT_EQ(notOpened.document.units.at(0).block.size(), 2U);
    EXPECT_EQ(notOpened.document.units.at(0).block.at(0).block.size(), 1U);
}

TEST(Errors, AMissingBraceWithoutIndentation) {
    EXPECT_EQ(read("meldcode u \"U\" {\nstap 1 \"a\"\nuitvoerder af\n}\nstap 2 \"b\" {\n}\n}\n").codes(),
              Codes{"MC1026@2:8"});
    EXPECT_EQ(read("meldcode u \"U\" {\nstap 1 \"a\" {\n}\n").codes(), Codes{"MC1002@1:1"});
    EXPECT_EQ(read("meldcode u \"U\" {\n}\n}\n").codes(), Codes{"MC1017@3:1"});
}

TEST(Errors, ALineThatIsNotFinishedIsToldWhereItEnds) {
    const Read parsed = read(inUnit("  rol a is b,\n  rol c is d"));
    EXPECT_EQ(parsed.codes(), Codes{"MC1016@2:13"});
    ASSERT_EQ(parsed.document.units.at(0).block.size(), 1U);
    EXPECT_EQ(parsed.document.units.at(0).block.at(0).names.at(0).text, "c");
}

TEST(Errors, ANameWithAWrongCharacterIsTheNameThatWasMeant) {
    const auto nameOf = [](const std::string& text) {
        const Read parsed = read(inUnit(text));
        const auto& block = parsed.document.units.at(0).block;
        return block.empty() || block.at(0).names.empty() ? std::string() : block.at(0).names.at(0).text;
    };
    EXPECT_EQ(nameOf("  rol leer\u00ADkracht is x"), "leerkracht");
    EXPECT_EQ(nameOf("  rol anti-pest is x"), "anti_pest");
    EXPECT_EQ(nameOf("  rol anti\u2013pest is x"), "anti_pest");
    EXPECT_EQ(nameOf("  r\u00ADol af is x"), "af") << "a keyword too";
    // In a text every character may stand.
    EXPECT_EQ(read(inUnit("  organisatie \"De \u2013 Lin\u00ADde\"")).codes(), Codes{});
    // And a blank that keeps words together is a blank.
    EXPECT_EQ(read(inUnit("  rol\u00A0af is x")).codes(), Codes{});
}

TEST(Errors, AStatementKnowsThatALineOfItsBlockWasNotRead) {
    const Read parsed = read(inUnit("  stap 1 \"x\" {\n    vraag 1 \"x\" {\n      antwoord ja als (a\n    }\n"
                                    "    vraag 2 \"y\" {\n      antwoord ja als a\n    }\n  }"));
    EXPECT_EQ(parsed.codes().size(), 1U);
    const auto& step = parsed.document.units.at(0).block.at(0);
    ASSERT_EQ(step.block.size(), 2U);
    EXPECT_TRUE(step.block.at(0).hasUnread);
    EXPECT_FALSE(step.block.at(1).hasUnread);
}

TEST(Errors, ANameHasALimit) {
    const std::string name(support::kMaxNameBytes + 1, 'a');
    EXPECT_EQ(read(inUnit("  rol " + name + " is b")).codes(), Codes{"MC1018@2:7"});
    EXPECT_EQ(read(inUnit("  rol a \"" + name + "\" is b")).codes(), Codes{});
}

TEST(Errors, AConditionHasALimit) {
    std::string condition = "a";
    for (std::size_t i = 0; i < support::kMaxConditionOperands; ++i) {
        condition += " of a";
    }
    EXPECT_EQ(read(inUnit("  route r bij " + condition + " { }")).codes(), Codes{"MC1023@2:15"});
}

TEST(Errors, AFileWithManyHasSome) {
    std::string text = "meldcode u \"U\" {\n";
    for (std::size_t i = 0; i < 3 * support::kMaxErrorsPerFile; ++i) {
        text += "  rol is b\n";
    }
    const Read parsed = read(text + "}\n");
    EXPECT_EQ(parsed.codes().size(), support::kMaxErrorsPerFile + 1);
    EXPECT_EQ(parsed.sink.count(diagnostics::Severity::Info), 1U);
    EXPECT_EQ(parsed.codes().back().substr(0, 6), "MC1010");
}

TEST(Errors, ARequirementAlone) {
    const auto codes = [](const std::string& text) {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const support::FileId id = sources.add("eis", text);
        const auto requirement = parseRequirement(sources.file(id), id, sink);
        EXPECT_EQ(requirement.has_value(), sink.isEmpty());
        Read shown;
        shown.sources = std::move(sources);
        shown.sink = std::move(sink);
        return shown.codes();
    };
    EXPECT_EQ(codes("altijd melden bij disclosure"), Codes{});
    EXPECT_EQ(codes("altijd melden bij disclosure stap"), Codes{"MC1001@1:30"});
    EXPECT_EQ(codes("altyd melden"), Codes{"MC1014@1:1"});
    EXPECT_EQ(codes("altijd melden bij"), Codes{"MC1016@1:15"});
    EXPECT_EQ(codes("altijd stap bij a"), Codes{"MC1004@1:8"});
    EXPECT_EQ(codes("altijd melden bij disclosure }"), Codes{"MC1001@1:30"});
    EXPECT_EQ(codes(""), Codes{"MC1001@1:1"});
    EXPECT_EQ(codes("altijd melden bij (a"), Codes{"MC1016@1:20"});
}

TEST(Errors, BothLanguagesSayTheSame) {
    const Read parsed = read(inUnit("  rol stap is directie"));
    EXPECT_EQ(renderMessage(parsed.sink.all().at(0), support::Language::English),
              "`stap` is a keyword of the language; a name belongs here");
}

} // namespace

} // namespace meldc::parser::test
