#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// A decision that is too large to be looked at whole.
std::vector<Finding> checkDecisionSize(const Examined& examined);

} // namespace meldc::check
