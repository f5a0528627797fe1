#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"
#include "diagnostics/sentence_parts.h"

#include <algorithm>
#include <iterator>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::dutch;
using diagnostics::Phrase;
using diagnostics::SentencePart;

/// Whether no role of the protocol has this duty.
bool isOfNobody(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Actor& actor) {
    for (std::uint32_t i = 0; i < protocol.roles.size(); ++i) {
        if (isOfRole(vocabulary, protocol, actor, i)) {
            return false;
        }
    }
    return actor.kind != syntax::PerformerKind::Open;
}

} // namespace

bool PublicationWriter::isPartner(const model::Task& task, std::uint32_t index) const {
    const auto& kinds = protocol_.roles[index].kinds;
    const auto isReader = [&](const model::Ref& who) {
        return who.kind == model::Ref::Kind::Role
                   ? who.index == index
                   : who.kind == model::Ref::Kind::Concept &&
                         std::find(kinds.begin(), kinds.end(), model::ConceptId{who.index}) != kinds.end();
    };
    const auto names = [&](const std::vector<model::Ref>& who) { return std::any_of(who.begin(), who.end(), isReader); };
    const bool isActor = names(task.actor.who) || (task.actor.otherwise && isReader(*task.actor.otherwise));
    return !isActor && (names(task.with) || names(task.to) || names(task.objects));
}

PublicationWriter::Share PublicationWriter::roleDuties(model::HomeKind home, std::uint32_t place, std::uint32_t index,
                                                       const std::function<void()>& before) {
    // What must be done at once stands in front, and not twice on one card.
    const std::vector<const model::Task*> urgent = urgentDuties(protocol_);
    const auto isHere = [&](const model::Task& task) {
        return isAtHome(task, home, place) && std::find(urgent.begin(), urgent.end(), &task) == urgent.end();
    };
    const auto isWith = [&](const model::Task& task) { return isHere(task) && isPartner(task, index); };
    const auto isMine = [&](const model::Task& task) {
        return isHere(task) && !isPartner(task, index) && isOfRole(vocabulary_, protocol_, task.actor, index) &&
               !isSaidWider(protocol_, task);
    };
    const auto isOpen = [&](const model::Task& task) {
        return isHere(task) && !isPartner(task, index) && task.actor.kind == syntax::PerformerKind::Open;
    };
    // Whoever is first to hear or see it must know what others do then, whoever that is.
    const auto isOfOthers = [&](const model::Task& task) {
        return isHere(task) && !isWith(task) && !isOpen(task) && !isOfRole(vocabulary_, protocol_, task.actor, index) &&
               (isOfNobody(vocabulary_, protocol_, task.actor) ||
                (home == model::HomeKind::Route && task.modality != model::Modality::May));
    };
    for (const model::Task& task : protocol_.tasks) {
        if (isMine(task) || isOpen(task)) {
            involved_->take(task);
        } else if (isWith(task) || (home == model::HomeKind::Route && isOfOthers(task))) {
            involved_->take(task.actor.who);
        }
    }
    Share share = Share::None;
    if (std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(), isMine)) {
        before();
        share = Share::Own;
        duties(home, place, isMine);
    }
    const auto linesOf = [&](const Choice& isMeant) {
        Statements lines;
        for (const model::Modality modality : {model::Modality::Must, model::Modality::May, model::Modality::MayNot}) {
            for (Statement& one : tasksOf(home, place, modality, isMeant)) {
                lines.push_back(std::move(one));
            }
        }
        if (!lines.empty() && share == Share::None) {
            before();
            share = Share::Others;
        }
        return lines;
    };
    labelled(Phrase::PubRolePartner, linesOf(isWith));
    // A duty that nobody is named for, or of somebody outside, is lost when no card has it.
    labelled(Phrase::PubRoleOpen, linesOf(isOpen));
    const bool isAlways = std::any_of(protocol_.tasks.begin(), protocol_.tasks.end(),
                                      [&](const model::Task& task) { return isOpen(task) && !task.condition; });
    share = isAlways ? std::max(share, Share::Open) : share;
    labelled(Phrase::PubRoleOthers, linesOf(isOfOthers));
    return share;
}

void PublicationWriter::labelled(diagnostics::Phrase title, const Statements& statements) {
    if (!statements.empty()) {
        label(say(title));
        listOpen(statements, title == Phrase::PubRoleOpen);
    }
}

void PublicationWriter::listOpen(const Statements& statements, bool isSaidAbove) {
    // The statements behind one another that say the same of who does it.
    std::vector<std::pair<std::string, Statements>> groups;
    for (Statement statement : statements) {
        const auto task = std::find_if(protocol_.tasks.begin(), protocol_.tasks.end(),
                                       [&](const model::Task& one) { return &one.origin == statement.origin; });
        std::string remark = task == protocol_.tasks.end() ? std::string() : sentences_->nouns().subject(task->actor).remark;
        if (!statement.text.ends_with(" " + remark)) {
            remark.clear();
        } else if (isSaidAbove && task->actor.kind == syntax::PerformerKind::Open) {
            statement.text.resize(statement.text.size() - remark.size());
            remark = dutch(SentencePart::TextSays, task->actor.openTerm);
            statement.text += remark;
        }
        if (groups.empty() || groups.back().first != remark) {
            groups.push_back({std::move(remark), {}});
        }
        groups.back().second.push_back(std::move(statement));
    }
    Statements lines;
    for (auto& [remark, group] : groups) {
        if (remark.empty() || group.size() == 1) {
            std::move(group.begin(), group.end(), std::back_inserter(lines));
            continue;
        }
        list(lines);
        lines.clear();
        add(doc::paragraph(remark));
        for (Statement& one : group) {
            one.text.resize(one.text.size() - remark.size() - 1);
        }
        list(group);
    }
    list(lines);
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

bool PublicationWriter::isInFront(std::uint32_t topic) const {
    const auto urgent = urgentDuties(protocol_);
    return std::any_of(urgent.begin(), urgent.end(), [&](const model::Task* task) {
        return task->home.kind == model::HomeKind::Topic && task->home.index == topic;
    });
}

} // namespace meldc::emit
