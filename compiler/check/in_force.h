#pragma once

#include "check/check.h"

namespace meldc::check {

/// MC4420: what the code says of its adoption and validity leaves it without force on this day.
std::vector<Finding> checkInForce(const Subject& subject, const support::Date& day);

} // namespace meldc::check
