#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Steps that give no one anything to do.
std::vector<Finding> checkStepActors(const Subject& subject);

} // namespace meldc::check
