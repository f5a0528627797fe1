#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The expression language of DMN.
namespace meldc::emit {

/// A string literal.
[[nodiscard]] std::string inFeel(std::string_view text);
/// The text as a name: without the signs that mean something between names.
[[nodiscard]] std::string nameInFeel(std::string_view text);
/// String literals with commas between.
[[nodiscard]] std::string listInFeel(const std::vector<std::string>& texts);

} // namespace meldc::emit
