#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// One thing with two names, and two things with one: a role that the text calls by several names,
/// and a label that two roles share, or two systems, or two of steps, questions, promises and routes.
std::vector<Finding> checkLabels(const Subject& subject);

} // namespace meldc::check
