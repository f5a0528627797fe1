#pragma once

#include "driver/options.h"
#include "support/localized.h"

#include <string>

namespace meldc::driver {

/// What `meldc help` says: the commands, common options and exit codes.
[[nodiscard]] std::string overview(support::Language language);

/// What `meldc help COMMAND` and `meldc COMMAND --help` say.
[[nodiscard]] std::string usageOf(Command command, support::Language language);

/// What `meldc --version` says, as a line.
[[nodiscard]] std::string versionLine();

} // namespace meldc::driver
