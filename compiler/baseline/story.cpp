#include "baseline/story.h"

#include <algorithm>

#include "check/naming.h"
#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using model::Answer;
using model::FactId;
using syntax::GoalKind;
using syntax::RequirementKind;

class Teller {
public:
    Teller(const Told& told, const Counterexample& example) : told_(told), example_(example) {}

    Localized run() {
        tellFacts();
        tellPremises();
        tellOutcome();
        tellRequirement();
        return diagnostics::joined(sentences_, " ");
    }

private:
    void say(const Localized& text) {
        if (!text.isEmpty()) sentences_.push_back(diagnostics::sentence(text));
    }

    /// Facts on the way: those that the visited questions and the requirement read.
    std::vector<bool> factsOnTheWay() const {
        std::vector<bool> isOnTheWay(told_.vocabulary.facts.size(), false);
        const auto mark = [&](const model::Condition& condition) {
            for (const FactId fact : model::factsOf(condition)) isOnTheWay[fact.value] = true;
        };
        for (const logic::PathStep& step : example_.walk.path) {
            for (const model::ConditionStatement& each : told_.world.questions[step.question].yesWhen) {
                mark(each.condition);
            }
        }
        if (told_.requirement != nullptr && told_.requirement->when) mark(*told_.requirement->when);
        return isOnTheWay;
    }

    void tellFacts() {
        const auto isOnTheWay = factsOnTheWay();
        std::vector<Localized> striking;
        std::vector<Localized> usual;
        std::vector<Localized> later;
        for (std::uint32_t index = 0; index < told_.vocabulary.facts.size(); ++index) {
            const model::Fact& fact = told_.vocabulary.facts[index];
            const logic::Value value = example_.facts.values[index];
            if (!value) continue;
            const bool isStriking = *value != fact.quiet();
            if (!isStriking && !isOnTheWay[index]) continue;
            auto& list = fact.knownLater ? later : isStriking ? striking : usual;
            list.push_back(clauseOf(told_.vocabulary, FactId{index}, *value));
        }
        if (striking.empty() && usual.empty() && later.empty()) say(phrase(Phrase::StoryQuiet));
        say(listed(striking));
        say(listed(usual));
        if (!later.empty()) say(phrase(Phrase::StoryLater, listed(later)));
    }

    void tellPremises() {
        std::vector<Localized> premises(told_.premises.begin(), told_.premises.end());
        for (const logic::Assumed& each : example_.assumed) {
            const Phrase id = each.isChoice ? (each.value ? Phrase::StoryChoiceYes : Phrase::StoryChoiceNo)
                                            : (each.value ? Phrase::StoryTermYes : Phrase::StoryTermNo);
            premises.push_back(phrase(id, each.words));
        }
        if (!premises.empty()) say(phrase(Phrase::StoryPremise, listed(premises)));
    }

    std::vector<Localized> labelsOf(const std::vector<model::ConceptId>& consequences) const {
        std::vector<Localized> labels;
        for (const model::ConceptId id : consequences) labels.push_back(told_.vocabulary[id].label);
        return labels;
    }

    void tellOutcome() {
        const logic::Outcome& outcome = example_.walk.outcome;
        if (!outcome.must.empty()) say(phrase(Phrase::StoryMust, listed(labelsOf(outcome.must))));
        if (!outcome.may.empty()) say(phrase(Phrase::StoryMay, listed(labelsOf(outcome.may))));
        if (!outcome.mayNot.empty()) say(phrase(Phrase::StoryMayNot, listed(labelsOf(outcome.mayNot))));
        if (outcome.deferred) say(phrase(Phrase::StoryWaits));
        if (example_.walk.loops) {
            say(phrase(Phrase::StoryLoops));
        } else if (outcome.undetermined) {
            tellHole();
        }
        const bool isSilent = outcome.must.empty() && outcome.may.empty() && outcome.mayNot.empty();
        if (isSilent && !outcome.deferred && !outcome.undetermined) say(phrase(Phrase::StoryNothing));
    }

    void tellHole() {
        if (example_.walk.path.empty()) return;
        const logic::PathStep& last = example_.walk.path.back();
        const model::Question& question = told_.world.questions[last.question];
        if (last.edge < 0) {
            say(phrase(Phrase::StoryHole, question.id, check::answerName(last.answer)));
            return;
        }
        const model::Edge& edge = question.edges[static_cast<std::size_t>(last.edge)];
        if (edge.openTerm.empty()) {
            say(phrase(Phrase::StoryHole, question.id, check::answerName(last.answer)));
        } else {
            say(phrase(Phrase::StoryOpenEdge, question.id, check::answerName(last.answer), edge.openTerm));
        }
    }

    /// The parts of the goal that the outcome lacks, in words: those that it allows without demanding
    /// them, or the others.
    Localized lacking(const model::Goal& goal, bool isAllowed) const {
        if (goal.kind == GoalKind::Not || logic::satisfies(example_.walk.outcome, goal, false)) return {};
        if (goal.kind == GoalKind::Must || goal.kind == GoalKind::May) {
            const bool counts = logic::satisfies(example_.walk.outcome, goal, true) == isAllowed;
            return counts ? told_.vocabulary[goal.consequence].label : Localized();
        }
        std::vector<Localized> parts;
        for (const model::Goal& operand : goal.operands) {
            const auto part = lacking(operand, isAllowed);
            if (!part.isEmpty()) parts.push_back(part);
        }
        return listed(parts, goal.kind == GoalKind::Or);
    }

    void tellRequirement() {
        if (told_.requirement == nullptr || told_.isRival) return;
        const model::Requirement& requirement = *told_.requirement;
        switch (requirement.kind) {
            case RequirementKind::Always: sayMissing(requirement.goal); break;
            case RequirementKind::Monotone:
                sayMissing(requirement.goal);
                tellLesser(requirement);
                break;
            case RequirementKind::After: {
                const Phrase id = told_.noReassessment ? Phrase::StoryNoReassessment : Phrase::StoryAfterwards;
                say(phrase(id, goalInWords(requirement.then)));
                break;
            }
            default: break;
        }
    }

    void sayMissing(const model::Goal& goal) {
        const auto missing = lacking(goal, false);
        if (!missing.isEmpty()) say(phrase(Phrase::StoryMissing, missing));
        const auto optional = lacking(goal, true);
        if (!optional.isEmpty()) say(phrase(Phrase::StoryOptional, optional));
    }

    void tellLesser(const model::Requirement& requirement) {
        if (!example_.lesser) return;
        std::vector<Localized> clauses;
        for (std::uint32_t index = 0; index < example_.facts.values.size(); ++index) {
            const logic::Value value = example_.lesser->values[index];
            if (value && value != example_.facts.values[index]) {
                clauses.push_back(clauseOf(told_.vocabulary, FactId{index}, *value));
            }
        }
        say(phrase(Phrase::StoryLesser, listed(clauses), goalInWords(requirement.goal)));
    }

public:
    Localized goalInWords(const model::Goal& goal) const {
        if (goal.kind == GoalKind::Must || goal.kind == GoalKind::May) return told_.vocabulary[goal.consequence].label;
        if (goal.kind == GoalKind::Not) return {};
        std::vector<Localized> parts;
        for (const model::Goal& operand : goal.operands) {
            const auto part = goalInWords(operand);
            if (!part.isEmpty()) parts.push_back(part);
        }
        return listed(parts, goal.kind == GoalKind::Or);
    }

private:
    const Told& told_;
    const Counterexample& example_;
    std::vector<Localized> sentences_;
};

}  // namespace

Localized tell(const Told& told, const Counterexample& example) { return Teller(told, example).run(); }

Localized tellRival(const Told& told, const Counterexample& rival) {
    const Localized premise = listed(told.premises);
    if (premise.isEmpty()) return {};
    if (told.requirement != nullptr) {
        const Localized goal = Teller(told, rival).goalInWords(told.requirement->goal);
        if (told.requirement->kind == RequirementKind::Always && !goal.isEmpty()) {
            return diagnostics::sentence(phrase(Phrase::StoryRivalHas, premise, goal));
        }
        if (told.requirement->kind == RequirementKind::Never && !goal.isEmpty()) {
            return diagnostics::sentence(phrase(Phrase::StoryRivalHasNot, premise, goal));
        }
    }
    return diagnostics::sentence(phrase(Phrase::StoryRival, premise));
}

Localized clauseOf(const model::Vocabulary& vocabulary, model::FactId fact, model::Answer answer) {
    const Localized& clause = vocabulary[fact].phrase(answer);
    if (!clause.isEmpty()) return clause;
    return phrase(Phrase::StoryFact, vocabulary[vocabulary[fact].concept_].label, check::answerName(answer));
}

Localized listed(std::span<const Localized> items, bool isOr) {
    if (items.empty()) return {};
    if (items.size() == 1) return items.front();
    const Localized head = diagnostics::joined(items.first(items.size() - 1), ", ");
    return phrase(isOr ? Phrase::StoryOr : Phrase::StoryAnd, head, items.back());
}

}  // namespace meldc::baseline
