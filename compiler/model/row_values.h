#pragma once

#include <vector>

#include "model/table.h"
#include "model/value_list.h"

namespace meldc::model {

/// Collects the values of one field of one row: one member for each kind of row.
class RowValues : private ValueList {
public:
    /// All must outlive it; `world` also the values.
    RowValues(const Vocabulary& vocabulary, const Protocol& world, const Row& row, Field field)
        : ValueList(vocabulary, world), row_(row), field_(field) {}

    /// In the order of the protocol. To be called once: it hands over what it gathered.
    std::vector<Value> collect();

private:
    /// What is to be done, and how firmly; what must not be done is no duty.
    template <class Wanted>
    void actionsOf(const Wanted& wanted) {
        for (const Task& task : world_.tasks) {
            if (task.modality == model::Modality::MayNot || !wanted(task)) continue;
            if (field_ == Field::Modality) {
                modality(task.modality, task.origin);
            } else if (task.action.isValid()) {
                concept_(task.action, task.origin);
                values_.back().modality = task.modality;
            }
        }
    }
    void actionsIn(HomeKind home) {
        actionsOf([&](const Task& task) { return task.home.kind == home && task.home.index == row_.index; });
    }

    /// Who answers for a decision: said at the decision, else at the step in which it stands.
    const std::vector<ActorStatement>& ownersOf(const model::Decision& given) const {
        const bool useStep = given.owners.empty() && given.step.isValid();
        return useStep ? world_.steps[given.step.value].owners : given.owners;
    }

    // ---- values_of_unit.cpp: what the unit is, and whom and what it names

    void meldcode();
    /// What an organisation is, is a fact outside the text: not said means not known.
    void unknownIfSilent(const std::vector<NamesStatement>& statements);
    void role();
    void describedRole();
    void decides(const std::vector<ActorStatement>& statements, const std::vector<ConceptId>& about);
    void contact(const Contact& given);
    void framework(const FrameworkUse& given);
    void age(const AgeBand& given);
    void reference(const LawReference& given);

    // ---- values_of_duties.cpp: what is to be done

    void step(const model::Step& given);
    void duty(const Task& task);
    void consultation();
    void exception(const model::Exception& given);
    void topic(const model::Topic& given);

    // ---- values_of_decision.cpp: how a case is decided

    void question(const model::Question& given);
    void meldnorm(const model::Meldnorm& given);
    void route(const model::Route& given);
    void decision(const model::Decision& given);

    const Row& row_;
    Field field_;
};

}  // namespace meldc::model
