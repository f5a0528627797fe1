#pragma once

#include "driver/options.h"
#include "support/localized.h"

#include <string>

namespace meldc::driver {

/// A script that lets a shell complete commands, options and their values: what options.def says, so
/// that it never tells of what is not there. Descriptions (zsh, fish) in `language`.
[[nodiscard]] std::string completionFor(Shell shell, support::Language language);

} // namespace meldc::driver
