// Bad input gives a clear sentence with its place and the documented exit code: no crash, and no
// part of an output.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <unistd.h>

namespace meldc::golden {
namespace {

/// Wrong input: exit code 2, this message, at `place`, and no verdicts.
void expectRefused(const Ran& ran, std::string_view code, std::string_view place = {}) {
    EXPECT_EQ(ran.exitCode, 2) << ran.err;
    EXPECT_TRUE(ran.says(code)) << "expected " << code << " in:\n" << ran.err;
    EXPECT_NE(ran.err.find(place), std::string::npos) << place << " not in:\n" << ran.err;
    EXPECT_EQ(ran.out, "");
}

void expectFine(const Ran& ran) {
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_EQ(ran.messages(), 0U) << ran.err;
    EXPECT_NE(ran.out, "");
}

TEST(BadInput, MissingFile) {
    const Folder folder;
    expectRefused(folder.run("meldc check weg.meld"), "MC9001", "weg.meld");
    expectRefused(folder.run("meldc prove weg 'altijd melden'"), "MC9001", "weg");
    expectRefused(folder.run("meldc build weg --emit json --out uit"), "MC9001", "weg");
    EXPECT_FALSE(folder.has("uit"));
}

TEST(BadInput, UnreadableFile) {
    const Folder folder;
    folder.write("dicht.meld", smallProtocol());
    // An administrator may read everything: then as nobody.
    const std::string as =
        geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
    const Ran ran = folder.run("chmod 755 ../ . && chmod 000 dicht.meld && " + as +
                               "meldc check dicht.meld");
    if (ran.exitCode == 126 || ran.exitCode == 127) {
        GTEST_SKIP() << "cannot run as somebody else here: " << ran.err;
    }
    expectRefused(ran, "MC9002", "dicht.meld");
}

TEST(BadInput, FolderInsteadOfFile) {
    const Folder folder;
    folder.write("protocol.meld", smallProtocol());
    const Ran ran = folder.run("mkdir m && meldc decide . --cases m");
    expectRefused(ran, "MC9002", "m");
}

TEST(BadInput, FolderWithoutProtocols) {
    const Folder folder;
    expectRefused(folder.run("mkdir leeg && meldc check leeg"), "MC9003", "leeg");
    expectRefused(folder.run("meldc prove leeg 'altijd melden'"), "MC9003", "leeg");
    folder.write("vol/brief.txt", "geen meldcode");
    expectRefused(folder.run("meldc check vol"), "MC9003", "vol");
}

TEST(BadInput, FileWithoutProtocol) {
    const Folder folder;
    folder.write("begrip.meld", "begrip iets is zaak \"iets\" {\n}\n");
    expectRefused(folder.run("meldc check begrip.meld"), "MC9003", "begrip.meld");
    expectRefused(folder.run("meldc prove begrip.meld 'altijd melden'"), "MC9003");
}

TEST(BadInput, InvalidUtf8) {
    const Folder folder;
    folder.write("p.meld", "meldcode p \"cli\xEBnt\" {\n}\n");
    expectRefused(folder.run("meldc check p.meld"), "MC1006", "p.meld:1:");
}

TEST(BadInput, ByteOrderMarkIsNoMistake) {
    const Folder folder;
    folder.write("p.meld", "\xEF\xBB\xBF" + smallProtocol());
    expectFine(folder.run("meldc check p.meld"));
    // Columns count from the first letter, not from the mark.
    folder.write("q.meld", "\xEF\xBB\xBFmeldcod q \"Q\" {\n}\n");
    expectRefused(folder.run("meldc check q.meld"), "MC1014", "q.meld:1:1");
}

TEST(BadInput, WindowsLineEndsAreNoMistake) {
    const Folder folder;
    std::string text;
    for (const char letter : smallProtocol()) {
        text += letter == '\n' ? "\r\n" : std::string(1, letter);
    }
    folder.write("p.meld", text);
    expectFine(folder.run("meldc check p.meld"));
}

TEST(BadInput, DecomposedAccentsAreTheSameName) {
    const Folder folder;
    std::string text = smallProtocol();
    const std::string composed = "  rol co\u00F6rdinator is aandachtsfunctionaris\n";
    const std::string decomposed =
        "  een persoon mag zijn af en coo\u0308rdinator\n";
    text.insert(text.find("  stap 1"), composed + decomposed);
    folder.write("p.meld", text);
    expectFine(folder.run("meldc check p.meld"));
}

TEST(BadInput, EmptyFile) {
    const Folder folder;
    folder.write("p.meld", "");
    expectRefused(folder.run("meldc check p.meld"), "MC1011", "p.meld");
    folder.write("q.meld", "  // alleen een opmerking\n");
    expectRefused(folder.run("meldc check q.meld"), "MC1011", "q.meld");
    expectRefused(folder.run("meldc check - </dev/null"), "MC1011");
}

TEST(BadInput, HundredMegabytes) {
    const Folder folder;
    // A sparse file costs no disk; that it is too large shows before it is read.
    expectRefused(folder.run("truncate -s 100M p.meld && meldc check p.meld"), "MC1008", "p.meld");
    expectRefused(folder.run("yes 'organisatie \"x\"' | head -c 100000000 | meldc check -"),
                  "MC1008", "-");
    expectRefused(folder.run("meldc check /dev/zero"), "MC1008", "/dev/zero");
}

TEST(BadInput, HundredThousandBrackets) {
    const Folder folder;
    const std::string open(100'000, '(');
    const std::string close(100'000, ')');
    folder.write("p.meld", "meldcode p \"P\" {\n  meldnorm 1 { moet melden bij " + open +
                               "vermoeden" + close + " }\n}\n");
    expectRefused(folder.run("meldc check p.meld"), "MC1009", "p.meld:2:");
    std::string blocks = "meldcode p \"P\" ";
    for (int i = 0; i < 100'000; ++i) {
        blocks += "{ stap 1 ";
    }
    folder.write("q.meld", blocks);
    expectRefused(folder.run("meldc check q.meld"), "MC1009", "q.meld:1:");
    folder.write("r.meld", smallProtocol());
    expectRefused(folder.run("meldc prove r.meld \"altijd melden bij $(head -c 100000 /dev/zero "
                             "| tr '\\0' '(')\""),
                  "MC1009");
}

TEST(BadInput, CycleOfImports) {
    const Folder folder;
    folder.write("a.meld", "gebruik \"b.meld\"\n" + smallProtocol());
    folder.write("b.meld", "gebruik \"c.meld\"\n");
    folder.write("c.meld", "gebruik \"a.meld\"\n");
    expectRefused(folder.run("meldc check a.meld"), "MC2005", "c.meld:1:");
    folder.write("zelf.meld", "gebruik \"zelf.meld\"\n" + smallProtocol());
    expectRefused(folder.run("meldc check zelf.meld"), "MC2005", "zelf.meld:1:");
}

TEST(BadInput, CycleOfLevels) {
    const Folder folder;
    folder.write("p.meld", "meldcode a \"A\" {\n  volgt b\n}\nmeldcode b \"B\" {\n  volgt a\n}\n");
    expectRefused(folder.run("meldc check p.meld"), "MC2006", "p.meld:");
}

TEST(BadInput, ImportOutsideTheProject) {
    const Folder folder;
    folder.write("ver/weg.meld", "");
    folder.write("hier/school/protocol.meld", "gebruik \"../../ver/weg.meld\"\n" + smallProtocol());
    expectRefused(folder.run("meldc check hier/school"), "MC2007", "protocol.meld:1:");
    folder.write("hier/school/a.meld", "gebruik \"/etc/passwd\"\n" + smallProtocol());
    expectRefused(folder.run("meldc check hier/school/a.meld"), "MC2007", "a.meld:1:");
    // A link out of the project is outside as well.
    folder.write("hier/school/b.meld", "gebruik \"link.meld\"\n" + smallProtocol());
    expectRefused(folder.run("ln -s ../../ver/weg.meld hier/school/link.meld && "
                             "meldc check hier/school/b.meld"),
                  "MC2007", "b.meld:1:");
}

TEST(BadInput, ImportThatIsNotThere) {
    const Folder folder;
    folder.write("p.meld", "gebruik \"weg.meld\"\n" + smallProtocol());
    expectRefused(folder.run("meldc check p.meld"), "MC2008", "p.meld:1:");
}

TEST(BadInput, ImportsInALongChain) {
    const Folder folder;
    for (int i = 0; i < 80; ++i) {
        folder.write("f" + std::to_string(i) + ".meld",
                     "gebruik \"f" + std::to_string(i + 1) + ".meld\"\n");
    }
    folder.write("f80.meld", smallProtocol());
    expectRefused(folder.run("meldc check f0.meld"), "MC2013");
}

TEST(BadInput, NameDeclaredTwice) {
    const Folder folder;
    std::string text = smallProtocol();
    text.insert(text.find("  stap 1"), "  rol af \"nog een\" is aandachtsfunctionaris\n");
    folder.write("p.meld", text);
    const Ran ran = folder.run("meldc check p.meld");
    expectRefused(ran, "MC2003", "p.meld:6:");
    EXPECT_EQ(ran.messages(), 1U) << ran.err;
}

TEST(BadInput, DateThatDoesNotExist) {
    const Folder folder;
    std::string text = smallProtocol();
    text.insert(text.find("  sector"), "  vastgesteld 2026-02-30\n");
    folder.write("p.meld", text);
    expectRefused(folder.run("meldc check p.meld"), "MC1012", "p.meld:4:");
    folder.write("q.meld", smallProtocol());
    expectRefused(folder.run("meldc check q.meld --date 2026-02-30"), "MC1012", "2026-02-30");
    expectRefused(folder.run("meldc check q.meld --date gisteren"), "MC1030", "gisteren");
    expectRefused(folder.run("meldc check q.meld --date 1-3-2026"), "MC1030", "2026-03-01");
}

TEST(BadInput, OneMistakeOneMessageAndTheRestRuns) {
    const Folder folder;
    std::string text = smallProtocol();
    text.insert(text.find("  stap 1"), "  ronl x \"X\" is aandachtsfunctionaris\n");
    folder.write("fout/protocol.meld", text);
    folder.write("goed/protocol.meld", smallProtocol());
    const Ran ran = folder.run("meldc check fout goed");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_EQ(ran.messages(), 1U) << ran.err;
    EXPECT_NE(ran.out.find("goed/protocol.meld"), std::string::npos) << ran.out;
    // What was left out of a faulty file could be what a norm asks for: no verdict on it.
    EXPECT_EQ(ran.out.find("fout/protocol.meld"), std::string::npos) << ran.out;
}

TEST(BadInput, APipeIntoWhichNoOneWritesIsNotWaitedFor) {
    const Folder folder;
    folder.write("protocol.meld", "gebruik \"pijp.meld\"\n" + smallProtocol());
    const Ran ran = folder.run("mkfifo pijp.meld && timeout 20 meldc check .");
    expectRefused(ran, "MC1011", "pijp.meld");
    // One into which someone does write is read.
    folder.write("los.meld", smallProtocol());
    EXPECT_LE(folder.run("meldc check <(cat los.meld)").exitCode, 1);
}

TEST(BadInput, TwoResultsInOneStream) {
    const Folder folder;
    folder.write("protocol.meld", smallProtocol());
    EXPECT_TRUE(folder.run("meldc check . --format json --format text").says("MC9020"));
    EXPECT_TRUE(folder.run("meldc check . --format json=").says("MC9009"));
    EXPECT_LE(folder.run("meldc check . --format json=uit.json --format text").exitCode, 1);
}

TEST(BadInput, ALostDocumentIsOneMessage) {
    const Folder folder;
    std::string text = smallProtocol();
    text.replace(text.find("  soort meldcode\n"), 17,
                 "  soort meldcode\n  bron protocol\n  rol r1 is directie staat in protocol regel 1\n"
                 "  rol r2 is directie staat in protocol regel 2\n  rol r3 is directie staat in regel 3\n");
    folder.write("protocol.meld", text);
    const Ran ran = folder.run("meldc check .");
    EXPECT_EQ(ran.messages(), 1U) << ran.err;
    EXPECT_TRUE(ran.says("MC1016"));
}

TEST(BadInput, FullDisk) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    Ran ran = folder.run("meldc check p.meld >/dev/full");
    expectRefused(ran, "MC9050", "de schijf is vol");
    ran = folder.run("meldc check p.meld --format json=/dev/full");
    expectRefused(ran, "MC9010", "/dev/full");
    // A disk that fills up while a file is written leaves nothing of it.
    ran = folder.run("trap '' XFSZ; ulimit -f 1; meldc build p.meld --emit json,html --out uit");
    expectRefused(ran, "MC9010", "uit/proef");
    EXPECT_EQ(folder.filesIn("uit"), 0U);
}

TEST(BadInput, ClosedPipe) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run(
        "{ sleep 0.3; meldc check p.meld 2>fout; echo $? >code; } | true; cat fout >&2; exit $(cat code)");
    expectRefused(ran, "MC9050", "de ontvanger is gestopt met lezen");
}

TEST(BadInput, OutputThatCannotBeWritten) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("bezet", "een bestand");
    expectRefused(folder.run("meldc build p.meld --emit json --out bezet"), "MC9010", "bezet");
    EXPECT_EQ(folder.read("bezet"), "een bestand");
    expectRefused(folder.run("mkdir -p uit/proef.json && meldc build p.meld --emit json,html --out uit"),
                  "MC9010", "uit/proef.json");
    EXPECT_EQ(folder.filesIn("uit"), 0U);
}

TEST(BadInput, ADeviceIsWrittenToAndNotReplaced) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("meldc check p.meld --format json=/dev/null && test -c /dev/null");
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(BadInput, FolderThatIsDeeperThanAnyProject) {
    const Folder folder;
    std::string path = "diep";
    for (int i = 0; i < 70; ++i) {
        path += "/m";
    }
    folder.write(path + "/protocol.meld", smallProtocol());
    expectRefused(folder.run("meldc check diep"), "MC9016", "diep");
}

TEST(BadInput, StdlibWithoutAnything) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    expectRefused(folder.run("mkdir leeg && meldc check p.meld --stdlib leeg"), "MC9023", "leeg");
    expectRefused(folder.run("meldc check p.meld --stdlib weg"), "MC9001", "weg");
}

} // namespace
} // namespace meldc::golden
