#pragma once

#include "diagnostics/diagnostic.h"
#include "support/limits.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <cstddef>
#include <string>

namespace meldc::diagnostics {

/// How a diagnostic is shown.
struct RenderOptions {
    support::Language language = support::Language::Dutch;
    /// Use ANSI colours. The text is the same without.
    bool color = false;
    /// For screen readers and simple log files: no drawn source lines, whole sentences only.
    bool plain = false;
    /// Widest source line shown, in display columns.
    std::size_t width = support::kMaxShownLine;
};

/// The diagnostic as text, ending in a line feed: headline, place, source line with a caret under
/// it, notes, remedy, ground, case. Pure: same input, same bytes.
[[nodiscard]] std::string renderText(const Diagnostic& diagnostic,
                                     const support::SourceMap& sources,
                                     const RenderOptions& options);

} // namespace meldc::diagnostics
