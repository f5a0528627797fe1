#pragma once

#include "baseline/story.h"
#include "baseline/verdict.h"

namespace meldc::baseline {

/// Judges the outcome of cases (`altijd …`, `nooit …`, `mogelijk …`) in one world by a proof over all
/// of them.
///
/// In a text that was not read to its end what fails because a consequence is absent is open (not
/// encoded): a sentence elsewhere may give it. The proof with its case stays.
WorldVerdict judgeBehavioural(const model::Vocabulary& vocabulary, const logic::Decision& decision,
                              const model::Requirement& requirement, bool isWholeText);

/// The case of a proof, walked and told. Empty when the proof has none, or none that its replay bore
/// out (logic::isBorneOut).
std::optional<Counterexample> caseOf(const Told& told, const model::World& world, const logic::Proof& proof);

/// A case walked and told in another world, with the terms assumed as given.
Counterexample walkThrough(const Told& told, const model::World& world, const logic::Case& given,
                           const std::vector<logic::Assumed>& assumed);

/// The statements that give what a requirement asks for: edges and duties with a consequence of its
/// goal, for a verdict that needs no case.
std::vector<Evidence> sourcesOfGoal(const model::Protocol& world, const model::Requirement& requirement);

/// The statements on the way of a case: edges taken, routes and duties that added something; the
/// question itself where an answer has no edge.
std::vector<Evidence> evidenceOf(const model::Protocol& world, const logic::Walk& walk);

}  // namespace meldc::baseline
