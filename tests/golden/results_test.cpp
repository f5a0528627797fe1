// The results of check, prove, decide, test, explain and dump, on small protocols.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

namespace meldc::golden {
namespace {

TEST(Check, PlainTextHasOneLineForEachFinding) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc check p.meld --format plain --date 2026-01-01");
    static const std::regex kLine(
        R"((\S+:\d+:\d+: (error|warning|info|open|ok|not-applicable) [A-Z]+\d+ .+)|(p\.meld: proef: .+))");
    std::size_t begin = 0;
    std::size_t lines = 0;
    while (begin < ran.out.size()) {
        const std::size_t end = ran.out.find('\n', begin);
        const std::string line = ran.out.substr(begin, end - begin);
        EXPECT_TRUE(std::regex_match(line, kLine)) << line;
        begin = end + 1;
        ++lines;
    }
    EXPECT_GT(lines, 5U);
}

TEST(Check, TextTellsWhatToDoFirstAndWhatWasCounted) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string text = folder.run("meldc check p.meld --date 2026-01-01").out;
    for (const std::string_view part :
         {"Doe eerst dit", "Zelf beoordelen", "In orde", "Geteld:", "recht van 2026-01-01"}) {
        EXPECT_TRUE(holds(text, part)) << part << " not in:\n" << text;
    }
    const std::string english = folder.run("meldc check p.meld --date 2026-01-01 --lang en").out;
    for (const std::string_view part :
         {"Do this first", "Judge yourself", "In order", "Counted:", "law of 2026-01-01"}) {
        EXPECT_TRUE(holds(english, part)) << part << " not in:\n" << english;
    }
}

TEST(Check, WhatDoesNotApplyIsCountedApartFromWhatIsInOrder) {
    const Folder folder;
    // A framework of a profession: much of what an organisation must do does not concern it.
    const std::string protocol = "'" + inSource("policies/rbcz") + "'";
    const std::string line = "meldc check " + protocol + " --date 2026-01-01 ";
    const auto numberIn = [](const std::string& text, const std::string& pattern) {
        std::smatch found;
        return std::regex_search(text, found, std::regex(pattern)) ? std::stoul(found[1]) : 0UL;
    };
    const std::string json = folder.run(line + "--format json").out;
    const auto satisfied = numberIn(json, R"re("satisfied": (\d+))re");
    const auto notApplicable = numberIn(json, R"re("not_applicable": (\d+))re");
    ASSERT_GT(satisfied, 0U) << json;
    ASSERT_GT(notApplicable, 0U) << json;

    const std::string text = folder.run(line).out;
    EXPECT_EQ(numberIn(text, R"(In orde \((\d+)\))"), satisfied) << text;
    EXPECT_EQ(numberIn(text, R"(Niet van toepassing \((\d+)\))"), notApplicable) << text;

    const std::string plain = folder.run(line + "--format plain").out;
    static const std::regex kPlainLine(": not-applicable R");
    EXPECT_EQ(static_cast<std::size_t>(std::distance(
                  std::sregex_iterator(plain.begin(), plain.end(), kPlainLine), {})),
              notApplicable);

    ASSERT_EQ(folder.run("meldc build " + protocol + " --emit html --out uit --date 2026-01-01")
                  .exitCode,
              0);
    const std::string page = folder.read("uit/rbcz.html");
    EXPECT_EQ(numberIn(page, R"(<b>(\d+)</b> In orde)"), satisfied);
    EXPECT_EQ(numberIn(page, R"(<b>(\d+)</b> Niet van toepassing)"), notApplicable);
}

/// The complying code with one thing changed.
std::string changedExample(const std::string& from, const std::string& to) {
    std::ifstream stream(inSource("policies/voorbeeld/protocol.meld"));
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    EXPECT_TRUE(holds(text, from));
    return text.replace(text.find(from), from.size(), to);
}

TEST(Check, AModelIsFollowedWithoutACopyOfIt) {
    const Folder folder;
    folder.write("protocol.meld", "meldcode eigen \"Eigen\" {\n  volgt model_po\n  soort meldcode\n}\n");
    const Ran ran = folder.run("meldc check . --format plain");
    EXPECT_EQ(ran.messages(), 0U) << ran.err;
    EXPECT_TRUE(holds(ran.out, ": ok R3 ")) << ran.out;
    EXPECT_TRUE(holds(ran.out, ": ok R31 "));
    EXPECT_TRUE(holds(folder.run("meldc decide . --case vermoeden=ja,acute_onveiligheid=ja").out, "melden"));
}

TEST(Check, ReadingsThatDifferInExplanationsOnlyHideNothing) {
    const Folder folder;
    std::string blocks;
    for (int each = 0; each < 12; ++each) {
        blocks += "  onduidelijk \"zin " + std::to_string(each) +
                  "\" { lezing { uitleg \"a\" } lezing { uitleg \"b\" } }\n";
    }
    std::string text = smallProtocol();
    const std::string plain = text;
    text.replace(text.find("  soort meldcode\n"), 17, "  soort meldcode\n" + blocks);
    folder.write("een/protocol.meld", plain);
    folder.write("twee/protocol.meld", text);
    const auto errors = [&](const std::string& name) {
        return folder.run("meldc check " + name + " --format plain | grep -o ' error [RH][0-9]*' | sort").out;
    };
    EXPECT_NE(errors("een"), "");
    EXPECT_EQ(errors("twee"), errors("een"));
}

TEST(Check, FailOnDecidesTheExitCode) {
    const Folder folder;
    const std::string contact = "  contact veilig_thuis telefoon \"0800-2000\"\n";
    const std::string duty = " vastleggen signalen, tegensignalen";
    const std::string responsible = "{ eindverantwoordelijk directeur }";
    struct Row {
        std::string text;
        std::string told;
        int error, warning, info;
    };
    // All in order; then what falls short is advice, a norm of the field, and law.
    for (const auto& row : {Row{changedExample("", ""), "", 0, 0, 0},
                            Row{changedExample(contact, ""), "info R51", 0, 0, 1},
                            Row{changedExample("moet" + duty, "mag" + duty), "warning R40", 0, 1, 1},
                            Row{changedExample(responsible, "{ }"), "error R15", 1, 1, 1}}) {
        folder.write("p.meld", row.text);
        const std::string line = "meldc check p.meld --date 2026-11-21 --format plain";
        EXPECT_TRUE(holds(folder.run(line).out, row.told)) << row.told;
        EXPECT_EQ(folder.run(line).exitCode, row.error) << row.told;
        EXPECT_EQ(folder.run(line + " --fail-on error").exitCode, row.error) << row.told;
        EXPECT_EQ(folder.run(line + " --fail-on warning").exitCode, row.warning) << row.told;
        EXPECT_EQ(folder.run(line + " --fail-on info").exitCode, row.info) << row.told;
    }
}

TEST(Check, SeveralFormatsInOneRun) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc check p.meld --date 2026-01-01 --format text "
                               "--format json=uit/a.json --format plain=uit/a.txt");
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Doe eerst dit"));
    EXPECT_EQ(folder.read("uit/a.json"),
              folder.run("meldc check p.meld --date 2026-01-01 --format json").out);
    EXPECT_TRUE(holds(folder.read("uit/a.txt"), "p.meld:"));
}

TEST(Check, AHoleInATextThatWasNotReadToItsEndIsNoMoreThanInformation) {
    const Folder folder;
    const auto written = [&](const std::string& read) {
        std::string text = smallProtocol();
        const std::string kind = "soort meldcode\n";
        text.insert(text.find(kind) + kind.size(), "  bron protocol \"protocol.txt\"\n  gelezen regel " + read + "\n" +
                                                       "  stap 9 \"Laatst\" staat in protocol regel 1, 60 { uitvoerder af }\n");
        return text;
    };
    folder.write("heel.meld", written("1-60"));
    folder.write("deel.meld", written("1-2"));
    const std::string whole = folder.run("meldc check heel.meld --format plain --date 2026-01-01").out;
    const std::string part = folder.run("meldc check deel.meld --format plain --date 2026-01-01").out;
    EXPECT_TRUE(holds(whole, "warning MC4204")) << whole;
    EXPECT_FALSE(holds(part, "warning MC4204")) << part;
    EXPECT_TRUE(holds(part, "info MC4204")) << part;
}

TEST(Check, AFolderIsSearched) {
    const Folder folder;
    folder.write("codes/een/protocol.meld", smallProtocol());
    folder.write("codes/een/los.meld", "dit is geen meldcode");
    folder.write("codes/twee/school.meld", smallProtocol());
    folder.write("codes/norm/norm.meld", "dit wordt overgeslagen");
    folder.write("codes/norm/fout.meld", "dit ook");
    const Ran ran = folder.run("meldc check codes --format plain");
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "codes/een/protocol.meld"));
    EXPECT_TRUE(holds(ran.out, "codes/twee/school.meld"));
}

TEST(Prove, RefutesWithTheSmallestCase) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc prove p.meld 'altijd melden bij disclosure'");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Weerlegd")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "vermoeden=ja")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "disclosure=ja")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "p.meld:10:")) << ran.out;
    // The code's own promise asks for it.
    EXPECT_TRUE(holds(ran.out, "meldnorm 1")) << ran.out;
    // The case is the same when it is run by itself.
    const Ran again = folder.run("meldc decide p.meld --format json --case "
                                 "'vermoeden=ja,disclosure=ja,acute_onveiligheid=nee'");
    EXPECT_TRUE(holds(again.out, R"("consequences":["hulp"])")) << again.out;
    EXPECT_TRUE(holds(again.out, R"("conflicts":["meldnorm 1"])")) << again.out;
}

TEST(Prove, TellsAPromiseThatAChoiceCouldStillKeep) {
    const Folder folder;
    std::string text = smallProtocol();
    const std::string above = "uitvoerder af\n";
    text.insert(text.find(above) + above.size(),
                "    taak af moet melden bij vermoeden en keuze van af \"doorgaan\"\n");
    folder.write("p.meld", text);
    const Ran ran = folder.run("meldc prove p.meld 'altijd melden bij disclosure'");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "Weerlegd")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "meldnorm 1")) << ran.out;
}

TEST(Prove, SaysSoAndCountsWhenItHolds) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc prove p.meld 'altijd melden bij acute_onveiligheid'");
    EXPECT_EQ(ran.exitCode, 0) << ran.out;
    EXPECT_TRUE(holds(ran.out, "Bewezen")) << ran.out;
    // Two facts: four combinations, one of which contradicts the vocabulary.
    EXPECT_TRUE(holds(ran.out, "3 situaties")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "1 combinatie")) << ran.out;
}

TEST(Prove, NeverSaysProvedOfWhatIsNotThere) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    Ran ran = folder.run("meldc prove p.meld 'mogelijk melden bij vermoeden en niet vermoeden'");
    EXPECT_EQ(ran.exitCode, 1) << ran.out;
    EXPECT_TRUE(ran.out.starts_with("Weerlegd")) << ran.out;
    for (const std::string kind : {"altijd", "nooit", "mogelijk"}) {
        const std::string asked = kind + " melden bij twijfel over vermoeden";
        ran = folder.run("meldc prove p.meld '" + asked + "'");
        EXPECT_EQ(ran.exitCode, 1) << ran.out;
        EXPECT_TRUE(ran.out.starts_with("Niet te beslissen")) << ran.out;
        EXPECT_TRUE(holds(ran.out, "ook bij twijfel")) << ran.out;
        ran = folder.run("meldc prove p.meld '" + asked + " ook bij twijfel'");
        EXPECT_FALSE(ran.out.starts_with("Niet te beslissen")) << ran.out;
    }
    // Perhaps is yes or doubt: with doubt question 2 leads nowhere, which a proof without doubt hides.
    const std::string perhaps = "meldc prove p.meld 'altijd melden bij vermoeden en misschien acute_onveiligheid";
    EXPECT_TRUE(holds(folder.run("meldc prove p.meld 'altijd melden bij vermoeden en acute_onveiligheid'").out, "Bewezen"));
    EXPECT_TRUE(folder.run(perhaps + "'").out.starts_with("Niet te beslissen"));
    EXPECT_TRUE(folder.run(perhaps + " ook bij twijfel'").out.starts_with("Weerlegd"));
    EXPECT_TRUE(holds(folder.run("meldc prove p.meld 'mogelijk melden'").out, "er is een situatie"));
    EXPECT_TRUE(holds(folder.run("meldc prove p.meld 'er is een stap'").out, "klopt voor deze code"));
}

TEST(Check, AFindingInTheLibrarySaysSo) {
    const Folder folder;
    folder.write("p.meld", "meldcode p \"P\" {\n  rol af is aandachtsfunctionaris\n  stap 4 \"Wegen\" {\n"
                           "    uitvoerder af\n    afwegingskader van onderwijs_2018 { }\n  }\n}\n");
    const std::string text = folder.run("meldc check p.meld --date 2026-01-01").out;
    EXPECT_TRUE(holds(text, "van de bibliotheek")) << text;
    EXPECT_TRUE(holds(text, "p.meld:5:5")) << text;
    const Ran page = folder.run("meldc check p.meld --date 2026-01-01 --format json");
    EXPECT_TRUE(holds(page.out, "MC4920")) << page.out;
    // A verdict on its questions is shown at the user's own line.
    const std::string plain = folder.run("meldc check p.meld --date 2026-01-01 --format plain").out;
    EXPECT_TRUE(holds(plain, "p.meld:5:5: warning R34 ")) << plain;
}

TEST(Check, ACodeThatIsNoLongerInForceIsTold) {
    const Folder folder;
    std::string text = smallProtocol();
    text.insert(text.find("  sector"), "  geldig van 2020-01-01 tot en met 2021-01-01\n");
    folder.write("p.meld", text);
    const std::string line = "meldc check p.meld --format plain --date ";
    EXPECT_TRUE(holds(folder.run(line + "2026-01-01").out, "info MC4420 "));
    EXPECT_FALSE(holds(folder.run(line + "2020-06-01").out, "MC4420"));
}

TEST(Prove, ShowsWhatIsWrongInARequirement) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc prove p.meld 'altijd meldne bij disclosure'");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC2002")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "de eis:1:8")) << ran.err;
    EXPECT_EQ(folder.run("meldc prove p.meld 'altijd'").exitCode, 2);
}

TEST(Test, RunsCasesAndReportsCoverage) {
    const Folder folder;
    folder.write("p.meld", smallProtocol() +
                               "casus \"Acuut\" voor proef {\n  ja vermoeden, acute_onveiligheid\n"
                               "  verwacht melden\n}\n");
    Ran ran = folder.run("meldc test p.meld");
    EXPECT_EQ(ran.exitCode, 0) << ran.out << ran.err;
    EXPECT_TRUE(holds(ran.out, "2 van de 5 antwoorden")) << ran.out;
    folder.write("q.meld", smallProtocol() +
                               "casus \"Rustig\" voor proef {\n  nee vermoeden\n"
                               "  verwacht precies hulp\n}\n");
    ran = folder.run("meldc test q.meld");
    EXPECT_EQ(ran.exitCode, 1) << ran.out << ran.err;
    EXPECT_TRUE(holds(ran.out, "moet afsluiten")) << ran.out;
}

TEST(Explain, TellsOfNormsAndMessages) {
    const Folder folder;
    const Ran norm = folder.run("meldc explain R15 --date 2026-01-01");
    EXPECT_EQ(norm.exitCode, 0) << norm.err;
    EXPECT_TRUE(norm.out.starts_with("# R15 ")) << norm.out;
    EXPECT_TRUE(holds(norm.out, "https://wetten.overheid.nl/")) << norm.out;
    EXPECT_TRUE(holds(norm.out, "## Fout voorbeeld")) << norm.out;
    EXPECT_EQ(folder.run("meldc explain r15 --date 2026-01-01").out, norm.out);
    const Ran message = folder.run("meldc explain MC2001");
    EXPECT_TRUE(message.out.starts_with("# MC2001 ")) << message.out;
    EXPECT_EQ(folder.run("meldc explain unknown-name").out, message.out);
    EXPECT_NE(folder.run("meldc explain MC2001 --lang en").out, message.out);
}

TEST(Explain, TellsWhichNormCoversWhichArticle) {
    const Folder folder;
    const std::string line = "meldc explain dekking --date 2026-01-01 ";
    const Ran text = folder.run(line);
    ASSERT_EQ(text.exitCode, 0) << text.err;
    EXPECT_TRUE(holds(text.out, "onderdeel c")) << text.out;
    EXPECT_TRUE(holds(text.out, "R14, R15; uit de tekst")) << text.out;
    EXPECT_TRUE(holds(text.out, "(geldt niet op deze dag)"));
    EXPECT_TRUE(holds(text.out, "geen norm"));
    EXPECT_TRUE(holds(folder.run(line + "--lang en").out, "R14, R15; from the text"));
    const Ran plain = folder.run(line + "--format plain");
    EXPECT_TRUE(holds(plain.out, "\tR3\tuit de tekst\t")) << plain.out;
    ASSERT_EQ(folder.run(line + "--format json=uit.json --format html=uit.html").exitCode, 0);
    EXPECT_TRUE(holds(folder.read("uit.json"), "\"articles\""));
    const std::string page = folder.read("uit.html");
    EXPECT_TRUE(holds(page, "<html lang=\"nl\">"));
    EXPECT_TRUE(holds(page, "id=\"norm-R15\""));
    EXPECT_TRUE(holds(folder.run(line + "--lang en --format html").out, "<html lang=\"en\">"));
    // Forms that are not there for other explanations and commands are refused.
    EXPECT_EQ(folder.run("meldc explain R15 --format json").exitCode, 2);
    EXPECT_EQ(folder.run("meldc check . --format html").exitCode, 2);
}

TEST(Dump, ShowsEveryStage) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    EXPECT_TRUE(holds(folder.run("meldc dump --stage tokens p.meld").out, "1:1 KW_MELDCODE meldcode"));
    const Ran syntax = folder.run("meldc dump --stage syntax p.meld");
    EXPECT_TRUE(holds(syntax.out, "meldcode proef \"Proef\"")) << syntax.out;
    folder.write("q.meld", syntax.out);
    EXPECT_EQ(folder.run("meldc dump --stage syntax q.meld").out, syntax.out);
    EXPECT_TRUE(holds(folder.run("meldc dump --stage model p.meld").out, "proef"));
    const Ran decision = folder.run("meldc dump --stage decision p.meld");
    EXPECT_TRUE(holds(decision.out, "acute_onveiligheid=ja -> melden")) << decision.out;
}

} // namespace
} // namespace meldc::golden
