#pragma once

#include "driver/session.h"
#include "driver/staging.h"
#include "driver/stop_signals.h"
#include "emit/matrix/report.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meldc::driver {

/// Reads a matrix.json; nothing when it is none, which has been told.
[[nodiscard]] std::optional<emit::Matrix> loadMatrix(Session& session, const std::string& path);

/// Parts put together, and of which part (its path) each row is, by file and number of the row.
struct MergedParts {
    emit::Matrix matrix;
    std::map<std::pair<std::string, std::uint32_t>, std::string> partOfRow;
};

/// Puts parts together to the matrix that one run over all gives; nothing when they do not belong
/// together or one is missing, which has been told.
[[nodiscard]] std::optional<MergedParts> mergeParts(Session& session,
                                                    const std::vector<std::string>& paths);

/// Copies the pages and documents that `rows` refer to, each from the folder of the part that its row
/// is of; what cannot be read or written is told. Ends early when one of `signals` has come.
void copyPages(Session& session, const MergedParts& merged, const emit::Matrix& rows,
               const Staging& staging, const StopSignals& signals);

} // namespace meldc::driver
