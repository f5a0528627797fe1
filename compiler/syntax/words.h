#pragma once

#include "syntax/keywords.h"
#include "syntax/tree.h"

namespace meldc::syntax {

/// The keyword with which a field is written in a norm.
[[nodiscard]] Keyword keywordOf(Field field);
/// The keyword with which a kind of thing is written in a norm.
[[nodiscard]] Keyword keywordOf(TableKind kind);
/// The keyword with which a statement of this kind begins; the modality for a promise.
[[nodiscard]] Keyword keywordOf(StatementKind kind);
/// The keyword with which what lapses, or the slot of a blank, begins.
[[nodiscard]] Keyword keywordOf(LapseKind kind);
/// The keyword of a kind of concept.
[[nodiscard]] Keyword keywordOf(ConceptKind kind);

}  // namespace meldc::syntax
