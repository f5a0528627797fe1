#pragma once

#include "syntax/words_writer.h"

namespace meldc::syntax {

/// Writes a `begrip`.
void write(BlockWriter& out, const Concept& node);
/// Writes `altijd a => b`.
void write(BlockWriter& out, const Implies& node);

} // namespace meldc::syntax
