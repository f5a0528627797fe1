#pragma once

#include "diagnostics/sink.h"
#include "model/vocabulary.h"
#include "sema/scope.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Puts the forms in which a word stands in sentences (`zin …`) into its concept. Forms that do not
/// fit its kind are told and left out.
void addWordForms(model::Vocabulary& vocabulary, model::ConceptId id, const syntax::Concept& written,
                  const Scope& scope, diagnostics::Sink& sink);

}  // namespace meldc::sema
