#include "driver/stop_signals.h"

#include <sys/signalfd.h>
#include <unistd.h>

namespace meldc::driver {

namespace {

constexpr int kStopSignals[] = {SIGINT, SIGTERM, SIGHUP};

} // namespace

StopSignals::StopSignals() {
    ::sigemptyset(&wanted_);
    for (const int signal : kStopSignals) {
        struct sigaction action {};
        if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler != SIG_IGN) {
            ::sigaddset(&wanted_, signal);
        }
    }
    ::sigprocmask(SIG_BLOCK, &wanted_, &before_);
    descriptor_ = ::signalfd(-1, &wanted_, SFD_CLOEXEC);
}

StopSignals::~StopSignals() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
    restore();
}

void StopSignals::restore() const {
    ::sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool StopSignals::isAsked() const {
    sigset_t pending{};
    if (::sigpending(&pending) != 0) {
        return false;
    }
    for (const int signal : kStopSignals) {
        if (::sigismember(&wanted_, signal) == 1 && ::sigismember(&pending, signal) == 1) {
            return true;
        }
    }
    return false;
}

} // namespace meldc::driver
