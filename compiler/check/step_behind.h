#pragma once

#include "check/check.h"

namespace meldc::check {

/// MC4114: an answer leads to the step in which its question stands, or to one before it.
std::vector<Finding> checkStepsBehind(const Subject& subject);

} // namespace meldc::check
