#pragma once

#include "model/norm.h"
#include "logic/decision.h"
#include "support/localized.h"

/// Words for what `test` tells.
namespace meldc::emit {

/// What a case must come to: "moet A, mag B".
[[nodiscard]] support::Localized expectedWords(const model::Vocabulary& vocabulary, const model::CaseDecl& declared);
/// The same of what it comes to.
[[nodiscard]] support::Localized outcomeWords(const model::Vocabulary& vocabulary, const logic::Outcome& outcome);
/// "ja"
[[nodiscard]] support::Localized answerWord(model::Answer answer);

} // namespace meldc::emit
