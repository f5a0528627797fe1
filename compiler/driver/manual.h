#pragma once

#include "driver/options.h"

#include <string>

namespace meldc::driver {

/// The manual page of one command in troff (man(7)), made from the same tables as its help.
[[nodiscard]] std::string manualPage(Command command, support::Language language);

} // namespace meldc::driver
