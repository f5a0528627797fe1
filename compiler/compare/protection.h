#pragma once

#include <vector>

#include "logic/comparison.h"
#include "model/vocabulary.h"

namespace meldc::compare {

/// What a change means for the protection in a case.
enum class Effect : std::uint8_t {
    /// Less is demanded, and nothing that protects as much came for it.
    Weaker,
    /// Something that protects is gone, and something else came that does not make up for it.
    Conflicting,
    /// There was an outcome, and the code gives none any more.
    Undetermined,
    /// It was decided at once; now it waits for a new answer.
    Deferred,
    /// There was no outcome, and there is one now.
    Settled,
    Stronger,
    /// Another outcome that protects as much.
    Equal
};
inline constexpr std::size_t kEffects = 7;

struct Rating {
    Effect effect = Effect::Equal;
    /// Less protection: the gate asks for an acceptance.
    bool weakens = false;
    /// What protects and was lost without anything in its place, sorted by name.
    std::vector<model::ConceptId> lost;
    /// What protects and came, unless something that protects more was lost for it.
    std::vector<model::ConceptId> gained;
};

/// Rates a shift by the order of protection in the vocabulary.
///
/// A consequence that protects more than another is lost when it was demanded and is allowed at most
/// (or was allowed and is not any more), or when it is forbidden now. A loss is made up for when a
/// consequence that protects more came, as firmly as the lost one was. A gain counts unless something
/// that protects more, as firm, was lost. What protects more than nothing counts for neither.
Rating rate(const model::Vocabulary& vocabulary, const logic::Shift& shift);

} // namespace meldc::compare
