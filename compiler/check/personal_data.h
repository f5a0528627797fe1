#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Details of persons in a text that everyone may read: what the author marked as such, and numbers
/// that by their form belong to one person.
std::vector<Finding> checkPersonalData(const Subject& subject);

} // namespace meldc::check
