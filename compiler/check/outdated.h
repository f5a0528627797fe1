#pragma once

#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Names that law or profession replaced (`verouderd sinds`), and sources that are no longer in force
/// (`vervallen per`), where the code uses them on the day on which it is judged.
std::vector<Finding> checkOutdated(const Subject& subject);

/// The days from which on something in the code is of the past, whatever the day on which it is judged;
/// sorted, each once.
std::vector<support::Date> outdatedDays(const Subject& subject);

} // namespace meldc::check
