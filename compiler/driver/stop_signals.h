#pragma once

#include <csignal>

namespace meldc::driver {

/// Keeps back the signals by which someone asks to stop, so that what was written beside its place
/// can be taken away first. One that came meanwhile acts when this goes. Signals that the process
/// ignores already (as under nohup) are left alone.
class StopSignals {
public:
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    /// Lets signals act as they did before; for a child process, that gets none of its parent's.
    void restore() const;
    /// Whether one has come.
    [[nodiscard]] bool isAsked() const;
    /// Can be read from when one has come.
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    sigset_t wanted_{};
    sigset_t before_{};
    int descriptor_ = -1;
};

} // namespace meldc::driver
