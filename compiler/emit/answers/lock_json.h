#pragma once

#include "diagnostics/diagnostic.h"
#include "evidence/lock.h"

#include <optional>
#include <string>
#include <string_view>

/// meld.lock as text, in the shape of lock.schema.json.
namespace meldc::emit {

/// The same lock gives the same bytes; one line for each passage, fit for version control.
[[nodiscard]] std::string lockJson(const evidence::Lock& lock);

/// What a meld.lock records, or why it cannot be read.
struct ReadLock {
    std::optional<evidence::Lock> lock;
    std::optional<diagnostics::Diagnostic> error;
};

/// Reads the text of a meld.lock, called `path` in messages.
[[nodiscard]] ReadLock readLockJson(std::string_view text, const std::string& path);

} // namespace meldc::emit
