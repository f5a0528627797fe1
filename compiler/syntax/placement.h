#pragma once

#include "diagnostics/diagnostic.h"
#include "syntax/keywords.h"
#include "syntax/tree.h"

#include <cstdint>
#include <vector>

/// Which statement may stand in which block. The grammar lets every statement stand everywhere, so
/// that one in the wrong place is told as such.
namespace meldc::syntax {

/// The blocks that hold statements. A reading takes what the block around it takes.
enum class BlockKind : std::uint8_t {
    Meldcode,
    /// A framework of the library, at the top of a file.
    Library,
    Step,
    Question,
    /// The framework that a meldcode applies.
    Framework,
    Decision,
    Meldnorm,
    Route,
    Exception,
    Topic
};

/// Whether statements of this kind may stand in such a block.
[[nodiscard]] bool mayStandIn(StatementKind statement, BlockKind block);

/// The kinds of block in which statements of this kind may stand, in the order of BlockKind.
[[nodiscard]] std::vector<BlockKind> homesOf(StatementKind statement);

/// The words with which a line in such a block may begin, those that are used most first.
[[nodiscard]] std::vector<Keyword> wordsIn(BlockKind block);

/// The word with which such a block begins.
[[nodiscard]] Keyword keywordOf(BlockKind block);

/// Takes every statement that stands in the wrong block out of `document`, with one message each
/// (MC1015; also MC1024 for an ambiguity without two readings). The names in it join
/// Document::unread.
[[nodiscard]] std::vector<diagnostics::Diagnostic> removeMisplaced(Document& document);

} // namespace meldc::syntax
