#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// Answers after which nothing is said: holes for yes and no, holes for doubt, ends in words only, and
/// questions that are not there in some reading.
std::vector<Finding> checkHoles(const Examined& examined);

} // namespace meldc::check
