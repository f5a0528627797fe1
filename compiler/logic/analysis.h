#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "logic/condition_diagram.h"
#include "logic/decision_impl.h"
#include "logic/smallest.h"

/// Questions about one compiled decision as a whole: where it ends without an outcome, what is
/// never reached, which statements contradict each other, how conditions lie to one another.
namespace meldc::logic {

/// An answer after which there is no outcome.
struct Ending {
    EndingKind kind = EndingKind::Hole;
    /// Index of the question, and its answer.
    std::uint32_t question = 0;
    Answer answer = Answer::Yes;
    /// Loop: index of the question returned to.
    std::uint32_t target = 0;
    /// The smallest case that ends so; without doubt when there is one. Absent: it ends so only
    /// when a case is assessed again.
    std::optional<Example> example;
};

/// An edge that waits for a new answer in a case in which nothing is in doubt.
struct EmptyWait {
    std::uint32_t question = 0;
    std::uint32_t edge = 0;
    Example example;
};

/// Two things in one case that cannot both be done.
struct Conflict {
    model::ConceptId consequence;
    /// Excluded: the other consequence. Else the same.
    model::ConceptId other;
    /// Demanded, not just allowed (and ruled out).
    bool isDemanded = true;
    /// It is there whatever open terms and choices stand for.
    bool isCertain = true;
    Example example;
    /// The statements at work in the example.
    std::vector<Giver> givers;
};

/// How the cases of one condition lie to those of another.
enum class Relation : std::uint8_t { Same, Narrower, Wider, Overlapping, Apart };

/// A case in which a promise and the decision differ.
struct Broken {
    /// It is there whatever open terms stand for.
    bool isCertain = true;
    /// The case ends in a hole, and so does every other.
    bool isHole = false;
    /// Ruled out by the promise: demanded by the decision, not just allowed.
    bool isDemanded = false;
    Example example;
};

/// An open term or choice on which the outcome depends, and a case in which it does.
struct DecidingTerm {
    Term term;
    Example example;
};

/// Answers questions about a decision; keeps its own copy of the diagrams. All answers range over
/// consistent cases. Look at tooLarge() before believing one.
class Analysis {
public:
    /// Both must outlive it.
    Analysis(const model::Vocabulary& vocabulary, const Decision& decision);

    [[nodiscard]] bool exists() const { return impl_.exists; }
    [[nodiscard]] bool tooLarge() const { return diagrams_.tooLarge(); }

    /// In the order of questions and answers (yes, no, doubt).
    std::vector<Ending> endings();
    std::vector<EmptyWait> emptyWaits();

    /// Whether some case is asked the question, takes the edge, or meets the condition of a route and
    /// reaches its step: from the start, or when it is assessed again.
    bool isAsked(std::uint32_t question);
    bool isTaken(std::uint32_t question, std::uint32_t edge);
    bool fires(std::uint32_t route);
    /// The same of a conditional duty that gives a consequence. One that gives none counts in the
    /// steps after the decision too, so it applies when its condition (and route) can be met.
    bool applies(std::uint32_t task);
    /// The smallest case without doubt that takes the edge from the start and in which the condition holds.
    std::optional<Example> takenIn(std::uint32_t question, std::uint32_t edge, const model::Condition& condition);

    /// Consequences that are demanded or allowed, and ruled out, in one case.
    std::vector<Conflict> contradictions();
    /// Consequences demanded in one case that exclude each other.
    std::vector<Conflict> exclusions();

    /// Over all cases in which each is yes; open terms and choices may be anything. `telt als` plays
    /// no part. A condition that is never yes lies apart from any, and
    /// so does one with more facts and terms than can be looked at (kMaxVariables).
    Relation compare(const model::Condition& a, const model::Condition& b);
    /// Whether some case meets the condition. Yes when it has too many variables to tell.
    bool canHold(const model::Condition& condition);
    /// The smallest case in which the first holds and the second does not; none when one of the two
    /// has too many variables to tell.
    std::optional<Example> onlyIn(const model::Condition& first, const model::Condition& second);
    /// The smallest case in which both hold; one with doubt only when a condition speaks of doubt.
    std::optional<Example> overlap(const model::Condition& a, const model::Condition& b);

    /// The smallest case in which the condition holds and the decision does not demand (must), rules
    /// out (may), or demands or else allows (may not) the consequence. One that ends in a hole only
    /// when there is no other, and one with doubt only when the condition speaks of doubt and there
    /// is none without.
    std::optional<Broken> brokenPromise(const model::Condition& condition,
                                        model::ConceptId consequence, model::Modality modality);

    std::vector<DecidingTerm> decidingTerms();

private:
    std::optional<Broken> brokenWhere(Node differs, bool withDoubt, bool isDemanded);
    /// The decision as it is walked from a question to which a re-assessment returns, with a copy
    /// of its diagrams to work on.
    struct Reassessment {
        std::shared_ptr<const Decision::Impl> impl;
        Diagrams diagrams;
        /// Whether some case has it. What is too large may hold anything.
        bool occurs(Node where) {
            return diagrams.both(where, impl->consistent) != Node::No || diagrams.tooLarge();
        }
    };
    std::vector<Reassessment>& reassessments();
    /// Whether some case has what `part` gives of a compiled walk, from the start or assessed again.
    template <class Part>
    bool everOccurs(const Part& part);
    /// Whether it reads more facts and terms than a decision may.
    bool isTooWide(const model::Condition& condition) const;
    /// Where the condition is yes; no case at all when it has too many variables.
    Node yesOf(const model::Condition& condition);
    Node possible(Node where) { return diagrams_.both(where, consistent_); }
    std::optional<Example> smallest(Node where);
    std::optional<Example> smallestCrisp(Node where);
    bool isCertain(Node where);
    std::vector<Giver> giversIn(const Example& example, model::ConceptId consequence,
                                model::ConceptId other) const;
    std::optional<Conflict> conflictWhere(Node where, model::ConceptId consequence,
                                          model::ConceptId other, bool isDemanded);

    const model::Vocabulary& vocabulary_;
    const Decision::Impl& impl_;
    Diagrams diagrams_;
    Terms terms_;
    Node consistent_ = Node::Yes;
    std::optional<std::vector<Reassessment>> reassessments_;
};

/// The smallest case in which two decisions differ in outcome; without doubt when there is one.
/// Equal open terms have equal values in both.
std::optional<Example> difference(const model::Vocabulary& vocabulary, const Decision& a,
                                  const Decision& b);

} // namespace meldc::logic
