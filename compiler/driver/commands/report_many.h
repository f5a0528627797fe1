#pragma once

#include "driver/session.h"

namespace meldc::driver {

/// Whether the options ask for the report of many protocols: several operands, a folder that is no
/// protocol itself, or something that only such a report has.
[[nodiscard]] bool isReportOfMany(const Session& session);

/// The matrix of many protocols, with a page of each.
ExitCode runReportOfMany(Session& session);

} // namespace meldc::driver
