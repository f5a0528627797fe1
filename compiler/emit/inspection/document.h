#pragma once

#include "emit/document/document.h"
#include "emit/inspection/inspection.h"

namespace meldc::emit {

/// The report for who supervises as a document to read, print and fill in: what the page says, in the
/// same words. `look`: the template that its look is taken from, without a name when there is none.
[[nodiscard]] document::Document inspectionDocument(const Inspection& report,
                                                    support::Language language,
                                                    const ReadList& look = {});

} // namespace meldc::emit
