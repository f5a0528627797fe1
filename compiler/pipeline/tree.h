#pragma once

#include "pipeline/files.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace meldc::pipeline {

/// Where protocols and what they use are read from: the disk, or a version in git.
class FileTree {
public:
    virtual ~FileTree() = default;

    /// As readFile().
    [[nodiscard]] virtual ReadResult read(const std::string& path, std::size_t limit,
                                          support::Span usedAt) const = 0;
    /// Whether there is a file of this name.
    [[nodiscard]] virtual bool isFile(const std::string& path) const = 0;
    /// Whether anything is called so, a file or what only looks like one: that is told by who reads it.
    [[nodiscard]] virtual bool isThere(const std::string& path) const { return isFile(path); }
    /// The .meld files of a folder, not of those below it.
    [[nodiscard]] virtual std::vector<std::string> filesIn(const std::filesystem::path& folder) const = 0;
    /// As findFiles().
    [[nodiscard]] virtual std::vector<std::string> find(const std::string& path, Search search,
                                                        diagnostics::Sink& sink) const = 0;
    /// Below which an entry file in this folder may use others.
    [[nodiscard]] virtual std::filesystem::path rootOf(const std::filesystem::path& folder) const = 0;
    /// As liesIn().
    [[nodiscard]] virtual bool liesIn(const std::filesystem::path& path,
                                      const std::filesystem::path& root) const = 0;
    /// The path as people write it.
    [[nodiscard]] virtual std::string shown(const std::string& path) const = 0;
};

/// The files on disk.
[[nodiscard]] const FileTree& disk();

} // namespace meldc::pipeline
