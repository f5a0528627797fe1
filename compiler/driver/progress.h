#pragma once

#include "driver/session.h"

#include <chrono>
#include <cstddef>

namespace meldc::driver {

/// "12 / 300" on one line of standard error: on a terminal only, and only when the work takes long.
class Progress {
public:
    Progress(Session& session, std::size_t total);
    /// One piece of work is done.
    void step();
    /// Takes the line away.
    void end();

private:
    Session& session_;
    std::size_t total_;
    std::size_t done_ = 0;
    bool isShown_ = false;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point last_;
};

} // namespace meldc::driver
