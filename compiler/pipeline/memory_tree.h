#pragma once

#include "pipeline/stages.h"
#include "pipeline/tree.h"

#include <map>
#include <span>

namespace meldc::pipeline {

/// Texts in memory as files, by their names; nothing is read from the disk. Each may use each of the others.
class MemoryTree : public FileTree {
public:
    /// Of two texts with one name the first counts. The texts must outlive it.
    explicit MemoryTree(std::span<const Text> texts);

    [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit,
                                  support::Span usedAt) const override;
    [[nodiscard]] bool isFile(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> filesIn(const std::filesystem::path& folder) const override;
    [[nodiscard]] std::vector<std::string> find(const std::string& path, Search search,
                                                diagnostics::Sink& sink) const override;
    [[nodiscard]] std::filesystem::path rootOf(const std::filesystem::path& folder) const override;
    [[nodiscard]] bool liesIn(const std::filesystem::path& path,
                              const std::filesystem::path& root) const override;
    [[nodiscard]] std::string shown(const std::string& path) const override;

private:
    std::map<std::string, std::string_view, std::less<>> texts_;
};

} // namespace meldc::pipeline
