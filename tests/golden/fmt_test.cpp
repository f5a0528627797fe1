// Files in canonical layout: what changes, what stays, and when.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace meldc::golden {
namespace {

const std::string kUntidy = "// boven\n"
                            "meldcode   x \"X  y\" { // achter\n"
                            "\n\n\n"
                            "   soort   meldcode// vlak erachter\n"
                            "// los\n"
                            "\tsector po rol a is directie\n"
                            "  rol  b \"B\"\n"
                            "       is   leerkracht ,\n"
                            "       beroepskracht\n"
                            "\n\n"
                            "  stap 1 { }\n"
                            "  meldnorm 1 { moet melden bij ( acute_onveiligheid ) }\n"
                            "  stap 2 \"S\" { uitvoerder b samen met a }\n"
                            "  stap 3\n"
                            "  {\n\n"
                            "    volgorde pas na stap 1\n    uitleg \"a - b\" staat in d regel 1 - 2 , 4\n"
                            "\n  }\n"
                            "\n}\n\n\n"
                            "// onder\n\n";

const std::string kTidy = "// boven\n"
                          "meldcode x \"X  y\" {  // achter\n"
                          "  soort meldcode  // vlak erachter\n"
                          "  // los\n"
                          "  sector po\n"
                          "  rol a is directie\n"
                          "  rol b \"B\"\n"
                          "      is leerkracht,\n"
                          "      beroepskracht\n"
                          "\n"
                          "  stap 1 {}\n"
                          "  meldnorm 1 { moet melden bij (acute_onveiligheid) }\n"
                          "  stap 2 \"S\" {\n"
                          "    uitvoerder b\n"
                          "    samen met a\n"
                          "  }\n"
                          "  stap 3 {\n"
                          "    volgorde pas na stap 1\n    uitleg \"a - b\" staat in d regel 1-2, 4\n"
                          "  }\n"
                          "}\n"
                          "\n"
                          "// onder\n";

TEST(Fmt, OneLayout) {
    Folder folder;
    folder.write("a.meld", kUntidy);
    const Ran ran = folder.run("meldc fmt a.meld");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_EQ(folder.read("a.meld"), kTidy);
    EXPECT_TRUE(holds(ran.err, "a.meld")) << ran.err;
    const Ran again = folder.run("meldc fmt a.meld");
    EXPECT_EQ(again.err, "") << "what is in order is not written again";
    EXPECT_EQ(folder.read("a.meld"), kTidy);
}

TEST(Fmt, LineEndsAndByteOrderMarksAreEvenedOut) {
    Folder folder;
    std::string windows = "\xEF\xBB\xBF";
    for (const char letter : kTidy) {
        windows += letter == '\n' ? "\r\n" : std::string(1, letter);
    }
    folder.write("a.meld", windows);
    EXPECT_EQ(folder.run("meldc fmt a.meld --check").exitCode, 1);
    EXPECT_EQ(folder.run("meldc fmt a.meld").exitCode, 0);
    EXPECT_EQ(folder.read("a.meld"), kTidy);
}

TEST(Fmt, CheckShowsAPatchAndWritesNothing) {
    Folder folder;
    folder.write("a.meld", kUntidy);
    folder.write("goed/b.meld", kTidy);
    const Ran ran = folder.run("meldc fmt . --check > verschil.patch");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.err, "a.meld"));
    EXPECT_FALSE(holds(ran.err, "b.meld"));
    EXPECT_EQ(folder.read("a.meld"), kUntidy);
    // Another program makes the change from what was shown.
    EXPECT_EQ(folder.run("patch -s -p0 < verschil.patch").exitCode, 0);
    EXPECT_EQ(folder.read("a.meld"), kTidy);
    const Ran quiet = folder.run("meldc fmt . --check");
    EXPECT_EQ(quiet.exitCode, 0);
    EXPECT_EQ(quiet.out + quiet.err, "");
}

TEST(Fmt, APatchOfATextWithoutItsLastLineEnd) {
    Folder folder;
    folder.write("a.meld", kUntidy.substr(0, kUntidy.find_last_not_of('\n') + 1));
    const Ran ran = folder.run("meldc fmt a.meld --check > verschil.patch");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(folder.read("verschil.patch"), "\n\\ No newline at end of file\n"));
    EXPECT_EQ(folder.run("patch -s -p0 < verschil.patch").exitCode, 0);
    EXPECT_EQ(folder.read("a.meld"), kTidy);
}

TEST(Fmt, LinksAndRightsStay) {
    Folder folder;
    folder.write("echt/a.meld", kUntidy);
    EXPECT_EQ(folder.run("chmod 640 echt/a.meld && ln -s echt/a.meld link.meld && meldc fmt link.meld").exitCode, 0);
    EXPECT_EQ(folder.run("stat -c %a echt/a.meld; readlink link.meld").out, "640\necht/a.meld\n");
    EXPECT_EQ(folder.read("echt/a.meld"), kTidy);
}

TEST(Fmt, AFolderWithoutFilesIsToldSo) {
    Folder folder;
    const Ran ran = folder.run("mkdir leeg && meldc fmt leeg");
    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_TRUE(holds(ran.err, "geen bestanden die op .meld eindigen")) << ran.err;
}

TEST(Fmt, FromInputToOutput) {
    Folder folder;
    folder.write("a.txt", kUntidy);
    const Ran ran = folder.run("meldc fmt - < a.txt");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_EQ(ran.out, kTidy);
}

TEST(Fmt, AMistakeLeavesTheFileAsItIs) {
    Folder folder;
    const std::string wrong = "meldcode x  \"X\" {\n rol a is b c\n}\n";
    folder.write("a.meld", wrong);
    folder.write("b.meld", kUntidy);
    const Ran ran = folder.run("meldc fmt a.meld b.meld");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC1001")) << ran.err;
    EXPECT_EQ(folder.read("a.meld"), wrong);
    EXPECT_EQ(folder.read("b.meld"), kTidy) << "the rest still runs";
}

/// Lines of a text, sorted.
std::vector<std::string> sortedLines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// What the shell makes of all files of these policies: their comments, and what they say.
Ran essence(const Folder& folder, const std::string& path) {
    return folder.run("for f in $(find " + path + " -name '*.meld' | sort); do\n"
                      "  grep -ohP '//(?=[^\"]*$).*?(?=\\s*$)' $f; meldc dump --stage syntax $f; done");
}

TEST(Fmt, WhatIsShippedKeepsItsCommentsAndMeaning) {
    Folder folder;
    ASSERT_EQ(folder.run("cp -r " + inSource("policies") + " .").exitCode, 0);
    const Ran before = essence(folder, "policies");
    ASSERT_GT(sortedLines(before.out).size(), 1000U);
    // Everything on as few lines and with as many blanks as can be, so that there is work to do.
    ASSERT_EQ(folder.run("find . -name '*.meld' | xargs sed -i -E 's/^ +//; s/ (\\{|[0-9]+)$/   \\1/'").exitCode, 0);
    const Ran ran = folder.run("meldc fmt policies --quiet");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    const Ran after = essence(folder, "policies");
    EXPECT_EQ(sortedLines(before.out), sortedLines(after.out));
    EXPECT_EQ(folder.run("meldc fmt policies --check --quiet").exitCode, 0);
}

} // namespace
} // namespace meldc::golden
