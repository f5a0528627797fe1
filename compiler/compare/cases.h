#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "compare/joint.h"
#include "compare/pairs.h"
#include "compare/protection.h"
#include "support/localized.h"
#include "model/acceptance.h"

/// Cases whose outcome two versions of a text decide otherwise.
namespace meldc::compare {

using logic::CaseTally;
using support::Localized;

/// A condition under which cases change; each fact with the answers that it has there.
struct GroupCondition {
    Localized text;
    std::vector<std::pair<std::string, logic::AnswerSet>> facts;
    logic::CaseCount cases = 0;
    /// Cases that no condition before it has.
    logic::CaseCount further = 0;
};

/// A case, and what either version says of it.
struct ToldCase {
    /// In the vocabulary that both texts share; by name.
    std::vector<std::pair<std::string, model::Answer>> facts;
    std::vector<logic::Assumed> assumed;
    Localized story;
    Localized before;
    Localized after;
    /// Names of the demanded consequences.
    std::vector<std::string> mustBefore;
    std::vector<std::string> mustAfter;
};

/// One way in which outcomes change, in full.
struct Variety {
    Localized summary;
    CaseTally cases;
};

/// Cases whose outcome changes in the same way, as far as protection goes. Cases with doubt whose way
/// to change occurs without doubt nowhere are one group for each effect, and so are the rarest ways.
struct Group {
    Effect effect = Effect::Equal;
    bool weakens = false;
    /// "was: …; wordt: …".
    Localized summary;
    CaseTally cases;
    /// The ways to change in it, the most frequent first, when there are several.
    std::vector<Variety> varieties;
    /// In every reading, and whatever open terms and choices stand for.
    CaseTally certain;
    /// Weakened cases that no acceptance covers.
    CaseTally uncovered;
    /// Conditions of the cases without doubt, and of those with doubt. None can be left out, and from
    /// none a fact can; they may overlap.
    std::vector<GroupCondition> conditions;
    std::vector<GroupCondition> inDoubt;
    bool isCut = false;
    /// What must be assumed for it, when it is not there in every reading: "in de lezing ‘…’".
    std::vector<Localized> premises;
    ToldCase example;
};

/// A demand that never failed, or never fails now: under each of the conditions, or always when there is none.
struct ToldGuarantee {
    /// "always X when …, or when …".
    Localized text;
    std::string consequence;
    std::vector<std::pair<std::string, model::Answer>> facts;
};

/// An acceptance with the weakened cases that it covers.
struct UsedAcceptance {
    const model::Acceptance* acceptance = nullptr;
    CaseTally cases;
    /// The new text lacks what it is about in some case: it has an effect, also when that was there before.
    bool isInEffect = false;
};

struct CasesDifference {
    /// Whether either text has questions, so that cases have outcomes.
    bool wasDecided = false;
    bool isDecided = false;
    bool tooLarge = false;
    bool truncated = false;
    /// More than one way to read the texts.
    std::size_t pairs = 1;
    /// Labels of the facts that either text reads.
    std::vector<Localized> facts;
    /// All consistent cases, and those that change in some reading and for some meaning of open terms.
    CaseTally all;
    CaseTally changed;
    /// Changed cases by effect; a case counts more than once only when readings or open terms make its
    /// effect differ.
    std::array<CaseTally, kEffects> byEffect;
    /// Cases with less protection, and those among them that no acceptance covers.
    CaseTally weakened;
    CaseTally uncovered;
    /// Graver effects first.
    std::vector<Group> groups;
    std::vector<UsedAcceptance> accepted;
    /// Of consequences that protect; of the new text alone and of the old one alone.
    std::vector<ToldGuarantee> guaranteesGained;
    std::vector<ToldGuarantee> guaranteesLost;
    /// Consequences of the turns that have no place in the order of protection.
    std::vector<Localized> unranked;
    /// A case did not bear out what was counted: a defect of meldc.
    bool replayFailed = false;
};

/// One text with its decisions, one for each world.
struct CasesSide {
    WorldSide worlds;
    /// model::select(protocol, worlds.all[i]).
    const std::vector<model::Protocol>& selected;
    const std::vector<logic::Decision>& decisions;
};

/// `acceptances`: those that hold for the new text.
CasesDifference compareCases(const CasesSide& before, const CasesSide& after,
                             const std::vector<const model::Acceptance*>& acceptances);

[[nodiscard]] inline bool isNone(const CaseTally& tally) {
    return tally.crisp == 0 && tally.inDoubt == 0;
}

} // namespace meldc::compare
