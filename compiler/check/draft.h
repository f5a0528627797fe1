#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Statements marked as a draft: they do not count.
std::vector<Finding> checkDrafts(const Subject& subject);

} // namespace meldc::check
