#pragma once

#include "support/localized.h"

#include <optional>
#include <string_view>

namespace meldc::diagnostics {

/// The explanation page (Markdown) of a diagnostic, by its code or slug, or nothing when there is
/// no such diagnostic or page. Pages stand in explain/{nl,en}/<code>.md and are part of the
/// program.
[[nodiscard]] std::optional<std::string_view> explanationPage(std::string_view codeOrSlug,
                                                              support::Language language);

} // namespace meldc::diagnostics
