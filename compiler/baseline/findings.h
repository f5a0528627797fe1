#pragma once

#include "baseline/result.h"
#include "check/check.h"

namespace meldc::baseline {

/// The findings of check/ with their passages, and their case walked and told.
std::vector<Finding> tellFindings(const check::Subject& subject, std::vector<check::Finding> findings);

}  // namespace meldc::baseline
