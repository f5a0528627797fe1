#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "logic/answers.h"
#include "logic/decision.h"
#include "logic/diagram.h"
#include "logic/smallest.h"

/// How the outcomes of two texts differ, case by case, without listing the cases.
namespace meldc::logic {

/// The decisions of one text, one for each way to read it, and the numbers that its facts and
/// concepts have in the vocabulary that both texts share.
struct ComparedSide {
    const std::vector<Decision>* decisions = nullptr;
    std::vector<FactId> facts;
    std::vector<model::ConceptId> concepts;
};

/// What an outcome says of one consequence. Only what is demanded or allowed can also be forbidden,
/// in a text that contradicts itself.
struct Weight {
    bool must = false;
    /// Allowed, and not demanded.
    bool may = false;
    bool mayNot = false;

    auto operator<=>(const Weight&) const = default;
};

/// A consequence of which two outcomes say something else.
struct Turn {
    model::ConceptId consequence;
    Weight before;
    Weight after;

    auto operator<=>(const Turn&) const = default;
};

/// How an outcome changes. What stays is left out; of undetermined and deferred both are no when they
/// stay.
struct Shift {
    std::vector<Turn> turns;
    bool wasUndetermined = false;
    bool isUndetermined = false;
    bool wasDeferred = false;
    bool isDeferred = false;

    auto operator<=>(const Shift&) const = default;
};

/// Cases over the facts that either text reads, consistent with the vocabulary.
struct CaseTally {
    CaseCount crisp = 0;
    /// With doubt about one fact or more.
    CaseCount inDoubt = 0;

    bool operator==(const CaseTally&) const = default;
};

/// Answers to facts; for a fact not named any answer will do.
struct Box {
    std::vector<std::pair<FactId, AnswerSet>> answers;
    /// Cases in it, and how many of these lie in no box before it.
    CaseCount cases = 0;
    CaseCount further = 0;
};

/// Boxes that together hold certain cases and no others. From no box a fact can be left out, and no
/// box is superfluous; boxes may overlap.
struct Boxes {
    std::vector<Box> all;
    /// There are more than kMaxBoxes.
    bool isCut = false;
};

/// Most boxes that describe one set of cases.
inline constexpr std::size_t kMaxBoxes = 24;
/// Most different shifts between two texts.
inline constexpr std::size_t kMaxShifts = 2'000;

/// A case of a shift, in the numbers of the shared vocabulary, and the pair of worlds in which it
/// has the shift.
struct ShiftExample {
    Example example;
    std::size_t pair = 0;
};

/// A demand that never fails: whenever `fact` has the answer, or always when there is no fact.
struct Guarantee {
    model::ConceptId consequence;
    std::optional<FactId> fact;
    Answer answer = Answer::Yes;

    bool operator==(const Guarantee&) const = default;
};

/// Guarantees that only the new text gives, and that only the old one gave. None follows from another of
/// its list. By consequence in the order of their names, then by fact as declared.
struct GuaranteeChange {
    std::vector<Guarantee> gained;
    std::vector<Guarantee> lost;
};

/// Compares two texts over all consistent cases. Each pair names a decision of the old and one of the
/// new text; equal open terms and choices have equal values in both.
///
/// Look at tooLarge() before believing anything.
class Comparison {
public:
    using Pair = std::pair<std::size_t, std::size_t>;

    /// `vocabulary` is the shared one. All arguments must outlive it.
    Comparison(const model::Vocabulary& vocabulary, const ComparedSide& before,
               const ComparedSide& after, const std::vector<Pair>& pairs);

    [[nodiscard]] bool tooLarge() const { return diagrams_.tooLarge() || isTooLarge_; }
    /// The facts that either text reads, in declared order.
    [[nodiscard]] const std::vector<FactId>& facts() const { return facts_; }
    /// Sorted; shifts of no case are not among them.
    [[nodiscard]] const std::vector<Shift>& shifts() const { return shifts_; }

    /// A set of cases, with the values of open terms and choices under which they belong to it.
    using Area = Node;

    /// All cases.
    [[nodiscard]] Area everything() const { return consistent_; }
    /// The cases of a shift in some pair.
    Area areaOf(std::size_t shift);
    /// The cases of a shift in a pair; empty when it has none.
    [[nodiscard]] Area areaOf(std::size_t shift, std::size_t pair) const;
    /// The cases that have the shift in every pair.
    Area certainAreaOf(std::size_t shift);
    /// The cases in which the condition is yes. `world`: the new text, for a bare `twijfel`. Facts are
    /// those of the new text.
    Area where(const model::Condition& condition, const model::Protocol& world);
    /// The cases in which the new text, in some world, does not demand the consequence; an invalid one: in which
    /// it has no outcome.
    Area lackingAfter(model::ConceptId consequence);
    Area either(Area a, Area b) { return diagrams_.either(a, b); }
    Area both(Area a, Area b) { return diagrams_.both(a, b); }
    Area without(Area a, Area b) { return diagrams_.without(a, b); }

    /// Cases that are in the area whatever open terms and choices stand for (`whatever`), or for some
    /// of their values.
    CaseTally count(Area area, bool whatever = false);
    /// The conditions under which a case without doubt (or with) is in the area for some values of
    /// terms.
    Boxes describe(Area area, bool inDoubt);
    /// Which demands became unfailing, and which stopped being so: over all cases without doubt, in every way
    /// to read the text, whatever open terms and choices stand for.
    GuaranteeChange guaranteeChange();
    /// The smallest case of a shift: without doubt when there is one; in the first pair that has it.
    ShiftExample smallest(std::size_t shift);

private:
    /// A decision in the shared diagrams: per consequence must, allowed and forbidden, then
    /// undetermined and deferred.
    using Signature = std::vector<Node>;
    static constexpr std::size_t kMarks = 3;
    struct Split;

    Signature signatureOf(const Decision& decision, const ComparedSide& side);
    void collectConsequences(const ComparedSide& side);
    void collectFacts(const ComparedSide& side);
    void compare(std::size_t pair, const Signature& before, const Signature& after);
    std::vector<Guarantee> guarantees(const std::vector<Signature>& ways);
    Node areaOf(const Guarantee& guarantee);
    void dropImplied(std::vector<Guarantee>& guarantees);
    /// A function that ranges over other facts without doubt for cases without doubt, and with it for
    /// the others.
    template <class Function>
    Node bothWays(const Function& function) {
        return diagrams_.choose(anyDoubt_, function(kAllAnswers), function(kCrispAnswers));
    }
    Node projected(Node area, bool whatever);
    Box boxAround(const Case& given, Node allowed, bool inDoubt, bool isQuietFirst);
    Node nodeOf(const Box& box);
    CaseCount countOf(Node area, bool inDoubt);
    void dropSuperfluous(std::vector<Box>& boxes, Node where);

    const model::Vocabulary& vocabulary_;
    const ComparedSide& before_;
    const ComparedSide& after_;
    Diagrams diagrams_;
    Terms terms_;
    std::vector<FactId> facts_;
    std::vector<Variable> variables_;
    /// Sorted by name.
    std::vector<model::ConceptId> consequences_;
    /// Facts that neither text reads, by number, and the vocabulary's implications over all facts.
    std::vector<bool> isUnread_;
    Node whole_ = Node::Yes;
    /// The cases over the facts that are read, and those among them with doubt.
    Node consistent_ = Node::Yes;
    Node anyDoubt_ = Node::No;
    /// The different ways in which the texts decide, of all that are compared.
    std::vector<Signature> waysBefore_;
    std::vector<Signature> waysAfter_;
    std::vector<Shift> shifts_;
    /// By shift and pair.
    std::vector<std::vector<Node>> areas_;
    bool isTooLarge_ = false;
};

} // namespace meldc::logic
