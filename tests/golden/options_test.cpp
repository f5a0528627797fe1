// Options that change what a command tells: what is there with one and without it.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace meldc::golden {
namespace {

/// A command with and without an option, and the words that only one of the two tells.
struct Pair {
    std::string name;
    std::string line;
    std::string option;
    std::string toldWithout;
    std::string toldWith;
};

/// As it stands in the output of a test that fails.
void PrintTo(const Pair& pair, std::ostream* out) {
    *out << "meldc " << pair.line << " " << pair.option;
}

/// The small protocol with one case that passes and one that does not.
std::string protocolWithCases() {
    return smallProtocol() + "casus \"Acuut\" voor proef {\n  ja vermoeden, acute_onveiligheid\n"
                             "  verwacht melden\n}\n"
                             "casus \"Rustig\" voor proef {\n  nee vermoeden\n"
                             "  verwacht precies hulp\n}\n";
}

/// The shipped terms with a norm that is not among the shipped ones, and a rule between facts that
/// makes the case that passes impossible.
void writeOwnLibrary(const Folder& folder) {
    const auto terms = folder.path() / "work" / "lib" / "begrippen";
    std::filesystem::create_directories(terms);
    std::filesystem::copy(inSource("stdlib/begrippen"), terms);
    folder.write("lib/sectoren.meld", "begrip po is sector \"primair onderwijs\"\n");
    folder.write("lib/wet.meld",
                 "bron proefwet \"Proefwet\" {\n  bwb BWBR0000001\n  soort \"wet\"\n"
                 "  toestand 2001-01-01 gelezen\n  gecontroleerd tot en met 2030-01-01\n}\n"
                 "norm R902 \"Er wordt gemeld\" {\n  laag wet\n"
                 "  grond proefwet artikel 1 van 2001-01-01\n"
                 "  eis altijd melden bij acute_onveiligheid of disclosure\n"
                 "  bericht nl \"er wordt niet gemeld\" en \"there is no report\"\n}\n"
                 "altijd vermoeden => eergerelateerd_geweld\n");
}

class OptionOfCommand : public testing::TestWithParam<Pair> {};

TEST_P(OptionOfCommand, ChangesWhatIsTold) {
    const auto& [name, line, option, toldWithout, toldWith] = GetParam();
    const Folder folder;
    folder.write("p.meld", protocolWithCases());
    writeOwnLibrary(folder);
    // Reports break lines; where something is told does not matter here.
    const auto told = [&](const std::string& command) {
        return folder.run(command + " 2>&1 | tr -s '\\n ' ' '").out;
    };
    const std::string without = told("meldc " + line);
    const std::string with = told("meldc " + line + " " + option);
    EXPECT_TRUE(holds(without, toldWithout)) << without;
    EXPECT_TRUE(holds(with, toldWith)) << with;
    EXPECT_TRUE(toldWith.empty() || !holds(without, toldWith)) << without;
    EXPECT_TRUE(toldWithout.empty() || !holds(with, toldWithout)) << with;
}

const std::string kProve = "prove p.meld 'altijd melden bij disclosure'";
const std::string kDecide = "decide p.meld --case vermoeden=ja,acute_onveiligheid=ja";
const std::string kDecideJson = kDecide + " --format json";

const Pair kPairs[] = {
    // The norm was not there yet, or its ground was another one.
    {"DateOfProve", kProve + " --format json", "--date 2017-01-01", "\"norms\": [ \"R34\" ]", "\"norms\": []"},
    {"DateOfDecide", kDecideJson, "--date 2017-01-01", "\"grounds\":[\"R31\"]", "\"grounds\":[]"},
    {"DateOfExplain", "explain R15", "--date 2017-01-01",
     "(geldt niet op deze dag) Besluit verplichte meldcode huiselijk geweld en kindermishandeling, "
     "artikel 2, lid 1, onderdeel b:",
     "(geldt niet op deze dag) Besluit verplichte meldcode huiselijk geweld en kindermishandeling, "
     "artikel 2, lid 1, onderdeel c:"},

    {"LangOfProve", kProve, "--lang en", "Weerlegd", "Refuted"},
    {"LangOfDecide", kDecide, "--lang en", "Dit is bekend", "This is known"},
    {"LangOfTest", "test p.meld", "--lang en", "geslaagd: Acuut", "passed: Acuut"},
    {"LangOfExplain", "explain R15", "--lang en", "## Waarom", "## Why"},
    {"LangOfCoverage", "explain dekking", "--lang en", "uit de tekst", "from the text"},
    {"LangOfHelp", "help check", "--lang en", "Gebruik:", "Usage:"},

    {"LibraryOfProve", kProve + " --format json", "--stdlib lib", "\"norms\": [ \"R34\" ]", "\"norms\": [ \"R902\" ]"},
    {"LibraryOfDecide", kDecideJson, "--stdlib lib", "[\"R31\"]", "[\"R902\"]"},
    {"LibraryOfExplain", "explain R902", "--stdlib lib", "MC9017", "# R902 "},
    {"LibraryOfTest", "test p.meld", "--stdlib lib", "geslaagd: Acuut", "het geval kan niet bestaan"},

    {"QuietBuild", "build p.meld --emit all --out uit", "--quiet", "Geschreven: uit/proef.json", ""},

    // Told to programs and to searches through text: each case with its outcome.
    {"JsonOfTest", "test p.meld", "--format json",
     "verwacht: precies moet hulp uitkomst: moet afsluiten",
     "\"label\": \"Rustig\", \"passed\": false, \"inconsistent\": false, \"confirmed\": true, \"at\": [ { \"file\": "
     "\"p.meld\", \"line\": 29, \"column\": 7 } ], \"consequences\": [ \"afsluiten\" ]"},
    {"JsonOfTestCounts", "test p.meld", "--format json", "3 van de 5 antwoorden",
     "\"answers\": { \"total\": 5, \"touched\": 3,"},
    {"JsonOfDecide", kDecide, "--format json", "Dit moet: melden bij Veilig Thuis.",
     "\"consequences\":[\"melden\"],\"allowed\":[],\"forbidden\":[],\"undetermined\":false,"
     "\"deferred\":false,\"next\":null,\"path\":[{\"question\":\"1\",\"answer\":\"ja\","
     "\"at\":\"p.meld:10\"},{\"question\":\"2\",\"answer\":\"ja\",\"at\":\"p.meld:16\"}]"},
};

INSTANTIATE_TEST_SUITE_P(Options, OptionOfCommand, testing::ValuesIn(kPairs),
                         [](const auto& each) { return each.param.name; });

TEST(Options, QuietTellsTheOutcomeOnly) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("code/protocol.meld",
                 "meldcode proef \"Proef\" {\n  sector po staat in protocol regel 1\n"
                 "  bron protocol \"protocol.txt\"\n}\n");
    folder.write("bronnen/protocol.txt", "Voor het basisonderwijs\n");
    for (const std::string line : {"meldc build p.meld --emit all --out uit",
                                   "meldc check code --documents bronnen --lock"}) {
        // What is recorded by the first run is told by the next ones.
        (void)folder.run(line);
        const Ran told = folder.run(line);
        const Ran quiet = folder.run(line + " --quiet");
        EXPECT_NE(told.err, "") << line;
        EXPECT_EQ(quiet.err, "") << line;
        EXPECT_TRUE(quiet.out == told.out) << line;
        EXPECT_EQ(quiet.exitCode, told.exitCode) << line;
    }
    // A mistake is no remark.
    EXPECT_TRUE(folder.run("meldc check weg.meld --quiet").says("MC9001"));
}

TEST(Options, PlainIsTextWhereThereIsOneOutcome) {
    const Folder folder;
    folder.write("p.meld", protocolWithCases());
    const std::string text = folder.run("meldc " + kDecide).out;
    EXPECT_NE(text, "");
    EXPECT_EQ(folder.run("meldc " + kDecide + " --format plain").out, text);
}

TEST(Options, GroundsAreTheNormsThatAskForTheOutcome) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const auto decided = [&](const std::string& facts) {
        return folder.run("meldc decide p.meld --date 2026-01-01 --format json --case " + facts).out;
    };
    EXPECT_TRUE(holds(decided("vermoeden=ja,acute_onveiligheid=ja"), "\"grounds\":[\"R31\"]"));
    // Nothing asks for help here, and nothing is decided yet there.
    EXPECT_TRUE(holds(decided("vermoeden=ja,acute_onveiligheid=nee,disclosure=nee"),
                      "\"consequences\":[\"hulp\"]"));
    EXPECT_TRUE(holds(decided("vermoeden=ja,acute_onveiligheid=nee,disclosure=nee"), "\"grounds\":[]"));
    EXPECT_TRUE(holds(decided("vermoeden=ja"), "\"grounds\":[]"));
}

} // namespace
} // namespace meldc::golden
