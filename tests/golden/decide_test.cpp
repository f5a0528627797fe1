// What decide says of cases, one and many.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace meldc::golden {
namespace {

TEST(Decide, ReadsLinesAndGoesOnAfterAMistake) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("in.jsonl",
                 "{\"id\": 1, \"facts\": {\"vermoeden\": true, \"acute_onveiligheid\": \"ja\"}}\n"
                 "\n"
                 "geen json\n"
                 "{\"id\": \"b\", \"facts\": {\"vermoedn\": \"ja\"}}\n"
                 "{\"id\": \"c\", \"facts\": {\"vermoeden\": \"misschien\"}}\n"
                 "{\"id\": \"d\", \"facts\": {\"vermoeden\": \"nee\", \"disclosure\": \"ja\"}}\n"
                 "{\"id\": \"e\", \"facts\": {\"vermoeden\": null}}\r\n"
                 "{\"id\": \"f\", \"facts\": {\"vermoeden\": \"twijfel\"}}");
    const Ran ran = folder.run("meldc decide p.meld --cases in.jsonl --date 2026-01-01");
    EXPECT_EQ(ran.exitCode, 2);
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < ran.out.size();) {
        const std::size_t end = ran.out.find('\n', begin);
        lines.push_back(ran.out.substr(begin, end - begin));
        begin = end + 1;
    }
    ASSERT_EQ(lines.size(), 7U) << ran.out;
    EXPECT_TRUE(lines[0].starts_with(R"({"id":1,"consequences":["melden"],"allowed":[])"))
        << lines[0];
    EXPECT_TRUE(holds(lines[1], "MC9025")) << lines[1];
    EXPECT_TRUE(holds(lines[2], "MC9027")) << lines[2];
    EXPECT_TRUE(holds(lines[3], "MC9028")) << lines[3];
    EXPECT_TRUE(holds(lines[4], "MC9029")) << lines[4];
    EXPECT_TRUE(holds(lines[5], R"("next":{"fact":"vermoeden","question":"1")")) << lines[5];
    EXPECT_TRUE(holds(lines[6], R"("deferred":true)")) << lines[6];
    EXPECT_EQ(folder.run("meldc decide p.meld --date 2026-01-01 <in.jsonl").out, ran.out);
}

TEST(Decide, AnIdComesBackAsItWasWritten) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::vector<std::string> ids = {"123456789012345678901234567890", "-0", "1.50", "1e400", "\"\\u00e9\"",
                                          "\"\u00e9\"", "[1, {\"a\": \"]}\"}]", "null", "true", "\"\""};
    std::string lines;
    for (const std::string& id : ids) {
        lines += "{\"id\": " + id + " , \"facts\": {}}\n";
    }
    folder.write("in.jsonl", lines);
    const Ran ran = folder.run("meldc decide p.meld --cases in.jsonl --quiet");
    std::size_t begin = 0;
    for (const std::string& id : ids) {
        // 1e400 is JSON, but no number that a program could hold.
        EXPECT_EQ(ran.out.substr(begin).starts_with("{\"id\":" + (id == "1e400" ? "null" : id) + ","), true)
            << id << ran.out.substr(begin, 80);
        begin = ran.out.find('\n', begin) + 1;
    }
    const Ran none = folder.run("echo '{}' | meldc decide p.meld");
    EXPECT_TRUE(holds(none.out, "MC9025")) << none.out;
    EXPECT_FALSE(holds(none.out, "JSON")) << none.out;
}

TEST(Decide, ManyCasesComeBackInOrderHoweverManyWorkOnThem) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    // Ordinary lines, and beside each the same case in a form that only the full reader takes.
    const std::string make =
        "awk 'BEGIN { split(\"ja nee twijfel\", a, \" \"); for (i = 0; i < 20000; ++i) {"
        " f = \"\\\"vermoeden\\\": \\\"\" a[i % 3 + 1] \"\\\", \\\"disclosure\\\": \\\"\" a[int(i / 3) % 3 + 1] \"\\\"\";"
        " printf \"{\\\"id\\\": %d, \\\"facts\\\": {%s}}\\n\", i, f > \"fast\";"
        " printf \"{\\\"\\\\u0069d\\\": %d, \\\"facts\\\": {%s}}\\n\", i, f > \"full\" } }'";
    ASSERT_EQ(folder.run(make).exitCode, 0);
    const Ran one = folder.run("meldc decide p.meld --cases fast --jobs 1");
    EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 20000);
    EXPECT_TRUE(folder.run("meldc decide p.meld --cases fast --jobs 4").out == one.out);
    EXPECT_TRUE(folder.run("head -n 500 full | meldc decide p.meld").out ==
                folder.run("head -n 500 fast | meldc decide p.meld --jobs 3").out);
    // Who asks one thing at a time gets its answer at once.
    const Ran asked = folder.run("coproc meldc decide p.meld --quiet; head -n 1 fast >&${COPROC[1]}; "
                                 "read -r -t 20 line <&${COPROC[0]}; echo \"$line\"");
    EXPECT_EQ(asked.out, one.out.substr(0, one.out.find('\n') + 1));
}

TEST(Decide, OneCaseIsToldInWordsWithTheConflictFirst) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran =
        folder.run("meldc decide p.meld --case 'vermoeden=ja,acute_onveiligheid=nee,disclosure=ja'");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(ran.out.starts_with("Let op: de code belooft hier iets anders")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "hulp bieden of organiseren")) << ran.out;
    EXPECT_TRUE(folder.run("meldc decide p.meld --case 'vermoeden=ja,vermoeden=nee'").says("MC9031"));
    EXPECT_TRUE(folder.run("meldc decide p.meld --case 'appel=ja'").says("MC9026"));
}

TEST(Decide, NeedsQuestions) {
    const Folder folder;
    folder.write("p.meld", "meldcode kaal \"Kaal\" {\n  soort meldcode\n}\n");
    const Ran ran = folder.run("meldc decide p.meld --case 'vermoeden=ja'");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9024")) << ran.err;
}

} // namespace
} // namespace meldc::golden
