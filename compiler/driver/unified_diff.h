#pragma once

#include <string>
#include <string_view>

namespace meldc::driver {

/// What to change in `before` to get `after`, line by line, as `diff -u` writes it and `patch` reads
/// it; empty when they are the same. `path` stands in its heading.
[[nodiscard]] std::string unifiedDiff(std::string_view before, std::string_view after,
                                      std::string_view path);

} // namespace meldc::driver
