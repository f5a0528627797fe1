#include "emit/publication/involved.h"

#include "diagnostics/phrases.h"
#include "emit/page_words.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using model::ConceptKind;
using model::Ref;

/// Whether somebody of this kind can be called: not who it is about, not a matter.
bool canBeCalled(const model::Vocabulary& vocabulary, const Ref& who) {
    if (who.kind == Ref::Kind::Concept) {
        const ConceptKind kind = vocabulary[model::ConceptId{who.index}].kind;
        return kind == ConceptKind::Party || kind == ConceptKind::RoleKind;
    }
    return who.kind == Ref::Kind::Role;
}

/// A name as short as sentences have it, without the article: a list has little room.
std::string shortName(const model::Vocabulary& vocabulary, const Nouns& nouns, const Ref& who) {
    const std::string label = nouns.label(who);
    const std::string first = label.substr(0, label.find(' '));
    const std::string noun = who.kind == Ref::Kind::Concept ? vocabulary[model::ConceptId{who.index}].inSentence : std::string();
    const std::size_t at = noun.find(" " + first);
    const std::string name = at == std::string::npos ? label : noun.substr(at + 1);
    return name.size() < label.size() ? name : label;
}

} // namespace

void Involved::take(const std::vector<Ref>& who, model::Modality modality) {
    for (const Ref& one : who) {
        if (canBeCalled(vocabulary_, one)) {
            who_.insert(one);
            if (modality == model::Modality::Must) {
                needed_.insert(one);
            }
        }
    }
}

void Involved::take(const model::Task& task) {
    // What is put in a file is written about, not spoken to.
    if (task.in.empty()) {
        take(task.objects, task.modality);
    }
    take(task.with, task.modality);
    take(task.to, task.modality);
    if (task.actor.who.size() > 1) {
        take(task.actor.who, task.modality);
    }
    takeNamedBy(task.action, task.modality);
}

/// "Reports to …": some verbs name whom it goes to.
void Involved::takeNamedBy(model::ConceptId action, model::Modality modality) {
    for (const model::ConceptId party : partiesNamedBy(vocabulary_, action)) {
        take(std::vector<Ref>{{Ref::Kind::Concept, party.value}}, modality);
    }
}

void Involved::takeQuestions() {
    for (const model::Question& question : protocol_.questions) {
        for (const model::Edge& edge : question.edges) {
            for (const model::Effect& effect : edge.effects) {
                takeNamedBy(effect.consequence, effect.modality);
            }
        }
    }
}

void Involved::take(const std::vector<model::ActorStatement>& statements) {
    for (const model::ActorStatement& one : statements) {
        take(one.actor.who);
        if (one.actor.otherwise) {
            take(std::vector<Ref>{*one.actor.otherwise});
        }
    }
}

void Involved::take(const model::Step& step) {
    for (const auto* statements : {&step.participants, &step.consults}) {
        for (const model::Involvement& one : *statements) {
            take(one.who, one.modality);
        }
    }
}

void Involved::take(const model::Decision& decision) {
    take(decision.owners);
    take(decision.deciders);
    take(decision.reporters);
    if (decision.step.isValid()) {
        take(protocol_.steps[decision.step.value].owners);
        take(protocol_.steps[decision.step.value].deciders);
    }
}

void Involved::takeAll() {
    takeQuestions();
    for (const model::Task& task : protocol_.tasks) {
        take(task);
    }
    for (const model::Step& step : protocol_.steps) {
        take(step);
        take(step.owners);
        take(step.deciders);
    }
    for (const model::Decision& decision : protocol_.decisions) {
        take(decision);
    }
    for (const model::Topic& topic : protocol_.topics) {
        take(topic.performers);
        for (const model::Involvement& one : topic.consults) {
            take(one.who, one.modality);
        }
    }
}

bool Involved::isGroup(const Ref& who) const {
    const auto hasNarrower = [&](model::ConceptId wide) {
        return std::any_of(vocabulary_.concepts.begin(), vocabulary_.concepts.end(), [&](const model::Concept& one) {
            return std::find(one.fallsUnder.begin(), one.fallsUnder.end(), wide) != one.fallsUnder.end();
        });
    };
    if (who.kind == Ref::Kind::Role) {
        const auto& kinds = protocol_.roles[who.index].kinds;
        return std::any_of(kinds.begin(), kinds.end(), [&](model::ConceptId kind) {
            return vocabulary_[kind].fallsUnder.empty() && hasNarrower(kind);
        });
    }
    const model::ConceptId id{who.index};
    return vocabulary_[id].kind == ConceptKind::RoleKind && hasNarrower(id);
}

bool Involved::isFirst(const Ref& who) const {
    return !protocol_.steps.empty() &&
           std::any_of(protocol_.steps.front().performers.begin(), protocol_.steps.front().performers.end(),
                       [&](const model::ActorStatement& one) {
                           return std::find(one.actor.who.begin(), one.actor.who.end(), who) != one.actor.who.end();
                       });
}

bool Involved::isReachedBy(const Ref& who, const model::Contact& contact) const {
    if (who.kind == Ref::Kind::Role) {
        const auto& kinds = protocol_.roles[who.index].kinds;
        return std::find(kinds.begin(), kinds.end(), contact.party) != kinds.end();
    }
    return vocabulary_.fallsUnder(contact.party, model::ConceptId{who.index});
}

bool Involved::isMeant(const model::Contact& contact) const {
    const std::string number = dialled(contact.phone);
    return isEmergency(contact.phone) || number == dialled(say(diagnostics::Phrase::NationalAdviceNumber)) ||
           std::any_of(who_.begin(), who_.end(), [&](const Ref& who) {
               const bool isReader = reader_ && isOfRole(vocabulary_, protocol_, who, *reader_);
               return !isReader && isReachedBy(who, contact);
           });
}

bool Involved::hasNumber(const Ref& who) const {
    if (std::any_of(protocol_.contacts.begin(), protocol_.contacts.end(), [&](const model::Contact& contact) {
            return !contact.phone.empty() && isReachedBy(who, contact);
        })) {
        return true;
    }
    const auto numbers = nationalNumbers(vocabulary_, protocol_);
    return who.kind == Ref::Kind::Concept && std::any_of(numbers.begin(), numbers.end(), [&](const NationalNumber& one) {
               const std::string& name = vocabulary_[model::ConceptId{who.index}].label.nl;
               return one.number == name || one.name == name || one.name.starts_with(name + ",");
           });
}

std::vector<std::string> Involved::withoutNumber() const {
    const Nouns nouns(vocabulary_, protocol_);
    std::vector<std::string> names;
    for (const Ref& who : needed_) {
        // A kind that some roles have is these roles, who are in the list themselves when they are named.
        const bool isOfRoles = who.kind == Ref::Kind::Concept &&
                               std::any_of(protocol_.roles.begin(), protocol_.roles.end(), [&](const model::RoleDecl& role) {
                                   return std::find(role.kinds.begin(), role.kinds.end(), model::ConceptId{who.index}) !=
                                          role.kinds.end();
                               });
        const bool isReader = reader_ && isOfRole(vocabulary_, protocol_, who, *reader_);
        const std::string name = capital(shortName(vocabulary_, nouns, who));
        // Contacts without a number stand in the list with room of their own.
        const bool isListed = std::any_of(protocol_.contacts.begin(), protocol_.contacts.end(),
                                          [&](const model::Contact& contact) { return isReachedBy(who, contact); });
        // Who sees signals first is anybody of many, whom nobody calls by one number.
        if (!isFirst(who) && !isOfRoles && !isReader && !isGroup(who) && !isListed && !hasNumber(who) &&
            std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace meldc::emit
