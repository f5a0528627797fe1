#pragma once

#include "diagnostics/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Writing files.
namespace meldc::driver {

/// A file to be written: its path and bytes.
using OutputFile = std::pair<std::string, std::string>;

/// Writes all files or none: each is written beside its place under another name, and only when all
/// are there they take their places. Folders are made as needed.
[[nodiscard]] std::optional<diagnostics::Diagnostic> writeFiles(std::vector<OutputFile> files);

/// Writes all bytes; returns 0 or the error number.
int writeAll(int descriptor, std::string_view bytes);

} // namespace meldc::driver
