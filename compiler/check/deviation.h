#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Where a text says something else than the one it follows, and what it leaves out.
std::vector<Finding> checkDeviations(const Subject& subject);

} // namespace meldc::check
