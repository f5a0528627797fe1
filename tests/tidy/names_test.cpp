// What a source file keeps to itself has a name of its own in its library: a build that compiles many
// files of one library as one (CMAKE_UNITY_BUILD) otherwise fails, and not where the name was given
// but wherever a new file happens to shift the batches.

#include "tidy/tree.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

namespace meldc::tidy {
namespace {

/// The names that a source defines between `namespace {` and its end: "kWide", "Writer", and for a function
/// its name with what its first line tells of the parameters, since overloads do not clash.
std::set<std::string> ownNames(const TreeFile& file) {
    static const std::regex kType(R"(^(?:struct|class|enum class|enum) (\w+))");
    static const std::regex kConstant(R"(^[^(]*?\b(k[A-Z]\w*)\b.*[={[;])");
    static const std::regex kFunction(R"((\w+\(.*)$)");
    std::set<std::string> names;
    bool isOwn = false;
    for (const std::string& line : file.lines()) {
        if (line == "namespace {") {
            isOwn = true;
        } else if (line == "} // namespace") {
            isOwn = false;
        }
        // What is indented belongs to something that was named before.
        if (!isOwn || line.empty() || std::string_view(" }/#)").find(line.front()) != std::string::npos) {
            continue;
        }
        std::smatch match;
        if (std::regex_search(line, match, kType) || std::regex_search(line, match, kConstant) ||
            std::regex_search(line, match, kFunction)) {
            names.insert(match[1]);
        }
    }
    return names;
}

TEST(Names, EachIsGivenOnceInALibrary) {
    // By folder below compiler/, which is one library, and name: the files that define it.
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> files;
    for (const TreeFile& file : filesBelow("compiler", {".cpp"})) {
        for (const std::string& name : ownNames(file)) {
            files[{file.compilerFolder(), name}].push_back(file.path);
        }
    }
    EXPECT_GT(files.size(), 500U) << "the names are not read";
    std::vector<std::string> twice;
    for (const auto& [key, paths] : files) {
        if (paths.size() > 1) {
            twice.push_back(key.second + ": " + joined(paths));
        }
    }
    EXPECT_EQ(joined(twice), "");
}

} // namespace
} // namespace meldc::tidy
