// The shape of the tree: where files are, how long they are, what state they keep.

#include "tidy/tree.h"

#include <gtest/gtest.h>

#include <regex>

namespace meldc::tidy {
namespace {

constexpr std::size_t kMaxLines = 400;

TEST(Files, AreShort) {
    std::vector<std::string> found;
    for (const std::string_view folder : {"compiler", "tests"}) {
        for (const TreeFile& file : filesBelow(folder, {".h", ".cpp"})) {
            const std::size_t lines = file.lines().size();
            if (lines > kMaxLines) {
                found.push_back(file.path + " has " + std::to_string(lines) + " lines");
            }
        }
    }
    EXPECT_EQ(joined(found), "");
}

TEST(Files, TopLevelIsFixed) {
    static const std::set<std::string> kKnown{
        "CMakeLists.txt", "grammar", "compiler", "policies", "stdlib", "tests", "README.md",
        "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "publiccode.yml",
        ".clang-format", ".clang-tidy", ".gitignore", ".gitattributes", ".ci", ".github", ".git",
        // Where pre-commit looks for it.
        ".pre-commit-hooks.yaml",
        // Made by tools, never committed (.gitignore).
        ".cache", "compile_commands.json"};
    std::vector<std::string> found;
    for (const std::string& name : topLevelNames()) {
        if (!kKnown.contains(name) && !name.starts_with("build")) {
            found.push_back(name);
        }
    }
    EXPECT_EQ(joined(found), "");
}

TEST(Files, FoldersOfTheCompilerBuildALibraryOfTheirName) {
    for (const TreeFile& file : filesBelow("compiler", {".cpp"})) {
        const std::string folder = file.compilerFolder();
        if (folder == "cmake" || folder == "driver") {
            continue;
        }
        const std::string lists = readFile("compiler/" + folder + "/CMakeLists.txt");
        EXPECT_NE(lists.find("meldc_library(" + folder), std::string::npos) << folder;
    }
}

/// A test that nobody builds passes always.
TEST(Files, OfTestsAreBuilt) {
    std::size_t count = 0;
    for (const TreeFile& file : filesBelow("tests", {".cpp"})) {
        if (!file.path.ends_with("_test.cpp")) {
            continue;
        }
        const std::size_t slash = file.path.rfind('/');
        EXPECT_NE(readFile(file.path.substr(0, slash) + "/CMakeLists.txt").find(file.path.substr(slash + 1)), std::string::npos)
            << file.path;
        ++count;
    }
    EXPECT_GT(count, 100U);
}

/// A line that defines a variable which can change: at namespace scope (no indentation) or static.
bool definesMutableState(const std::string& line) {
    static const std::regex kStatic(
        R"(^\s*(?:inline\s+)?(?:static|thread_local)\s+(?!const\b|constexpr\b|consteval\b|inline\b|thread_local const\b)[\w:<>,\s*&]+\s[*&]?\w+\s*(?:=|\{|;))");
    static const std::regex kGlobal(
        R"(^(?!using\b|namespace\b|return\b|struct\b|class\b|enum\b|union\b|template\b|extern\b|friend\b|const\b|constexpr\b|concept\b|typedef\b|inline const|static const|#|\}|public|private|case\b|else\b)[A-Za-z_][\w:<>,\s*&]*\s[*&]?\w+(?:\s*=[^=;(]*[^;]*;|\s*\{[^;]*\};|;)$)");
    // Most lines are sorted out without an expression: those are slow.
    const bool isIndented = line.empty() || line.front() == ' ' || line.front() == '}';
    const bool isStatic =
        line.find("static") != std::string::npos || line.find("thread_local") != std::string::npos;
    if ((isIndented && !isStatic) || line.find("operator") != std::string::npos) {
        return false;
    }
    return std::regex_search(line, kStatic) || std::regex_search(line, kGlobal);
}

TEST(State, TheRuleSeesMutableState) {
    for (const char* line :
         {"int counter = 0;", "std::vector<int> cache;", "static int calls = 0;",
          "    static std::map<int, std::string> seen;", "thread_local int depth = 0;",
          "inline std::string name{};", "    static bool isReady{false};"}) {
        EXPECT_TRUE(definesMutableState(line)) << line;
    }
    for (const char* line :
         {"const int kMax = 3;", "constexpr int kMax = 3;", "inline constexpr auto kAll = f();",
          "static const std::regex kWord(\"x\");", "int f();", "int f(int a = 0);", "struct Span;",
          "using A = int;", "    int local = 0;", "static int helper(int a) {", "}",
          "    static Span of(int a);", "static constexpr int kOne = 1;",
          "bool operator==(const A& a, const A& b);", "extern template class A<int>;"}) {
        EXPECT_FALSE(definesMutableState(line)) << line;
    }
}

TEST(State, NoMutableGlobals) {
    std::vector<std::string> found;
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp"})) {
        if (file.compilerFolder() == "cmake") {
            continue;
        }
        const TreeFile code{file.path, takeApart(file.text).code};
        const auto lines = code.lines();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (definesMutableState(lines[i])) {
                found.push_back(file.path + ":" + std::to_string(i + 1) + " " + lines[i]);
            }
        }
    }
    EXPECT_EQ(joined(found), "");
}

} // namespace
} // namespace meldc::tidy
