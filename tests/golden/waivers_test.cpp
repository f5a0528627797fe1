// Waivers as their users meet them: the file that is read by itself, and every output.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

/// A house rule that the small protocol does not keep.
std::string protocolWithRule(const std::string& name = "proef") {
    std::string text = smallProtocol();
    text.replace(text.find("meldcode proef"), 14, "meldcode " + name);
    text.replace(text.find("  soort meldcode\n"), 17, "  soort meldcode\n  hanteert H900 als fout\n");
    return "norm H900 \"Er is een contact\" {\n  laag huis\n  geldt voor meldcode\n"
           "  bij zwijgen geschonden\n  eis er is minstens 1 contact\n"
           "  bericht nl \"er is geen contact\" en \"there is no contact\"\n}\n" +
           text;
}

std::string waiver(const std::string& norm = "H900", const std::string& unit = "proef",
                   const std::string& until = "2026-12-31") {
    return "ontheffing " + norm + " voor " + unit +
           " {\n  reden \"Het nummer hangt bij de balie.\"\n"
           "  besloten door \"directie\" op 2025-12-15\n  geldig van 2026-01-01 tot en met " +
           until + "\n}\n";
}

TEST(Waivers, DoNotHoldBeforeTheyWereDecided) {
    const Folder folder;
    folder.write("p/protocol.meld", protocolWithRule());
    std::string text = waiver();
    text.replace(text.find("op 2025-12-15"), 13, "op 2026-07-01");
    folder.write("p/ontheffingen.meld", text);
    const Ran before = folder.run("meldc check p --date 2026-06-30 --format plain");
    EXPECT_TRUE(holds(before.out, "error H900"));
    EXPECT_TRUE(holds(before.out, "MC5026")) << before.out;
    EXPECT_TRUE(holds(folder.run("meldc check p --date 2026-07-01 --format plain").out, ": waived H900 "));
}

TEST(Waivers, AreReadWithTheProtocolAndTold) {
    const Folder folder;
    folder.write("p/protocol.meld", protocolWithRule());
    const std::string line = "meldc check p --date 2026-06-01";
    EXPECT_TRUE(holds(folder.run(line + " --format plain").out, "error H900"));
    folder.write("p/ontheffingen.meld", waiver());
    // The report breaks lines.
    const std::string text = folder.run(line + " | tr -s '\\n ' ' '").out;
    for (const std::string_view part :
         {"Afgeweken met reden (1)", "H900", "Het nummer hangt bij de balie (besloten door directie",
          "2025-12-15", "2026-12-31", "p/ontheffingen.meld:1:1", "Zonder ontheffing",
          "1 afgeweken met"}) {
        EXPECT_TRUE(holds(text, part)) << part << " not in:\n" << text;
    }
    EXPECT_TRUE(holds(folder.run(line + " --lang en").out, "Departed from with a reason (1)"));
    EXPECT_TRUE(holds(folder.run(line + " --format plain").out, ": waived H900 "));
    const std::string json = folder.run(line + " --format json").out;
    for (const std::string_view part :
         {R"("status": "waived")", R"("by": "directie")", R"("on": "2025-12-15")",
          R"("from": "2026-01-01")", R"("until": "2026-12-31")", R"("waived": 1)"}) {
        EXPECT_TRUE(holds(json, part)) << part;
    }
    ASSERT_EQ(folder.run("meldc build p --emit html --date 2026-06-01 --out uit").exitCode, 0);
    const std::string page = folder.read("uit/proef.html");
    EXPECT_TRUE(holds(page, "Afgeweken met reden (1)"));
    EXPECT_TRUE(holds(page, "Het nummer hangt bij de balie (besloten door directie op 2025-12-15"));
    // The day after the last the norm counts again.
    const Ran after = folder.run("meldc check p --date 2027-01-01 --format plain");
    EXPECT_TRUE(holds(after.out, "error H900"));
    EXPECT_TRUE(holds(after.out, "MC5025"));
}

TEST(Waivers, ADecisionAboutAWaiverOutdatesWhatWasBuilt) {
    const Folder folder;
    folder.write("p/protocol.meld", protocolWithRule());
    ASSERT_EQ(folder.run("meldc build p --emit html --out uit").exitCode, 0);
    EXPECT_EQ(folder.run("meldc build p --emit html --out uit --check").exitCode, 0);
    folder.write("p/ontheffingen.meld", waiver());
    EXPECT_EQ(folder.run("meldc build p --emit html --out uit --check").exitCode, 1);
}

TEST(Waivers, StandBesideAnyProtocolButNotInIt) {
    const Folder folder;
    folder.write("school.meld", protocolWithRule());
    folder.write("ontheffingen.meld", waiver());
    EXPECT_TRUE(holds(folder.run("meldc check school.meld --date 2026-06-01 --format plain").out,
                      ": waived H900 "));
    folder.write("in/protocol.meld", protocolWithRule() + waiver());
    const Ran inside = folder.run("meldc check in --date 2026-06-01");
    EXPECT_EQ(inside.exitCode, 2);
    EXPECT_TRUE(inside.says("MC5020")) << inside.err;
    EXPECT_TRUE(holds(inside.err, "ontheffingen.meld")) << inside.err;
    EXPECT_EQ(inside.messages(), 1U) << inside.err;
}

TEST(Waivers, OfABoardCountForItsSchools) {
    const Folder folder;
    folder.write("bestuur/protocol.meld", protocolWithRule("bestuur"));
    folder.write("bestuur/ontheffingen.meld", waiver("H900", "bestuur"));
    folder.write("school/protocol.meld",
                 "gebruik \"../bestuur/protocol.meld\"\nmeldcode school \"School\" {\n"
                 "  volgt bestuur\n}\n");
    const std::string line = "meldc check school --date 2026-06-01 --format plain";
    const Ran inherited = folder.run(line);
    EXPECT_TRUE(holds(inherited.out, "waived H900")) << inherited.out << inherited.err;
    // A waiver for another school is no matter of this one, nor a mistake at the board when the
    // file is named there.
    folder.write("bestuur/ontheffingen.meld",
                 "gebruik \"../school/protocol.meld\"\n" + waiver("H900", "school"));
    EXPECT_TRUE(holds(folder.run(line).out, "waived H900"));
    const Ran board = folder.run("meldc check bestuur --date 2026-06-01 --format plain");
    EXPECT_TRUE(holds(board.out, "error H900")) << board.out << board.err;
    EXPECT_FALSE(holds(board.out, "MC5028")) << board.out;
    folder.write("bestuur/ontheffingen.meld", waiver("H900", "andere_school"));
    EXPECT_FALSE(holds(folder.run(line).out, "MC5028"));
    EXPECT_TRUE(holds(folder.run("meldc check bestuur --format plain").out, "MC5028"));
}

TEST(Waivers, ForAProtocolInTheNextFileOfTheFolder) {
    const Folder folder;
    folder.write("eerste.meld", protocolWithRule("eerste"));
    folder.write("tweede.meld", protocolWithRule("tweede"));
    folder.write("ontheffingen.meld", waiver("H900", "tweede"));
    const std::string all = folder.run("meldc check . --date 2026-06-01 --format plain").out;
    EXPECT_FALSE(holds(all, "MC5028")) << all;
    EXPECT_TRUE(holds(all, "eerste.meld:8:10: error H900")) << all;
    EXPECT_TRUE(holds(all, "waived H900")) << all;
}

TEST(Waivers, AreNotReadThroughALinkOutOfTheProject) {
    const Folder folder;
    folder.write("elders/diep/ontheffingen.meld", waiver());
    folder.write("project/p/protocol.meld", protocolWithRule());
    const Ran ran = folder.run("ln -s ../../elders/diep/ontheffingen.meld project/p/ && "
                               "meldc check project/p");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC2007")) << ran.err;
}

TEST(Waivers, OfLawAreRefusedWithPlaceAndReason) {
    const Folder folder;
    folder.write("p/protocol.meld", smallProtocol());
    folder.write("p/ontheffingen.meld", waiver("R15"));
    const Ran ran = folder.run("meldc check p --date 2026-06-01 --format plain");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(holds(ran.out, "p/ontheffingen.meld:1:1: error MC5022")) << ran.out;
    EXPECT_FALSE(holds(ran.out, "waived R15"));
}

TEST(Waivers, MistakesInTheFileAreToldWithItsName) {
    const Folder folder;
    folder.write("p/protocol.meld", protocolWithRule());
    std::string text = waiver();
    text.erase(text.find("  reden"), text.find("  besloten") - text.find("  reden"));
    folder.write("p/ontheffingen.meld", text);
    const Ran ran = folder.run("meldc check p --date 2026-06-01");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC5021")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "p/ontheffingen.meld:1:1")) << ran.err;
    EXPECT_EQ(ran.messages(), 1U) << ran.err;
}

} // namespace
} // namespace meldc::golden
