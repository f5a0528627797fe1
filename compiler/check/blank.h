#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Blanks that are left in, and a framework that is still to be chosen.
std::vector<Finding> checkBlanks(const Subject& subject);

} // namespace meldc::check
