#pragma once

#include "baseline/currency.h"
#include "baseline/result.h"
#include "logic/decision.h"
#include "model/library.h"
#include "model/world.h"
#include "support/date.h"

#include <string>
#include <vector>

/// What the decision of a protocol says of a case, taken over all its worlds.
namespace meldc::emit {

/// A protocol with its worlds and their decisions (same order). Everything must outlive it.
struct Decider {
    const model::Library* library = nullptr;
    const model::Protocol* protocol = nullptr;
    const model::Worlds* worlds = nullptr;
    const std::vector<model::Protocol>* selected = nullptr;
    const std::vector<logic::Decision>* decisions = nullptr;
    /// The norms that date and sector select, for grounds.
    std::vector<const model::Norm*> norms;
    /// The sources on which these rest.
    baseline::Currency currency;
};

/// The answer in the worlds that agree on it.
struct ReadingAnswer {
    logic::Outcome outcome;
    std::vector<logic::PathStep> path;
    /// Indices of the worlds.
    std::vector<std::size_t> worlds;
    /// What is unknown decides whether it is undetermined, or waits, in one of these worlds.
    bool perhapsUndetermined = false;
    bool perhapsDeferred = false;
};

struct Answer {
    /// What is certain in every world, whatever open terms and choices stand for. Undetermined when
    /// the walk ends in a hole in some world.
    logic::Outcome certain;
    /// What is unknown decides whether it is undetermined, or waits: `certain` says no, and that is not certain.
    bool perhapsUndetermined = false;
    bool perhapsDeferred = false;
    /// The open terms and choices on which the outcome of this case depends, in some world.
    std::vector<logic::Term> dependsOn;
    /// Way of the first world.
    std::vector<logic::PathStep> path;
    /// What to ask next; invalid when nothing can matter any more.
    model::FactId next;
    /// The question that waits for it, in the first world that asks, or -1.
    std::int32_t question = -1;
    std::size_t questionWorld = 0;
    /// The norms that ask for what is done here.
    std::vector<const model::Norm*> grounds;
    /// The protocol's own promises that are not kept here in any world, whatever is still unknown
    /// (indices of meldnormen).
    std::vector<std::size_t> conflicts;
    /// One for each different answer; a single one when the worlds agree.
    std::vector<ReadingAnswer> readings;
    /// There are worlds that were not looked at, so the answer is undetermined.
    bool truncated = false;
};

/// The answer to a consistent case.
[[nodiscard]] Answer answer(const Decider& decider, const logic::Case& given);

/// The norms that ask for what is certain in a case.
[[nodiscard]] std::vector<const model::Norm*> groundsIn(const Decider& decider, const logic::Case& given,
                                                        const logic::Outcome& certain);

/// The protocol's own promises that a counterexample breaks, in its world and with its assumptions
/// (indices of meldnormen).
[[nodiscard]] std::vector<std::size_t> promisesBroken(const Decider& decider,
                                                      const baseline::Counterexample& example);

} // namespace meldc::emit
