// Lists beside a report that cannot be used, or not for this protocol.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

const std::string kListsDay = " --date 2026-01-01";

TEST(ReportLists, AFormThatCannotBeReadIsThereAllTheSame) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    // Reading it fails, for whoever asks.
    const Ran ran = folder.run("mkdir uit && ln -s /proc/self/mem uit/proef.oordelen.tsv && "
                               "meldc report p.meld --out uit --emit form" + kListsDay);
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC7009")) << ran.err;
    EXPECT_EQ(folder.run("readlink uit/proef.oordelen.tsv").out, "/proc/self/mem\n");
}

TEST(ReportLists, AListThatIsNoTextOrTooLargeIsRefused) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("items.xlsx", "PK\x03\x04 niets");
    const std::string line = "meldc report p.meld --out uit" + kListsDay;
    EXPECT_TRUE(folder.run(line + " --items items.xlsx").says("MC7001"));
    EXPECT_TRUE(folder.run("truncate -s 9M groot.tsv && " + line + " --judgements groot.tsv").says("MC7002"));
    EXPECT_FALSE(folder.has("uit"));
}

TEST(ReportLists, AJudgementOnANormOfAnotherSectorIsTold) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    (void)folder.run("meldc report p.meld --out uit --emit form" + kListsDay);
    // A norm for who sees to school attendance, beside the protocol of a school.
    (void)folder.run("sed '/^R15\\t/ {s/\\t\\t\\t\\t\\t$/\\tin orde\\t\\t\\tinspecteur\\t2026-03-02/; s/^R15/R28/}'"
                     " uit/proef.oordelen.tsv > oordelen.tsv");
    const Ran ran = folder.run("meldc report p.meld --out uit --judgements oordelen.tsv" + kListsDay);
    EXPECT_TRUE(ran.says("MC7104")) << ran.err;
}

} // namespace
} // namespace meldc::golden
