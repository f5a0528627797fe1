#pragma once

#include "support/localized.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit::docx {

/// What a DOCX says, whoever saved it last.
struct DocumentText {
    /// Absent: it cannot be read, and `why`.
    std::optional<std::vector<std::string>> paragraphs;
    support::Localized why;
    /// The model of which this program made it; empty: it does not say.
    std::string modelSha256;
};

/// Its paragraphs in their order, those of tables too, with single blanks. Left out: what is deleted but
/// kept as a change, fields to fill in, the list of contents, headers and footers. Bounded by
/// support::kMaxTemplate….
[[nodiscard]] DocumentText textOf(std::string_view bytes);

} // namespace meldc::emit::docx
