// The report of many protocols: its pages and documents, names of files, and what cannot be written.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>

namespace meldc::golden {
namespace {

const std::string kFilesDay = " --date 2026-03-01";

std::string codeNamed(const std::string& name) {
    return std::regex_replace(smallProtocol(), std::regex(R"(meldcode proef "Proef")"),
                              "meldcode " + name + " \"Code " + name + "\"");
}

TEST(ManyFiles, AWordDocumentOfEachBesideItsPage) {
    const Folder folder;
    folder.write("a/protocol.meld", codeNamed("alfa"));
    folder.write("b/protocol.meld", codeNamed("beta"));
    const auto ran = folder.run("meldc report a b --out uit --emit all" + kFilesDay);
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_EQ(folder.run("ls uit/codes | sed 's/.*[.]//' | sort | uniq -c | tr -s ' '").out,
              " 2 docx\n 2 html\n");
    EXPECT_EQ(folder.run("ls uit").out, "codes\nindex.html\nmatrix.csv\nmatrix.json\n");
    EXPECT_TRUE(holds(folder.read("uit/matrix.json"), "\"document\":\"codes/alfa-"));
    // Parts bring theirs along.
    for (const std::string part : {"1", "2"}) {
        (void)folder.run("meldc report a b --out deel" + part + " --emit all --shard " + part + "/2" + kFilesDay);
    }
    (void)folder.run("meldc report --merge deel1/matrix.json deel2/matrix.json --out samen");
    EXPECT_EQ(folder.run("diff -r uit samen").out, "");
    // The house style is that of each document, and a broken one stops the run.
    folder.write("geen.docx", "niets");
    const Ran refused = folder.run("meldc report a b --out nieuw --emit docx --template-docx geen.docx");
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_TRUE(refused.says("MC7012")) << refused.err;
    EXPECT_FALSE(folder.has("nieuw"));
}

TEST(ManyFiles, APageComesFromThePartOfItsRow) {
    const Folder folder;
    folder.write("a/protocol.meld", codeNamed("alfa"));
    folder.write("b/protocol.meld", codeNamed("beta"));
    (void)folder.run("meldc report a --out een --shard 1/1" + kFilesDay);
    (void)folder.run("meldc report b --out twee --shard 1/1" + kFilesDay);
    // A page of an earlier run, beside a part that does not have the row any more.
    (void)folder.run("for page in twee/codes/*; do echo oud > een/codes/${page##*/}; done");
    const Ran ran = folder.run("meldc report --merge een/matrix.json twee/matrix.json --out uit");
    EXPECT_LE(ran.exitCode, 1) << ran.err;
    EXPECT_EQ(folder.run("grep -lx oud uit/codes/*").out, "");
}

TEST(ManyFiles, NamesThatAreNoTextStayApart) {
    const Folder folder;
    folder.write("a.meld", codeNamed("alfa"));
    (void)folder.run("mkdir codes && cp a.meld codes/$'\\xff.meld' && cp a.meld codes/$'\\xfe.meld'");
    (void)folder.run("meldc report codes --out uit --emit json" + kFilesDay);
    const std::string json = folder.read("uit/matrix.json");
    EXPECT_TRUE(holds(json, R"("file":"codes/\\xFE.meld")")) << json.substr(0, 600);
    EXPECT_TRUE(holds(json, R"("file":"codes/\\xFF.meld")"));
}

TEST(ManyFiles, APageThatCannotBeWrittenCostsNoMatrix) {
    const Folder folder;
    folder.write("a/protocol.meld", codeNamed("alfa"));
    folder.write("b/protocol.meld", codeNamed("beta"));
    // No file may be larger than some kilobytes: the table of two rows is smaller, a page is not.
    const Ran ran = folder.run("trap '' XFSZ; ulimit -f 40; meldc report a b --out uit --emit html,csv" + kFilesDay +
                               " 2>&1");
    EXPECT_EQ(ran.exitCode, 2) << ran.out;
    EXPECT_TRUE(holds(ran.out, "MC9010")) << ran.out;
    const Ran csv = folder.run("trap '' XFSZ; ulimit -f 40; meldc report a b --out uit --emit csv" + kFilesDay);
    EXPECT_TRUE(folder.has("uit/matrix.csv")) << csv.err;
}

TEST(ManyFiles, NoHangupUnderNohup) {
    const Folder folder;
    folder.write("a/protocol.meld", codeNamed("alfa"));
    const Ran ran = folder.run(
        "mkfifo b.meld && exec 3<>b.meld\n"
        "(trap '' HUP; exec meldc report a b.meld --out uit --emit json --jobs 1" + kFilesDay + " 3>&-) &\n"
        "meldc=$!\n"
        "until ! kill -0 $meldc 2>/dev/null || { grep -q . /proc/$meldc/task/$meldc/children && "
        "ls -l /proc/$(cut -d' ' -f1 /proc/$meldc/task/$meldc/children)/fd | grep -q b.meld; }; "
        "do sleep 0.02; done\n"
        "kill -HUP $meldc\n"
        "exec 3>&-\n"
        "wait $meldc");
    EXPECT_LE(ran.exitCode, 2) << ran.err;
    EXPECT_TRUE(folder.has("uit/matrix.json"));
}

TEST(ManyFiles, PartsThatTellDifferentThingsOfAFileAreRefused) {
    const Folder folder;
    folder.write("a/protocol.meld", codeNamed("alfa"));
    (void)folder.run("meldc report a --out een --emit json --shard 1/1" + kFilesDay);
    folder.write("a/protocol.meld", std::regex_replace(codeNamed("alfa"), std::regex("bij ja melden"), "bij ja hulp"));
    (void)folder.run("meldc report a --out twee --emit json --shard 1/1" + kFilesDay);
    const Ran ran = folder.run("meldc report --merge een/matrix.json twee/matrix.json --out uit");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9064")) << ran.err;
    EXPECT_FALSE(folder.has("uit"));
}

} // namespace
} // namespace meldc::golden
