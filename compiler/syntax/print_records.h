#pragma once

#include "syntax/words_writer.h"

namespace meldc::syntax {

/// Write what stands beside protocols.
void write(BlockWriter& out, const Case& node);
void write(BlockWriter& out, const Waiver& node);
void write(BlockWriter& out, const Acceptance& node);
void write(BlockWriter& out, const Project& node);

} // namespace meldc::syntax
