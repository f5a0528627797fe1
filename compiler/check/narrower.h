#pragma once

#include <vector>

#include "check/examined.h"

namespace meldc::check {

/// The same consequence under a condition that is narrower than elsewhere: a duty or promise that adds
/// nothing, or `en` beside `of`.
std::vector<Finding> checkNarrower(const Examined& examined);

} // namespace meldc::check
