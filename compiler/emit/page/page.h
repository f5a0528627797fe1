#pragma once

#include "emit/build_input.h"

#include <string>

namespace meldc::emit {

/// One readable page of a protocol in Dutch: a single HTML file that asks for nothing elsewhere.
/// Needs `input.report`.
[[nodiscard]] std::string htmlPage(const BuildInput& input);

} // namespace meldc::emit
