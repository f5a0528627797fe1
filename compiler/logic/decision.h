#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "logic/case.h"
#include "logic/structure.h"
#include "model/norm.h"
#include "model/protocol.h"

namespace meldc::logic {

/// An open term or choice and the value it has.
struct Assumed {
    std::string words;
    bool isChoice = false;
    bool value = false;

    bool operator==(const Assumed&) const = default;
};

/// Whether a term is assumed to be yes; one that is not in the list is no.
bool isAssumed(const std::vector<Assumed>& assumed, std::string_view words, bool isChoice);

/// Outcome of a case. What a duty forbids to some while others do it (logic/prohibition.h) is not
/// forbidden here. The lists are sorted by name of the consequence. A consequence that is
/// demanded is not in `may`; one that is demanded (or allowed) and forbidden stands in both.
struct Outcome {
    std::vector<model::ConceptId> must;
    std::vector<model::ConceptId> may;
    std::vector<model::ConceptId> mayNot;
    /// The walk ends in a hole: an answer without an edge, an edge that leads where only words say,
    /// or back to a question that was asked.
    bool undetermined = false;
    /// The hole is one for doubt: the last answer was doubt (else yes or no). Doubt that decided
    /// further back which question was asked last does not make it one.
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

    bool operator==(const PathStep&) const = default;
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
    /// Deferred, and with so many doubts that not every way to settle them was tried: the outcome
    /// holds what was gathered only. evaluate() has no such limit.
    bool tooManyDoubts = false;
};

/// Most ways to settle the doubts of one deferred case that walk() tries.
inline constexpr std::size_t kMaxResolutions = 16'384;

/// A statement that gives a consequence: a duty, or the edge of a question.
struct Giver {
    bool isTask = false;
    /// Index of the task or question.
    std::uint32_t index = 0;
    std::uint32_t edge = 0;
    model::ConceptId consequence;
    model::Modality modality = model::Modality::Must;
};

/// The decision of one world, compiled to a diagram. Immutable; cheap to copy.
class Decision {
public:
    struct Impl;
    explicit Decision(std::shared_ptr<const Impl> impl);

    /// Whether there are questions. Without them there is nothing to prove: no case has an outcome.
    bool exists() const;
    /// Whether a case has consequences at all: by questions, or by routes and duties alone, which
    /// leave every case undetermined.
    bool hasOutcome() const;
    /// Whether an outcome can depend on open terms or choices.
    bool hasTerms() const;
    /// A diagram grew too large; proofs say so.
    bool tooLarge() const;
    const model::Protocol& protocol() const;
    /// Facts that the questions, routes and duties with consequences read, in declared order.
    const std::vector<FactId>& factsRead() const;
    const Impl& impl() const { return *impl_; }

private:
    std::shared_ptr<const Impl> impl_;
};

/// Compiles the decision of a protocol in which worlds are chosen (model::select).
Decision compile(const model::Vocabulary& vocabulary, model::Protocol world);

/// Walks a case by direct interpretation, without the diagram: the replay of every counterexample.
/// `assumed` gives open terms and choices; those not in it are no.
///
/// Of a case with unknown facts it tells the way as far as it is certain (`stuckAt`) and what was
/// gathered there; decidePartially() has what every completion agrees on.
Walk walk(const model::Vocabulary& vocabulary, const model::Protocol& world, const Case& given,
          const std::vector<Assumed>& assumed);

/// Walks many cases of one protocol: what they share is worked out once. Both must outlive it.
class Walks {
public:
    Walks(const model::Vocabulary& vocabulary, const model::Protocol& world);
    /// As walk().
    Walk operator()(const Case& given, const std::vector<Assumed>& assumed) const;
    /// The same as a re-assessment walks it: from a question, by index.
    Walk from(std::uint32_t question, const Case& given,
              const std::vector<Assumed>& assumed) const;
    /// Questions, by index, to which duties return a case (statesReturn) in which all facts are
    /// known: those whose condition is yes, and their route's.
    std::vector<std::uint32_t> returnsOf(const Case& given,
                                         const std::vector<Assumed>& assumed) const;

private:
    Walk start(std::int32_t question, const Case& given,
               const std::vector<Assumed>& assumed) const;

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    Reading reading_;
    /// Duties, by index, with what they forbid to some while others do it.
    std::set<std::pair<std::uint32_t, model::ConceptId>> forbiddenToSomeOnly_;
};

/// Outcome of a case in which all facts that the decision reads are known, from the diagram.
Outcome evaluate(const Decision& decision, const Case& given, const std::vector<Assumed>& assumed);

/// Value of a condition in a case; empty when unknown facts leave it open. Not for conditions of
/// questions: `telt als` plays no part.
Value evaluateCondition(const model::Vocabulary& vocabulary, const model::Protocol& world,
                        const model::Condition& condition, const Case& given,
                        const std::vector<Assumed>& assumed);

/// Whether an outcome has what a requirement wants. `mayCounts`: allowed is as good as demanded, as
/// in `mogelijk`.
bool satisfies(const Outcome& outcome, const model::Goal& goal, bool mayCounts);

/// The outcome that all consistent completions of a case agree on, whatever open terms and choices
/// stand for.
struct Partial {
    Outcome certain;
    /// Consequences that are demanded in some completions only, sorted by name.
    std::vector<model::ConceptId> perhaps;
    /// Whether some completions, and not all, end in a hole, or wait, whatever open terms stand for: it is not
    /// known yet.
    bool perhapsUndetermined = false;
    bool perhapsDeferred = false;
    /// The open terms and choices on which the outcome still depends.
    std::vector<Term> terms;
    /// The fact to ask next that can still matter; invalid when nothing matters any more.
    FactId next;
    /// The question that waits for it, or -1.
    std::int32_t question = -1;
    /// The questions that every completion asks first, with the answers that all agree on.
    std::vector<PathStep> path;
};
/// `assumed` gives open terms and choices; those not in it stay open. The case must be consistent
/// (brokenImplication) and the decision not too large.
Partial decidePartially(const model::Vocabulary& vocabulary, const Decision& decision,
                        const Case& given, const std::vector<Assumed>& assumed = {});

} // namespace meldc::logic
