#pragma once

#include "emit/change/change.h"
#include "emit/document/document.h"

namespace meldc::emit {

/// What changes as a paper for a board and for those with a right of consent: what the page says, in the
/// same words, with what is asked of them and room for the decision.
[[nodiscard]] document::Document changeDocument(const ChangeReport& report, support::Language language);

} // namespace meldc::emit
