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

} // namespace

std::string inSentence(std::string definition) {
    if (!definition.empty() && definition.front() >= 'A' && definition.front() <= 'Z') {
        definition.front() = static_cast<char>(definition.front() - 'A' + 'a');
    }
    return definition;
}

bool PublicationWriter::roleNow(std::uint32_t index) {
    bool isAny = false;
    bool isOwn = false;
    const auto begin = [&](const std::string& title) {
        if (!isAny) {
            heading(2, say(Phrase::PubNow));
        }
        isAny = true;
        heading(3, title);
    };
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        const Share share = roleDuties(model::HomeKind::Route, i, index, [&] {
            begin(route.label.empty() ? capital(route.id) : route.label);
            add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        });
        isOwn = isOwn || share == Share::Own;
    }
    const std::vector<const model::Task*> urgent = urgentDuties(protocol_);
    if (!urgent.empty()) {
        begin(say(Phrase::PubNowOther));
        roleUrgent(index);
    }
    return isOwn || std::any_of(urgent.begin(), urgent.end(), [&](const model::Task* task) {
               return isOfRole(vocabulary_, protocol_, task->actor, index);
           });
}

void PublicationWriter::roleUrgent(std::uint32_t index) {
    const std::vector<UrgentCase> cases = urgentCases(protocol_, *sentences_, urgentDuties(protocol_));
    const auto isOf = [](const UrgentCase& one, std::uint32_t topic) {
        return std::any_of(one.tasks.begin(), one.tasks.end(), [&](const model::Task* task) {
            return task->home.kind == model::HomeKind::Topic && task->home.index == topic;
        });
    };
    for (std::size_t at = 0; at < cases.size(); ++at) {
        const UrgentCase& one = cases[at];
        doc::Paragraph when{doc::text(one.when, doc::Look::Strong), doc::Kind::Label};
        if (!one.readings.empty()) {
            when.text.push_back({" [" + one.readings + "]", doc::Look::Note, {}, {}, {}});
        }
        add(std::move(when));
        listOpen(one.duties);
        for (const model::Task* task : one.tasks) {
            if (isOpenActor(task->actor) || isOfRole(vocabulary_, protocol_, task->actor, index)) {
                involved_->take(*task);
            } else {
                involved_->take(task->actor.who);
            }
        }
        for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
            const bool isLater = std::any_of(cases.begin() + static_cast<std::ptrdiff_t>(at) + 1, cases.end(),
                                             [&](const UrgentCase& later) { return isOf(later, i); });
            if (isOf(one, i) && !isLater) {
                quote(protocol_.topics[i].explanations);
            }
        }
    }
}

bool PublicationWriter::roleSteps(std::uint32_t index) {
    const auto isIn = [&](const model::Involvement& one) {
        return std::any_of(one.who.begin(), one.who.end(),
                           [&](const model::Ref& ref) { return isOfRole(vocabulary_, protocol_, ref, index); });
    };
    bool isAny = false;
    bool isOwn = false;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        Statements lines;
        bool isMine = false;
        for (const model::ActorStatement& one : step.performers) {
            if (isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index)) {
                lines.emplace_back(sentences_->of(one, ActorSlot::StepPerformer), &one.origin);
                isMine = isMine || !isOpenActor(one.actor);
            }
        }
        const bool isPerformer = !lines.empty();
        const auto involve = [&](const model::Involvement& one, const std::string& text) {
            if (isIn(one) || isPerformer) {
                lines.emplace_back(text, &one.origin);
                isMine = isMine || isIn(one);
                if (isPerformer) {
                    involved_->take(one.who, one.modality);
                }
                involved_->take(step.performers);
            }
        };
        for (const model::Involvement& one : step.participants) {
            involve(one, sentences_->participant(one));
        }
        for (const model::Involvement& one : step.consults) {
            involve(one, sentences_->consult(one, step.performers));
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
        const Share share = roleDuties(model::HomeKind::Step, i, index, begin);
        if (!isBegun && !lines.empty()) {
            begin();
        }
        if (isMine || share == Share::Own) {
            isOwn = true;
            quote(step.explanations);
        }
    }
    return isOwn;
}

/// Who weighs reads who decides too; who that is may be open, or told differently in two places.
bool PublicationWriter::roleDecisions(std::uint32_t index) {
    const auto isMeant = [&](const std::vector<model::ActorStatement>& statements) {
        return std::any_of(statements.begin(), statements.end(), [&](const model::ActorStatement& one) {
            return isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index);
        });
    };
    bool isAny = false;
    for (const model::Decision& one : protocol_.decisions) {
        const model::Step* step = one.step.isValid() ? &protocol_.steps[one.step.value] : nullptr;
        if (!isWeighing(index) && !isMeant(one.owners) && !isMeant(one.deciders) && !isMeant(one.reporters) &&
            (step == nullptr || (!isMeant(step->owners) && !isMeant(step->deciders)))) {
            continue;
        }
        if (!isAny) {
            heading(2, say(Phrase::PubRoleDecides));
        }
        isAny = true;
        involved_->take(one);
        label(one.label.empty() ? capital(sentences_->nouns().labels(one.about, one.oneOf)) : one.label);
        list(decidersOf(protocol_, *sentences_, one));
    }
    return isAny;
}

bool PublicationWriter::roleTopics(std::uint32_t index) {
    bool isAny = false;
    bool isOwn = false;
    const auto title = [&](const std::string& text) {
        if (!isAny) {
            heading(2, say(Phrase::PubTopics));
        }
        isAny = true;
        heading(3, text);
    };
    for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
        const model::Topic& topic = protocol_.topics[i];
        Statements lines;
        bool isMine = topic.performers.empty();
        for (const model::ActorStatement& one : topic.performers) {
            if (isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index)) {
                lines.emplace_back(sentences_->of(one, ActorSlot::TopicPerformer), &one.origin);
                isMine = true;
            }
        }
        // Who is consulted is for who takes care of it, and for everybody when nobody is said to.
        for (const model::Involvement& one : topic.consults) {
            const bool isAsked = std::any_of(one.who.begin(), one.who.end(), [&](const model::Ref& ref) {
                return isOfRole(vocabulary_, protocol_, ref, index);
            });
            if (isMine || isAsked) {
                lines.emplace_back(sentences_->consult(one, topic.performers), &one.origin);
                involved_->take(one.who, one.modality);
            }
        }
        bool isBegun = false;
        const auto begin = [&] {
            isBegun = true;
            title(titleOfTopic(i));
            // What must be done under a right, or in a check, is no order for every case.
            if (const std::string& what = vocabulary_[topic.topic].definition; !what.empty()) {
                add(doc::paragraph(say(Phrase::PubTopicOnly, sentences_->nouns().of(topic.topic).text, inSentence(what))));
            }
            if (!lines.empty()) {
                together(lines);
            }
        };
        const Share share = roleDuties(model::HomeKind::Topic, i, index, begin);
        isOwn = isOwn || share == Share::Own || !lines.empty();
        if (!isBegun && !lines.empty()) {
            begin();
        }
        const bool isMeant = share == Share::Own || share == Share::Open || !lines.empty();
        if ((isMeant || isForAll(protocol_, i)) && !isInFront(i)) {
            if (share == Share::None && lines.empty()) {
                title(titleOfTopic(i));
            }
            quote(topic.explanations);
        }
    }
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        isOwn = roleException(i, index, title) || isOwn;
    }
    Statements ages;
    for (const model::AgeBand& one : protocol_.ageBands) {
        ages.emplace_back(sentences_->of(one), &one.origin);
    }
    if (!ages.empty() && isWeighing(index)) {
        title(say(Phrase::PubAges));
        list(ages);
    }
    return roleDuties(model::HomeKind::Unit, 0, index, [&] { title(say(Phrase::PubOther)); }) == Share::Own || isOwn;
}

bool PublicationWriter::roleException(std::uint32_t place, std::uint32_t index,
                                      const std::function<void(const std::string&)>& title) {
    const model::Exception& one = protocol_.exceptions[place];
    // A duty in an exception is none when there is no ground for it.
    const auto begin = [&] {
        title(one.label.empty() ? say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one)) : capital(one.label));
        Statements lines;
        for (const model::ExceptionGround& ground : one.grounds) {
            lines.emplace_back(sentences_->ground(ground), &ground.origin);
        }
        for (const model::Origin& origin : one.closed) {
            lines.emplace_back(sentences_->closed(), &origin);
        }
        for (const model::Origin& origin : one.later) {
            lines.emplace_back(sentences_->later(), &origin);
        }
        list(lines);
    };
    const bool isMine = isExcepted(one, index);
    const Share share = roleDuties(model::HomeKind::Exception, place, index, begin);
    if (share == Share::None && isMine) {
        begin();
    }
    if (share == Share::Own || isMine) {
        quote(one.explanations);
    }
    return share == Share::Own || isMine;
}

bool PublicationWriter::isExcepted(const model::Exception& exception, std::uint32_t index) const {
    const auto acts = [&](const std::vector<model::ActorStatement>& statements) {
        return std::any_of(statements.begin(), statements.end(), [&](const model::ActorStatement& one) {
            return isOpenActor(one.actor) || isOfRole(vocabulary_, protocol_, one.actor, index);
        });
    };
    bool isOnStep = false;
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        const bool isMeant = isStepExcepted(protocol_, exception, i);
        const bool joins = std::any_of(step.participants.begin(), step.participants.end(), [&](const model::Involvement& one) {
            return std::any_of(one.who.begin(), one.who.end(),
                               [&](const model::Ref& who) { return isOfRole(vocabulary_, protocol_, who, index); });
        });
        if (isMeant && (acts(step.performers) || joins)) {
            return true;
        }
        isOnStep = isOnStep || isMeant;
    }
    return !isOnStep && std::any_of(protocol_.decisions.begin(), protocol_.decisions.end(),
                                    [&](const model::Decision& one) { return acts(one.reporters); });
}

bool isForAll(const model::Protocol& protocol, std::uint32_t topic) {
    const model::Topic& one = protocol.topics[topic];
    return !one.explanations.empty() && one.points.empty() && !one.inapplicable && one.performers.empty() && one.consults.empty() &&
           std::all_of(protocol.tasks.begin(), protocol.tasks.end(), [&](const model::Task& task) {
               return !isAtHome(task, model::HomeKind::Topic, topic) || !task.in.empty();
           });
}

/// Whom to call stands on top, and is known when all else is written.
void PublicationWriter::roleCard(std::uint32_t index) {
    const model::RoleDecl& role = protocol_.roles[index];
    heading(1, say(Phrase::PubRoleTitle, role.label.empty() ? role.name : role.label), "role " + std::to_string(index));
    sentences_.emplace(*input_.decider.library, protocol_, Reader(index));
    involved_.emplace(vocabulary_, protocol_, Reader(index));
    involved_->takeQuestions();
    doc::Blocks before = std::move(blocks_);
    blocks_.clear();
    bool isOwn = roleNow(index);
    isOwn = roleSteps(index) || isOwn;
    if (isWeighing(index)) {
        roleWeighing();
    }
    isOwn = roleDecisions(index) || isOwn;
    isOwn = roleTopics(index) || isOwn;
    doc::Blocks behind = std::move(blocks_);
    blocks_ = std::move(before);
    heading(2, say(Phrase::PubCall));
    contacts(*involved_);
    std::move(behind.begin(), behind.end(), std::back_inserter(blocks_));
    if (!isOwn) {
        add(doc::paragraph(say(Phrase::PubRoleNothing)));
    }
    sentences_.emplace(*input_.decider.library, protocol_);
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
        if (i > 0) {
            add(doc::PageBreak{});
        }
        roleCard(i);
    }
}

} // namespace meldc::emit
