#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// More ways to read the text than were looked at.
std::vector<Finding> checkWorldLimit(const Subject& subject);

} // namespace meldc::check
