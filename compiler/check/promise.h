#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Promises that the decision does not keep.
std::vector<Finding> checkPromises(const Examined& examined);

} // namespace meldc::check
