#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Sentences with several readings, and whether these lead to different outcomes.
std::vector<Finding> checkReadings(const Subject& subject);

} // namespace meldc::check
