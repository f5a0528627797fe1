#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Open terms on which the outcome depends.
std::vector<Finding> checkOpenTerms(const Examined& examined);

} // namespace meldc::check
