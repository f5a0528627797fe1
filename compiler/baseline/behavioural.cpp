#include "baseline/behavioural.h"

#include <algorithm>

namespace meldc::baseline {

using syntax::RequirementKind;

namespace {

/// Whether the condition asks that something is in doubt. What it asks not to be in doubt is met by
/// every case without doubt.
bool asksForDoubt(const model::Condition& condition, bool isNegated = false) {
    using model::ConditionKind;
    if (condition.kind == ConditionKind::AnyDoubt || condition.kind == ConditionKind::DoubtAbout) return !isNegated;
    const bool isBelow = isNegated != (condition.kind == ConditionKind::Not);
    return std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const model::Condition& operand) { return asksForDoubt(operand, isBelow); });
}

/// Whether the condition names cases with doubt beside others: `misschien`, where it is not denied.
bool allowsDoubt(const model::Condition& condition, bool isNegated = false) {
    if (condition.kind == model::ConditionKind::Perhaps) return !isNegated;
    const bool isBelow = isNegated != (condition.kind == model::ConditionKind::Not);
    return std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const model::Condition& operand) { return allowsDoubt(operand, isBelow); });
}

/// Whether a further consequence could make the goal true; `isTurned`: could make it false.
bool asksForConsequence(const model::Goal& goal, bool isTurned) {
    switch (goal.kind) {
        case syntax::GoalKind::Must:
        case syntax::GoalKind::May: return !isTurned;
        case syntax::GoalKind::Not: return asksForConsequence(goal.operands.front(), !isTurned);
        case syntax::GoalKind::And:
        case syntax::GoalKind::Or: break;
    }
    return std::any_of(goal.operands.begin(), goal.operands.end(),
                       [&](const model::Goal& operand) { return asksForConsequence(operand, isTurned); });
}

/// Whether a failure of the requirement may rest on a consequence that is absent.
bool failsBySilence(const model::Requirement& requirement) {
    switch (requirement.kind) {
        case RequirementKind::Always: return asksForConsequence(requirement.goal, false);
        case RequirementKind::Never: return asksForConsequence(requirement.goal, true);
        default: return true;
    }
}

}  // namespace

WorldVerdict judgeBehavioural(const model::Vocabulary& vocabulary, const logic::Decision& decision,
                              const model::Requirement& requirement, bool isWholeText) {
    WorldVerdict verdict;
    const bool countsDoubt = requirement.alsoInDoubt || requirement.kind == RequirementKind::Monotone;
    if (!countsDoubt && requirement.when && asksForDoubt(*requirement.when)) {
        // The cases that it names were not looked at: nothing is proved of them.
        leaveOpen(verdict, OpenBecause::DoubtNotCounted);
        return verdict;
    }
    verdict.proof = logic::prove(vocabulary, decision, requirement);
    const bool isProved = verdict.proof->result == logic::ProofResult::Holds ||
                          verdict.proof->result == logic::ProofResult::Vacuous;
    const bool isOfAll = requirement.kind != RequirementKind::Possible;
    if (isProved && isOfAll && !countsDoubt && requirement.when && allowsDoubt(*requirement.when)) {
        // Perhaps is yes or doubt: of doubt nothing was proved. A case that breaks it does, with or without.
        leaveOpen(verdict, OpenBecause::DoubtNotCounted);
        return verdict;
    }
    switch (verdict.proof->result) {
        case logic::ProofResult::Holds: break;
        case logic::ProofResult::Vacuous: verdict.vacuous = true; break;
        case logic::ProofResult::Fails:
            verdict.status = Status::Violated;
            if (!isWholeText && failsBySilence(requirement)) leaveOpen(verdict, OpenBecause::NotEncoded);
            break;
        case logic::ProofResult::DependsOnOpenTerm:
            leaveOpen(verdict, OpenBecause::OpenTerm);
            for (const logic::Assumed& each : verdict.proof->assumed) verdict.words.push_back(each.words);
            break;
        case logic::ProofResult::NoDecision: leaveOpen(verdict, OpenBecause::NoDecision); break;
        case logic::ProofResult::TooLarge:
            leaveOpen(verdict, OpenBecause::Human);
            verdict.isTooLarge = true;
            break;
    }
    return verdict;
}

Counterexample walkThrough(const Told& told, const model::World& world, const logic::Case& given,
                           const std::vector<logic::Assumed>& assumed) {
    Counterexample example;
    example.facts = given;
    example.assumed = assumed;
    example.world = world;
    example.walk = logic::walk(told.vocabulary, told.world, given, assumed);
    example.story = tell(told, example);
    return example;
}

std::optional<Counterexample> caseOf(const Told& told, const model::World& world, const logic::Proof& proof) {
    if (!proof.counterexample || proof.replayFailed) return std::nullopt;
    Counterexample example;
    example.facts = *proof.counterexample;
    example.lesser = proof.lesser;
    example.assumed = proof.assumed;
    example.world = world;
    example.walk = logic::walk(told.vocabulary, told.world, example.facts, example.assumed);
    example.story = tell(told, example);
    return example;
}

namespace {

void addConsequences(const model::Goal& goal, std::vector<model::ConceptId>& consequences) {
    if (goal.kind == syntax::GoalKind::Must || goal.kind == syntax::GoalKind::May) {
        consequences.push_back(goal.consequence);
    }
    for (const model::Goal& operand : goal.operands) addConsequences(operand, consequences);
}

}  // namespace

std::vector<Evidence> sourcesOfGoal(const model::Protocol& world, const model::Requirement& requirement) {
    std::vector<model::ConceptId> wanted;
    addConsequences(requirement.goal, wanted);
    if (requirement.kind == RequirementKind::After) addConsequences(requirement.then, wanted);
    const auto isWanted = [&](model::ConceptId id) {
        return std::find(wanted.begin(), wanted.end(), id) != wanted.end();
    };
    std::vector<Evidence> evidence;
    for (const model::Question& question : world.questions) {
        for (const model::Edge& edge : question.edges) {
            const bool gives = std::any_of(edge.effects.begin(), edge.effects.end(), [&](const model::Effect& each) {
                return isWanted(each.consequence);
            });
            if (gives) addEvidence(evidence, &edge.origin);
        }
    }
    for (const model::Task& task : world.tasks) {
        // An unconditional duty of a step adds no consequence to a case.
        const bool isConditional = task.condition.has_value() || task.home.kind == model::HomeKind::Route;
        if (isConditional && std::any_of(task.consequences.begin(), task.consequences.end(), isWanted)) {
            addEvidence(evidence, &task.origin);
        }
    }
    return evidence;
}

std::vector<Evidence> evidenceOf(const model::Protocol& world, const logic::Walk& walk) {
    std::vector<Evidence> evidence;
    for (const logic::PathStep& step : walk.path) {
        const model::Question& question = world.questions[step.question];
        addEvidence(evidence, step.edge < 0 ? &question.origin
                                            : &question.edges[static_cast<std::size_t>(step.edge)].origin);
    }
    for (const std::uint32_t route : walk.routes) addEvidence(evidence, &world.routes[route].origin);
    for (const std::uint32_t task : walk.tasks) addEvidence(evidence, &world.tasks[task].origin);
    return evidence;
}

}  // namespace meldc::baseline
