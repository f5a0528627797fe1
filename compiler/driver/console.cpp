#include "driver/console.h"

#include "diagnostics/wording.h"
#include "driver/output_files.h"
#include "pipeline/files.h"

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
            failure_ = pipeline::reasonOf(error);
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

} // namespace meldc::driver
