#include "pipeline/files.h"
#include "unit/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace meldc::pipeline {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;

class Files : public test::TemporaryFolder {
protected:
    std::vector<std::string> found(Search search) const {
        diagnostics::Sink sink;
        std::vector<std::string> names;
        for (const std::string& path : findFiles(root(), search, sink)) {
            names.push_back(path.substr(root().size() + 1));
        }
        return names;
    }
};

TEST_F(Files, SearchesAreSortedAndKnowWhatAFolderHolds) {
    touch("b/protocol.meld");
    touch("b/los.meld");
    touch("b/onder/protocol.meld");
    touch("a/een.meld");
    touch("a/twee.meld");
    touch("a/brief.txt");
    touch("n/norm.meld");
    touch("n/fout.meld");
    touch(".verborgen/protocol.meld");
    using Names = std::vector<std::string>;
    EXPECT_EQ(found(Search::Units), (Names{"a/een.meld", "a/twee.meld", "b/protocol.meld",
                                           "b/onder/protocol.meld"}));
    EXPECT_EQ(found(Search::Tests),
              (Names{"a/een.meld", "a/twee.meld", "b/los.meld", "b/protocol.meld",
                     "b/onder/protocol.meld"}));
    EXPECT_EQ(found(Search::Everything).size(), 7U);
}

TEST_F(Files, LinksToFoldersAreNotFollowed) {
    touch("a/protocol.meld");
    fs::create_directory_symlink(in("a"), in("a/terug"));
    EXPECT_EQ(found(Search::Units), std::vector<std::string>{"a/protocol.meld"});
}

TEST_F(Files, ReadsUpToTheLimit) {
    touch("f", "12345");
    EXPECT_EQ(readFile(in("f"), 5).bytes, "12345");
    EXPECT_TRUE(readFile(in("f"), 4).tooLarge);
    EXPECT_EQ(readFile(in("weg"), 4).error->id, Diag::FileNotFound);
    EXPECT_EQ(readFile(in(""), 4).error->id, Diag::FileUnreadable);
    touch("leeg", "");
    EXPECT_EQ(readFile(in("leeg"), 4).bytes, "");
}

TEST_F(Files, ShownPathsAreShort) {
    EXPECT_EQ(shownPath("./a//b/../c.meld"), "a/c.meld");
    EXPECT_EQ(shownPath("-"), "-");
}

} // namespace
} // namespace meldc::pipeline
