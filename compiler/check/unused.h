#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Roles and systems that are declared and occur nowhere else.
std::vector<Finding> checkUnused(const Subject& subject);

} // namespace meldc::check
