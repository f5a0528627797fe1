// What the README shows is what the program says.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace meldc::golden {
namespace {

/// A command of the README and the lines shown below it.
struct Shown {
    std::string command;
    std::vector<std::string> lines;
};

std::vector<Shown> shownInReadme() {
    std::ifstream file(inSource("README.md"));
    std::vector<Shown> all;
    bool isInside = false;
    for (std::string line; std::getline(file, line);) {
        if (line == "```console") {
            isInside = true;
        } else if (line == "```") {
            isInside = false;
        } else if (isInside && line.starts_with("$ ")) {
            all.push_back({line.substr(2), {}});
        } else if (isInside) {
            all.back().lines.push_back(line);
        }
    }
    return all;
}

/// The line up to the mark that says that the rest is left out.
std::string_view untilEllipsis(std::string_view line) {
    const std::string_view start = line.substr(0, line.find("…"));
    return start.substr(0, start.find_last_not_of(' ') + 1);
}

TEST(Readme, ShowsRealOutput) {
    const std::vector<Shown> all = shownInReadme();
    ASSERT_GE(all.size(), 3U);
    const Folder folder;
    for (const Shown& shown : all) {
        const Ran ran = folder.run("cd '" + inSource(".") + "' && " + shown.command);
        ASSERT_LE(ran.exitCode, 1) << shown.command << ran.err;
        std::istringstream output(ran.out);
        std::string said;
        for (const std::string& line : shown.lines) {
            const std::string_view start = untilEllipsis(line);
            if (start.empty()) {
                continue;
            }
            bool isFound = false;
            while (!isFound && std::getline(output, said)) {
                isFound = start.size() == line.size() ? said == line : said.starts_with(start);
            }
            EXPECT_TRUE(isFound) << shown.command << ": not said, or not in this order: " << line;
        }
    }
}

TEST(Readme, ItsCodeOverAModelOnlyLacksWhatIsToBeFilledIn) {
    std::ifstream file(inSource("README.md"));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string fence = "```meld\n";
    const std::size_t begin = text.find(fence);
    ASSERT_NE(begin, std::string::npos);
    const Folder folder;
    folder.write("linde.meld", text.substr(begin + fence.size(), text.find("```", begin + 3) - begin - fence.size()));
    const Ran ran = folder.run("meldc check linde.meld --format plain");
    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_EQ(ran.messages(), 0U) << ran.err;
    EXPECT_TRUE(holds(ran.out, " ok R15 "));
    EXPECT_TRUE(holds(ran.out, "MC4401"));
    // No law or professional norm is broken; that something is left to fill in is advice.
    EXPECT_FALSE(holds(ran.out, " error "));
    EXPECT_FALSE(holds(ran.out, " warning R"));
}

} // namespace
} // namespace meldc::golden
