#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Explanation pages taken apart, and their examples run.
namespace meldc::explain {

/// One fenced block of a page: ```meld [file name] or ```sh.
struct Block {
    std::string kind;
    std::string fileName;
    std::string text;
    /// What stands between it and the block or heading before it.
    std::string introduction;
};

/// One section of a page.
struct Section {
    std::string heading;
    std::vector<Block> blocks;
};

/// The sections of a page, in order.
std::vector<Section> sectionsOf(std::string_view page);

/// What running an example gave.
struct Outcome {
    /// Codes of all diagnostics, from JSON or text.
    std::set<std::string> codes;
    int exitCode = 0;
    /// Everything that was printed, for when a test fails.
    std::string output;
};

/// Whether the section holds something that can be run.
bool isRunnable(const Section& section);

/// Whether the section says itself which commands to run.
bool hasScript(const Section& section);

/// Runs the section in an empty folder: its ```meld blocks are written to files (the first one is
/// protocol.meld unless it has a name); then its ```sh block is run, or `meldc check
/// protocol.meld`.
Outcome run(const Section& section);

} // namespace meldc::explain
