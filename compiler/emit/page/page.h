#pragma once

#include "emit/build_input.h"
#include "emit/page/own_template.h"

#include <string>

namespace meldc::emit {

/// One readable page of a protocol in Dutch: a single HTML file that asks for nothing elsewhere.
/// Needs `input.report`. `own`: a template of the user, which has been checked; null: that of this program.
[[nodiscard]] std::string htmlPage(const BuildInput& input, const OwnTemplate* own = nullptr);

} // namespace meldc::emit
