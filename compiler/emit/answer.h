#pragma once

#include "baseline/currency.h"
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
};

struct Answer {
    /// What is certain in every world. Undetermined also when worlds demand different things.
    logic::Outcome certain;
    /// Way of the first world.
    std::vector<logic::PathStep> path;
    /// What to ask next; invalid when nothing can matter any more.
    model::FactId next;
    /// The question that waits for it, in the first world that asks, or -1.
    std::int32_t question = -1;
    std::size_t questionWorld = 0;
    /// The norms that ask for what is done here.
    std::vector<const model::Norm*> grounds;
    /// The protocol's own promises that are not kept here (indices of meldnormen).
    std::vector<std::size_t> conflicts;
    /// One for each different answer; a single one when the worlds agree.
    std::vector<ReadingAnswer> readings;
};

/// The answer to a consistent case.
[[nodiscard]] Answer answer(const Decider& decider, const logic::Case& given);

} // namespace meldc::emit
