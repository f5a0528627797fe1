#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// A role that consults itself.
std::vector<Finding> checkSelfConsultation(const Subject& subject);

} // namespace meldc::check
