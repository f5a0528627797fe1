#pragma once

#include "emit/page_words.h"
#include "model/protocol.h"

#include <string>

namespace meldc::emit {

/// Across: outcomes stand beside their question, for paper and wide windows. Down: below it, for
/// narrow ones, where the first form would be out of view or too small to read.
enum class DiagramForm { Across, Down };

/// The questions of a world as an SVG flow, with a title and a description that say the same in
/// words; empty when there are no questions. Colours come from classes of the page's style.
[[nodiscard]] std::string diagram(const model::Protocol& world, const PageWords& words,
                                  DiagramForm form);

} // namespace meldc::emit
