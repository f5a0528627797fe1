#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "logic/decision.h"
#include "model/norm.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

/// Short ways to build models for the tests of logic/.
namespace meldc::logic::testing {

using model::Answer;
using model::ConceptId;
using model::Condition;
using model::ConditionKind;
using model::FactId;
using model::Goal;
using model::GoalKind;
using model::Modality;
using model::Nature;
using model::Requirement;
using model::RequirementKind;
using model::TargetKind;

FactId addFact(model::Vocabulary& vocabulary, const std::string& name,
               Nature nature = Nature::Danger, bool changeable = false);
ConceptId addConsequence(model::Vocabulary& vocabulary, const std::string& name);
void addImplication(model::Vocabulary& vocabulary, FactId from, FactId to, bool notFrom = false,
                    bool notTo = false);
/// The contract's seven facts and six consequences.
model::Vocabulary contractVocabulary();

Condition fact(FactId id);
Condition operation(ConditionKind kind, std::vector<Condition> operands);
inline Condition no(Condition a) {
    return operation(ConditionKind::Not, {std::move(a)});
}
inline Condition doubtAbout(Condition a) {
    return operation(ConditionKind::DoubtAbout, {std::move(a)});
}
inline Condition perhaps(Condition a) {
    return operation(ConditionKind::Perhaps, {std::move(a)});
}
inline Condition all(std::vector<Condition> a) {
    return operation(ConditionKind::And, std::move(a));
}
inline Condition any(std::vector<Condition> a) {
    return operation(ConditionKind::Or, std::move(a));
}
inline Condition anyDoubt() {
    return operation(ConditionKind::AnyDoubt, {});
}
Condition open(const std::string& words);
Condition choice(const std::string& words);

model::Question question(const std::string& id, Condition yesWhen,
                         model::StepId step = model::StepId{});
/// An edge to the end, or to a question.
model::Edge edge(Answer answer, std::vector<ConceptId> must, const std::string& next = "");
model::Edge edgeTo(Answer answer, TargetKind target, std::vector<ConceptId> must = {});
model::Step step(const std::string& id);
model::Route route(const std::string& id, Condition condition,
                   model::StepId step = model::StepId{});
model::Task task(model::Home home, Modality modality, std::vector<ConceptId> consequences);

Goal must(ConceptId consequence);
Goal may(ConceptId consequence);
Goal combine(GoalKind kind, std::vector<Goal> operands);
Requirement requirement(RequirementKind kind, Goal goal);
Requirement requirement(RequirementKind kind, Goal goal, Condition when);

/// A complete case from the answers' numbers (0 no, 1 doubt, 2 yes).
Case caseOf(const std::vector<int>& answers);

} // namespace meldc::logic::testing
