#include "driver/output_files.h"

#include "pipeline/descriptor.h"
#include "pipeline/files.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

/// A device or pipe that exists is written to as it is; a file beside it could not take its place.
bool isDevice(const std::string& path) {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

int writeDevice(const std::string& path, std::string_view bytes) {
    const pipeline::Descriptor descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return descriptor.number() < 0 ? errno : writeAll(descriptor.number(), bytes);
}

/// Files written under another name, taken away again unless they reached their place.
class Pending {
public:
    Pending() = default;
    Pending(const Pending&) = delete;
    Pending& operator=(const Pending&) = delete;
    ~Pending() {
        for (std::size_t i = settled_; i < names_.size(); ++i) {
            ::unlink(names_[i].c_str());
        }
    }

    /// Writes one file; returns 0 or the error number.
    int write(const std::string& path, const std::string& bytes) {
        std::string name = path + ".XXXXXX";
        pipeline::Descriptor descriptor(::mkstemp(name.data()));
        if (descriptor.number() < 0) {
            return errno;
        }
        names_.push_back(name);
        if (const int error = writeAll(descriptor.number(), bytes); error != 0) {
            return error;
        }
        // mkstemp makes files for the owner only; an output has the usual rights, or those that it had.
        const mode_t mask = ::umask(0);
        ::umask(mask);
        struct stat there {};
        const bool isThere = ::stat(path.c_str(), &there) == 0 && S_ISREG(there.st_mode);
        const mode_t rights = isThere ? there.st_mode & 0777 : 0666 & ~mask;
        if (::fchmod(descriptor.number(), rights) != 0) {
            return errno;
        }
        return ::fsync(descriptor.number()) == 0 || errno == EINVAL ? 0 : errno;
    }

    /// Moves the file with this number to its place.
    int settle(std::size_t index, const std::string& path) {
        if (::rename(names_[index].c_str(), path.c_str()) != 0) {
            return errno;
        }
        settled_ = index + 1;
        return 0;
    }

private:
    std::vector<std::string> names_;
    std::size_t settled_ = 0;
};

} // namespace

int writeAll(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) {
            return errno;
        }
        bytes.remove_prefix(count < 0 ? 0 : static_cast<std::size_t>(count));
    }
    return 0;
}

std::optional<diagnostics::Diagnostic> writeFiles(std::vector<OutputFile> files) {
    Pending pending;
    std::vector<std::string> places;
    const auto told = [](const std::string& path, int error) {
        return make<Diag::CannotWrite>({}, path, pipeline::reasonOf(error));
    };
    for (const auto& [path, bytes] : files) {
        const fs::path folder = fs::path(path).parent_path();
        std::error_code error;
        if (!folder.empty()) {
            fs::create_directories(folder, error);
        }
        if (error) {
            return told(pipeline::shownPath(folder.string()), error.value());
        }
        if (fs::is_directory(path, error)) {
            return told(path, EISDIR);
        }
        if (!isDevice(path)) {
            places.push_back(path);
        }
        const int number = isDevice(path) ? writeDevice(path, bytes) : pending.write(path, bytes);
        if (number != 0) {
            return told(path, number);
        }
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (const int number = pending.settle(i, places[i]); number != 0) {
            return told(places[i], number);
        }
    }
    return std::nullopt;
}

} // namespace meldc::driver
