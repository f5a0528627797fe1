#pragma once

#include <string>
#include <string_view>

namespace meldc::emit {

/// A file of templates/ as it is inside the program; empty when there is none of that name.
[[nodiscard]] std::string templateText(std::string_view name);

} // namespace meldc::emit
