#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Questions that lead back to one another, and waiting for an answer that is certain already.
std::vector<Finding> checkDeadEnds(const Examined& examined);

} // namespace meldc::check
