#pragma once

#include "diagnostics/diagnostic.h"
#include "parser/messages.h"
#include "support/source_file.h"

#include <optional>

namespace meldc::parser {

/// Why a text is not one to read: too large, not UTF-8, or with control characters; nothing when it is.
[[nodiscard]] std::optional<diagnostics::Diagnostic> whyUnreadable(const support::SourceFile& file,
                                                                   support::FileId id);

/// Whether the text may be given to the lexer; if not, one message says why.
[[nodiscard]] bool isReadable(const support::SourceFile& file, support::FileId id, Messages& messages);

} // namespace meldc::parser
