#include "pipeline/memory_tree.h"

namespace meldc::pipeline {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

MemoryTree::MemoryTree(std::span<const Text> texts) {
    for (const Text& text : texts) {
        texts_.emplace(shownPath(text.name), text.bytes);
    }
}

ReadResult MemoryTree::read(const std::string& path, std::size_t limit, support::Span usedAt) const {
    ReadResult result;
    const auto found = texts_.find(shownPath(path));
    if (found == texts_.end()) {
        result.error = make<Diag::FileNotFound>(usedAt, path);
    } else if (found->second.size() > limit) {
        result.tooLarge = true;
    } else {
        result.bytes = std::string(found->second);
    }
    return result;
}

bool MemoryTree::isFile(const std::string& path) const {
    return texts_.contains(shownPath(path));
}

std::vector<std::string> MemoryTree::filesIn(const fs::path& folder) const {
    const fs::path wanted = folder.lexically_normal();
    std::vector<std::string> files;
    for (const auto& [name, bytes] : texts_) {
        const fs::path parent = fs::path(name).parent_path();
        if ((parent.empty() ? fs::path(".") : parent) == wanted && name.ends_with(kMeldEnding)) {
            files.push_back(name);
        }
    }
    return files;
}

std::vector<std::string> MemoryTree::find(const std::string& path, Search /*search*/,
                                          diagnostics::Sink& sink) const {
    if (isFile(path)) {
        return {shownPath(path)};
    }
    sink.add(make<Diag::FileNotFound>({}, path));
    return {};
}

fs::path MemoryTree::rootOf(const fs::path& /*folder*/) const {
    return {};
}

bool MemoryTree::liesIn(const fs::path& /*path*/, const fs::path& /*root*/) const {
    return true;
}

std::string MemoryTree::shown(const std::string& path) const {
    return path;
}

} // namespace meldc::pipeline
