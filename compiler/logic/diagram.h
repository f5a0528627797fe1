#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "logic/answers.h"
#include "support/adt.h"
#include "support/limits.h"

/// Decision diagrams: functions from the answers to facts, and from two-valued terms, to yes or no.
///
/// A diagram is reduced and ordered, and equal functions are the same node: comparing two functions
/// is comparing two numbers.
namespace meldc::logic {

/// A function in a Diagrams: a node, or one of the two constants.
enum class Node : std::uint32_t { No = 0, Yes = 1 };

/// Number of a variable: first the facts in declared order, behind them the terms.
using Variable = std::uint32_t;

/// A number of cases; from kSaturated on it is a lower bound.
using CaseCount = std::uint64_t;
inline constexpr CaseCount kSaturated = CaseCount{1} << 63U;

/// Most variables that the diagrams of one decision may mention: the depth of every recursion here.
inline constexpr std::size_t kMaxVariables = 2 * support::kMaxFacts;
/// Most steps of work on one set of diagrams. A million nodes are made in far fewer.
inline constexpr std::uint64_t kMaxDiagramSteps = 100'000'000;

/// Owner of nodes. Grows up to a limit; past it tooLarge() is true and results mean nothing, so
/// whoever asks must look at tooLarge() before believing one.
class Diagrams {
public:
    /// Variables below `factCount` take no, doubt and yes, all others no and yes.
    explicit Diagrams(std::uint32_t factCount, std::size_t limit = support::kMaxDiagramNodes);

    [[nodiscard]] std::uint32_t factCount() const { return factCount_; }
    [[nodiscard]] bool tooLarge() const { return tooLarge_; }
    /// Gives up as if the diagrams had grown too large: for limits found elsewhere.
    void giveUp() { tooLarge_ = true; }
    /// Number of nodes, constants included.
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// Yes where `variable` has one of `answers`. A term has no doubt.
    Node test(Variable variable, AnswerSet answers);
    Node negate(Node a);
    Node both(Node a, Node b);
    Node either(Node a, Node b);
    /// `then` where `test` is yes, else `otherwise`.
    Node choose(Node test, Node then, Node otherwise);
    /// a and not b.
    Node without(Node a, Node b) { return both(a, negate(b)); }
    /// One of a and b, not both.
    Node differing(Node a, Node b) { return either(without(a, b), without(b, a)); }

    /// The function with `variable` fixed to the answer with number `answer`.
    Node fix(Node a, Variable variable, std::uint32_t answer);
    /// The function with every variable fixed whose `answers[v]` holds a single answer; sets that
    /// hold more fix nothing. Variables from `answers.size()` on stay free.
    Node fixAll(Node a, const std::vector<AnswerSet>& answers);
    /// Yes where some value of the marked variables makes it yes. Facts range over `domain`.
    /// Variables from `marked.size()` on are not marked.
    Node exists(Node a, const std::vector<bool>& marked, AnswerSet domain);
    /// Yes where every value of the marked variables makes it yes. Facts range over `domain`.
    Node forAll(Node a, const std::vector<bool>& marked, AnswerSet domain);
    /// The function on cases without doubt: doubt is read as no, so that two functions which agree
    /// on all cases without doubt become the same node.
    Node crisp(Node a);
    /// Yes where the function is yes for each way to turn the doubts of a case into no or yes.
    Node resolve(Node a);
    /// Yes where the function is yes for the same or a less sure answer of `variable`.
    Node upward(Node a, Variable variable);
    /// The function of another Diagrams with the same number of facts.
    Node import(const Diagrams& other, Node a);

    /// Value for one case; `answers[v]` is the number of the answer of variable v. Variables past
    /// the end are no.
    [[nodiscard]] bool evaluate(Node a, const std::vector<std::uint32_t>& answers) const;
    /// The variables that the function depends on, in order.
    [[nodiscard]] std::vector<Variable> support(Node a) const;
    /// Number of assignments of `variables` (sorted, at least the support) that make it yes. Facts
    /// range over `domain`, terms over no and yes. At most kSaturated.
    [[nodiscard]] CaseCount count(Node a, const std::vector<Variable>& variables,
                                  AnswerSet domain) const;

    [[nodiscard]] static bool isConstant(Node a) { return a == Node::No || a == Node::Yes; }
    [[nodiscard]] bool isFact(Variable variable) const { return variable < factCount_; }
    /// First variable of a node that is not constant.
    [[nodiscard]] Variable variableOf(Node a) const { return at(a).variable; }
    /// The function after the first variable took the answer with number `answer`.
    [[nodiscard]] Node child(Node a, std::uint32_t answer) const { return at(a).children[answer]; }
    /// The function after `variable`, which is at or before its first, took an answer.
    [[nodiscard]] Node childAt(Node a, Variable variable, std::uint32_t answer) const {
        return isConstant(a) || variableOf(a) != variable ? a : child(a, answer);
    }

private:
    enum class Operation : std::uint32_t { None, Negate, Both, Either, Choose };
    struct Data {
        Variable variable = 0;
        /// Of a term the middle child equals the first.
        Node children[kAnswerCount] = {Node::No, Node::No, Node::No};
    };
    struct Remembered {
        Operation operation = Operation::None;
        Node a = Node::No;
        Node b = Node::No;
        Node c = Node::No;
        Node result = Node::No;
    };
    using Memo = support::DenseMap<std::uint32_t, Node>;

    [[nodiscard]] const Data& at(Node a) const { return nodes_[static_cast<std::uint32_t>(a)]; }
    [[nodiscard]] Variable topOf(Node a, Node b) const;
    Node make(Variable variable, Node no, Node doubt, Node yes);
    void growTable();
    bool step();
    Remembered& remembered(Operation operation, Node a, Node b, Node c);
    Node combine(Operation operation, Node a, Node b);
    Node quantify(Node a, const std::vector<bool>& marked, AnswerSet domain, bool all, Memo& memo);
    template <class Rebuild>
    Node rebuild(Node a, Memo& memo, const Rebuild& change);

    std::uint32_t factCount_;
    std::size_t limit_;
    bool tooLarge_ = false;
    std::uint64_t steps_ = 0;
    std::vector<Data> nodes_;
    /// Open addressing; 0 is an empty slot.
    std::vector<std::uint32_t> table_;
    /// One slot per hash: forgetting costs time, never correctness.
    std::vector<Remembered> memory_;
};

} // namespace meldc::logic
