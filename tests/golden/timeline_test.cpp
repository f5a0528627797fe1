// Verdicts through time, and how far the sources were checked, in every output.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace meldc::golden {
namespace {

/// A small library of its own: a law known from 2001 on, checked until 2030, which asks for a contact
/// from 2011 on and for nothing more from the year 2990 on.
void writeLibrary(const Folder& folder) {
    std::filesystem::create_directories(folder.path() / "work" / "lib");
    std::filesystem::copy(inSource("stdlib/begrippen"), folder.path() / "work" / "lib" / "begrippen");
    folder.write("lib/sectoren.meld", "begrip po is sector \"primair onderwijs\"\n");
    folder.write("lib/wet.meld",
                 "bron proefwet \"Proefwet\" {\n  bwb BWBR0000001\n  soort \"wet\"\n"
                 "  toestand 2001-01-01 gelezen\n  toestand 2021-01-01 gereconstrueerd\n"
                 "  gecontroleerd tot en met 2022-06-30\n}\n"
                 "norm R900 \"Er is een stap\" {\n  laag wet\n  grond proefwet artikel 1 van 2001-01-01\n"
                 "  eis er is minstens 1 stap\n  bericht nl \"geen stap\" en \"no step\"\n}\n"
                 "norm R901 \"Er is een contact\" {\n  laag wet\n"
                 "  grond proefwet artikel 2 van 2011-01-01 tot en met 2989-12-31\n"
                 "  bij zwijgen geschonden\n  eis er is minstens 1 contact\n"
                 "  bericht nl \"er is geen contact\" en \"there is no contact\"\n}\n");
}

std::string datedProtocol() {
    std::string text = smallProtocol();
    text.replace(text.find("  soort meldcode\n"), 17,
                 "  soort meldcode\n  vastgesteld 2015-03-01\n  geldig van 2015-08-01\n");
    return text;
}

TEST(Timeline, TellsPeriodsAndWhatChanges) {
    const Folder folder;
    writeLibrary(folder);
    folder.write("p.meld", datedProtocol());
    const Ran ran = folder.run("meldc check --timeline p.meld --stdlib lib");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    for (const std::string_view part :
         {"vanaf 2001-01-01: eerder recht is niet bekend", "geldt sinds 2015-08-01",
          "van 2001-01-01 tot en met 2020-12-31: voldoet\n",
          "▸ sinds 2021-01-01: voldoet, onder voorbehoud van de wettekst",
          "van 2011-01-01 tot en met 2020-12-31: voldoet niet\n",
          "van 2021-01-01 tot en met 2989-12-31: voldoet niet, onder voorbehoud",
          "2011-01-01\n    - R901 ‘Er is een contact’ gaat gelden: voldoet niet",
          "2015-03-01\n    - de meldcode is vastgesteld",
          "2015-08-01\n    - de meldcode gaat gelden",
          "2021-01-01\n    - nieuwe tekst van Proefwet (gereconstrueerd)\n"
          "    - R900, R901: voortaan onder voorbehoud van de wettekst\n",
          "2022-07-01\n    - vanaf hier is Proefwet niet nagekeken",
          "Let op: of deze bronnen na 2022-06-30 zijn veranderd, is niet nagekeken: Proefwet."}) {
        EXPECT_TRUE(holds(ran.out, part)) << part << " not in:\n" << ran.out;
    }
    // What is still to come stands apart, behind the rest.
    const std::size_t future = ran.out.find("Wat verandert er na vandaag");
    ASSERT_NE(future, std::string::npos) << ran.out;
    EXPECT_GT(ran.out.find("2990-01-01\n    - R901"), future);
    EXPECT_LT(ran.out.find("2022-07-01"), future);
    const std::string english = folder.run("meldc check --timeline p.meld --stdlib lib --lang en").out;
    EXPECT_TRUE(holds(english, "from 2011-01-01 up to and including 2020-12-31: not satisfied"))
        << english;
}

TEST(Timeline, AsPlainTextAndJson) {
    const Folder folder;
    writeLibrary(folder);
    folder.write("p.meld", datedProtocol());
    const std::string line = "meldc check --timeline p.meld --stdlib lib --format ";
    const std::string plain = folder.run(line + "plain").out;
    EXPECT_TRUE(holds(plain, "p.meld:1:10: violated R901 2011-01-01..2020-12-31 ")) << plain;
    EXPECT_TRUE(holds(plain, "p.meld:1:10: satisfied R900 2021-01-01.. ")) << plain;
    EXPECT_TRUE(holds(plain, "p.meld:1:10: change 2990-01-01 ")) << plain;
    const std::string json = folder.run(line + "json").out;
    for (const std::string_view part :
         {R"("from": "2011-01-01",)", R"("until": "2020-12-31",)", R"("own_time": "part")",
          R"("kind": "norm-begins")", R"("future": true)", R"("checked_until": "2022-06-30")"}) {
        EXPECT_TRUE(holds(json, part)) << part;
    }
    // Another order of formats, the same bytes; the file is written whole.
    (void)folder.run(line + "json=uit.json --format text=uit.txt");
    EXPECT_EQ(folder.read("uit.json"), json);
    EXPECT_FALSE(holds(folder.read("uit.txt"), "\x1b["));
}

TEST(Timeline, TheExitCodeTellsOfToday) {
    const Folder folder;
    writeLibrary(folder);
    std::string text = datedProtocol();
    text.replace(text.find("  stap 1"), 8, "  contact veilig_thuis telefoon \"0800-2000\"\n  stap 1");
    folder.write("p.meld", text);
    const Ran met = folder.run("meldc check --timeline p.meld --stdlib lib");
    EXPECT_EQ(met.exitCode, 0) << met.out << met.err;
    EXPECT_EQ(folder.run("meldc check --timeline p.meld --stdlib lib --fail-on info").exitCode, 1)
        << "the protocol breaks its own promise";
}

TEST(Timeline, NotTogetherWithADay) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc check --timeline p.meld --date 2026-01-01");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9052")) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(folder.run("meldc prove p.meld x --timeline").says("MC9019"));
    EXPECT_TRUE(folder.run("meldc check --timeline").says("MC9013"));
}

constexpr std::string_view kCase = "\ncasus \"niets\" { nee vermoeden verwacht afsluiten }\n";

TEST(Dates, BeforeTheFirstKnownLawNothingIsJudged) {
    const Folder folder;
    writeLibrary(folder);
    folder.write("p.meld", smallProtocol() + std::string(kCase));
    const std::string options = " --stdlib lib --date 2000-12-31";
    for (const std::string command :
         {"check p.meld", "prove p.meld 'mogelijk melden'", "decide p.meld --case vermoeden=ja",
          "build p.meld --emit all --out uit", "test p.meld", "explain R900"}) {
        const Ran ran = folder.run("meldc " + command + options + " </dev/null");
        EXPECT_EQ(ran.exitCode, 2) << command;
        EXPECT_TRUE(ran.says("MC9055")) << command << ran.err;
        EXPECT_TRUE(holds(ran.err, "2001-01-01")) << command << ran.err;
        EXPECT_EQ(ran.messages(), 1U) << command << ran.err;
    }
    EXPECT_FALSE(folder.has("uit"));
    EXPECT_LE(folder.run("meldc check p.meld --stdlib lib --date 2001-01-01").exitCode, 1);
}

TEST(Dates, EveryOutputSaysThatTheSourcesWereNotCheckedSince) {
    const Folder folder;
    writeLibrary(folder);
    folder.write("p.meld", smallProtocol() + std::string(kCase));
    const std::string_view said = "of deze bronnen na 2022-06-30 zijn veranderd, is niet nagekeken";
    for (const std::string command :
         {"check p.meld", "check p.meld --format plain", "check p.meld --format json",
          "prove p.meld 'mogelijk melden'", "prove p.meld 'mogelijk melden' --format json",
          "prove p.meld 'mogelijk melden' --format plain", "decide p.meld --case vermoeden=ja",
          "decide p.meld --case vermoeden=ja --format json", "test p.meld", "test p.meld --format json",
          "explain R900"}) {
        // Reports break lines.
        const auto ran = [&](const std::string& date) {
            return folder.run("meldc " + command + " --stdlib lib --date " + date + " | tr -s '\\n ' ' '").out;
        };
        EXPECT_FALSE(holds(ran("2022-06-30"), said)) << command;
        EXPECT_TRUE(holds(ran("2022-07-01"), said)) << command << "\n" << ran("2022-07-01");
        EXPECT_TRUE(holds(ran("2999-12-31"), said)) << command;
    }
    (void)folder.run("meldc build p.meld --emit all --out uit --stdlib lib --date 2999-12-31");
    EXPECT_TRUE(holds(folder.read("uit/proef.html"), said));
    EXPECT_TRUE(holds(folder.read("uit/proef.json"), said));
    (void)folder.run("meldc build p.meld --emit all --out toen --stdlib lib --date 2022-06-30");
    EXPECT_FALSE(holds(folder.read("toen/proef.html"), said));
    EXPECT_FALSE(holds(folder.read("toen/proef.json"), said));
    // Many cases: said once, beside the answers.
    const Ran many = folder.run("echo '{\"facts\": {}}' | meldc decide p.meld --stdlib lib --date 2999-12-31");
    EXPECT_TRUE(holds(many.err, said)) << many.err;
    EXPECT_FALSE(holds(many.out, said));
}

} // namespace
} // namespace meldc::golden
