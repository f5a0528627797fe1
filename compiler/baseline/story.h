#pragma once

#include <span>

#include "baseline/result.h"

namespace meldc::baseline {

/// What a story is told from. All must outlive the call.
struct Told {
    const model::Vocabulary& vocabulary;
    /// The protocol in the world in which the case plays.
    const model::Protocol& world;
    /// The requirement that the case breaks; null for a case that only shows something.
    const model::Requirement* requirement = nullptr;
    /// Only under these: readings and passages, as parts of a sentence ("in de lezing ‘…’").
    std::span<const Localized> premises = {};
    /// `na g nog mogelijk h`: nothing states a re-assessment.
    bool noReassessment = false;
    /// The case meets the requirement in this world: what is missing is not told.
    bool isRival = false;
};

/// The case in a few plain sentences: the facts that are not as in the quiet case, those that the
/// questions on its way read, what turns out later, under which assumptions, and what the code then
/// says and does not say.
Localized tell(const Told& told, const Counterexample& example);

/// One more sentence: where the same case ends otherwise.
Localized tellRival(const Told& told, const Counterexample& rival);

/// The clause of a fact with this answer.
Localized clauseOf(const model::Vocabulary& vocabulary, model::FactId fact, model::Answer answer);

/// "a, b en c"; `isOr`: "a, b of c".
Localized listed(std::span<const Localized> items, bool isOr = false);

}  // namespace meldc::baseline
