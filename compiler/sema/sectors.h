#pragma once

#include <vector>

#include "model/library.h"
#include "sema/scope.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves what sectors and sources say of supervision and of law to come, and adds it to the
/// library. The norms are there already.
void extendSectors(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

}  // namespace meldc::sema
