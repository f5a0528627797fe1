#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <iterator>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

bool isOpenActor(const model::Actor& actor) {
    return actor.kind == syntax::PerformerKind::Open;
}

/// Whether no role of the protocol has this duty.
bool isOfNobody(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Actor& actor) {
    for (std::uint32_t i = 0; i < protocol.roles.size(); ++i) {
        if (isOfRole(vocabulary, protocol, actor, i)) {
            return false;
        }
    }
    return !isOpenActor(actor);
}

} // namespace

bool PublicationWriter::roleDuties(model::HomeKind home, std::uint32_t place, std::uint32_t index,
                                   const std::function<void()>& before) {
    bool isAny = false;
    const auto begin = [&] {
        if (!isAny) {
            before();
        }
        isAny = true;
    };
    const auto isHere = [&](const model::Task& task) {
        return task.home.kind == home && (home == model::HomeKind::Unit || task.home.index == place);
    };
    // What must be done at once stands in front, and not twice on one card.
    const std::vector<const model::Task*> urgent = urgentDuties(protocol_);
    const auto isInFront = [&](const model::Task& task) {
        return std::find(urgent.begin(), urgent.end(), &task) != urgent.end();
    };
    const auto isMine = [&](const model::Task& task) {
        return isOfRole(vocabulary_, protocol_, task.actor, index) && !isInFront(task);
    };
    if (std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(),
                    [&](const model::Task& task) { return isHere(task) && isMine(task); })) {
        begin();
        duties(home, place, isMine);
    }
    // A duty that nobody is named for, or of somebody outside, is lost when no card has it.
    const auto rest = [&](Phrase title, const Choice& isMeant) {
        Statements lines;
        for (const model::Modality modality : {model::Modality::Must, model::Modality::May, model::Modality::MayNot}) {
            for (Statement& one : tasksOf(home, place, modality, isMeant)) {
                lines.push_back(std::move(one));
            }
        }
        if (!lines.empty()) {
            begin();
            label(say(title));
            list(lines);
        }
    };
    rest(Phrase::PubRoleOpen, [&](const model::Task& task) { return isOpenActor(task.actor) && !isInFront(task); });
    rest(Phrase::PubRoleOthers,
         [&](const model::Task& task) {
             return isOfNobody(vocabulary_, protocol_, task.actor) && !isInFront(task);
         });
    return isAny;
}

bool PublicationWriter::roleNow(std::uint32_t index) {
    bool isAny = false;
    const auto begin = [&](const std::string& title) {
        if (!isAny) {
            heading(2, say(Phrase::PubNow));
        }
        isAny = true;
        heading(3, title);
    };
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        roleDuties(model::HomeKind::Route, i, index, [&] {
            begin(route.label.empty() ? capital(route.id) : route.label);
            add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        });
    }
    std::vector<const model::Task*> urgent = urgentDuties(protocol_);
    std::erase_if(urgent, [&](const model::Task* task) {
        return !isOpenActor(task->actor) && !isOfRole(vocabulary_, protocol_, task->actor, index) &&
               !isOfNobody(vocabulary_, protocol_, task->actor);
    });
    if (!urgent.empty()) {
        begin(say(Phrase::PubNowOther));
        list(dutiesOnce(protocol_, *sentences_, urgent));
    }
    return isAny;
}

bool PublicationWriter::roleSteps(std::uint32_t index) {
    const auto isIn = [&](const model::Involvement& one) {
        return std::any_of(one.who.begin(), one.who.end(),
                           [&](const model::Ref& ref) { return isOfRole(vocabulary_, protocol_, ref, index); });
    };
    bool isAny = false;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        Statements lines;
        for (const model::ActorStatement& one : step.performers) {
            if (isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index)) {
                lines.emplace_back(sentences_->of(one, ActorSlot::StepPerformer), &one.origin);
            }
        }
        const bool isPerformer = !lines.empty();
        for (const model::Involvement& one : step.participants) {
            if (isIn(one) || isPerformer) {
                lines.emplace_back(sentences_->participant(one), &one.origin);
            }
        }
        for (const model::Involvement& one : step.consults) {
            if (isIn(one) || isPerformer) {
                lines.emplace_back(sentences_->consult(one, step.performers), &one.origin);
            }
        }
        bool isBegun = false;
        const auto begin = [&] {
            if (!isAny) {
                heading(2, say(Phrase::PubRoleSteps));
            }
            isAny = true;
            isBegun = true;
            heading(3, say(Phrase::PubStepTitle, step.id, step.label));
            if (!lines.empty()) {
                together(lines);
            }
        };
        roleDuties(model::HomeKind::Step, i, index, begin);
        if (!isBegun && !lines.empty()) {
            begin();
        }
    }
    return isAny;
}

/// Everybody reads who decides: who that is may be open, or told differently in two places.
bool PublicationWriter::roleDecisions(std::uint32_t index) {
    const auto isMeant = [&](const std::vector<model::ActorStatement>& statements) {
        return std::any_of(statements.begin(), statements.end(), [&](const model::ActorStatement& one) {
            return isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index);
        });
    };
    bool isAny = false;
    for (const model::Decision& one : protocol_.decisions) {
        const model::Step* step = one.step.isValid() ? &protocol_.steps[one.step.value] : nullptr;
        if (!isMeant(one.owners) && !isMeant(one.deciders) && !isMeant(one.reporters) &&
            (step == nullptr || (!isMeant(step->owners) && !isMeant(step->deciders)))) {
            continue;
        }
        if (!isAny) {
            heading(2, say(Phrase::PubRoleDecides));
        }
        isAny = true;
        label(one.label.empty() ? capital(sentences_->nouns().labels(one.about, one.oneOf)) : one.label);
        list(decidersOf(protocol_, *sentences_, one));
    }
    return isAny;
}

bool PublicationWriter::roleTopics(std::uint32_t index) {
    bool isAny = false;
    const auto group = [&](model::HomeKind home, std::uint32_t place, const std::string& title,
                           const std::function<void()>& more) {
        roleDuties(home, place, index, [&] {
            if (!isAny) {
                heading(2, say(Phrase::PubTopics));
            }
            isAny = true;
            heading(3, title);
            more();
        });
    };
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        const model::Topic& topic = protocol_.topics[i];
        group(model::HomeKind::Topic, i,
              capital(topic.label.empty() ? vocabulary_[topic.topic].label.nl : topic.label), [] {});
    }
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        const std::string title = say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one));
        // A duty in an exception is none when there is no ground for it.
        group(model::HomeKind::Exception, i, one.label.empty() ? title : capital(one.label), [&] {
            Statements grounds;
            for (const model::ExceptionGround& ground : one.grounds) {
                grounds.emplace_back(sentences_->ground(ground), &ground.origin);
            }
            list(grounds);
        });
    }
    group(model::HomeKind::Unit, 0, say(Phrase::PubOther), [] {});
    return isAny;
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
        if (i > 0) {
            add(doc::PageBreak{});
        }
        heading(1, say(Phrase::PubRoleTitle, role.label.empty() ? role.name : role.label), "role " + std::to_string(i));
        sentences_.emplace(*input_.decider.library, protocol_, Reader(i));
        bool isAny = roleNow(i);
        heading(2, say(Phrase::PubCall));
        contacts();
        isAny = roleSteps(i) || isAny;
        isAny = roleDecisions(i) || isAny;
        isAny = roleTopics(i) || isAny;
        if (!isAny) {
            add(doc::paragraph(say(Phrase::PubRoleNothing)));
        }
        sentences_.emplace(*input_.decider.library, protocol_);
    }
}

} // namespace meldc::emit
