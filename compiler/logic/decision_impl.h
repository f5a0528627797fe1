#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "logic/condition_diagram.h"
#include "logic/decision.h"
#include "logic/diagram.h"
#include "logic/structure.h"

/// Inside of a compiled decision: for the folder's own use.
namespace meldc::logic {

/// Cases that a question is asked, and how it is answered.
struct QuestionDiagrams {
    Truth answer;
    Node asked = Node::No;
    /// Per edge: the cases that take it.
    std::vector<Node> taken;
};

/// How a walk ends without an outcome of its own.
enum class EndingKind : std::uint8_t {
    /// An answer without an edge.
    Hole,
    /// The edge leads where only words say.
    Open,
    /// The edge leads to a question that is not there in this world.
    Missing,
    /// Back to a question that was asked.
    Loop
};
struct EndingDiagram {
    EndingKind kind = EndingKind::Hole;
    std::uint32_t question = 0;
    Answer answer = Answer::Yes;
    Node when = Node::No;
    /// Loop: the question returned to.
    std::uint32_t target = 0;
};

/// A statement that gives one consequence, and the cases in which it does.
struct Contribution : Giver {
    Node when = Node::No;
};

/// A consequence of a duty, which is known by its index.
using TaskEffect = std::pair<std::uint32_t, model::ConceptId>;

/// Cases in which duties state a re-assessment, and the question at which it begins.
struct ReturnDiagram {
    std::uint32_t question = 0;
    Node when = Node::No;
};

struct ConsequenceDiagrams {
    model::ConceptId consequence;
    Node must = Node::No;
    /// Demanded or allowed.
    Node allowed = Node::No;
    Node mayNot = Node::No;
};

struct Decision::Impl {
    model::Protocol protocol;
    Reading reading;
    Diagrams diagrams{0};
    Terms terms;
    bool exists = false;
    std::vector<FactId> factsRead;

    /// Over all facts of the vocabulary, doubt included.
    Node consistent = Node::Yes;
    std::vector<QuestionDiagrams> questions;
    std::vector<EndingDiagram> endings;
    /// Per step, route and task: cases that reach it, in which it fires, to which it applies.
    std::vector<Node> stepReached;
    std::vector<Node> routeFires;
    std::vector<Node> taskApplies;
    /// Without forbiddenToSomeOnly.
    std::vector<Contribution> contributions;
    /// What duties forbid to some while others do it: no part of the outcome.
    std::set<TaskEffect> forbiddenToSomeOnly;
    /// One per question to which a duty returns.
    std::vector<ReturnDiagram> returns;
    /// Sorted by name of the consequence.
    std::vector<ConsequenceDiagrams> outcome;
    Node undetermined = Node::No;
    Node holeForDoubt = Node::No;
    Node deferred = Node::No;
    Node loops = Node::No;

    /// The diagrams of a consequence; all No when nothing gives it.
    [[nodiscard]] ConsequenceDiagrams find(model::ConceptId consequence) const;
};

/// Compiles the walk from a given question (a re-assessment), or from the first when -1.
std::shared_ptr<const Decision::Impl> compileFrom(const model::Vocabulary& vocabulary,
                                                  model::Protocol world, std::int32_t start);

/// Where an outcome has the goal. `mayCounts` as in satisfies(). `leaf` gives the diagrams of a
/// consequence in `diagrams`.
template <class Leaf>
Node goalDiagram(Diagrams& diagrams, const model::Goal& goal, bool mayCounts, const Leaf& leaf) {
    switch (goal.kind) {
    case model::GoalKind::Must:
        return mayCounts ? leaf(goal.consequence).allowed : leaf(goal.consequence).must;
    case model::GoalKind::May:
        return leaf(goal.consequence).allowed;
    case model::GoalKind::Not:
        return diagrams.negate(goalDiagram(diagrams, goal.operands.front(), mayCounts, leaf));
    case model::GoalKind::And:
    case model::GoalKind::Or:
        break;
    }
    const auto isAnd = goal.kind == model::GoalKind::And;
    auto result = isAnd ? Node::Yes : Node::No;
    for (const auto& operand : goal.operands) {
        const auto one = goalDiagram(diagrams, operand, mayCounts, leaf);
        result = isAnd ? diagrams.both(result, one) : diagrams.either(result, one);
    }
    return result;
}

} // namespace meldc::logic
