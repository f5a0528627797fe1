#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Routes and conditional duties that no case ever meets.
std::vector<Finding> checkNeverApplies(const Examined& examined);

} // namespace meldc::check
