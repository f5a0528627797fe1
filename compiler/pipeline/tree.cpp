#include "pipeline/tree.h"

#include <algorithm>

namespace meldc::pipeline {

namespace {

namespace fs = std::filesystem;

class Disk : public FileTree {
public:
    [[nodiscard]] ReadResult read(const std::string& path, std::size_t limit,
                                  support::Span usedAt) const override {
        return readFile(path, limit, usedAt);
    }
    [[nodiscard]] bool isFile(const std::string& path) const override {
        std::error_code ignored;
        return fs::is_regular_file(path, ignored);
    }
    [[nodiscard]] bool isThere(const std::string& path) const override {
        std::error_code ignored;
        return fs::exists(path, ignored);
    }
    [[nodiscard]] std::vector<std::string> filesIn(const fs::path& folder) const override {
        std::vector<std::string> files;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            std::error_code ignored;
            if (it->path().extension() == kMeldEnding && it->is_regular_file(ignored)) {
                files.push_back(shownPath(it->path().string()));
            }
        }
        std::sort(files.begin(), files.end());
        return files;
    }
    [[nodiscard]] std::vector<std::string> find(const std::string& path, Search search,
                                                diagnostics::Sink& sink) const override {
        return findFiles(path, search, sink);
    }
    [[nodiscard]] fs::path rootOf(const fs::path& folder) const override {
        return fs::absolute(folder).lexically_normal() / "..";
    }
    [[nodiscard]] bool liesIn(const fs::path& path, const fs::path& root) const override {
        return pipeline::liesIn(path, root);
    }
    [[nodiscard]] std::string shown(const std::string& path) const override { return path; }
};

} // namespace

const FileTree& disk() {
    static const Disk kDisk;
    return kDisk;
}

} // namespace meldc::pipeline
