#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Age bands of which one does not begin where the one before it ends.
std::vector<Finding> checkAges(const Subject& subject);

} // namespace meldc::check
