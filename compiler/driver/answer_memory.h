#pragma once

#include "support/limits.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace meldc::driver {

/// What was said of a case.
struct Said {
    /// The line of the answer behind the id of the case.
    std::string tail;
    /// Whether it was a case: else the line tells what is wrong with it.
    bool isCase = true;
};

/// What was said of cases so far, for all threads of a run: what one of them worked out, none works out
/// again. It holds so many bytes and then takes no more, so that a run over cases that all differ stays
/// as small as any.
class AnswerMemory {
public:
    explicit AnswerMemory(std::size_t mostBytes = support::kMaxAnswerBytes) : mostBytes_(mostBytes) {}

    /// A case with what was said of it. Stays where it is as long as the memory does.
    using Entry = std::unordered_map<std::string, Said>::value_type;

    /// What is known of a case; null when that is nothing.
    [[nodiscard]] const Entry* find(const std::string& key) const;
    /// Keeps what was said of a case, and returns it: the first one of all threads stays. Null when there is
    /// no room any more; then `said` is untouched.
    const Entry* keep(const std::string& key, Said& said);

private:
    std::size_t mostBytes_;
    mutable std::mutex guard_;
    std::unordered_map<std::string, Said> said_;
    std::size_t bytes_ = 0;
};

} // namespace meldc::driver
