#pragma once

#include "driver/loader.h"
#include "driver/session.h"
#include "emit/known.h"

#include <optional>

/// What a revision in git had already been found to be wrong.
namespace meldc::driver {

/// Checks the operands as they were in `--since` (without it: as they are) by the same norms, on the day of
/// `--since-date` (without it: on the same day). A protocol that was not
/// there, or did not compile, has no findings. Nothing when git or the revision is not there, which was told.
[[nodiscard]] std::optional<emit::KnownFindings> earlierFindings(Session& session, const LoadedLibrary& library);

} // namespace meldc::driver
