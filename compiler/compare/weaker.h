#pragma once

#include <vector>

#include "compare/statements.h"
#include "compare/verdicts.h"
#include "diagnostics/diagnostic.h"

/// What is said more weakly than before, whatever the outcome of any case. That it is said more weakly is all that
/// is claimed: something else in the text may make up for it, which a person judges.
namespace meldc::compare {

/// Duties that became permissions, got a longer term or vanished, other things that protect and vanished, telephone
/// numbers that are not the same, and norms of law that were met and are open now. `protocol`: the new one.
std::vector<diagnostics::Diagnostic> weakerFindings(const model::Protocol& protocol,
                                                    const std::vector<StatementChange>& statements,
                                                    const std::vector<VerdictChange>& verdicts);

/// Whether a term ends later than another, or there was one and is none.
bool isLonger(const std::optional<syntax::Timing>& before, const std::optional<syntax::Timing>& after);

} // namespace meldc::compare
