#pragma once

#include <functional>

#include "check/check.h"

namespace meldc::check {

/// Says in the finding whether a choice makes a difference: whether in two worlds that are alike but
/// for it some case has another outcome, with the first such case. `withoutChoice` gives a world with
/// that choice left out.
void tellDifference(Finding& finding, const Subject& subject,
                    const std::function<model::World(model::World)>& withoutChoice);

} // namespace meldc::check
