#include "driver/console.h"

#include "diagnostics/wording.h"
#include "driver/files.h"

#include <cerrno>
#include <unistd.h>
#include <utility>

namespace meldc::driver {

namespace {

using diagnostics::Wording;
using diagnostics::wording;

/// Results leave when this many bytes have gathered.
constexpr std::size_t kPiece = std::size_t{256} * 1024;

} // namespace

void Console::result(std::string_view text) {
    pending_ += text;
    if (pending_.size() >= kPiece && pending_.back() == '\n') {
        flush();
    }
}

bool Console::flush() {
    if (!failure_ && !pending_.empty()) {
        if (const int error = writeAll(STDOUT_FILENO, pending_); error != 0) {
            failure_ = reasonOf(error);
        }
    }
    pending_.clear();
    return !failure_;
}

void Console::message(std::string_view text) {
    if (held_) {
        *held_ += text;
    } else {
        writeAll(STDERR_FILENO, text);
    }
}

std::string Console::takeMessages() {
    return held_ ? std::exchange(*held_, {}) : std::string();
}

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

} // namespace meldc::driver
