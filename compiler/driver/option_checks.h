#pragma once

#include "driver/options.h"

namespace meldc::driver {

/// Sees whether operands and options that were read go together; what does not is added to the errors.
void checkOperands(ParsedOptions& parsed);

} // namespace meldc::driver
