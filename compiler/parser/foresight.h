#pragma once

#include "parser/token_stream.h"

#include <antlr4-runtime.h>

#include <cstddef>
#include <vector>

namespace meldc::parser {

/// How far a run of tokens is a beginning of some rule, and what could come then.
struct Foresight {
    /// Index of the first token that does not fit.
    std::size_t failedAt = 0;
    /// Token types that would fit there, rising.
    std::vector<std::size_t> expected;
    /// Whether the rule could end there.
    bool mayEnd = false;
};

/// Walks the grammar's automaton over the tokens from `first` on, along all ways at once.
///
/// The generated parser knows what it expected only where it stood when it failed: often before a
/// decision between many statements, many tokens too early. This finds the token that really does
/// not fit.
[[nodiscard]] Foresight foresee(const antlr4::atn::ATN& automaton, VectorTokenStream& stream,
                                std::size_t rule, std::size_t first);

/// Whether the tokens of `rule` from `first` on fit up to and including `last` when the token there
/// has another type.
[[nodiscard]] bool wouldFit(const antlr4::atn::ATN& automaton, VectorTokenStream& stream,
                            std::size_t rule, std::size_t first, std::size_t last,
                            std::size_t type);

} // namespace meldc::parser
