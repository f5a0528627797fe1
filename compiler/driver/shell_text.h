#pragma once

#include <string>
#include <string_view>

namespace meldc::driver {

/// Text between single quotes, as a POSIX shell takes it: whatever is in it stays as it is.
[[nodiscard]] std::string shellQuoted(std::string_view text);
/// A word of a command line, in quotes only when a shell would take it apart.
[[nodiscard]] std::string shellWord(std::string_view word);

} // namespace meldc::driver
