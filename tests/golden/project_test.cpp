// How a repository is checked: project.meld, variables, a look ahead, and findings that were there already.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace meldc::golden {
namespace {

using Json = nlohmann::json;

class Project : public ::testing::Test {
protected:
    Project() { folder_.write("school/protocol.meld", smallProtocol()); }
    void project(const std::string& items) const { folder_.write("project.meld", "project {\n" + items + "\n}\n"); }
    std::string date(const std::string& more = "", const std::string& before = "") const {
        const Ran ran = folder_.run(before + " meldc check school --format json " + more);
        return ran.exitCode > 1 ? ran.err : Json::parse(ran.out)["date"].get<std::string>();
    }
    Folder folder_;
};

TEST_F(Project, TheFlagGoesBeforeTheVariableBeforeTheBlock) {
    project("  per 2025-01-01");
    EXPECT_EQ(date(), "2025-01-01");
    EXPECT_EQ(date("", "MELDC_DATE=2025-02-02"), "2025-02-02");
    EXPECT_EQ(date("--date 2025-03-03", "MELDC_DATE=2025-02-02"), "2025-03-03");
    EXPECT_EQ(folder_.run("cd school && meldc check . --format json").out.find("2025-01-01"), std::string::npos)
        << "a project above the current folder is somebody else's";
}

TEST_F(Project, WhatItChoseIsTold) {
    project("  per 2025-01-01\n  fout bij info");
    const std::string told = "olgens project.meld: --date 2025-01-01, --fail-on info";
    EXPECT_TRUE(holds(folder_.run("meldc check school").err, told)) << folder_.run("meldc check school").err;
    EXPECT_FALSE(holds(folder_.run("meldc check school --date 2026-01-01").err, "--date"));
    EXPECT_FALSE(holds(folder_.run("meldc check school --quiet").err, "project.meld"));
}

TEST_F(Project, PinsTheBaseline) {
    const std::string known = Json::parse(folder_.run("meldc check school --format json").out)["baseline"]["sha256"];
    project("  basislijn \"" + known.substr(0, 12) + "\"");
    EXPECT_LT(folder_.run("meldc check school").exitCode, 2);
    project("  basislijn \"000000000000\"");
    const Ran ran = folder_.run("meldc check school");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9080")) << ran.err;
}

TEST_F(Project, SaysHowToTellAndWhenToFail) {
    project("  fout bij info\n  formaat plain, json \"uit.json\"");
    const Ran ran = folder_.run("meldc check school --date 2026-01-01");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "school/protocol.meld:1:10: ")) << ran.out;
    EXPECT_TRUE(folder_.has("uit.json"));
    // A file is for one command: a test does not write over what check wrote.
    const std::string before = folder_.read("uit.json");
    EXPECT_EQ(folder_.run("meldc test school").exitCode, 0);
    EXPECT_EQ(folder_.read("uit.json"), before);
}

TEST_F(Project, WritesNowhereElse) {
    for (const std::string name : {"../uit.json", "/tmp/uit.json", "school/protocol.meld", "..", "uit.meld"}) {
        project("  formaat json \"" + name + "\"");
        const Ran ran = folder_.run("meldc check school");
        EXPECT_EQ(ran.exitCode, 2) << name;
        EXPECT_TRUE(ran.says("MC9081")) << name << ran.err;
    }
}

TEST_F(Project, WhatIsWrongInItIsTold) {
    project("  per 2026-13-01");
    EXPECT_EQ(folder_.run("meldc check school").exitCode, 2);
    project("  formaat jsn");
    Ran ran = folder_.run("meldc check school");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9009")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "project.meld:2:11")) << ran.err;
    folder_.write("project.meld", "project { }\nproject { }\n");
    EXPECT_EQ(folder_.run("meldc check school").exitCode, 2);
    folder_.write("project.meld", "project { }\n");
    ran = folder_.run("MELDC_FAIL_ON=ernstig meldc check school");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9082")) << ran.err;
    EXPECT_EQ(folder_.run("meldc fmt project.meld").exitCode, 0);
    EXPECT_EQ(folder_.read("project.meld"), "project {}\n");
}

TEST_F(Project, LooksAhead) {
    // 1 January 2026 and 180 days.
    EXPECT_EQ(date("--date +180d", "SOURCE_DATE_EPOCH=1767225600"), "2026-06-30");
    for (const std::string wrong : {"+0d", "+d", "180d", "+4000d", "+1w"}) {
        EXPECT_EQ(folder_.run("meldc check school --date " + wrong).exitCode, 2) << wrong;
    }
}

constexpr const char* kCommitAll =
    "git add -A && git -c user.name=a -c user.email=a@example.org commit -q -m versie";

TEST_F(Project, WhatWasThereBeforeDoesNotCount) {
    ASSERT_EQ(folder_.run(std::string("git init -q . && ") + kCommitAll).exitCode, 0);
    const Ran old = folder_.run("meldc check school --date 2026-01-01 --fail-on info");
    ASSERT_EQ(old.exitCode, 1) << "the example has findings";
    const std::string since = "meldc check school --date 2026-01-01 --fail-on info --since HEAD ";
    Ran ran = folder_.run(since);
    EXPECT_EQ(ran.exitCode, 0) << ran.out << ran.err;
    EXPECT_TRUE(holds(ran.out, "Stond er al in HEAD")) << ran.out;
    // Moved and laid out otherwise is no news.
    folder_.write("school/protocol.meld", "// later\n\n\n" + replaced(smallProtocol(), "  soort", "      soort"));
    EXPECT_EQ(folder_.run(since).exitCode, 0) << folder_.run(since).out;
    // Something new is.
    folder_.write("school/protocol.meld", replaced(smallProtocol(), "  rol af ", "  rol extra \"extra\" is leerkracht\n  rol af "));
    ran = folder_.run(since + "--format json");
    EXPECT_EQ(ran.exitCode, 1) << ran.out;
    const Json one = Json::parse(ran.out)["protocols"][0];
    EXPECT_EQ(one["since"]["revision"], "HEAD");
    EXPECT_FALSE(one["since"]["known"].empty());
    const Ran github = folder_.run(since + "--format github");
    EXPECT_TRUE(holds(github.out, "extra")) << github.out;
    EXPECT_FALSE(holds(github.out, "R1::")) << github.out;
    // A protocol that was not there has only new findings; a revision that is not there is an error.
    folder_.write("ander/protocol.meld", replaced(smallProtocol(), "meldcode proef", "meldcode ander"));
    EXPECT_EQ(folder_.run("meldc check ander --date 2026-01-01 --fail-on info --since HEAD").exitCode, 1);
    EXPECT_EQ(folder_.run("meldc check school --since niets").exitCode, 2);
}

TEST(Manual, HasAPageForEachCommand) {
    const Folder folder;
    for (const std::string command : {"check", "prove", "test", "diff", "help"}) {
        const Ran ran = folder.run("meldc help --man --lang en " + command);
        EXPECT_EQ(ran.exitCode, 0) << ran.err;
        EXPECT_TRUE(ran.out.starts_with(".TH MELDC\\-")) << ran.out;
        for (const std::string title : {".SH NAME", ".SH SYNOPSIS", ".SH OPTIONS", ".SH EXIT STATUS"}) {
            EXPECT_TRUE(holds(ran.out, title)) << command << title;
        }
    }
    EXPECT_TRUE(holds(folder.run("meldc help --man --lang nl check").out, ".SH OPTIES"));
}

} // namespace
} // namespace meldc::golden
