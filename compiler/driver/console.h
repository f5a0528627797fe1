#pragma once

#include "support/localized.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace meldc::driver {

/// The result and the messages of a run. Results are gathered and leave in large pieces that end
/// with a whole line; messages leave at once.
class Console {
public:
    /// Appends to the result; text is handed on when much has gathered and it ends in a line feed.
    void result(std::string_view text);
    /// Hands on what was gathered. Returns whether everything so far could be written.
    bool flush();
    /// Writes a message. That it cannot be written is told nowhere: there is no place left.
    void message(std::string_view text);
    /// From now on messages are kept instead of written; takeMessages() gives them.
    void holdMessages() { held_.emplace(); }
    /// What was kept so far, and is kept no longer.
    [[nodiscard]] std::string takeMessages();

    /// Why the result could not be written; nothing when it could.
    [[nodiscard]] const std::optional<support::Localized>& failure() const { return failure_; }

private:
    std::string pending_;
    std::optional<std::string> held_;
    std::optional<support::Localized> failure_;
};

} // namespace meldc::driver
