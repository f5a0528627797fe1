#pragma once

#include "compare/cases.h"

/// Words for cases, conditions and outcomes.
namespace meldc::compare {

/// "acute onveiligheid is ja, en vermoeden is ja of twijfel": which facts have which answers.
Localized conditionText(const model::Vocabulary& vocabulary, const logic::Box& box);

/// "was melden, wordt hulp".
Localized shiftText(const model::Vocabulary& vocabulary, const logic::Shift& shift);

/// "was hulp, wordt melden", of consequences alone.
Localized changeText(const model::Vocabulary& vocabulary, const std::vector<model::ConceptId>& lost,
                     const std::vector<model::ConceptId>& gained);

/// What a text says of a case: "melden en hulp; wacht op een nieuw antwoord".
Localized outcomeText(const model::Vocabulary& vocabulary, const logic::Walk& walk);

/// The facts of a case in plain sentences: those that are not as in the quiet case, those that `onTheWay`
/// names, what turns out later, and what is assumed.
Localized factsText(const model::Vocabulary& vocabulary, const logic::Example& example,
                    const std::vector<bool>& onTheWay);

} // namespace meldc::compare
