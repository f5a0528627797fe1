#pragma once

#include "driver/session.h"
#include "driver/staging.h"
#include "emit/matrix_report.h"

#include <optional>
#include <string>
#include <vector>

namespace meldc::driver {

/// Reads a matrix.json; nothing when it is none, which has been told.
[[nodiscard]] std::optional<emit::Matrix> loadMatrix(Session& session, const std::string& path);

/// Puts parts together to the matrix that one run over all gives; nothing when they do not belong
/// together or one is missing, which has been told.
[[nodiscard]] std::optional<emit::Matrix> mergeParts(Session& session,
                                                     const std::vector<std::string>& paths);

/// Copies the pages that rows of parts refer to; what cannot be read or written is told.
void copyPages(Session& session, const std::vector<std::string>& parts,
               const emit::Matrix& matrix, const Staging& staging);

} // namespace meldc::driver
