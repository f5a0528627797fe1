#include "driver/git.h"

#include "driver/process.h"
#include "support/limits.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <utility>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::Diagnostic;
using diagnostics::make;

constexpr std::string_view kEnding = ".meld";
/// Most bytes of the list of all files of a version.
constexpr std::size_t kMostListed = 256U * 1024U * 1024U;
constexpr std::size_t kMostWords = 4'096;

/// The first line of what git said, without what it puts before it.
std::string firstLine(const std::string& messages) {
    std::string line = messages.substr(0, messages.find('\n'));
    constexpr std::string_view kPrefix = "fatal: ";
    if (line.starts_with(kPrefix)) {
        line.erase(0, kPrefix.size());
    }
    return line;
}

std::string withoutLineEnd(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return text;
}

ProcessResult git(std::vector<std::string> words, std::size_t limit) {
    words.insert(words.begin(), "git");
    return runProgram(words, limit);
}

Diagnostic whyFailed(const ProcessResult& result) {
    return result.error != 0 ? make<Diag::GitMissing>({}) : make<Diag::GitFailed>({}, firstLine(result.messages));
}

/// The files of one commit, by path from the top folder. A path of this tree begins with the revision
/// and a colon as its first folder, so that no way up leads out of it.
class Revision : public pipeline::FileTree {
public:
    Revision(std::string revision, std::map<std::string, std::string> blobs)
        : prefix_(std::move(revision) + ":"), blobs_(std::move(blobs)) {}

    [[nodiscard]] std::string pathOf(const std::string& inside) const {
        return inside.empty() ? prefix_ : prefix_ + "/" + inside;
    }

    [[nodiscard]] pipeline::ReadResult read(const std::string& path, std::size_t limit,
                                  support::Span usedAt) const override {
        pipeline::ReadResult result;
        const auto at = blobs_.find(inside(path));
        if (at == blobs_.end()) {
            result.error = make<Diag::FileNotFound>(usedAt, shown(path));
            return result;
        }
        ProcessResult shown = git({"cat-file", "blob", at->second}, limit);
        if (shown.isCut) {
            result.tooLarge = true;
        } else if (shown.error != 0 || shown.exitCode != 0) {
            result.error = whyFailed(shown);
        } else {
            result.bytes = std::move(shown.output);
        }
        return result;
    }
    [[nodiscard]] bool isFile(const std::string& path) const override {
        return blobs_.contains(inside(path));
    }
    [[nodiscard]] std::vector<std::string> filesIn(const fs::path& folder) const override {
        std::vector<std::string> files;
        for (const std::string& each : below(inside(folder.string()))) {
            if (fs::path(each).parent_path() == fs::path(inside(folder.string()))) {
                files.push_back(pathOf(each));
            }
        }
        return files;
    }
    [[nodiscard]] std::vector<std::string> find(const std::string& path, pipeline::Search /*search*/,
                                                diagnostics::Sink& sink) const override {
        const std::string wanted = inside(path);
        if (blobs_.contains(wanted)) {
            return {path};
        }
        std::vector<std::string> found;
        for (const std::string& folder : unitFolders(wanted)) {
            const std::vector<std::string> files = filesIn(pathOf(folder));
            const std::string protocol = pathOf(joined(folder, pipeline::kProtocolFile));
            if (isFile(protocol)) {
                found.push_back(protocol);
                continue;
            }
            for (const std::string& file : files) {
                if (!pipeline::isBesideUnits(file)) {
                    found.push_back(file);
                }
            }
        }
        if (found.empty()) {
            sink.add(make<Diag::NotInRevision>({}, prefix_.substr(0, prefix_.size() - 1),
                                               wanted.empty() ? std::string(pipeline::kProtocolFile) : wanted));
        }
        return found;
    }
    [[nodiscard]] fs::path rootOf(const fs::path& folder) const override {
        const std::string parent = fs::path(inside(folder.string())).parent_path().generic_string();
        return pathOf(parent);
    }
    [[nodiscard]] bool liesIn(const fs::path& path, const fs::path& root) const override {
        const std::string whole = path.lexically_normal().generic_string();
        const std::string top = root.generic_string();
        return whole == top || whole.starts_with(top + "/");
    }
    [[nodiscard]] std::string shown(const std::string& path) const override {
        return isWithin(path) ? prefix_ + inside(path) : path;
    }

private:
    static std::string joined(const std::string& folder, std::string_view name) {
        return folder.empty() ? std::string(name) : folder + "/" + std::string(name);
    }
    [[nodiscard]] bool isWithin(const std::string& path) const {
        return path == prefix_ || path.starts_with(prefix_ + "/");
    }
    /// The path from the top folder; of another tree's path one that no file has.
    [[nodiscard]] std::string inside(const std::string& path) const {
        const std::string normal = fs::path(path).lexically_normal().generic_string();
        if (!isWithin(normal)) {
            return "/";
        }
        std::string result = normal.size() > prefix_.size() ? normal.substr(prefix_.size() + 1) : std::string();
        if (result.ends_with('/')) {
            result.pop_back();
        }
        return result;
    }
    /// The files in a folder and those below it.
    [[nodiscard]] std::vector<std::string> below(const std::string& folder) const {
        std::vector<std::string> files;
        for (const auto& [path, blob] : blobs_) {
            if (folder.empty() || path.starts_with(folder + "/")) {
                files.push_back(path);
            }
        }
        return files;
    }
    /// The folders with units at or below a folder; those of norms are passed over with all below them.
    [[nodiscard]] std::vector<std::string> unitFolders(const std::string& folder) const {
        std::set<std::string> folders;
        for (const std::string& path : below(folder)) {
            bool isHidden = false;
            for (fs::path at = fs::path(path).parent_path();; at = at.parent_path()) {
                isHidden = isHidden || blobs_.contains(joined(at.generic_string(), pipeline::kNormFile)) ||
                           at.filename().string().starts_with('.');
                if (at.empty() || at.generic_string() == folder) {
                    break;
                }
            }
            if (!isHidden) {
                folders.insert(fs::path(path).parent_path().generic_string());
            }
        }
        return {folders.begin(), folders.end()};
    }

    std::string prefix_;
    /// Path to the name of its content.
    std::map<std::string, std::string> blobs_;
};

/// The .meld files out of "mode type name<TAB>path<NUL>…". Links are none.
std::map<std::string, std::string> blobsOf(const std::string& listing) {
    std::map<std::string, std::string> blobs;
    for (std::size_t begin = 0; begin < listing.size();) {
        const std::size_t end = std::min(listing.find('\0', begin), listing.size());
        const std::string entry = listing.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t tab = entry.find('\t');
        const std::size_t kind = entry.find(' ');
        const std::size_t name = entry.find(' ', kind + 1);
        if (tab == std::string::npos || name == std::string::npos || !entry.starts_with("100") ||
            !entry.ends_with(kEnding)) {
            continue;
        }
        blobs[entry.substr(tab + 1)] = entry.substr(name + 1, tab - name - 1);
    }
    return blobs;
}

} // namespace

std::optional<RevisionPath> revisionPathOf(const std::string& text) {
    const std::size_t colon = text.find(':');
    // A revision never begins with a hyphen; git would take it for an option.
    if (colon == std::string::npos || colon == 0 || text.front() == '-') {
        return std::nullopt;
    }
    return RevisionPath{text.substr(0, colon), text.substr(colon + 1)};
}

OpenedRevision openRevision(const RevisionPath& wanted) {
    OpenedRevision result;
    const auto fail = [&](const ProcessResult& process) {
        result.error = whyFailed(process);
        return std::move(result);
    };
    const ProcessResult here = git({"rev-parse", "--show-prefix"}, kMostWords);
    if (here.error != 0 || here.exitCode != 0) {
        return fail(here);
    }
    const ProcessResult commit = git({"rev-parse", "--verify", "--quiet", wanted.revision + "^{commit}"}, kMostWords);
    if (commit.error != 0) {
        return fail(commit);
    }
    if (commit.exitCode != 0) {
        result.error = make<Diag::RevisionUnknown>({}, wanted.revision);
        return result;
    }
    const ProcessResult listing =
        git({"ls-tree", "-r", "-z", "--full-tree", withoutLineEnd(commit.output)}, kMostListed);
    if (listing.error != 0 || listing.exitCode != 0) {
        return fail(listing);
    }
    std::string path = wanted.path;
    if (path.starts_with("./") || path == "." || path.starts_with("../")) {
        path = withoutLineEnd(here.output) + path;
    }
    path = fs::path(path).lexically_normal().generic_string();
    if (path == ".") {
        path.clear();
    }
    auto tree = std::make_unique<Revision>(wanted.revision, blobsOf(listing.output));
    result.path = tree->pathOf(path);
    result.tree = std::move(tree);
    return result;
}

} // namespace meldc::driver
