#include "baseline/field_test.h"

#include <algorithm>
#include <optional>

namespace meldc::baseline {

namespace {

using model::Field;
using model::FieldCondition;
using model::FieldConditionKind;
using model::FieldValue;
using model::FieldValueKind;
using model::Value;
using model::ValueKind;

FieldOutcome yes() { return {Tri::Yes}; }
FieldOutcome no(bool isBySilence) { return {Tri::No, OpenBecause::OpenTerm, isBySilence}; }
FieldOutcome open(OpenBecause why) { return {Tri::Open, why}; }

bool isOpenTerm(const Value& value) { return value.kind == ValueKind::OpenTerm; }
bool isUnknown(const Value& value) { return value.kind == ValueKind::Answer && value.answer == model::Answer::Doubt; }

class Tester {
public:
    /// `least`: how firmly a duty must be asked to be listed by the field of duties.
    Tester(const model::Vocabulary& vocabulary, const model::Protocol& world, const model::Row& row, FieldTrace& trace,
           model::Modality least)
        : vocabulary_(vocabulary), world_(world), row_(row), trace_(trace), least_(least) {}

    FieldOutcome test(const FieldCondition& condition) {
        switch (condition.kind) {
            case FieldConditionKind::Not: return negate(test(condition.operands.front()));
            case FieldConditionKind::And: return combine(condition, Tri::No);
            case FieldConditionKind::Or: return combine(condition, Tri::Yes);
            default: break;
        }
        auto outcome = testLeaf(condition);
        outcome.isBySlot = model::isSlotField(condition.field) && !outcome.isBySilence;
        // How firmly something is said does not make it be about what is asked.
        const bool isAbout = condition.kind != FieldConditionKind::ModalityAtLeast;
        if (outcome.value != Tri::No && isAbout) trace_.metSomething = true;
        return outcome;
    }

private:
    FieldOutcome testLeaf(const FieldCondition& condition) {
        switch (condition.kind) {
            case FieldConditionKind::Is: return testIs(condition);
            case FieldConditionKind::Only: return testOnly(condition);
            case FieldConditionKind::Present: return testPresent(condition.field);
            case FieldConditionKind::Absent: return negate(testPresent(condition.field));
            case FieldConditionKind::Differs: return testDiffers(condition);
            case FieldConditionKind::ModalityAtLeast: return testModality(condition.modality);
            default: return no(false);
        }
    }

    /// What rests on silence does so turned round as well; `written` turned round is a wrong thing
    /// written.
    static FieldOutcome negate(FieldOutcome outcome) {
        if (outcome.value == Tri::Open) return outcome;
        outcome.value = outcome.value == Tri::Yes ? Tri::No : Tri::Yes;
        return outcome;
    }

    /// And (`stops` = No) or Or (`stops` = Yes). Every operand is tested, for its evidence.
    FieldOutcome combine(const FieldCondition& condition, Tri stops) {
        const bool isAnd = stops == Tri::No;
        if (!isAnd) {
            if (const auto met = firstMet(condition)) return *met;
        }
        FieldOutcome result{isAnd ? Tri::Yes : Tri::No};
        // A conjunction fails by silence when all that fails in it does; a disjunction when writing
        // one more thing could meet it.
        bool isBySilence = isAnd;
        bool isMetBySilence = false;
        bool areFailuresBySlot = true;
        bool areAllBySlot = true;
        bool isBesideOpen = false;
        for (const FieldCondition& operand : condition.operands) {
            const auto one = test(operand);
            if (one.value == Tri::No) isBySilence = isAnd ? isBySilence && one.isBySilence : isBySilence || one.isBySilence;
            if (one.value == Tri::No) areFailuresBySlot = areFailuresBySlot && one.isBySlot;
            if (one.value == Tri::Yes) isMetBySilence = isMetBySilence || one.isBySilence;
            areAllBySlot = areAllBySlot && one.isBySlot;
            isBesideOpen = isBesideOpen || one.isBesideOpen || (isAnd && one.value == Tri::Open);
            const bool isStronger = isAnd ? one.value < result.value : one.value > result.value;
            if (isStronger) result = one;
        }
        // A conjunction that is met rests on silence when one of its sides does.
        result.isBySilence = result.value == Tri::No ? isBySilence : isMetBySilence;
        result.isBySlot = result.value == Tri::No ? areFailuresBySlot : areAllBySlot;
        result.isBesideOpen = result.value == Tri::No && isBesideOpen;
        return result;
    }

    /// The first side of a disjunction that is met, with what bears it and nothing else. One that is
    /// met by what is written comes before one that is met by silence.
    std::optional<FieldOutcome> firstMet(const FieldCondition& condition) {
        std::optional<FieldOutcome> met;
        FieldTrace bearing;
        for (const FieldCondition& operand : condition.operands) {
            FieldTrace trace;
            const auto one = Tester(vocabulary_, world_, row_, trace, least_).test(operand);
            if (one.value != Tri::Yes || (met && one.isBySilence)) continue;
            met = one;
            bearing = std::move(trace);
            if (!one.isBySilence) break;
        }
        trace_.statements.insert(trace_.statements.end(), bearing.statements.begin(), bearing.statements.end());
        trace_.metSomething = trace_.metSomething || bearing.metSomething;
        return met;
    }

    std::vector<Value> values(Field field) const {
        auto all = model::valuesOf(vocabulary_, world_, row_, field);
        if (field == Field::Duty) std::erase_if(all, [&](const Value& each) { return each.modality < least_; });
        return all;
    }

    FieldOutcome bear(const Value& value, FieldOutcome outcome) {
        if (value.origin != nullptr) trace_.statements.push_back(value.origin);
        if (isOpenTerm(value) && outcome.value == Tri::Open) trace_.words.push_back(value.text);
        // What is so because nothing else is said (`gesloten is nee`).
        if (outcome.value == Tri::Yes && value.isByAbsence) outcome.isBySilence = true;
        return outcome;
    }

    static OpenBecause whyOpen(const Value& value) {
        return value.isPlaceholder ? OpenBecause::Placeholder : OpenBecause::OpenTerm;
    }

    bool isWanted(const Value& value, const FieldValue& wanted) const {
        return model::matches(vocabulary_, world_, value, wanted);
    }

    FieldOutcome testIs(const FieldCondition& condition) {
        const FieldValue& wanted = condition.values.front();
        const auto all = values(condition.field);
        std::vector<const Value*> alternatives;
        std::size_t fitting = 0;
        for (const Value& value : all) {
            if (value.isAlternative) {
                alternatives.push_back(&value);
                fitting += isWanted(value, wanted) ? 1U : 0U;
            } else if (isWanted(value, wanted)) {
                return bear(value, yes());
            }
        }
        if (fitting > 0) {
            const bool isAll = fitting == alternatives.size() && row_.kind != model::TableKind::Role;
            return bear(*alternatives.front(), isAll ? yes() : open(whyOpen(*alternatives.front())));
        }
        if (wanted.kind != FieldValueKind::Open) {
            for (const Value& value : all) {
                if (isOpenTerm(value)) return bear(value, open(whyOpen(value)));
            }
        }
        if (wanted.kind != FieldValueKind::Unknown) {
            for (const Value& value : all) {
                if (isUnknown(value)) return bear(value, open(OpenBecause::OutsideText));
            }
        }
        bool isBySilence = model::isListField(condition.field) || wanted.kind == FieldValueKind::Open;
        for (const Value& value : all) {
            isBySilence = isBySilence || value.isByAbsence;
            if (!model::isListField(condition.field)) bear(value, no(false));
        }
        return no(isBySilence || all.empty());
    }

    FieldOutcome testOnly(const FieldCondition& condition) {
        FieldOutcome result = yes();
        for (const Value& value : values(condition.field)) {
            const bool isListed = std::any_of(condition.values.begin(), condition.values.end(),
                                              [&](const FieldValue& each) { return isWanted(value, each); });
            if (isListed) {
                bear(value, yes());
            } else if (isOpenTerm(value)) {
                if (result.value == Tri::Yes) result = open(whyOpen(value));
                bear(value, result);
            } else {
                result = bear(value, no(false));
            }
        }
        return result;
    }

    /// A yes-or-no field alone asks for yes.
    static bool isPresent(const Value& value) {
        if (value.kind != ValueKind::Answer) return true;
        return !value.isByAbsence && value.answer != model::Answer::No;
    }

    FieldOutcome testPresent(Field field) {
        const auto all = values(field);
        for (const Value& value : all) {
            // Words are a condition too: what they say is open, that there is one is not.
            const bool counts = !isOpenTerm(value) || field == Field::Condition;
            const bool isStatedAnswer = field == Field::Authorised && !value.isByAbsence && !isUnknown(value);
            const bool isCertain = counts && !isUnknown(value) && !value.isUndecided && isPresent(value);
            if (isStatedAnswer || isCertain) return bear(value, yes());
        }
        for (const Value& value : all) {
            if (value.isUndecided) return bear(value, open(OpenBecause::OpenTerm));
        }
        for (const Value& value : all) {
            if (isOpenTerm(value)) return bear(value, open(whyOpen(value)));
        }
        return no(true);
    }

    static bool isSame(const Value& a, const Value& b) {
        return a.kind == b.kind && a.index == b.index && a.text == b.text && a.number == b.number;
    }

    FieldOutcome testDiffers(const FieldCondition& condition) {
        const auto mine = values(condition.field);
        const auto theirs = values(condition.other);
        const auto openOne = std::find_if(theirs.begin(), theirs.end(), isOpenTerm);
        FieldOutcome result = no(true);
        for (const Value& value : mine) {
            const bool isTheirs = std::any_of(theirs.begin(), theirs.end(),
                                              [&](const Value& other) { return isSame(value, other); });
            if (isTheirs) continue;
            if (isOpenTerm(value)) {
                result = bear(value, open(whyOpen(value)));
            } else if (openOne != theirs.end()) {
                result = bear(*openOne, open(whyOpen(*openOne)));
            } else {
                return bear(value, yes());
            }
        }
        return result;
    }

    FieldOutcome testModality(model::Modality least) {
        const auto all = values(Field::Modality);
        for (const Value& value : all) {
            if (value.modality >= least) return bear(value, yes());
        }
        for (const Value& value : all) bear(value, no(false));
        return no(all.empty());
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const model::Row& row_;
    FieldTrace& trace_;
    model::Modality least_;
};

/// The firmness that a condition asks for; what must be done when it does not say.
model::Modality leastModality(const FieldCondition& condition) {
    if (condition.kind == FieldConditionKind::ModalityAtLeast) return condition.modality;
    auto least = model::Modality::Must;
    for (const FieldCondition& operand : condition.operands) least = std::min(least, leastModality(operand));
    return least;
}

}  // namespace

FieldOutcome testFields(const model::Vocabulary& vocabulary, const model::Protocol& world, const model::Row& row,
                        const model::FieldCondition& condition, FieldTrace& trace) {
    return Tester(vocabulary, world, row, trace, leastModality(condition)).test(condition);
}

bool asksAbout(const model::FieldCondition& condition, model::Field field) {
    if (condition.operands.empty()) {
        return condition.field == field ||
               (condition.kind == FieldConditionKind::Differs && condition.other == field);
    }
    return std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const FieldCondition& operand) { return asksAbout(operand, field); });
}

}  // namespace meldc::baseline
