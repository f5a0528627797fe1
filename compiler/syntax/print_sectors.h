#pragma once

#include "syntax/words_writer.h"

namespace meldc::syntax {

/// Writes what only a sector says, an item on each line.
void writeSectorItems(BlockWriter& out, const SectorItems& node);
/// Writes a change of law that is being prepared.
void writeOutlook(BlockWriter& out, const Outlook& node);

} // namespace meldc::syntax
