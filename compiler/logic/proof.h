#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "logic/case.h"
#include "logic/decision.h"
#include "model/norm.h"

namespace meldc::logic {

/// How many cases a proof looked at. Counted over the facts that the decision (as far as it bears
/// on the goal) or the requirement reads: those in conditions of questions, those on which a
/// consequence of the goal depends, and those of the requirement.
struct Count {
    std::uint64_t cases = 0;
    /// Combinations of values left out because they contradict the vocabulary.
    std::uint64_t excluded = 0;
    bool withDoubt = false;
    std::vector<FactId> facts;
    /// More than 2^63 combinations: the numbers are lower bounds.
    bool saturated = false;
};

enum class ProofResult : std::uint8_t {
    Holds,
    /// Holds because the premise never occurs: no consistent case with `bij p`; for `na g` and
    /// `nooit minder g` none with g. Never of `mogelijk`, which says that there is such a case.
    Vacuous,
    Fails,
    /// Holds under some reading of an open term only.
    DependsOnOpenTerm,
    /// There are no questions, so there is no decision.
    NoDecision,
    /// A diagram grew past support::kMaxDiagramNodes.
    TooLarge
};

/// What a proof found in one world.
struct Proof {
    ProofResult result = ProofResult::Holds;
    Count count;
    /// Fails, DependsOnOpenTerm: the smallest case; for `nooit minder` the case with more.
    /// `mogelijk` has none: what fails is that there is no case.
    ///
    /// When it fails whatever the open terms mean, a case that fails whatever they mean is
    /// preferred to a smaller one that does not.
    std::optional<Case> counterexample;
    /// `nooit minder`: the case with less, which has the goal. It differs in the fewest facts from
    /// the case with more.
    std::optional<Case> lesser;
    /// `mogelijk` that holds: the smallest case with the goal.
    std::optional<Case> witness;
    /// Open terms and choices as they stand in the counterexample or witness, e.g. "waar nodig" =
    /// yes; for `mogelijk` that depends on them: under which it is not possible. Only those that
    /// matter there; walk() reads the others as no.
    std::vector<Assumed> assumed;
    /// Open terms and choices that the proof ranges over.
    std::vector<std::string> assumptions;
    /// `na g nog mogelijk h` without a stated re-assessment.
    bool noReassessment = false;
    /// The case was walked and did not show what the proof says (isBorneOut): an error in meldc. It
    /// must not be shown as a result.
    bool replayFailed = false;
};

/// Proves a behavioural requirement over every consistent case of one world. Cases have no doubt
/// unless the requirement says `ook bij twijfel`; `nooit minder` always ranges over doubt.
///
/// In `altijd`, `nooit`, `nooit minder` and the g of `na g` a consequence means that it is demanded
/// (`mag g`: allowed or demanded); in `mogelijk` and the h of `nog mogelijk h` both count.
///
/// `Fails` holds under every value of the open terms; under choices one suffices (for `mogelijk`:
/// all must fail).
///
/// A re-assessment (`na g nog mogelijk h`) exists only where a duty returns to a question and the
/// duty's condition, and its route, is yes in the case - the step of the duty need not be reached, it
/// comes after the decision. Questions that lead back to one another are none: such a walk never
/// ends. The second walk begins at that question, changeable facts may have any consistent answer, and choices may be
/// made anew.
Proof prove(const model::Vocabulary& vocabulary, const Decision& decision,
            const model::Requirement& requirement);

} // namespace meldc::logic
