#pragma once

#include "diagnostics/sink.h"
#include "support/source_file.h"
#include "support/span.h"
#include "syntax/layout.h"
#include "syntax/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Source text -> syntax tree. The parser generator and its runtime are private to this folder: no
/// type and no exception of theirs comes out.
namespace meldc::parser {

/// Reads one file. Mistakes go to `sink` (MC10xx); the result holds everything that could be read
/// beside them. `id` is the number of `file` in the spans. A file that is too large, is not UTF-8,
/// holds control characters or is nested too deep gives one message and an empty document.
[[nodiscard]] syntax::Document parse(const support::SourceFile& file, support::FileId id,
                                     diagnostics::Sink& sink);

/// Reads a requirement that stands alone (`altijd … bij …`). Nothing when it has a
/// mistake, which is then in `sink`.
[[nodiscard]] std::optional<syntax::Requirement> parseRequirement(const support::SourceFile& file,
                                                                  support::FileId id,
                                                                  diagnostics::Sink& sink);

/// What the canonical layout needs to know of a text: its tokens with their roles. Nothing when the
/// text has a mistake, which is then in `sink`.
[[nodiscard]] std::optional<std::vector<syntax::LayoutToken>> outline(
    const support::SourceFile& file, support::FileId id, diagnostics::Sink& sink);

/// One token as the lexer sees it.
struct Token {
    /// Its name in the grammar: "KW_STEP", "IDENTIFIER".
    std::string name;
    std::string text;
    support::Span span;
};

/// The tokens of a file, without blanks and comments and without an end mark. What parse() refuses
/// as a text (size, UTF-8, control characters) gives the same message here and no tokens.
[[nodiscard]] std::vector<Token> tokens(const support::SourceFile& file, support::FileId id,
                                        diagnostics::Sink& sink);

} // namespace meldc::parser
