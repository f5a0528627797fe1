#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// DMN 1.3 with a drawing of what requires what: a decision for each consequence, question and hole,
/// for who does what, and one for all consequences together. Norms are sources of knowledge.
[[nodiscard]] std::string rulingDmn(const BuildInput& input, const PortableDecision& portable);

} // namespace meldc::emit
