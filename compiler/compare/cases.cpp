#include "compare/cases.h"

#include <algorithm>
#include <map>

#include "baseline/worlds.h"
#include "check/naming.h"
#include "compare/acceptances.h"
#include "compare/case_words.h"
#include "diagnostics/phrases.h"
#include "support/contains.h"

namespace meldc::compare {

namespace {

using logic::Comparison;
using logic::Shift;
using logic::Weight;
using model::ConceptId;
using support::contains;

/// What an outcome says, by consequence in the shared numbers.
std::map<ConceptId, Weight> standingsOf(const logic::Outcome& outcome, const logic::ComparedSide& side) {
    std::map<ConceptId, Weight> result;
    for (const ConceptId id : outcome.must) result[side.concepts[id.value]].must = true;
    for (const ConceptId id : outcome.may) result[side.concepts[id.value]].may = true;
    for (const ConceptId id : outcome.mayNot) result[side.concepts[id.value]].mayNot = true;
    return result;
}

/// So many groups of one effect are told apart; the rarest are told as one.
constexpr std::size_t kMostGroups = 6;

class CaseComparer {
public:
    CaseComparer(const CasesSide& before, const CasesSide& after,
                 const std::vector<const model::Acceptance*>& acceptances)
        : before_(before), after_(after), acceptances_(acceptances),
          joint_(joined(before.worlds.vocabulary, after.worlds.vocabulary)),
          pairs_(pairsOf(before.worlds, after.worlds)) {
        joint_.before.decisions = &before.decisions;
        joint_.after.decisions = &after.decisions;
    }

    CasesDifference run() {
        const auto hasOutcome = [](const logic::Decision& decision) { return decision.hasOutcome(); };
        result_.wasDecided = std::any_of(before_.decisions.begin(), before_.decisions.end(), hasOutcome);
        result_.isDecided = std::any_of(after_.decisions.begin(), after_.decisions.end(), hasOutcome);
        result_.truncated = pairs_.truncated;
        result_.pairs = pairs_.all.size();
        if (!result_.wasDecided && !result_.isDecided) {
            return std::move(result_);
        }
        Comparison comparison(joint_.vocabulary, joint_.before, joint_.after, pairs_.all);
        compare(comparison);
        if (comparison.tooLarge()) {
            CasesDifference nothing;
            nothing.wasDecided = result_.wasDecided;
            nothing.isDecided = result_.isDecided;
            nothing.tooLarge = true;
            return nothing;
        }
        return std::move(result_);
    }

private:
    void compare(Comparison& comparison) {
        if (comparison.tooLarge()) {
            return;
        }
        for (const model::FactId fact : comparison.facts()) {
            result_.facts.push_back(check::labelOf(joint_.vocabulary, joint_.vocabulary[fact].concept_));
        }
        result_.all = comparison.count(comparison.everything());
        Coverage coverage(comparison, acceptances_, after_.selected.front());
        std::array<Comparison::Area, kEffects> byEffect{};
        auto changed = Comparison::Area{};
        auto weakened = changed;
        auto uncovered = changed;
        std::vector<Bundle> bundles;
        for (std::size_t index = 0; index < comparison.shifts().size(); ++index) {
            const Rating rating = rate(joint_.vocabulary, comparison.shifts()[index]);
            const auto area = comparison.areaOf(index);
            auto open = Comparison::Area{};
            if (rating.weakens) {
                open = coverage.uncovered(comparison.shifts()[index], rating, area);
                weakened = comparison.either(weakened, area);
                uncovered = comparison.either(uncovered, open);
            }
            changed = comparison.either(changed, area);
            auto& sameEffect = byEffect[static_cast<std::size_t>(rating.effect)];
            sameEffect = comparison.either(sameEffect, area);
            bundles.push_back({rating, turnsThatCount(comparison.shifts()[index], rating), comparison.count(area),
                               {index}, open});
        }
        for (const Bundle& bundle : bundled(comparison, std::move(bundles))) {
            addGroup(comparison, bundle);
        }
        result_.changed = comparison.count(changed);
        result_.weakened = comparison.count(weakened);
        result_.uncovered = comparison.count(uncovered);
        for (std::size_t effect = 0; effect < kEffects; ++effect) {
            result_.byEffect[effect] = comparison.count(byEffect[effect]);
        }
        result_.accepted = coverage.used();
        const logic::GuaranteeChange guarantees = comparison.guaranteeChange();
        result_.guaranteesGained = told(guarantees.gained);
        result_.guaranteesLost = told(guarantees.lost);
        sortGroups();
        tellUnranked(comparison.shifts());
    }

    /// One for each consequence that protects.
    std::vector<ToldGuarantee> told(const std::vector<logic::Guarantee>& guarantees) const {
        std::vector<ToldGuarantee> result;
        for (const logic::Guarantee& each : guarantees) {
            const std::string& name = joint_.vocabulary[each.consequence].name;
            if (!joint_.vocabulary.protects(each.consequence)) {
                continue;
            }
            if (result.empty() || result.back().consequence != name) {
                result.push_back({guaranteeText(joint_.vocabulary, each.consequence, guarantees), name, {}});
            }
            if (each.fact) {
                result.back().facts.emplace_back(joint_.vocabulary.nameOf(*each.fact), each.answer);
            }
        }
        return result;
    }

    /// Shifts that are told as one group.
    struct Bundle {
        Rating rating;
        /// Of what is lost and gained, as firm as it was and is.
        std::vector<logic::Turn> turns;
        CaseTally cases;
        /// The most frequent first.
        std::vector<std::size_t> shifts;
        Comparison::Area uncovered{};
        /// Its shifts lose and gain the same.
        bool isUniform = true;
    };

    static std::vector<logic::Turn> turnsThatCount(const Shift& shift, const Rating& rating) {
        std::vector<logic::Turn> turns;
        std::copy_if(shift.turns.begin(), shift.turns.end(), std::back_inserter(turns), [&](const logic::Turn& turn) {
            return contains(rating.lost, turn.consequence) || contains(rating.gained, turn.consequence);
        });
        return turns;
    }

    void merge(Comparison& comparison, Bundle& into, const Bundle& other) const {
        into.isUniform = into.isUniform && other.isUniform && into.turns == other.turns;
        into.shifts.insert(into.shifts.end(), other.shifts.begin(), other.shifts.end());
        into.uncovered = comparison.either(into.uncovered, other.uncovered);
        into.cases = comparison.count(unitedArea(comparison, into.shifts));
    }

    static bool isMoreFrequent(const Bundle& a, const Bundle& b) {
        return a.cases.crisp != b.cases.crisp ? a.cases.crisp > b.cases.crisp : a.cases.inDoubt > b.cases.inDoubt;
    }

    /// What loses and gains the same is one; of an effect the rarest are one, and so is what occurs with
    /// doubt alone.
    std::vector<Bundle> bundled(Comparison& comparison, std::vector<Bundle> all) const {
        std::stable_sort(all.begin(), all.end(), isMoreFrequent);
        std::vector<Bundle> result;
        const auto isAlike = [](const Bundle& a, const Bundle& b) {
            return a.rating.effect == b.rating.effect && a.rating.weakens == b.rating.weakens &&
                   (a.cases.crisp == 0) == (b.cases.crisp == 0);
        };
        const auto add = [&](const Bundle& bundle, const auto& isSame) {
            const auto at = std::find_if(result.begin(), result.end(), [&](const Bundle& one) {
                return isAlike(one, bundle) && isSame(one);
            });
            if (at == result.end()) {
                result.push_back(bundle);
            } else {
                merge(comparison, *at, bundle);
            }
        };
        for (const Bundle& bundle : all) {
            add(bundle, [&](const Bundle& one) {
                return bundle.cases.crisp == 0 || one.turns == bundle.turns;
            });
        }
        std::stable_sort(result.begin(), result.end(), isMoreFrequent);
        all = std::move(result);
        result.clear();
        std::map<std::pair<Effect, bool>, std::size_t> told;
        for (const Bundle& bundle : all) {
            const bool isRare = ++told[{bundle.rating.effect, bundle.cases.crisp == 0}] > kMostGroups;
            add(bundle, [&](const Bundle& one) { return isRare && &one == lastLike(result, bundle, isAlike); });
        }
        return result;
    }

    template <class Alike>
    static const Bundle* lastLike(const std::vector<Bundle>& bundles, const Bundle& bundle, const Alike& isAlike) {
        const auto at = std::find_if(bundles.rbegin(), bundles.rend(),
                                     [&](const Bundle& one) { return isAlike(one, bundle); });
        return at == bundles.rend() ? nullptr : &*at;
    }

    static Comparison::Area unitedArea(Comparison& comparison, const std::vector<std::size_t>& shifts) {
        auto area = Comparison::Area{};
        for (const std::size_t shift : shifts) area = comparison.either(area, comparison.areaOf(shift));
        return area;
    }
    static Comparison::Area unitedArea(Comparison& comparison, const std::vector<std::size_t>& shifts,
                                       std::size_t pair) {
        auto area = Comparison::Area{};
        for (const std::size_t shift : shifts) area = comparison.either(area, comparison.areaOf(shift, pair));
        return area;
    }

    void addGroup(Comparison& comparison, const Bundle& bundle) {
        const Shift& shift = comparison.shifts()[bundle.shifts.front()];
        Group& group = result_.groups.emplace_back();
        group.effect = bundle.rating.effect;
        group.weakens = bundle.rating.weakens;
        group.uncovered = comparison.count(bundle.uncovered);
        group.summary = summaryOf(comparison, bundle);
        for (const std::size_t each : bundle.shifts) {
            if (bundle.shifts.size() > 1) {
                group.varieties.push_back({shiftText(joint_.vocabulary, comparison.shifts()[each]),
                                           comparison.count(comparison.areaOf(each))});
            }
        }
        const auto area = unitedArea(comparison, bundle.shifts);
        group.cases = comparison.count(area);
        auto certain = comparison.everything();
        for (std::size_t pair = 0; pair < pairs_.all.size(); ++pair) {
            certain = comparison.both(certain, unitedArea(comparison, bundle.shifts, pair));
        }
        group.certain = comparison.count(certain, true);
        group.conditions = conditionsOf(comparison.describe(area, false), group);
        group.inDoubt = conditionsOf(comparison.describe(area, true), group);
        const logic::ShiftExample example = comparison.smallest(bundle.shifts.front());
        group.premises = premisesOf(comparison, bundle.shifts, example.pair);
        tell(example, shift, group);
    }

    /// What all shifts of a bundle have in common; where that is not enough, that they differ.
    Localized summaryOf(const Comparison& comparison, const Bundle& bundle) const {
        const Shift& first = comparison.shifts()[bundle.shifts.front()];
        if (bundle.shifts.size() == 1) {
            return shiftText(joint_.vocabulary, first);
        }
        if (!bundle.isUniform || bundle.turns.empty()) {
            return diagnostics::phrase(diagnostics::Phrase::GroupVaries, shiftText(joint_.vocabulary, first));
        }
        Shift common;
        common.turns = bundle.turns;
        return shiftText(joint_.vocabulary, common);
    }

    std::vector<GroupCondition> conditionsOf(const logic::Boxes& boxes, Group& group) const {
        std::vector<GroupCondition> result;
        for (const logic::Box& box : boxes.all) {
            GroupCondition& condition = result.emplace_back();
            condition.text = conditionText(joint_.vocabulary, box);
            condition.cases = box.cases;
            condition.further = box.further;
            for (const auto& [fact, answers] : box.answers) {
                condition.facts.emplace_back(joint_.vocabulary.nameOf(fact), answers);
            }
        }
        group.isCut = group.isCut || boxes.isCut;
        return result;
    }

    /// What sets the pair apart from the nearest one without the shift.
    std::vector<Localized> premisesOf(Comparison& comparison, const std::vector<std::size_t>& shifts,
                                      std::size_t pair) const {
        const auto& [before, after] = pairs_.all[pair];
        std::vector<Localized> best;
        for (std::size_t other = 0; other < pairs_.all.size(); ++other) {
            if (unitedArea(comparison, shifts, other) != Comparison::Area{}) {
                continue;
            }
            const auto& [otherBefore, otherAfter] = pairs_.all[other];
            auto premises = baseline::premisesOf(before_.worlds.protocol, before_.worlds.worlds.all[before],
                                                 before_.worlds.worlds.all[otherBefore]);
            for (auto& each : baseline::premisesOf(after_.worlds.protocol, after_.worlds.worlds.all[after],
                                                   after_.worlds.worlds.all[otherAfter])) {
                if (!contains(premises, each)) premises.push_back(std::move(each));
            }
            if (!premises.empty() && (best.empty() || premises.size() < best.size())) {
                best = std::move(premises);
            }
        }
        return best;
    }

    logic::Walk walked(const CasesSide& side, const logic::ComparedSide& numbers, std::size_t world,
                       const logic::Example& example, std::vector<bool>& onTheWay) const {
        const model::Protocol& selected = side.selected[world];
        const logic::Walk walk = logic::walk(side.worlds.vocabulary, selected, Joint::on(numbers, example.given),
                                             example.assumed);
        for (const logic::PathStep& step : walk.path) {
            for (const model::ConditionStatement& each : selected.questions[step.question].yesWhen) {
                for (const model::FactId fact : model::factsOf(each.condition)) {
                    onTheWay[numbers.facts[fact.value].value] = true;
                }
            }
        }
        return walk;
    }

    void tell(const logic::ShiftExample& shown, const Shift& shift, Group& group) {
        const logic::Example& example = shown.example;
        const auto& [before, after] = pairs_.all[shown.pair];
        std::vector<bool> onTheWay(joint_.vocabulary.facts.size(), false);
        const logic::Walk was = walked(before_, joint_.before, before, example, onTheWay);
        const logic::Walk is = walked(after_, joint_.after, after, example, onTheWay);
        group.example.story = factsText(joint_.vocabulary, example, onTheWay);
        group.example.before = outcomeText(before_.worlds.vocabulary, was);
        group.example.after = outcomeText(after_.worlds.vocabulary, is);
        group.example.assumed = example.assumed;
        for (std::uint32_t index = 0; index < joint_.vocabulary.facts.size(); ++index) {
            group.example.facts.emplace_back(joint_.vocabulary.nameOf(model::FactId{index}),
                                             *example.given.values[index]);
        }
        for (const ConceptId id : was.outcome.must) {
            group.example.mustBefore.push_back(before_.worlds.vocabulary[id].name);
        }
        for (const ConceptId id : is.outcome.must) {
            group.example.mustAfter.push_back(after_.worlds.vocabulary[id].name);
        }
        result_.replayFailed = result_.replayFailed || (!was.tooManyDoubts && !is.tooManyDoubts &&
                                                        !isBorneOut(was.outcome, is.outcome, shift));
    }

    /// Whether two walks differ as the diagrams say.
    bool isBorneOut(const logic::Outcome& was, const logic::Outcome& is, const Shift& shift) const {
        auto old = standingsOf(was, joint_.before);
        auto renewed = standingsOf(is, joint_.after);
        std::vector<logic::Turn> turns;
        for (const auto& [id, standing] : renewed) old.try_emplace(id);
        for (const auto& [id, standing] : old) {
            if (standing != renewed[id]) turns.push_back({id, standing, renewed[id]});
        }
        auto wanted = shift.turns;
        const auto byNumber = [](const logic::Turn& a, const logic::Turn& b) { return a.consequence < b.consequence; };
        std::sort(turns.begin(), turns.end(), byNumber);
        std::sort(wanted.begin(), wanted.end(), byNumber);
        const auto asShown = [](bool mine, bool other) { return mine && !other; };
        return turns == wanted && shift.wasUndetermined == asShown(was.undetermined, is.undetermined) &&
               shift.isUndetermined == asShown(is.undetermined, was.undetermined) &&
               shift.wasDeferred == asShown(was.deferred, is.deferred) &&
               shift.isDeferred == asShown(is.deferred, was.deferred);
    }

    void sortGroups() {
        std::stable_sort(result_.groups.begin(), result_.groups.end(), [](const Group& a, const Group& b) {
            if (a.effect != b.effect) return a.effect < b.effect;
            if (a.cases.crisp != b.cases.crisp) return a.cases.crisp > b.cases.crisp;
            return a.cases.inDoubt > b.cases.inDoubt;
        });
    }

    void tellUnranked(const std::vector<Shift>& shifts) {
        std::vector<ConceptId> found;
        for (const Shift& shift : shifts) {
            for (const logic::Turn& turn : shift.turns) {
                if (!joint_.vocabulary.isRanked(turn.consequence) && !contains(found, turn.consequence)) {
                    found.push_back(turn.consequence);
                }
            }
        }
        std::sort(found.begin(), found.end());
        for (const ConceptId id : found) {
            result_.unranked.push_back(check::labelOf(joint_.vocabulary, id));
        }
    }

    const CasesSide& before_;
    const CasesSide& after_;
    const std::vector<const model::Acceptance*>& acceptances_;
    Joint joint_;
    WorldPairs pairs_;
    CasesDifference result_;
};

} // namespace

CasesDifference compareCases(const CasesSide& before, const CasesSide& after,
                             const std::vector<const model::Acceptance*>& acceptances) {
    return CaseComparer(before, after, acceptances).run();
}

} // namespace meldc::compare
