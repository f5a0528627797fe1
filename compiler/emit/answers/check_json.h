#pragma once

#include "emit/report.h"
#include "support/localized.h"

#include <string>

namespace meldc::emit {

/// The report as JSON, in the shape of check.schema.json; sentences in `language`.
[[nodiscard]] std::string checkJson(const CheckReport& report, support::Language language);

} // namespace meldc::emit
