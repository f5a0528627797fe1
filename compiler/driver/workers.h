#pragma once

#include "driver/stop_signals.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

/// Work divided over processes. Never over threads: the parser's runtime has locks that make two
/// threads slower than one.
namespace meldc::driver {

/// What came of one piece of work.
struct WorkDone {
    std::size_t number = 0;
    /// Absent: the process that worked on it is gone.
    std::optional<std::string> answer;
    /// Then the signal that ended it; 0 when it ended by itself.
    int signal = 0;
};

/// How the work as a whole ended.
struct WorkEnd {
    /// A process could not be started: the number of the error.
    int error = 0;
    /// Someone asked this process to stop. The work is not done.
    bool isStopped = false;
};

/// Does the pieces of work 0 … `count` - 1 in at most `jobs` processes beside this one. `work` runs
/// in one of these, on a copy of everything as it is now, and gives an answer; it must not depend on
/// what was worked on before. `done` is called here for each piece once it is finished, in whatever
/// order. A process that dies, also by an exception in `work`, takes nothing with it but the piece at
/// hand. Ends early when one of `signals` has come.
[[nodiscard]] WorkEnd divideWork(std::size_t count, std::size_t jobs, const StopSignals& signals,
                                 const std::function<std::string(std::size_t)>& work,
                                 const std::function<void(WorkDone)>& done);

/// Number of cores of this machine.
[[nodiscard]] std::size_t cores();

} // namespace meldc::driver
