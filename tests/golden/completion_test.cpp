// What a shell completes, asked of the shell itself.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <sstream>

namespace meldc::golden {
namespace {

/// What bash offers behind a line, when the cursor stands at its end.
std::string offered(const Folder& folder, const std::string& line) {
    const Ran ran = folder.run("source <(meldc help --completion bash)\n"
                               "COMP_WORDS=(" + line + ")\n"
                               "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                               "_meldc\n"
                               "echo \"${COMPREPLY[*]}\"");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    return ran.out;
}

TEST(Completion, BashOffersWhatHelpTells) {
    Folder folder;
    folder.write("proef.meld", smallProtocol());
    EXPECT_EQ(offered(folder, "meldc pr"), "prove\n");
    EXPECT_EQ(offered(folder, "meldc check --fail-on ''"), "error warning info\n");
    EXPECT_EQ(offered(folder, "meldc check --fail-on w"), "warning\n");
    EXPECT_EQ(offered(folder, "meldc check --ti"), "--timeline\n");
    EXPECT_EQ(offered(folder, "meldc decide --ti"), "\n");
    EXPECT_EQ(offered(folder, "meldc check pro"), "proef.meld\n");
    // What an option takes hangs on the command.
    EXPECT_EQ(offered(folder, "meldc check --format ''"), "text plain json sarif junit gitlab github markdown\n");
    EXPECT_EQ(offered(folder, "meldc diff --format ''"),
              "text plain json sarif junit gitlab github markdown html docx\n");
    EXPECT_EQ(offered(folder, "meldc report --emit ''"), "json html csv docx form matrix all\n");
    EXPECT_EQ(offered(folder, "meldc build --emit b"), "bpmn\n");
    // A name with a blank is one name.
    folder.write("mijn code.meld", smallProtocol());
    EXPECT_EQ(folder.run("source <(meldc help --completion bash)\nCOMP_WORDS=(meldc check mijn)\nCOMP_CWORD=2\n"
                         "_meldc\necho \"${#COMPREPLY[@]} ${COMPREPLY[0]}\"").out,
              "1 mijn code.meld\n");
}

TEST(Completion, EveryCommandAndOptionOfHelpIsThere) {
    Folder folder;
    const Ran words = folder.run("for command in $(meldc help | grep -oE '^  [a-z]+ '); do\n"
                                 "  echo $command; meldc $command --help | grep -oE '^  --[a-z-]+' | tr -d ' -'\n"
                                 "done");
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        const Ran script = folder.run("meldc help --completion " + shell + " | tr -d -");
        std::istringstream lines(words.out);
        std::size_t count = 0;
        for (std::string word; std::getline(lines, word); ++count) {
            EXPECT_TRUE(holds(script.out, word)) << shell << " " << word;
        }
        EXPECT_GT(count, 60U);
    }
}

TEST(Completion, TheShellsThatAreHereReadTheirScripts) {
    Folder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        const Ran ran = folder.run("command -v " + shell + " >/dev/null || exit 0\n"
                                   "meldc help --completion " + shell + " > script && " + shell + " -n script");
        EXPECT_EQ(ran.exitCode, 0) << shell << ran.err;
    }
}

TEST(Completion, AnotherShellIsRefused) {
    Folder folder;
    const Ran ran = folder.run("meldc help --completion powershell");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9009")) << ran.err;
}

} // namespace
} // namespace meldc::golden
