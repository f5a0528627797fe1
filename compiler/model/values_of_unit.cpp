#include <algorithm>

#include "model/row_values.h"

/// The values of the rows that tell what a unit is and who and what it names.
namespace meldc::model {

void RowValues::meldcode() {
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

void RowValues::unknownIfSilent(const std::vector<NamesStatement>& statements) {
    names(statements);
    if (values_.empty()) answer(model::Answer::Doubt, nullptr).isByAbsence = true;
}

void RowValues::role() {
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

void RowValues::describedRole() {
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

void RowValues::decides(const std::vector<ActorStatement>& statements, const std::vector<ConceptId>& about) {
    for (const ActorStatement& each : statements) {
        const auto& who = each.actor.who;
        if (std::find(who.begin(), who.end(), Ref{Ref::Kind::Role, row_.index}) == who.end()) continue;
        for (const ConceptId id : about) {
            concept_(id, each.origin);
            if (id.isValid()) values_.back().isAlternative = isOneOfSeveral(each.actor);
        }
    }
}

void RowValues::contact(const Contact& given) {
    if (field_ == Field::Name) {
        concept_(given.party, given.origin);
        text(given.label, given.origin);
    } else if (field_ == Field::Phone) {
        text(given.phone, given.origin);
    }
}

void RowValues::framework(const FrameworkUse& given) {
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

void RowValues::age(const AgeBand& given) {
    if (field_ == Field::With) refs(given.who, given.origin);
    if (field_ == Field::Name || field_ == Field::From) number(given.from, given.origin);
    const bool isEnd = field_ == Field::Name || field_ == Field::Until;
    if (isEnd && given.until) number(*given.until, given.origin);
}

void RowValues::reference(const LawReference& given) {
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

}  // namespace meldc::model
