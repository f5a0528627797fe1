#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// An order of steps that cannot be kept, and duties that fit nowhere in the order.
std::vector<Finding> checkOrder(const Subject& subject);

} // namespace meldc::check
