#pragma once

#include <vector>

#include "diagnostics/sink.h"
#include "model/library.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves waivers. One that stands in a file with a protocol, or lacks something, is reported and
/// left out; one of an unknown norm or unit is kept and marked, since it harms nothing: it is told
/// when the protocol is judged.
std::vector<model::Waiver> buildWaivers(const model::Program& program, const std::vector<syntax::Document>& documents,
                                        diagnostics::Sink& sink);

/// Reports every waiver in documents of a library: no protocol belongs to it.
void refuseWaivers(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

}  // namespace meldc::sema
