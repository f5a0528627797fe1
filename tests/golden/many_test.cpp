// The report of many protocols: one matrix whatever the processes, parts and files that go wrong.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace meldc::golden {
namespace {

const std::string kManyDay = " --date 2026-03-01";

/// smallProtocol() under another name.
std::string named(const std::string& name) {
    return std::regex_replace(smallProtocol(), std::regex(R"(meldcode proef "Proef")"),
                              "meldcode " + name + " \"Code " + name + "\"");
}

/// Five codes that compile, of which three come from one text, and three that do not compile.
void writeCodes(const Folder& folder) {
    folder.write("codes/a/protocol.meld", named("alfa"));
    folder.write("codes/b/protocol.meld",
                 std::regex_replace(named("beta"), std::regex(R"(\baf\b)"), "begeleider"));
    folder.write("codes/c/protocol.meld", replaced(named("gamma"), "bij ja melden", "bij ja hulp"));
    folder.write("codes/d/protocol.meld", "meldcode delta \"Code delta\" {\n  volgt model_po\n}\n");
    folder.write("codes/e/protocol.meld",
                 "meldcode epsilon \"Code epsilon\" {\n  volgt model_po\n"
                 "  uitleg \"Wij doen dit zo.\"\n}\n");
    folder.write("codes/f/protocol.meld", "meldcode stuk \"Stuk\" {\n  taak\n  taak\n}\n");
    folder.write("codes/g/protocol.meld", std::string("\xFF\xFE\x00x", 4));
    folder.write("codes/h/protocol.meld", "gebruik \"../weg/protocol.meld\"\n" + named("theta"));
}

/// A code that satisfies all norms, and the same with a danger that leads to no report.
std::string goodCode() {
    std::ifstream stream(inSource("policies/voorbeeld/protocol.meld"), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}
std::string weakCode() {
    return std::regex_replace(goodCode(), std::regex("bij ja +melden, verder met vraag 3[^\n]*"),
                              "bij ja vraag 3");
}

/// What a run writes in its folder, all of it as one text.
std::string everythingIn(const Folder& folder, const std::string& out) {
    const Ran ran = folder.run("cd " + out +
                               " && find . -type f | LC_ALL=C sort | while read -r f; do"
                               " echo \"== $f\"; cat \"$f\"; done");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    return ran.out;
}

/// The row of a file in matrix.json: it stands on one line.
std::string rowOf(const std::string& json, const std::string& file) {
    const std::size_t at = json.find("{\"file\":\"" + file + "\"");
    return at == std::string::npos ? std::string() : json.substr(at, json.find('\n', at) - at);
}

std::string member(const std::string& row, const std::string& name) {
    std::smatch match;
    const std::regex pattern("\"" + name + "\":(\"[^\"]*\"|[0-9]+)");
    return std::regex_search(row, match, pattern) ? match[1].str() : std::string();
}

TEST(Many, AFolderGivesAMatrixAndAPageOfEach) {
    const Folder folder;
    writeCodes(folder);
    const Ran ran = folder.run("meldc report codes --out uit" + kManyDay);
    EXPECT_EQ(ran.exitCode, 2) << ran.err;
    // One message for each broken file, in the order of files.
    EXPECT_EQ(ran.messages(), 3U) << ran.err;
    EXPECT_LT(ran.err.find("codes/f"), ran.err.find("codes/g"));
    EXPECT_LT(ran.err.find("codes/g"), ran.err.find("codes/h"));
    const std::string json = folder.read("uit/matrix.json");
    EXPECT_TRUE(holds(json, "\"protocols\": 5")) << json.substr(0, 400);
    EXPECT_TRUE(holds(json, "\"broken\": 3"));
    const std::string broken = rowOf(json, "codes/f/protocol.meld");
    EXPECT_TRUE(holds(broken, "\"place\":\"codes/f/protocol.meld:2\"")) << broken;
    EXPECT_EQ(member(broken, "messages"), "2");
    EXPECT_EQ(folder.filesIn("uit/codes"), 5U);
    const std::string page = folder.read("uit/index.html");
    const std::string link = member(rowOf(json, "codes/a/protocol.meld"), "page");
    EXPECT_TRUE(holds(page, "href=" + link)) << link;
    EXPECT_TRUE(folder.has("uit/" + link.substr(1, link.size() - 2)));
    EXPECT_TRUE(holds(page, "codes/f/protocol.meld:2"));
    // Nothing of the work is left behind.
    EXPECT_EQ(folder.run("ls -A uit").out, "codes\nindex.html\nmatrix.csv\nmatrix.json\n");
}

TEST(Many, TheSameBytesWhateverTheProcessesAndParts) {
    const Folder folder;
    writeCodes(folder);
    (void)folder.run("meldc report codes --out een --jobs 1" + kManyDay);
    (void)folder.run("meldc report codes --out drie --jobs 3" + kManyDay);
    for (const std::string part : {"1", "2", "3"}) {
        const Ran ran = folder.run("meldc report codes --out deel" + part + " --shard " + part +
                                   "/3" + kManyDay);
        EXPECT_LE(ran.exitCode, 2) << ran.err;
        EXPECT_TRUE(folder.has("deel" + part + "/matrix.json")) << ran.err;
    }
    const Ran merged = folder.run(
        "meldc report --merge deel2/matrix.json deel3/matrix.json deel1/matrix.json --out samen");
    EXPECT_EQ(merged.exitCode, 2) << merged.err;
    const std::string once = everythingIn(folder, "een");
    EXPECT_GT(once.size(), 100'000U);
    EXPECT_TRUE(everythingIn(folder, "drie") == once);
    EXPECT_TRUE(everythingIn(folder, "samen") == once);
    // Each file is in one part.
    std::size_t rows = 0;
    for (const std::string part : {"1", "2", "3"}) {
        const std::string json = folder.read("deel" + part + "/matrix.json");
        for (std::size_t at = 0; (at = json.find("{\"file\":", at)) != std::string::npos; ++at) {
            ++rows;
        }
    }
    EXPECT_EQ(rows, 8U);
}

TEST(Many, TheMostSeriousStandsOnTop) {
    const Folder folder;
    writeCodes(folder);
    folder.write("codes/x/protocol.meld", weakCode());
    (void)folder.run("meldc report codes --out uit --emit json" + kManyDay);
    const std::string json = folder.read("uit/matrix.json");
    const auto rank = [&](const std::string& name) {
        return std::stoi(member(rowOf(json, "codes/" + name + "/protocol.meld"), "rank"));
    };
    // A small code lacks what the law asks; one that follows the model does not.
    EXPECT_LT(rank("a"), rank("d"));
    EXPECT_LT(rank("x"), rank("d"));
    EXPECT_LT(rank("a"), rank("x"));
    for (const std::string good : {"a", "b", "c", "d", "e"}) {
        EXPECT_LT(rank(good), rank("f"));
    }
}

TEST(Many, CodesOfOneTextAreAGroup) {
    const Folder folder;
    writeCodes(folder);
    (void)folder.run("meldc report codes --out uit --emit json" + kManyDay);
    const std::string json = folder.read("uit/matrix.json");
    const auto row = [&](const std::string& name) {
        return rowOf(json, "codes/" + name + "/protocol.meld");
    };
    const std::string alike = member(row("a"), "cluster");
    EXPECT_NE(alike, "");
    // Another name of a role is no difference; another consequence is one.
    EXPECT_EQ(member(row("b"), "cluster"), alike);
    EXPECT_TRUE(holds(row("b"), "\"absent\":[],\"extra\":[],\"differs\":[]")) << row("b");
    EXPECT_EQ(member(row("c"), "cluster"), alike);
    EXPECT_FALSE(holds(row("c"), "\"extra\":[]")) << row("c");
    EXPECT_TRUE(holds(json, "bij ja hulp"));
    const std::string followers = member(row("d"), "cluster");
    EXPECT_NE(followers, alike);
    EXPECT_EQ(member(row("e"), "cluster"), followers);
    EXPECT_TRUE(holds(json, "\"follows\": \"model_po\""));
}

TEST(Many, AKilledProcessTakesItsFileOnly) {
    const Folder folder;
    folder.write("a/protocol.meld", named("alfa"));
    folder.write("z/protocol.meld", named("zeta"));
    // The process waits for bytes of a pipe into which nobody writes, until it is killed there.
    const Ran ran = folder.run(
        "mkfifo b.meld && exec 3<>b.meld\n"
        "meldc report b.meld a z --out uit --jobs 1" + kManyDay + " 3>&- &\n"
        "meldc=$!\n"
        "until ! kill -0 $meldc 2>/dev/null || { grep -q . /proc/$meldc/task/$meldc/children && "
        "child=$(cut -d' ' -f1 /proc/$meldc/task/$meldc/children) && "
        "ls -l /proc/$child/fd | grep -q b.meld; }; do sleep 0.02; done\n"
        "kill -9 $child\n"
        "wait $meldc");
    EXPECT_EQ(ran.exitCode, 3) << ran.err;
    EXPECT_TRUE(ran.says("MC9060")) << ran.err;
    const std::string json = folder.read("uit/matrix.json");
    EXPECT_TRUE(holds(json, "\"protocols\": 2")) << json;
    EXPECT_TRUE(holds(rowOf(json, "b.meld"), "MC9060")) << json;
    EXPECT_EQ(folder.filesIn("uit/codes"), 2U);
}

TEST(Many, AskedToStopItLeavesNothing) {
    const Folder folder;
    folder.write("a/protocol.meld", named("alfa"));
    const Ran ran = folder.run(
        "mkfifo b.meld && exec 3<>b.meld\n"
        "meldc report a b.meld --out uit --jobs 1" + kManyDay + " 3>&- &\n"
        "meldc=$!\n"
        "until ! kill -0 $meldc 2>/dev/null || { grep -q . /proc/$meldc/task/$meldc/children && "
        "ls -l /proc/$(cut -d' ' -f1 /proc/$meldc/task/$meldc/children)/fd | grep -q b.meld; }; "
        "do sleep 0.02; done\n"
        "kill -TERM $meldc\n"
        "wait $meldc");
    EXPECT_EQ(ran.exitCode, 128 + 15) << ran.err;
    EXPECT_FALSE(folder.has("uit"));
}

TEST(Many, BesideAnEarlierRun) {
    const Folder folder;
    writeCodes(folder);
    folder.write("codes/x/protocol.meld", goodCode());
    folder.write("codes/y/protocol.meld", weakCode());
    (void)folder.run("meldc report codes --out toen" + kManyDay);
    folder.write("codes/x/protocol.meld", weakCode());
    folder.write("codes/y/protocol.meld", goodCode());
    (void)folder.run("rm -r codes/d codes/g");
    folder.write("codes/c/protocol.meld", named("gamma"));
    folder.write("codes/b/protocol.meld", "meldcode beta \"Beta\" {\n  taak\n}\n");
    folder.write("codes/f/protocol.meld", named("stuk"));
    folder.write("codes/n/protocol.meld", named("nieuw"));
    folder.write("codes/e/protocol.meld",
                 "meldcode epsilon \"Code epsilon\" {\n  volgt model_po\n"
                 "  organisatie \"School\"\n}\n");
    const Ran ran =
        folder.run("meldc report codes --out nu --compare toen/matrix.json" + kManyDay);
    EXPECT_EQ(ran.exitCode, 2) << ran.err;
    const std::string json = folder.read("nu/matrix.json");
    const auto change = [&](const std::string& name) {
        const std::string row = rowOf(json, "codes/" + name + "/protocol.meld");
        const std::size_t at = row.find("\"change\":{\"kind\":\"");
        return at == std::string::npos ? std::string()
                                       : row.substr(at + 18, row.find('"', at + 18) - at - 18);
    };
    EXPECT_EQ(change("x"), "worse");
    EXPECT_EQ(change("y"), "better");
    EXPECT_EQ(change("b"), "broken");
    EXPECT_EQ(change("a"), "none");
    EXPECT_EQ(change("c"), "text");
    EXPECT_EQ(change("f"), "mended");
    EXPECT_EQ(change("h"), "none");
    EXPECT_EQ(change("n"), "new");
    EXPECT_TRUE(holds(json, "\"other_law\": false"));
    EXPECT_TRUE(holds(json, "\"file\": \"codes/d/protocol.meld\"")) << "gone";
    EXPECT_TRUE(holds(folder.read("nu/matrix.csv"), "verdwenen,Code delta"));
    const std::string page = folder.read("nu/index.html");
    EXPECT_TRUE(holds(page, "Sinds de vorige keer"));
    EXPECT_TRUE(holds(page, "was voldoet"));

    // The same texts under the law of another day: that is no change of the texts.
    (void)folder.run("meldc report codes/a codes/c --out oud --emit json --date 2015-06-01");
    (void)folder.run("meldc report codes/a codes/c --out nieuw --emit json "
                     "--compare oud/matrix.json" + kManyDay);
    const std::string later = folder.read("nieuw/matrix.json");
    EXPECT_TRUE(holds(later, "\"other_law\": true"));
    EXPECT_TRUE(holds(rowOf(later, "codes/a/protocol.meld"), "\"same_text\":true"));
}

TEST(Many, PartsThatDoNotBelongTogetherAreRefused) {
    const Folder folder;
    writeCodes(folder);
    const std::string part = " --emit json --quiet";
    (void)folder.run("meldc report codes --out een --shard 1/2" + part + kManyDay);
    (void)folder.run("meldc report codes --out twee --shard 2/2" + part + " --date 2026-04-01");
    const Ran differ =
        folder.run("meldc report --merge een/matrix.json twee/matrix.json --out uit");
    EXPECT_EQ(differ.exitCode, 2);
    EXPECT_TRUE(differ.says("MC9062")) << differ.err;
    EXPECT_FALSE(folder.has("uit"));
    EXPECT_TRUE(folder.run("meldc report --merge een/matrix.json --out uit").says("MC9063"));
    folder.write("anders.json", "{\"rows\": [{\"file\": 1}]}");
    EXPECT_TRUE(folder.run("meldc report --merge anders.json --out uit").says("MC9061"));
    // A page that leads elsewhere is no page of a matrix.
    (void)folder.run("meldc report codes/a codes/b --out vals" + kManyDay);
    folder.write("vals/matrix.json",
                 replaced(folder.read("vals/matrix.json"), "\"page\":\"codes/", "\"page\":\"../"));
    EXPECT_TRUE(folder.run("meldc report --merge vals/matrix.json --out uit").says("MC9061"));
    EXPECT_FALSE(folder.has("uit"));
}

TEST(Many, OptionsAreForWhatTheyAreFor) {
    const Folder folder;
    folder.write("a/protocol.meld", named("alfa"));
    folder.write("b/protocol.meld", named("beta"));
    const auto says = [&](const std::string& words, const std::string& code) {
        const Ran ran = folder.run("meldc report a b --out uit " + words);
        EXPECT_EQ(ran.exitCode, 2) << words;
        EXPECT_TRUE(ran.says(code)) << words << ran.err;
        EXPECT_FALSE(folder.has("uit")) << words;
    };
    says("--emit form", "MC9065");
    says("--judgements oordelen.tsv", "MC9065");
    says("--shard 0/2", "MC9009");
    says("--shard 3/2", "MC9009");
    says("--shard 2", "MC9009");
    says("--jobs 0", "MC9009");
    says("--shard 1/2 --compare toen.json", "MC9052");
    says("--merge --shard 1/2", "MC9052");
    says("--merge --date 2026-01-01", "MC9052");
    says("--compare weg.json", "MC9001");
    says("--items weg.tsv", "MC9001");
    // What is read is never overwritten.
    (void)folder.run("meldc report a b --out nu --emit json" + kManyDay);
    const std::string before = folder.read("nu/matrix.json");
    EXPECT_TRUE(
        folder.run("meldc report a b --out nu --compare nu/matrix.json").says("MC9051"));
    EXPECT_TRUE(folder.read("nu/matrix.json") == before);
}

TEST(Many, OnlyWhatIsAskedForIsWritten) {
    const Folder folder;
    folder.write("a/protocol.meld", named("alfa"));
    folder.write("b/protocol.meld", named("beta"));
    const auto written = [&](const std::string& products) {
        (void)folder.run("rm -rf uit; meldc report a b --out uit --emit " + products + kManyDay);
        return folder.run("ls uit").out;
    };
    EXPECT_EQ(written("matrix"), "index.html\n");
    EXPECT_EQ(written("csv"), "matrix.csv\n");
    EXPECT_EQ(written("html"), "codes\nindex.html\n");
    EXPECT_FALSE(holds(folder.read("uit/index.html"), "http-equiv=\"refresh\""));
    // One protocol in its folder stays the report of one.
    (void)folder.run("rm -rf uit; meldc report a --out uit" + kManyDay);
    EXPECT_EQ(folder.run("ls uit").out, "alfa.rapport.html\n");
}

TEST(Many, AnUnknownOperandDoesNotStopTheOthers) {
    const Folder folder;
    folder.write("a/protocol.meld", named("alfa"));
    const Ran ran = folder.run("meldc report a weg --out uit --emit json" + kManyDay);
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9001")) << ran.err;
    EXPECT_TRUE(holds(folder.read("uit/matrix.json"), "\"protocols\": 1"));
}

} // namespace
} // namespace meldc::golden
