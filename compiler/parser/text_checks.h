#pragma once

#include "parser/messages.h"
#include "support/source_file.h"

namespace meldc::parser {

/// Whether the text may be given to the lexer: not too large, UTF-8, no control characters. If not,
/// one message says why.
[[nodiscard]] bool isReadable(const support::SourceFile& file, support::FileId id, Messages& messages);

} // namespace meldc::parser
