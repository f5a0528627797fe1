#pragma once

#include "driver/session.h"
#include "emit/docx/docx.h"

#include <memory>
#include <string>

namespace meldc::driver {

/// The document behind `--template-docx`.
struct HouseStyle {
    std::string file;
    std::string sha256;
    /// Null: none was given, or it cannot be used, which is told.
    std::shared_ptr<const emit::docx::TemplateParts> parts;
};

/// Reads it. `path`: empty when none was given.
[[nodiscard]] HouseStyle readHouseStyle(Session& session, const std::string& path);

} // namespace meldc::driver
