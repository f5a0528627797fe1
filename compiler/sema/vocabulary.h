#pragma once

#include <vector>

#include "diagnostics/sink.h"
#include "model/vocabulary.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Adds the concepts, implications and sources of the documents to a vocabulary: first all names,
/// then what refers to them, so that order between files does not matter (but for facts, whose
/// declared order is that of the documents).
void extendVocabulary(model::Vocabulary& vocabulary, const std::vector<syntax::Document>& documents,
                      diagnostics::Sink& sink);

}  // namespace meldc::sema
