#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// A question that rests on the step in which it is asked, on a later one or on one that is not there.
std::vector<Finding> checkBasis(const Subject& subject);

} // namespace meldc::check
