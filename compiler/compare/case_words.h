#pragma once

#include "compare/cases.h"

/// Words for cases, conditions and outcomes.
namespace meldc::compare {

/// Which facts have which answers, as clauses with commas between.
Localized conditionText(const model::Vocabulary& vocabulary, const logic::Box& box);

/// "was: …; wordt: …", of all that changes.
Localized shiftText(const model::Vocabulary& vocabulary, const logic::Shift& shift);

/// What a text says of a case: what is demanded, what is allowed, what it waits for.
Localized outcomeText(const model::Vocabulary& vocabulary, const logic::Walk& walk);

/// One demand with all the answers under which it never fails: "always X when …, or when …".
Localized guaranteeText(const model::Vocabulary& vocabulary, model::ConceptId consequence,
                        const std::vector<logic::Guarantee>& guarantees);

/// "5 situaties, en met twijfel 12".
Localized countText(const logic::CaseTally& tally);

/// The facts of a case in plain sentences: those that are not as in the quiet case, those that `onTheWay`
/// names, what turns out later, and what is assumed.
Localized factsText(const model::Vocabulary& vocabulary, const logic::Example& example,
                    const std::vector<bool>& onTheWay);

} // namespace meldc::compare
