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
/// on the goal) or the requirement reads.
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
    /// Holds because the premise never occurs.
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
    std::optional<Case> counterexample;
    /// `nooit minder`: the case with less, which has the goal.
    std::optional<Case> lesser;
    /// Open terms and choices as they stand in the counterexample, e.g. "waar nodig" = yes.
    std::vector<Assumed> assumed;
    /// Open terms and choices that the proof ranges over.
    std::vector<std::string> assumptions;
    /// `na g nog mogelijk h` without a stated re-assessment.
    bool noReassessment = false;
};

/// Proves a behavioural requirement over every consistent case of one world.
/// `Fails` holds under every value of the open terms; under choices one suffices (for `mogelijk`:
/// all must fail).
Proof prove(const model::Vocabulary& vocabulary, const Decision& decision, const model::Requirement& requirement);

}  // namespace meldc::logic
