#pragma once

#include "baseline/result.h"
#include "check/check.h"

namespace meldc::baseline {

/// Judges one requirement by itself in all worlds of a protocol, as `meldc prove` does. What is not
/// written counts as not met (`bij zwijgen geschonden`), but in a document that was not read to its end
/// it is open. `geen bevinding …` runs the built-in checks.
ProveResult proveRequirement(const model::Library& library, const check::Subject& subject,
                             const model::Requirement& requirement);

}  // namespace meldc::baseline
