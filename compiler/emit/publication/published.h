#pragma once

#include "diagnostics/diagnostic.h"
#include "emit/build_input.h"
#include "emit/docx/text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace meldc::emit {

/// A document that was written earlier beside what would be written now.
struct PublishedComparison {
    /// How many of its sentences are in what would be written now; 0 when it is a document of something else:
    /// it has another title, and less than half of the sentences.
    std::size_t common = 0;
    /// It has more than support::kMaxPublishedSentences sentences: nothing was compared.
    bool isTooLong = false;
    /// Which of them were changed, left out or added, each at the statement that it belongs to.
    std::vector<diagnostics::Diagnostic> findings;
};

/// Compares with the document that has most sentences in common: protocol, handbook, cards, form or text, for
/// staff or in public. `name`: what the file is called. `text` has paragraphs.
[[nodiscard]] PublishedComparison comparePublished(const BuildInput& input, const std::string& name,
                                                   const docx::DocumentText& text);

} // namespace meldc::emit
