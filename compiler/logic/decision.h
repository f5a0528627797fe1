#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "logic/case.h"
#include "model/protocol.h"

namespace meldc::logic {

/// An open term or choice and the value it has.
struct Assumed {
    std::string words;
    bool isChoice = false;
    bool value = false;
};

/// Outcome of a case. The lists are sorted by name of the consequence and disjoint from nothing:
/// a consequence that is demanded and forbidden stands in both.
struct Outcome {
    std::vector<model::ConceptId> must;
    std::vector<model::ConceptId> may;
    std::vector<model::ConceptId> mayNot;
    /// The walk ends in a hole.
    bool undetermined = false;
    /// The hole is one for doubt (else for yes or no).
    bool holeForDoubt = false;
    /// The walk waits for a new answer.
    bool deferred = false;

    bool operator==(const Outcome&) const = default;
};

/// One question on the way of a case.
struct PathStep {
    std::uint32_t question = 0;
    Answer answer = Answer::Yes;
    /// Index of the edge taken in the question, or -1: there is none.
    std::int32_t edge = -1;
};

/// What `decide` tells of a case.
struct Walk {
    Outcome outcome;
    std::vector<PathStep> path;
    /// Indices of routes and tasks that added something.
    std::vector<std::uint32_t> routes;
    std::vector<std::uint32_t> tasks;
    /// The question that cannot be answered yet because facts are unknown (index), or -1.
    std::int32_t stuckAt = -1;
    /// Came back to a question it had asked.
    bool loops = false;
};

/// The decision of one world, compiled to a diagram. Immutable; cheap to copy.
class Decision {
public:
    struct Impl;
    explicit Decision(std::shared_ptr<const Impl> impl);

    /// Without questions there is no decision.
    bool exists() const;
    /// A diagram grew too large; proofs say so.
    bool tooLarge() const;
    const model::Protocol& protocol() const;
    const Impl& impl() const { return *impl_; }

private:
    std::shared_ptr<const Impl> impl_;
};

/// Compiles the decision of a protocol in which worlds are chosen (model::select).
Decision compile(const model::Vocabulary& vocabulary, const model::Protocol& world);

/// Walks a complete case by direct interpretation, without the diagram: the replay of every
/// counterexample. `assumed` gives open terms and choices; those not in it are no.
Walk walk(const model::Vocabulary& vocabulary, const model::Protocol& world, const Case& given,
          const std::vector<Assumed>& assumed);

/// The outcome that all consistent completions of a case agree on.
struct Partial {
    Outcome certain;
    /// The fact to ask next that can still matter; invalid when nothing matters any more.
    FactId next;
    /// The question that waits for it, or -1.
    std::int32_t question = -1;
};
Partial decidePartially(const model::Vocabulary& vocabulary, const Decision& decision, const Case& given);

}  // namespace meldc::logic
