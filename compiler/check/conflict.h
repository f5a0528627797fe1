#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Consequences that exclude each other, or are demanded and ruled out, in one case.
std::vector<Finding> checkConflicts(const Examined& examined);

} // namespace meldc::check
