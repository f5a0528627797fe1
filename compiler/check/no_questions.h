#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// The code has no questions, so there is no decision and behavioural requirements stay open.
std::vector<Finding> checkNoQuestions(const Subject& subject);

} // namespace meldc::check
