#include "driver/staging.h"

#include "driver/console.h"
#include "driver/output_files.h"
#include "pipeline/files.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

/// Begins with a period, so that a search for protocols passes it over.
constexpr std::string_view kStagingName = ".meldc-XXXXXX";
constexpr mode_t kUsualRights = 0666;

/// A file open for writing.
class Opened {
public:
    explicit Opened(const std::string& path)
        : number_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kUsualRights)),
          error_(number_ < 0 ? errno : 0) {}
    Opened(const Opened&) = delete;
    Opened& operator=(const Opened&) = delete;
    ~Opened() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }

    void write(std::string_view bytes) {
        if (error_ == 0) {
            error_ = writeAll(number_, bytes);
        }
    }
    [[nodiscard]] int error() const { return error_; }

private:
    int number_;
    int error_;
};

/// Files below a folder, as names from there, sorted.
std::vector<std::string> namesBelow(const fs::path& folder, std::error_code& error) {
    std::vector<std::string> names;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code ignored;
        if (!it->is_directory(ignored)) {
            names.push_back(it->path().lexically_relative(folder).generic_string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

Staging::Staging(std::string out) : out_(std::move(out)) {
    std::error_code error;
    const bool wasThere = fs::exists(out_, error);
    fs::create_directories(out_, error);
    if (error || !fs::is_directory(out_, error)) {
        error_ = told("", error ? error.value() : ENOTDIR);
        return;
    }
    isOutMade_ = !wasThere;
    std::string name = out_ + "/" + std::string(kStagingName);
    if (::mkdtemp(name.data()) == nullptr) {
        error_ = told("", errno);
        return;
    }
    folder_ = name;
}

Staging::~Staging() {
    if (folder_.empty()) {
        return;
    }
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    if (isOutMade_) {
        // Only when nothing is in it.
        ::rmdir(out_.c_str());
    }
}

diagnostics::Diagnostic Staging::told(const std::string& name, int error) const {
    return make<Diag::CannotWrite>({}, pipeline::shownPath(name.empty() ? out_ : out_ + "/" + name),
                                   pipeline::reasonOf(error));
}

std::optional<diagnostics::Diagnostic> Staging::write(const std::string& name,
                                                      std::string_view bytes) const {
    return fill(name, [&](const auto& put) { put(bytes); });
}

std::optional<diagnostics::Diagnostic>
Staging::fill(const std::string& name,
              const std::function<void(const std::function<void(std::string_view)>&)>& fill) const {
    const fs::path path = fs::path(folder_) / name;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) {
        return told(name, error.value());
    }
    Opened file(path.string());
    fill([&](std::string_view bytes) { file.write(bytes); });
    return file.error() == 0 ? std::nullopt : std::optional(told(name, file.error()));
}

std::optional<diagnostics::Diagnostic> Staging::settle() {
    // One sync for all of them: for thousands of files each its own would take minutes.
    const int folder = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        const int synced = ::syncfs(folder);
        const int error = errno;
        ::close(folder);
        if (synced != 0) {
            return told("", error);
        }
    }
    std::error_code error;
    const std::vector<std::string> names = namesBelow(folder_, error);
    if (error) {
        return told("", error.value());
    }
    // What cannot take its place is found before any does.
    for (const std::string& name : names) {
        const fs::path place = fs::path(out_) / name;
        fs::create_directories(place.parent_path(), error);
        if (error) {
            return told(name, error.value());
        }
        if (fs::is_directory(place, error)) {
            return told(name, EISDIR);
        }
    }
    for (const std::string& name : names) {
        const fs::path place = fs::path(out_) / name;
        if (::rename((fs::path(folder_) / name).c_str(), place.c_str()) != 0) {
            return told(name, errno);
        }
    }
    isOutMade_ = false;
    return std::nullopt;
}

} // namespace meldc::driver
