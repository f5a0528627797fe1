#pragma once

#include "compare/said.h"
#include "diagnostics/phrases.h"

/// Parts of entries that hang on nothing but the statement itself.
namespace meldc::compare {

/// A name with its label, "a (‘b’)", or the one that is there, in a phrase with one hole.
Localized titled(diagnostics::Phrase frame, const std::string& id, const std::string& label);

/// A day with the words beside it.
Said saidDay(const model::DatedStatement& given);
Said saidPeriod(const model::Period& given);
Said saidKind(model::UnitKind given);
/// A source of law with the part and the state of it that are meant.
Said saidReference(const model::LawReference& given);

} // namespace meldc::compare
