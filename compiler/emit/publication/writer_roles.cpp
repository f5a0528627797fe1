#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

constexpr std::array kInOrder{model::Modality::Must, model::Modality::May, model::Modality::MayNot};

} // namespace

/// A duty of a profession is one of every role that is of it; so is one of a role that stands for all staff,
/// whose kind is the widest there is.
bool PublicationWriter::isRole(const model::Ref& ref, std::uint32_t index) const {
    const auto isOfKind = [&](model::ConceptId wider) {
        const auto& kinds = protocol_.roles[index].kinds;
        return std::any_of(kinds.begin(), kinds.end(),
                           [&](model::ConceptId kind) { return vocabulary_.fallsUnder(kind, wider); });
    };
    if (ref.kind == model::Ref::Kind::Role) {
        const auto& kinds = protocol_.roles[ref.index].kinds;
        return ref.index == index ||
               std::any_of(kinds.begin(), kinds.end(), [&](model::ConceptId kind) {
                   return vocabulary_[kind].fallsUnder.empty() && isOfKind(kind);
               });
    }
    return ref.kind == model::Ref::Kind::Concept && isOfKind(model::ConceptId{ref.index});
}

bool PublicationWriter::isRole(const model::Actor& actor, std::uint32_t index) const {
    return std::any_of(actor.who.begin(), actor.who.end(),
                       [&](const model::Ref& ref) { return isRole(ref, index); }) ||
           (actor.otherwise && isRole(*actor.otherwise, index));
}

bool PublicationWriter::roleRoutes(std::uint32_t index) {
    const auto isMine = [&](const model::Task& task) { return isRole(task.actor, index); };
    bool isAny = false;
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        Statements lines;
        for (const model::Modality modality : kInOrder) {
            for (Statement& one : tasksOf(model::HomeKind::Route, i, modality, isMine)) {
                lines.push_back(std::move(one));
            }
        }
        if (lines.empty()) {
            continue;
        }
        if (!isAny) {
            heading(2, say(Phrase::PubNow));
        }
        isAny = true;
        const model::Route& route = protocol_.routes[i];
        label(route.label.empty() ? capital(route.id) : route.label);
        add(doc::Paragraph{runsOf(sentences_.of(route), route.origin)});
        list(lines);
    }
    return isAny;
}

bool PublicationWriter::roleSteps(std::uint32_t index) {
    const auto isMine = [&](const model::Task& task) { return isRole(task.actor, index); };
    const auto isIn = [&](const model::Involvement& one) {
        return std::any_of(one.who.begin(), one.who.end(), [&](const model::Ref& ref) { return isRole(ref, index); });
    };
    bool isAny = false;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        Statements lines;
        for (const model::ActorStatement& one : step.performers) {
            if (isRole(one.actor, index)) {
                lines.emplace_back(sentences_.of(one, ActorSlot::StepPerformer), &one.origin);
            }
        }
        const bool isPerformer = !lines.empty();
        for (const model::Involvement& one : step.participants) {
            if (isIn(one) || isPerformer) {
                lines.emplace_back(sentences_.participant(one), &one.origin);
            }
        }
        for (const model::Involvement& one : step.consults) {
            if (isIn(one) || isPerformer) {
                lines.emplace_back(sentences_.consult(one, step.performers), &one.origin);
            }
        }
        for (const model::Modality modality : kInOrder) {
            for (Statement& one : tasksOf(model::HomeKind::Step, i, modality, isMine)) {
                lines.push_back(std::move(one));
            }
        }
        if (lines.empty()) {
            continue;
        }
        if (!isAny) {
            heading(2, say(Phrase::PubRoleSteps));
        }
        isAny = true;
        label(say(Phrase::PubStepTitle, step.id, step.label));
        list(lines);
    }
    return isAny;
}

bool PublicationWriter::roleRest(std::uint32_t index) {
    const auto isMine = [&](const model::Task& task) { return isRole(task.actor, index); };
    bool isAny = false;
    for (const model::Decision& one : protocol_.decisions) {
        Statements lines;
        const auto take = [&](const std::vector<model::ActorStatement>& statements, ActorSlot slot) {
            for (const model::ActorStatement& each : statements) {
                if (isRole(each.actor, index)) {
                    lines.emplace_back(sentences_.of(each, slot), &each.origin);
                }
            }
        };
        take(one.owners, ActorSlot::Owner);
        take(one.deciders, ActorSlot::Decider);
        take(one.reporters, ActorSlot::Reporter);
        if (!lines.empty()) {
            if (!isAny) {
                heading(2, say(Phrase::PubRoleDecides));
            }
            isAny = true;
            label(one.label.empty() ? capital(sentences_.nouns().labels(one.about, one.oneOf)) : one.label);
            list(lines);
        }
    }
    bool isOther = false;
    const auto group = [&](model::HomeKind home, std::uint32_t place, const std::string& title) {
        Statements lines;
        for (const model::Modality modality : kInOrder) {
            for (Statement& one : tasksOf(home, place, modality, isMine)) {
                lines.push_back(std::move(one));
            }
        }
        if (!lines.empty()) {
            if (!isOther) {
                heading(2, say(Phrase::PubTopics));
            }
            isOther = true;
            label(title);
            list(lines);
        }
    };
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        const model::Topic& topic = protocol_.topics[i];
        group(model::HomeKind::Topic, i, capital(topic.label.empty() ? vocabulary_[topic.topic].label.nl : topic.label));
    }
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        group(model::HomeKind::Exception, i, capital(one.label.empty() ? vocabulary_[one.on].label.nl : one.label));
    }
    group(model::HomeKind::Unit, 0, say(Phrase::PubOther));
    return isAny || isOther;
}

void PublicationWriter::roleCards() {
    // What the organisation says itself is for everybody; what it took over stands in the protocol.
    std::vector<model::Explanation> own;
    std::copy_if(protocol_.explanations.begin(), protocol_.explanations.end(), std::back_inserter(own),
                 [](const model::Explanation& one) { return one.origin.level == 0; });
    if (!own.empty()) {
        heading(1, say(Phrase::PubBackground), "background");
        explain(own, 2);
    }
    for (std::uint32_t i = 0; i < protocol_.roles.size(); ++i) {
        const model::RoleDecl& role = protocol_.roles[i];
        add(doc::PageBreak{});
        heading(1, say(Phrase::PubRoleTitle, role.label.empty() ? role.name : role.label), "role " + std::to_string(i));
        heading(2, say(Phrase::PubCall));
        doc::List numbers;
        for (const model::Contact* contact : contactsFor(input_, audience_)) {
            if (!contact->phone.empty()) {
                numbers.items.push_back({doc::Paragraph{
                    {{nameOfContact(vocabulary_, *contact) + ": ", doc::Look::Plain, {}, {}, {}},
                     {contact->phone, doc::Look::Strong, {}, {}, {}}}}});
            }
        }
        if (numbers.items.empty()) {
            add(doc::paragraph(say(Phrase::PubNoPhone)));
        } else {
            add(std::move(numbers));
        }
        bool isAny = roleRoutes(i);
        isAny = roleSteps(i) || isAny;
        isAny = roleRest(i) || isAny;
        if (!isAny) {
            add(doc::paragraph(say(Phrase::PubRoleNothing)));
        }
    }
}

} // namespace meldc::emit
