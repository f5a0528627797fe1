#pragma once

#include <vector>

#include "diagnostics/sink.h"
#include "model/library.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves acceptances. One that stands in a file with a protocol, or lacks something, is reported
/// and left out; one for an unknown unit is kept and marked: it is told when versions are compared.
std::vector<model::Acceptance> buildAcceptances(const model::Program& program,
                                                const std::vector<syntax::Document>& documents,
                                                diagnostics::Sink& sink);

/// Reports every acceptance in documents of a library: no protocol belongs to it.
void refuseAcceptances(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

}  // namespace meldc::sema
