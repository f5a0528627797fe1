#pragma once

#include "diagnostics/sentence_parts.h"
#include "model/protocol.h"
#include "model/vocabulary.h"
#include "support/localized.h"

/// What findings call things.
namespace meldc::check {

/// "ja", "nee", "twijfel" in both languages.
support::Localized answerName(model::Answer answer);

/// The label of a concept in both languages.
support::Localized labelOf(const model::Vocabulary& vocabulary, model::ConceptId id);

/// The same of a role, system or concept: roles and systems as the organisation calls them.
support::Localized labelOf(const model::Vocabulary& vocabulary, const model::Protocol& protocol,
                           const model::Ref& ref);

/// What was looked for and is not there, by kind; a thing with a name is called by that.
diagnostics::SentencePart soughtThing(const model::Absence& absence);

} // namespace meldc::check
