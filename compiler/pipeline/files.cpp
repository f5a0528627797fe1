#include "pipeline/files.h"

#include "diagnostics/wording.h"
#include "pipeline/descriptor.h"
#include "support/limits.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace meldc::pipeline {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using diagnostics::wording;

ReadResult failed(const std::string& path, int error, support::Span usedAt) {
    ReadResult result;
    if (error == ENOENT) {
        result.error = make<Diag::FileNotFound>(usedAt, path);
    } else {
        result.error = make<Diag::FileUnreadable>(usedAt, path, reasonOf(error));
    }
    return result;
}

ReadResult readDescriptor(int descriptor, const std::string& path, std::size_t limit,
                          support::Span usedAt) {
    ReadResult result;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        return failed(path, errno, usedAt);
    }
    if (S_ISDIR(status.st_mode)) {
        return failed(path, EISDIR, usedAt);
    }
    if (S_ISREG(status.st_mode) && static_cast<std::size_t>(status.st_size) > limit) {
        result.tooLarge = true;
        return result;
    }
    std::string bytes;
    const std::size_t guess =
        S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 65536;
    for (std::size_t size = 0;;) {
        bytes.resize(std::max(guess, size * 2));
        const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return failed(path, errno, usedAt);
        }
        size += static_cast<std::size_t>(count);
        if (size > limit) {
            result.tooLarge = true;
            return result;
        }
        if (count == 0) {
            bytes.resize(size);
            result.bytes = std::move(bytes);
            return result;
        }
    }
}

/// Collects what a search finds.
class Finder {
public:
    Finder(Search search, diagnostics::Sink& sink) : search_(search), sink_(sink) {}

    void enter(const fs::path& folder, std::size_t depth) {
        if (depth > support::kMaxFolderDepth) {
            sink_.add(make<Diag::FolderTooDeep>({}, root_, support::kMaxFolderDepth));
            return;
        }
        std::vector<fs::path> files;
        std::vector<fs::path> folders;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            const std::string name = it->path().filename().string();
            if (name.starts_with('.')) {
                continue;
            }
            std::error_code ignored;
            // Links to folders are not followed: they may lead back here.
            if (it->is_directory(ignored) && !it->is_symlink(ignored)) {
                folders.push_back(it->path());
            } else if (name.ends_with(kMeldEnding) && it->is_regular_file(ignored)) {
                files.push_back(it->path());
            } else if (name.ends_with(kMeldEnding) && !it->exists(ignored)) {
                sink_.add(make<Diag::FileNotFound>({}, shownPath(it->path().string())));
            }
        }
        if (error) {
            sink_.add(make<Diag::FileUnreadable>({}, shownPath(folder.string()),
                                                 reasonOf(error.value())));
            return;
        }
        std::sort(files.begin(), files.end());
        std::sort(folders.begin(), folders.end());
        const auto holds = [&](std::string_view name) {
            return std::any_of(files.begin(), files.end(),
                               [&](const fs::path& file) { return file.filename() == name; });
        };
        if (search_ != Search::Everything && holds(kNormFile)) {
            return;
        }
        const std::size_t before = found_.size();
        if (search_ == Search::Units && holds(kProtocolFile)) {
            add(folder / kProtocolFile);
        } else {
            for (const fs::path& file : files) {
                if (search_ != Search::Units || !isBesideUnits(file)) {
                    add(file);
                }
            }
        }
        for (const std::string_view name : {kWaiversFile, kAcceptancesFile}) {
            if (search_ == Search::Units && found_.size() == before && holds(name)) {
                sink_.add(make<Diag::DecisionsApart>({}, shownPath((folder / name).string())));
            }
        }
        for (const fs::path& inner : folders) {
            if (isFull_) {
                return;
            }
            enter(inner, depth + 1);
        }
    }

    std::vector<std::string> take(const fs::path& root) {
        root_ = shownPath(root.string());
        enter(root, 0);
        // Some of them would be an answer to another question.
        return isFull_ ? std::vector<std::string>() : std::move(found_);
    }

private:
    void add(const fs::path& file) {
        if (isFull_) {
            return;
        }
        if (found_.size() == support::kMaxFiles) {
            sink_.add(make<Diag::TooManyFiles>({}, support::kMaxFiles));
            isFull_ = true;
            return;
        }
        found_.push_back(shownPath(file.string()));
    }

    Search search_;
    diagnostics::Sink& sink_;
    std::string root_;
    std::vector<std::string> found_;
    bool isFull_ = false;
};

} // namespace

support::Localized reasonOf(int errorNumber) {
    switch (errorNumber) {
    case EACCES:
    case EPERM:
        return wording(Wording::NoPermission);
    case ENOSPC:
    case EDQUOT:
        return wording(Wording::DiskFull);
    case EISDIR:
        return wording(Wording::IsFolder);
    case ENOTDIR:
        return wording(Wording::IsNotFolder);
    case EROFS:
        return wording(Wording::ReadOnly);
    case EBADF:
        return wording(Wording::NotOpen);
    case ELOOP:
        return wording(Wording::LinkInCircle);
    case ENOENT:
        return wording(Wording::NoSuchFolder);
    case EPIPE:
        return wording(Wording::PipeClosed);
    default:
        return wording(Wording::OtherReason, {std::to_string(errorNumber)});
    }
}

bool isBesideUnits(const fs::path& file) {
    const fs::path name = file.filename();
    return name == kWaiversFile || name == kAcceptancesFile || name == kCasesFile || name == kProjectFile;
}

ReadResult readFile(const std::string& path, std::size_t limit, support::Span usedAt) {
    if (path == kStandardInput) {
        return readDescriptor(STDIN_FILENO, path, limit, usedAt);
    }
    // Opened without waiting: a named pipe into which no one writes is empty, instead of a wait without
    // end. One that someone does write into is read as usual.
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.number() < 0) {
        return failed(path, errno, usedAt);
    }
    ::fcntl(descriptor.number(), F_SETFL, 0);
    return readDescriptor(descriptor.number(), path, limit, usedAt);
}

std::vector<std::string> findFiles(const std::string& path, Search search,
                                   diagnostics::Sink& sink) {
    if (path == kStandardInput) {
        return {path};
    }
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        sink.add(make<Diag::FileNotFound>({}, path));
        return {};
    }
    if (error) {
        sink.add(make<Diag::FileUnreadable>({}, path, reasonOf(error.value())));
        return {};
    }
    if (!fs::is_directory(status)) {
        return {shownPath(path)};
    }
    if (search == Search::Protocol) {
        const fs::path file = fs::path(path) / kProtocolFile;
        if (fs::exists(file, error)) {
            return {shownPath(file.string())};
        }
        sink.add(make<Diag::NoProtocolInFolder>({}, path));
        return {};
    }
    const std::size_t before = sink.all().size();
    std::vector<std::string> found = Finder(search, sink).take(path);
    if (found.empty() && search != Search::Everything && sink.all().size() == before) {
        sink.add(make<Diag::NoProtocolInFolder>({}, path));
    }
    return found;
}

bool liesIn(const fs::path& path, const fs::path& root) {
    std::error_code error;
    // Absolute first: of a relative path without any part that exists, it would stay relative.
    const fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
    const fs::path top = fs::weakly_canonical(fs::absolute(root, error), error);
    const auto [end, rest] = std::mismatch(top.begin(), top.end(), whole.begin(), whole.end());
    return end == top.end();
}

std::string shownPath(std::string_view path) {
    const std::string shown = fs::path(path).lexically_normal().generic_string();
    return shown.empty() ? std::string(path) : shown;
}

} // namespace meldc::pipeline
