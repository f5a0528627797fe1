#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Questions that no case is asked, and answers that no case gives.
std::vector<Finding> checkReach(const Examined& examined);

} // namespace meldc::check
