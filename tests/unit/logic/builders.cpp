#include "builders.h"

namespace meldc::logic::testing {

FactId addFact(model::Vocabulary& vocabulary, const std::string& name, Nature nature,
               bool changeable) {
    const FactId id{static_cast<std::uint32_t>(vocabulary.facts.size())};
    model::Concept concept_;
    concept_.name = name;
    concept_.kind = model::ConceptKind::Fact;
    concept_.fact = id;
    const ConceptId conceptId{static_cast<std::uint32_t>(vocabulary.concepts.size())};
    vocabulary.concepts.push_back(concept_);
    vocabulary.conceptByName[name] = conceptId;
    model::Fact entry;
    entry.concept_ = conceptId;
    entry.nature = nature;
    entry.changeable = changeable;
    vocabulary.facts.push_back(entry);
    return id;
}

ConceptId addConsequence(model::Vocabulary& vocabulary, const std::string& name) {
    model::Concept concept_;
    concept_.name = name;
    concept_.kind = model::ConceptKind::Consequence;
    const ConceptId id{static_cast<std::uint32_t>(vocabulary.concepts.size())};
    vocabulary.concepts.push_back(concept_);
    vocabulary.conceptByName[name] = id;
    return id;
}

void addImplication(model::Vocabulary& vocabulary, FactId from, FactId to, bool notFrom,
                    bool notTo) {
    vocabulary.implications.push_back({{from, notFrom}, {to, notTo}, {}});
}

model::Vocabulary contractVocabulary() {
    model::Vocabulary vocabulary;
    const auto suspicion = addFact(vocabulary, "vermoeden");
    for (const auto* name : {"acute_onveiligheid", "structurele_onveiligheid", "disclosure"}) {
        addImplication(vocabulary, addFact(vocabulary, name), suspicion);
    }
    addFact(vocabulary, "hulp_mogelijk", Nature::Support);
    addFact(vocabulary, "hulp_aanvaard", Nature::Support, true);
    addFact(vocabulary, "hulp_effectief", Nature::Support, true);
    for (const auto* name :
         {"melden", "hulp", "afsluiten", "vastleggen", "volgen", "advies_veilig_thuis"}) {
        addConsequence(vocabulary, name);
    }
    return vocabulary;
}

Condition fact(FactId id) {
    Condition result;
    result.kind = ConditionKind::Fact;
    result.fact = id;
    return result;
}

Condition operation(ConditionKind kind, std::vector<Condition> operands) {
    Condition result;
    result.kind = kind;
    result.operands = std::move(operands);
    return result;
}

Condition open(const std::string& words) {
    auto result = operation(ConditionKind::OpenTerm, {});
    result.words = words;
    return result;
}

Condition choice(const std::string& words) {
    auto result = operation(ConditionKind::Choice, {});
    result.words = words;
    return result;
}

model::Question question(const std::string& id, Condition yesWhen, model::StepId step) {
    model::Question result;
    result.id = id;
    result.label = "question " + id;
    result.step = step;
    result.yesWhen.push_back({std::move(yesWhen), {}});
    return result;
}

model::Edge edge(Answer answer, std::vector<ConceptId> must, const std::string& next) {
    auto result =
        edgeTo(answer, next.empty() ? TargetKind::End : TargetKind::Question, std::move(must));
    result.question = next;
    return result;
}

model::Edge edgeTo(Answer answer, TargetKind target, std::vector<ConceptId> must) {
    model::Edge result;
    result.answer = answer;
    result.target = target;
    for (const auto consequence : must) {
        result.effects.push_back({consequence, Modality::Must});
    }
    return result;
}

model::Step step(const std::string& id) {
    model::Step result;
    result.id = id;
    return result;
}

model::Route route(const std::string& id, Condition condition, model::StepId step) {
    model::Route result;
    result.id = id;
    result.condition = std::move(condition);
    result.step = step;
    return result;
}

model::Task task(model::Home home, Modality modality, std::vector<ConceptId> consequences) {
    model::Task result;
    result.home = home;
    result.modality = modality;
    result.consequences = std::move(consequences);
    return result;
}

Goal must(ConceptId consequence) {
    return {GoalKind::Must, consequence, {}};
}

Goal may(ConceptId consequence) {
    return {GoalKind::May, consequence, {}};
}

Goal combine(GoalKind kind, std::vector<Goal> operands) {
    return {kind, {}, std::move(operands)};
}

Requirement requirement(RequirementKind kind, Goal goal) {
    Requirement result;
    result.kind = kind;
    result.goal = std::move(goal);
    return result;
}

Requirement requirement(RequirementKind kind, Goal goal, Condition when) {
    auto result = requirement(kind, std::move(goal));
    result.when = std::move(when);
    return result;
}

Case caseOf(const std::vector<int>& answers) {
    Case result;
    for (const auto answer : answers) {
        result.values.emplace_back(static_cast<Answer>(answer));
    }
    return result;
}

} // namespace meldc::logic::testing
