#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Reading the source tree, for the tests that hold the project's own rules.
namespace meldc::tidy {

/// One text file of the tree.
struct TreeFile {
    /// Path from the top, with '/'.
    std::string path;
    std::string text;

    /// The folder below compiler/ that it is in ("sema"), or "".
    [[nodiscard]] std::string compilerFolder() const;
    /// The lines, without line feeds.
    [[nodiscard]] std::vector<std::string> lines() const;
};

/// Files below `folder` (from the top) with one of these extensions (".cpp"; none: all), sorted by
/// path. Hidden and build folders are left out. No such folder: no files.
std::vector<TreeFile> filesBelow(std::string_view folder, std::set<std::string> extensions = {});

/// Names in the top folder, sorted.
std::vector<std::string> topLevelNames();

/// The text of one file from the top, or "" when it is not there.
std::string readFile(std::string_view path);

/// C++ text taken apart: what a human wrote as code, what stands between quotes, and
/// what is said about it.
struct SourceParts {
    /// The text with comments and the inside of literals blanked out; line numbers stay.
    std::string code;
    struct Passage {
        std::string text;
        std::size_t line;
    };
    std::vector<Passage> literals;
    /// One for each comment: `//` to the end of its line, or `/*` to its end.
    std::vector<Passage> comments;
};
SourceParts takeApart(std::string_view text);

/// The words ([A-Za-z_0-9] and letters over ASCII) in a text, in order.
std::vector<std::string> wordsOf(std::string_view text);

/// Line (from 1) of a byte.
std::size_t lineOf(std::string_view text, std::size_t offset);

/// All findings of one rule as one text, one a line; "" when there are none.
std::string joined(const std::vector<std::string>& findings);

} // namespace meldc::tidy
