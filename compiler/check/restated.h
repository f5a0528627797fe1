#pragma once

#include "check/check.h"

namespace meldc::check {

/// MC4301 for what takes one value, plays no part in the decision and is said twice, each time
/// differently: whether the organisation is authorised, from when until when the code holds, its
/// version, who performs a step or answers a question.
std::vector<Finding> checkRestated(const Subject& subject);

} // namespace meldc::check
