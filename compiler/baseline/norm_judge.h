#pragma once

#include "baseline/part.h"

namespace meldc::baseline {

/// Judges one norm in all worlds, whatever the day: grounds, and what hangs on them, are added when a
/// day is known.
NormResult judgeNorm(const model::Library& library, const model::Norm& norm, const model::Protocol& protocol,
                     Bench& bench);

/// Sets verdict, severity, message, evidence and case of a norm from its parts. A norm without parts
/// stays as it is.
void summarise(NormResult& result);

/// The higher the worse: how parts are weighed against one another.
int badness(Status status);

}  // namespace meldc::baseline
