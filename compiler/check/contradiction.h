#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Statements on one slot that say something different.
std::vector<Finding> checkContradictions(const Subject& subject);

} // namespace meldc::check
