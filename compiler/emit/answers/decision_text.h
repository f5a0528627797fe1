#pragma once

#include "emit/answer.h"
#include "support/source_file.h"

#include <string>

namespace meldc::emit {

/// The decision as text, for `dump --stage decision`: per reading its table, one row a line.
[[nodiscard]] std::string decisionText(const support::SourceMap& sources, const Decider& decider);

} // namespace meldc::emit
