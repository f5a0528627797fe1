#include "pipeline/memory_tree.h"

#include <gtest/gtest.h>

namespace meldc::pipeline {
namespace {

using diagnostics::Diag;

const std::vector<Text> kTexts{{"school/./a.meld", "1"}, {"school/b.meld", "2"}, {"c.meld", "3"}, {"c.meld", "4"}, {"d.txt", "5"}};

TEST(MemoryTree, KnowsTextsByTheirShortestName) {
    const MemoryTree tree(kTexts);
    EXPECT_EQ(tree.read("school/a.meld", 10, {}).bytes, "1");
    EXPECT_EQ(tree.read("./school/x/../b.meld", 10, {}).bytes, "2");
    EXPECT_EQ(tree.read("c.meld", 10, {}).bytes, "3");
    EXPECT_TRUE(tree.isFile("d.txt"));
    EXPECT_FALSE(tree.isThere("/etc/hostname"));
    EXPECT_EQ(tree.read("/etc/hostname", 10, {}).error->id, Diag::FileNotFound);
}

TEST(MemoryTree, KeepsTheLimit) {
    const MemoryTree tree(kTexts);
    EXPECT_TRUE(tree.read("c.meld", 0, {}).tooLarge);
    EXPECT_FALSE(tree.read("c.meld", 1, {}).tooLarge);
}

TEST(MemoryTree, AFolderHoldsItsOwnTextsOnly) {
    const MemoryTree tree(kTexts);
    EXPECT_EQ(tree.filesIn("."), std::vector<std::string>{"c.meld"});
    EXPECT_EQ(tree.filesIn("school"), (std::vector<std::string>{"school/a.meld", "school/b.meld"}));
}

} // namespace
} // namespace meldc::pipeline
