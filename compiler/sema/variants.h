#pragma once

#include "model/protocol.h"

namespace meldc::sema {

/// Finds slots that take one value and are given several by statements of one level, and marks
/// those statements as variants of one another. Statements that say the same are no variants.
void groupVariants(model::Protocol& protocol);

}  // namespace meldc::sema
