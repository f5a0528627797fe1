#pragma once

#include <vector>

#include "model/library.h"
#include "sema/scope.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves the norms of the documents and adds them to the library, sorted by layer and number.
void extendNorms(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

/// Resolves worked examples; units they name must be among `protocols`.
std::vector<model::CaseDecl> buildCases(const model::Program& program, const std::vector<syntax::Document>& documents,
                                        diagnostics::Sink& sink);

}  // namespace meldc::sema
