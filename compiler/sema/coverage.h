#pragma once

#include <vector>

#include "model/library.h"
#include "sema/scope.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves the lines that say which norms cover which article (`dekking …`) and adds them to the
/// library. Reported: a source or norm that is not known, a line without norms and without a reason,
/// an article with two lines in one time that name the same norm, a norm that does not rest on the article that names it.
/// When the documents hold such lines at all, every ground of the norms that they declare must have one.
void extendCoverage(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

}  // namespace meldc::sema
