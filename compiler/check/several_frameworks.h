#pragma once

#include "check/check.h"

namespace meldc::check {

/// MC4115: the code applies two frameworks of the library in one reading.
std::vector<Finding> checkFrameworks(const Subject& subject);

} // namespace meldc::check
