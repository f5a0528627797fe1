#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace meldc::driver {

/// What a program that was run left.
struct ProcessResult {
    /// The error number when it could not be started; else 0.
    int error = 0;
    int exitCode = 0;
    std::string output;
    std::string messages;
    /// It wrote more than was asked for, and was stopped.
    bool isCut = false;
};

/// Runs a program that is found on the search path, with these arguments and no shell between, and
/// waits for it. Its standard input is empty. Of its output at most `limit` bytes are kept.
[[nodiscard]] ProcessResult runProgram(const std::vector<std::string>& words, std::size_t limit);

} // namespace meldc::driver
