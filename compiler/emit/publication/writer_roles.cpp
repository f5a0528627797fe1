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

/// A definition behind words that begin the sentence.
std::string inSentence(std::string definition) {
    if (!definition.empty() && definition.front() >= 'A' && definition.front() <= 'Z') {
        definition.front() = static_cast<char>(definition.front() - 'A' + 'a');
    }
    return definition;
}

} // namespace

PublicationWriter::Share PublicationWriter::roleDuties(model::HomeKind home, std::uint32_t place, std::uint32_t index,
                                                       const std::function<void()>& before) {
    Share share = Share::None;
    const auto begin = [&] {
        if (share == Share::None) {
            before();
            share = Share::Others;
        }
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
    const auto isOpen = [&](const model::Task& task) { return isOpenActor(task.actor) && !isInFront(task); };
    for (const model::Task& task : protocol_.tasks) {
        if (isHere(task) && (isMine(task) || isOpen(task))) {
            involved_->take(task);
        }
    }
    if (std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(),
                    [&](const model::Task& task) { return isHere(task) && isMine(task); })) {
        begin();
        share = Share::Own;
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
            add(listOnce(lines));
        }
    };
    rest(Phrase::PubRoleOpen, isOpen);
    rest(Phrase::PubRoleOthers,
         [&](const model::Task& task) {
             return isOfNobody(vocabulary_, protocol_, task.actor) && !isInFront(task);
         });
    return share;
}

document::List PublicationWriter::listOnce(const Statements& statements) const {
    const auto remarkOf = [&](const Statement& statement) {
        const auto task = std::find_if(protocol_.tasks.begin(), protocol_.tasks.end(),
                                       [&](const model::Task& one) { return &one.origin == statement.origin; });
        const std::string remark =
            task == protocol_.tasks.end() ? std::string() : sentences_->nouns().subject(task->actor).remark;
        return !remark.empty() && statement.text.ends_with(" " + remark) ? remark : std::string();
    };
    doc::List list;
    std::string last;
    for (const Statement& statement : statements) {
        const std::string remark = remarkOf(statement);
        if (!remark.empty() && remark == last) {
            // The same is said of the sentence before: once, behind both.
            auto& text = std::get<doc::Paragraph>(list.items.back().front().part).text;
            doc::Run& said = text.back();
            said.text.resize(said.text.size() - remark.size());
            const doc::Runs more = runsOf(statement);
            text.insert(text.end(), more.begin(), more.end());
        } else {
            list.items.push_back({doc::Paragraph{runsOf(statement)}});
        }
        // Marks stand behind what they are of.
        const bool isMarked = runsOf(statement).size() > 1;
        last = isMarked ? std::string() : remark;
    }
    return list;
}

void PublicationWriter::quote(const std::vector<model::Explanation>& statements) {
    doc::Blocks blocks = prose(statements, 0);
    bool isFirst = true;
    for (doc::Block& block : blocks) {
        if (auto* words = std::get_if<doc::Paragraph>(&block.part)) {
            words->kind = doc::Kind::Quote;
            if (isFirst) {
                words->text.insert(words->text.begin(), {say(Phrase::PubOwnWords), doc::Look::Emphasis, {}, {}, {}});
            }
            isFirst = false;
        }
        add(std::move(block));
    }
}

bool PublicationWriter::isInFront(std::uint32_t topic, std::uint32_t index) const {
    const auto urgent = urgentDuties(protocol_);
    return std::any_of(urgent.begin(), urgent.end(), [&](const model::Task* task) {
        return task->home.kind == model::HomeKind::Topic && task->home.index == topic &&
               isOfRole(vocabulary_, protocol_, task->actor, index);
    });
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
    for (const model::Task* task : urgent) {
        involved_->take(*task);
    }
    if (!urgent.empty()) {
        begin(say(Phrase::PubNowOther));
        list(dutiesOnce(protocol_, *sentences_, urgent));
        for (std::uint32_t i = 0; i < protocol_.topics.size(); ++i) {
            if (isInFront(i, index)) {
                quote(protocol_.topics[i].explanations);
            }
        }
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
                    involved_->take(one.who);
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
            quote(step.explanations);
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
        involved_->take(one);
        label(one.label.empty() ? capital(sentences_->nouns().labels(one.about, one.oneOf)) : one.label);
        list(decidersOf(protocol_, *sentences_, one));
    }
    return isAny;
}

bool PublicationWriter::roleTopics(std::uint32_t index) {
    bool isAny = false;
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
            if (isMine) {
                lines.emplace_back(sentences_->consult(one, topic.performers), &one.origin);
                involved_->take(one.who);
            }
        }
        bool isBegun = false;
        const auto begin = [&] {
            isBegun = true;
            title(capital(topic.label.empty() ? vocabulary_[topic.topic].label.nl : topic.label));
            // What must be done under a right, or in a check, is no order for every case.
            if (const std::string& what = vocabulary_[topic.topic].definition; !what.empty()) {
                add(doc::paragraph(say(Phrase::PubTopicOnly, inSentence(what))));
            }
            if (!lines.empty()) {
                together(lines);
            }
        };
        const Share share = roleDuties(model::HomeKind::Topic, i, index, begin);
        if (!isBegun && !lines.empty()) {
            begin();
        }
        if ((share == Share::Own || !lines.empty()) && !isInFront(i, index)) {
            quote(topic.explanations);
        }
    }
    for (std::uint32_t i = 0; i < protocol_.exceptions.size(); ++i) {
        const model::Exception& one = protocol_.exceptions[i];
        // A duty in an exception is none when there is no ground for it.
        const Share share = roleDuties(model::HomeKind::Exception, i, index, [&] {
            title(one.label.empty() ? say(Phrase::PubExceptionTitle, sentences_->exceptedBy(one)) : capital(one.label));
            Statements grounds;
            for (const model::ExceptionGround& ground : one.grounds) {
                grounds.emplace_back(sentences_->ground(ground), &ground.origin);
            }
            list(grounds);
        });
        if (share == Share::Own) {
            quote(one.explanations);
        }
    }
    roleDuties(model::HomeKind::Unit, 0, index, [&] { title(say(Phrase::PubOther)); });
    return isAny;
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
    bool isAny = roleNow(index);
    isAny = roleSteps(index) || isAny;
    isAny = roleDecisions(index) || isAny;
    isAny = roleTopics(index) || isAny;
    doc::Blocks behind = std::move(blocks_);
    blocks_ = std::move(before);
    heading(2, say(Phrase::PubCall));
    contacts(*involved_);
    std::move(behind.begin(), behind.end(), std::back_inserter(blocks_));
    if (!isAny) {
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
