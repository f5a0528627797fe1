// Who may include what (compiler/ARCHITECTURE.md, invariants 1 and 2).

#include "tidy/tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <regex>
#include <set>

namespace meldc::tidy {
namespace {

/// A folder may use only what stands before it.
constexpr std::array<std::string_view, 15> kOrder{
    "support", "diagnostics", "syntax",   "parser",   "model", "sema",     "logic", "check",
    "baseline", "compare",    "evidence", "emit",     "pipeline", "api",   "driver"};

/// The same for the rooms below emit/; "" is emit/ itself.
constexpr std::array<std::string_view, 18> kRooms{
    "sentences", "",       "document",   "plain",  "docx", "flow",   "page", "html",       "explain",
    "answers",   "certificate", "tables", "inspection", "matrix", "change", "ci", "publication", "aid"};

template <std::size_t size>
std::size_t rankIn(const std::array<std::string_view, size>& order, std::string_view folder) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), folder) - order.begin());
}

std::size_t rank(std::string_view folder) {
    return rankIn(kOrder, folder);
}

/// The room below emit/ of "…emit/<room>/<file>"; "" for a file of emit/ itself.
std::string roomOf(const std::string& path) {
    const std::string room = path.substr(path.find("emit/") + 5);
    const std::size_t slash = room.find('/');
    return slash == std::string::npos ? std::string() : room.substr(0, slash);
}

struct Include {
    std::string file;
    std::string folder;
    std::size_t line;
    std::string target;

    [[nodiscard]] std::string text() const {
        return file + ":" + std::to_string(line) + " includes " + target;
    }
    /// The folder of the included header; "" for a header of the standard library.
    [[nodiscard]] std::string targetFolder() const {
        const std::size_t slash = target.find('/');
        return slash == std::string::npos ? std::string() : target.substr(0, slash);
    }
};

std::vector<Include> readIncludes() {
    std::vector<Include> includes;
    static const std::regex kInclude(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp"})) {
        // Build modules are programs of their own, not part of meldc.
        if (file.compilerFolder() == "cmake") {
            continue;
        }
        const auto lines = file.lines();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            std::smatch match;
            const bool mayBe = lines[i].find("include") != std::string::npos;
            if (mayBe && std::regex_search(lines[i], match, kInclude)) {
                includes.push_back({file.path, file.compilerFolder(), i + 1, match[1]});
            }
        }
    }
    return includes;
}

/// Read once: every rule looks at all of them.
const std::vector<Include>& allIncludes() {
    static const std::vector<Include> kIncludes = readIncludes();
    return kIncludes;
}

template <class Breaks>
std::string breaches(Breaks breaks) {
    std::vector<std::string> found;
    for (const Include& include : allIncludes()) {
        if (breaks(include)) {
            found.push_back(include.text());
        }
    }
    return joined(found);
}

TEST(Layering, TheTreeIsRead) {
    EXPECT_GT(allIncludes().size(), 20U);
}

TEST(Layering, EveryFolderHasARank) {
    for (const Include& include : allIncludes()) {
        EXPECT_LT(rank(include.folder), kOrder.size()) << include.file;
    }
}

TEST(Layering, NoUpwardInclude) {
    EXPECT_EQ(breaches([](const Include& include) {
                  const std::size_t target = rank(include.targetFolder());
                  return target < kOrder.size() && target > rank(include.folder);
              }),
              "");
}

TEST(Layering, NoUpwardIncludeBetweenTheRoomsOfEmit) {
    EXPECT_EQ(breaches([](const Include& include) {
                  if (include.folder != "emit" || include.targetFolder() != "emit") {
                      return false;
                  }
                  const std::size_t from = rankIn(kRooms, roomOf(include.file));
                  return from == kRooms.size() || rankIn(kRooms, roomOf(include.target)) > from;
              }),
              "");
}

TEST(Layering, StagesBehindTheModelNeverSeeSyntax) {
    EXPECT_EQ(breaches([](const Include& include) {
                  const std::string target = include.targetFolder();
                  const bool isBehind = rank(include.folder) > rank("sema") &&
                                        include.folder != "pipeline" && include.folder != "driver";
                  return isBehind && (target == "syntax" || target == "parser" || target == "sema");
              }),
              "");
}

TEST(Layering, AntlrOnlyInParser) {
    EXPECT_EQ(breaches([](const Include& include) {
                  static const std::regex kAntlr(R"(antlr|MeldLexer|MeldParser)");
                  return include.folder != "parser" && std::regex_search(include.target, kAntlr);
              }),
              "");
}

TEST(Layering, ArchivesOnlyWhereWordDocumentsAreWrittenAndXmlOnlyInOutputs) {
    EXPECT_EQ(breaches([](const Include& include) {
                  const bool isOfDocx = include.file.find("emit/docx/") != std::string::npos;
                  return (include.target == "zip.h" && !isOfDocx) ||
                         (include.target == "pugixml.hpp" && include.folder != "emit");
              }),
              "");
}

TEST(Layering, JsonOnlyWhereItIsWrittenAndWhereCasesAreRead) {
    EXPECT_EQ(breaches([](const Include& include) {
                  const bool isCaseReader =
                      include.folder == "pipeline" && include.file.find("case") != std::string::npos;
                  return include.target.starts_with("nlohmann") && include.folder != "emit" &&
                         !isCaseReader;
              }),
              "");
}

TEST(Layering, LlvmContainersComeThroughOneHeader) {
    EXPECT_EQ(breaches([](const Include& include) {
                  const bool isContainer = include.target.starts_with("llvm/ADT");
                  return isContainer && include.folder != "support";
              }),
              "");
    EXPECT_EQ(breaches([](const Include& include) {
                  const bool isLlvm = include.target.starts_with("llvm/");
                  return isLlvm && include.folder != "support" && include.folder != "driver";
              }),
              "");
}

TEST(Layering, FilesAndTerminalOnlyInDriverAndFilesWhereTextsAreRead) {
    EXPECT_EQ(breaches([](const Include& include) {
                  static const std::set<std::string> kReading{"filesystem", "unistd.h"};
                  static const std::vector<std::string> kOutside{"fstream",
                                                                 "iostream",
                                                                 "filesystem",
                                                                 "cstdio",
                                                                 "stdio.h",
                                                                 "thread",
                                                                 "unistd.h",
                                                                 "llvm/Support/CommandLine.h",
                                                                 "llvm/Support/FileSystem.h",
                                                                 "llvm/Support/MemoryBuffer.h",
                                                                 "llvm/Support/Process.h"};
                  const bool isOutside =
                      std::find(kOutside.begin(), kOutside.end(), include.target) != kOutside.end();
                  const bool isReading = include.folder == "pipeline" && kReading.contains(include.target);
                  return isOutside && !isReading && include.folder != "driver";
              }),
              "");
}

TEST(Layering, ThePublicHeaderShowsTheStandardLibraryOnly) {
    std::size_t seen = 0;
    EXPECT_EQ(breaches([&](const Include& include) {
                  const bool isPublic = include.file.find("/include/meldc/") != std::string::npos;
                  seen += isPublic ? 1 : 0;
                  return isPublic && include.target.find_first_of("./") != std::string::npos;
              }),
              "");
    EXPECT_GT(seen, 5U);
}

TEST(Layering, NothingPrintsOutsideDriver) {
    static const std::set<std::string> kPrints{
        "printf", "fprintf", "puts", "fputs", "putchar", "fopen", "getenv",
        "exit",   "abort",   "outs", "errs",  "cout",    "cerr",  "clog",   "ofstream"};
    std::vector<std::string> found;
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp"})) {
        if (file.compilerFolder() == "driver" || file.compilerFolder() == "cmake") {
            continue;
        }
        for (const std::string& word : wordsOf(takeApart(file.text).code)) {
            if (kPrints.contains(word)) {
                found.push_back(file.path + " uses " + word);
            }
        }
    }
    EXPECT_EQ(joined(found), "");
}

} // namespace
} // namespace meldc::tidy
