#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// A framework of a profession that follows a text for a sector: most likely the protocol of a board,
/// which is then held against few of the norms that hold for it.
std::vector<Finding> checkFrameworkOverModel(const Subject& subject);

} // namespace meldc::check
