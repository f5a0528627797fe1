#include <algorithm>

#include "model/table.h"
#include "model/value_list.h"

namespace meldc::model {

namespace {

/// Collects the values of one field of one row.
class Collector : private ValueList {
public:
    Collector(const Vocabulary& vocabulary, const Protocol& world, const Row& row, Field field)
        : ValueList(vocabulary, world), row_(row), field_(field) {}

    std::vector<Value> collect() {
        switch (row_.kind) {
            case TableKind::Meldcode: meldcode(); break;
            case TableKind::Role: row_.described == nullptr ? role() : describedRole(); break;
            case TableKind::Step: step(world_.steps[row_.index]); break;
            case TableKind::Duty: duty(world_.tasks[row_.index]); break;
            case TableKind::Consultation: consultation(); break;
            case TableKind::Question: question(world_.questions[row_.index]); break;
            case TableKind::Meldnorm: meldnorm(world_.meldnormen[row_.index]); break;
            case TableKind::Route: route(world_.routes[row_.index]); break;
            case TableKind::Decision: decision(world_.decisions[row_.index]); break;
            case TableKind::Exception: exception(world_.exceptions[row_.index]); break;
            case TableKind::Topic: topic(world_.topics[row_.index]); break;
            case TableKind::Contact: contact(world_.contacts[row_.index]); break;
            case TableKind::Framework: framework(world_.frameworks[row_.index]); break;
            case TableKind::System: named(world_.systems[row_.index]); break;
            case TableKind::Age: age(world_.ageBands[row_.index]); break;
            case TableKind::Reference: reference(world_.references[row_.index]); break;
            case TableKind::Blank: text(world_.blanks[row_.index].text, world_.blanks[row_.index].origin); break;
            case TableKind::Point: {
                const model::Point& point = world_.topics[row_.index].points[row_.part];
                concept_(point.point, point.origin);
                text(point.label, point.origin);
                break;
            }
        }
        return take();
    }

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

    // ---- one member for each kind

    void meldcode() {
        switch (field_) {
            case Field::Kind: add(ValueKind::UnitKind, nullptr).unitKind = world_.kind; break;
            case Field::Sector: unknownIfSilent(world_.sectors); break;
            case Field::Works: unknownIfSilent(world_.worksWith); break;
            case Field::Consent:
                for (const DatedStatement& each : world_.consent) add(ValueKind::Something, &each.origin);
                break;
            case Field::Topic:
                for (const model::Topic& each : world_.topics) {
                    if (!each.inapplicable) concept_(each.topic, each.origin);
                }
                break;
            case Field::Adopted:
                for (const DatedStatement& each : world_.adopted) add(ValueKind::Something, &each.origin);
                break;
            case Field::Authority:
                for (const TextStatement& each : world_.authority) text(each.text, each.origin);
                break;
            case Field::Valid:
                for (const PeriodStatement& each : world_.valid) add(ValueKind::Something, &each.origin);
                break;
            case Field::Authorised:
                for (const AnswerStatement& each : world_.authorised) answer(each.answer, &each.origin);
                if (values_.empty()) answer(model::Answer::Doubt, nullptr).isByAbsence = true;
                break;
            case Field::Owner:
                for (const model::Decision& each : world_.decisions) actors(each.owners);
                for (const model::Step& each : world_.steps) actors(each.owners);
                break;
            case Field::Framework:
                for (const FrameworkUse& each : world_.frameworks) frameworkName(each);
                break;
            default: break;
        }
    }

    /// What an organisation is, is a fact outside the text: not said means not known.
    void unknownIfSilent(const std::vector<NamesStatement>& statements) {
        names(statements);
        if (values_.empty()) answer(model::Answer::Doubt, nullptr).isByAbsence = true;
    }

    void role() {
        const RoleDecl& given = world_.roles[row_.index];
        switch (field_) {
            case Field::Name:
                named(given);
                for (const std::string& each : given.synonyms) text(each, given.origin);
                break;
            case Field::Kind:
                for (const ConceptId kind : given.kinds) concept_(kind, given.origin);
                break;
            case Field::Owner:
                for (const model::Decision& each : world_.decisions) decides(ownersOf(each), each.about);
                for (const model::Step& each : world_.steps) {
                    for (const NamesStatement& functions : each.functions) decides(each.owners, functions.names);
                }
                break;
            case Field::Decider:
                for (const model::Decision& each : world_.decisions) decides(each.deciders, each.about);
                break;
            case Field::Reporter:
                for (const model::Decision& each : world_.decisions) decides(each.reporters, each.about);
                break;
            default: break;
        }
    }
    void describedRole() {
        const Origin& origin = row_.described->origin;
        if (field_ == Field::Name || field_ == Field::Kind) {
            openTerm(row_.described->actor.openTerm, origin);
        } else if (field_ == row_.as && row_.source == HomeKind::Unit) {
            for (const ConceptId id : world_.decisions[row_.index].about) concept_(id, origin);
        } else if (field_ == row_.as) {
            names(world_.steps[row_.index].functions);
            for (const model::Decision& each : world_.decisions) {
                const bool isLeft = each.step == StepId{row_.index} && each.owners.empty();
                for (const ConceptId id : each.about) {
                    if (isLeft) concept_(id, origin);
                }
            }
        }
    }
    void decides(const std::vector<ActorStatement>& statements, const std::vector<ConceptId>& about) {
        for (const ActorStatement& each : statements) {
            const auto& who = each.actor.who;
            if (std::find(who.begin(), who.end(), Ref{Ref::Kind::Role, row_.index}) == who.end()) continue;
            for (const ConceptId id : about) {
                concept_(id, each.origin);
                if (id.isValid()) values_.back().isAlternative = isOneOfSeveral(each.actor);
            }
        }
    }

    void step(const model::Step& given) {
        const auto isHere = [&](const Task& task) { return task.home.step == StepId{row_.index}; };
        switch (field_) {
            case Field::Name: stepName(StepId{row_.index}); break;
            case Field::Function: names(given.functions); break;
            case Field::Performer: actors(given.performers); break;
            case Field::Owner: actors(given.owners); break;
            case Field::Participant:
                for (const Involvement& each : given.participants) refs(each.who, each.origin);
                break;
            case Field::Consults:
                for (const Involvement& each : given.consults) refs(each.who, each.origin);
                for (const Task& task : world_.tasks) {
                    if (isHere(task) && isConsultation(task)) refs(task.objects, task.origin);
                }
                break;
            case Field::Duty:
            case Field::Modality: actionsOf(isHere); break;
            case Field::Description:
                if (!given.label.empty()) add(ValueKind::Something, &given.origin);
                explanations(given.explanations);
                for (const Task& task : world_.tasks) {
                    if (isHere(task)) add(ValueKind::Something, &task.origin);
                }
                break;
            case Field::Framework:
                for (const FrameworkUse& each : world_.frameworks) {
                    if (each.step == StepId{row_.index}) frameworkName(each);
                }
                for (const model::Question& each : world_.questions) {
                    if (!each.id.empty() && each.step == StepId{row_.index}) add(ValueKind::Something, &each.origin);
                }
                break;
            default: break;
        }
    }

    void duty(const Task& task) {
        const Origin& origin = task.origin;
        switch (field_) {
            case Field::Role: actor(task.actor, origin); break;
            case Field::Action: concept_(task.action, origin); break;
            case Field::Matter: refs(task.objects, origin); break;
            case Field::With: refs(task.with, origin); break;
            case Field::To: refs(task.to, origin); break;
            case Field::About: refs(task.about, origin); break;
            case Field::System: refs(task.in, origin); break;
            case Field::Modality: modality(task.modality, origin); break;
            case Field::Condition: condition(task.condition, origin); break;
            case Field::Directly:
                if (task.timing && task.timing->kind == syntax::TimingKind::Directly) {
                    add(ValueKind::Something, &origin);
                } else if (!task.timing) {
                    // "As soon as possible" may mean at once; a deadline of its own does not.
                    for (const std::string& words : task.openTerms) openTerm(words, origin);
                }
                break;
            case Field::Function: functionsOf(task.home.step); break;
            case Field::Step: stepName(task.home.step); break;
            case Field::Topic:
                if (task.home.kind == HomeKind::Topic) concept_(world_.topics[task.home.index].topic, origin);
                break;
            case Field::Exception:
                if (task.home.kind == HomeKind::Exception) concept_(world_.exceptions[task.home.index].on, origin);
                break;
            case Field::Route:
                if (task.home.kind == HomeKind::Route) named(world_.routes[task.home.index], origin);
                break;
            case Field::Consequence:
                for (const ConceptId id : task.consequences) concept_(id, origin);
                break;
            case Field::Return: text(task.returnTo, origin); break;
            default: break;
        }
    }

    void consultation() {
        if (row_.source == HomeKind::Unit) {
            const Task& task = world_.tasks[row_.index];
            if (field_ == Field::Consults) {
                refs(task.objects, task.origin);
            } else if (field_ == Field::Performer) {
                actor(task.actor, task.origin);
            } else {
                duty(task);
            }
            return;
        }
        const bool isStep = row_.source == HomeKind::Step;
        const Involvement& given = isStep ? world_.steps[row_.index].consults[row_.part]
                                          : world_.topics[row_.index].consults[row_.part];
        const StepId home = isStep ? StepId{row_.index} : world_.topics[row_.index].step;
        switch (field_) {
            case Field::Consults: refs(given.who, given.origin); break;
            case Field::Performer:
                actors(isStep ? world_.steps[row_.index].performers : world_.topics[row_.index].performers);
                break;
            case Field::Modality: modality(given.modality, given.origin); break;
            case Field::Condition: condition(given.condition, given.origin); break;
            case Field::Function: functionsOf(home); break;
            case Field::Step: stepName(home); break;
            case Field::Topic:
                if (!isStep) concept_(world_.topics[row_.index].topic, given.origin);
                break;
            default: break;
        }
    }

    void question(const model::Question& given) {
        switch (field_) {
            case Field::Name:
                text(given.id, given.origin);
                text(given.label, given.origin);
                break;
            case Field::Function: functionsOf(given.step); break;
            case Field::Step: stepName(given.step); break;
            case Field::Condition:
                for (const ConditionStatement& each : given.yesWhen) condition(each.condition, each.origin);
                break;
            case Field::Participant:
                for (const Involvement& each : given.participants) refs(each.who, each.origin);
                // With whom it is gone through is also said where an answer leads to it.
                for (const model::Question& from : world_.questions) {
                    for (const Edge& edge : from.edges) {
                        const bool isHere = edge.target == TargetKind::Question && edge.question == given.id;
                        if (isHere) refs(edge.together, edge.origin);
                    }
                }
                break;
            case Field::Consequence:
                for (const Edge& edge : given.edges) {
                    for (const Effect& effect : edge.effects) {
                        if (effect.modality != model::Modality::MayNot) concept_(effect.consequence, edge.origin);
                    }
                }
                break;
            default: break;
        }
    }

    void meldnorm(const model::Meldnorm& given) {
        const Promise* promise = given.promises.empty() ? nullptr : &given.promises[row_.part];
        if (field_ == Field::Name) {
            text(given.id, given.origin);
            text(given.label, given.origin);
        } else if (promise == nullptr) {
            return;
        } else if (field_ == Field::Consequence) {
            for (const ConceptId id : promise->consequences) concept_(id, promise->origin);
        } else if (field_ == Field::Condition) {
            condition(promise->condition, promise->origin);
        } else if (field_ == Field::Modality) {
            modality(promise->modality, promise->origin);
        }
    }

    void route(const model::Route& given) {
        switch (field_) {
            case Field::Name:
                text(given.id, given.origin);
                text(given.label, given.origin);
                break;
            case Field::Condition: condition(given.condition, given.origin); break;
            case Field::Consequence:
                for (const Task& task : world_.tasks) {
                    if (task.home.kind != HomeKind::Route || task.home.index != row_.index) continue;
                    if (task.modality == model::Modality::MayNot) continue;
                    for (const ConceptId id : task.consequences) concept_(id, task.origin);
                }
                break;
            case Field::Duty:
            case Field::Modality: actionsIn(HomeKind::Route); break;
            default: break;
        }
    }

    void decision(const model::Decision& given) {
        switch (field_) {
            case Field::About:
                for (const ConceptId id : given.about) concept_(id, given.origin);
                break;
            case Field::Choice: answer(given.oneOf ? model::Answer::Yes : model::Answer::No, &given.origin); break;
            case Field::Owner: actors(ownersOf(given)); break;
            case Field::Decider: actors(given.deciders); break;
            case Field::Reporter: actors(given.reporters); break;
            case Field::Behalf:
                for (const ActorStatement& each : given.reporters) {
                    if (each.behalf) add(ValueKind::Something, &each.origin);
                }
                break;
            default: break;
        }
    }

    void exception(const model::Exception& given) {
        switch (field_) {
            case Field::About: concept_(given.on, given.origin); break;
            case Field::Ground: grounds(given.grounds); break;
            case Field::Closed: isStated(given.closed, given.origin); break;
            case Field::Later: isStated(given.later, given.origin); break;
            case Field::Duty:
            case Field::Modality: actionsIn(HomeKind::Exception); break;
            default: break;
        }
    }

    void topic(const model::Topic& given) {
        switch (field_) {
            case Field::Name:
                concept_(given.topic, given.origin);
                text(given.label, given.origin);
                break;
            case Field::Application:
                answer(given.inapplicable ? model::Answer::No : model::Answer::Yes, &given.origin);
                break;
            case Field::Duty:
            case Field::Modality: actionsIn(HomeKind::Topic); break;
            case Field::Point:
                for (const model::Point& each : given.points) concept_(each.point, each.origin);
                break;
            case Field::Threshold: grounds(given.thresholds); break;
            case Field::Performer: actors(given.performers); break;
            case Field::Consults:
                for (const Involvement& each : given.consults) refs(each.who, each.origin);
                break;
            case Field::Description:
                explanations(given.explanations);
                for (const Task& task : world_.tasks) {
                    const bool isHere = task.home.kind == HomeKind::Topic && task.home.index == row_.index;
                    if (isHere) add(ValueKind::Something, &task.origin);
                }
                break;
            default: break;
        }
    }

    void contact(const Contact& given) {
        if (field_ == Field::Name) {
            concept_(given.party, given.origin);
            text(given.label, given.origin);
        } else if (field_ == Field::Phone) {
            text(given.phone, given.origin);
        }
    }

    void framework(const FrameworkUse& given) {
        switch (field_) {
            case Field::Name:
                frameworkName(given);
                for (const std::string& each : given.candidates) {
                    text(each, given.origin);
                    values_.back().isAlternative = true;
                }
                break;
            case Field::Version: text(given.version, given.origin); break;
            case Field::Ground: names(given.grounds); break;
            case Field::Choice:
                if (!given.openTerm.empty()) {
                    openTerm(given.openTerm, given.origin);
                    values_.back().isPlaceholder = true;
                }
                break;
            case Field::Function: functionsOf(given.step); break;
            default: break;
        }
    }

    void age(const AgeBand& given) {
        if (field_ == Field::With) refs(given.who, given.origin);
        if (field_ == Field::Name || field_ == Field::From) number(given.from, given.origin);
        const bool isEnd = field_ == Field::Name || field_ == Field::Until;
        if (isEnd && given.until) number(*given.until, given.origin);
    }

    void reference(const LawReference& given) {
        switch (field_) {
            case Field::Source: text(given.name, given.origin); break;
            case Field::State:
                if (given.state) add(ValueKind::Something, &given.origin);
                break;
            case Field::Outdated: {
                const bool isKnown = given.source.isValid() && world_.asOf;
                const bool hasLapsed = isKnown && vocabulary_[given.source].hasLapsed(*world_.asOf);
                answer(hasLapsed ? model::Answer::Yes : model::Answer::No, &given.origin);
                break;
            }
            default: break;
        }
    }

    const Row& row_;
    Field field_;
};

}  // namespace

std::vector<Value> valuesOf(const Vocabulary& vocabulary, const Protocol& world, const Row& row, Field field) {
    if (!hasField(row.kind, field)) return {};
    return Collector(vocabulary, world, row, field).collect();
}

}  // namespace meldc::model
