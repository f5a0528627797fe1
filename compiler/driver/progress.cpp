#include "driver/progress.h"

#include <string>

namespace meldc::driver {

namespace {

/// Shorter work is done before a line could be read.
constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kBetween{100};

} // namespace

Progress::Progress(Session& session, std::size_t total)
    : session_(session), total_(total), begin_(std::chrono::steady_clock::now()), last_(begin_) {}

void Progress::step() {
    ++done_;
    if (!session_.isWatched() || session_.options().quiet) {
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    if (now - begin_ < kPatience || now - last_ < kBetween) {
        return;
    }
    last_ = now;
    isShown_ = true;
    session_.console().message("\r" + std::to_string(done_) + " / " + std::to_string(total_));
}

void Progress::end() {
    if (isShown_) {
        session_.console().message("\r\x1b[K");
    }
}

} // namespace meldc::driver
