#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

std::string titleOf(Publication which, const std::string& label) {
    switch (which) {
    case Publication::Handbook:
        return say(Phrase::PubHandbookTitle, label);
    case Publication::Roles:
        return say(Phrase::PubRolesTitle, label);
    case Publication::Record:
        return say(Phrase::PubRecordTitle, label);
    case Publication::Web:
        return say(Phrase::PubWebTitle, label);
    case Publication::Protocol:
        break;
    }
    return label;
}

} // namespace

std::string nameOfContact(const model::Vocabulary& vocabulary, const model::Contact& contact) {
    return capital(contact.label.empty() ? vocabulary[contact.party].label.nl : contact.label);
}

std::vector<const model::Contact*> contactsFor(const BuildInput& input, Audience audience) {
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    std::vector<const model::Contact*> contacts;
    for (const model::Contact& contact : input.decider.protocol->contacts) {
        if (audience == Audience::Internal || vocabulary[contact.party].kind != model::ConceptKind::RoleKind) {
            contacts.push_back(&contact);
        }
    }
    return contacts;
}

std::string footText(const BuildInput& input, const Sentences& sentences, Audience audience) {
    const model::Protocol& protocol = *input.decider.protocol;
    std::string what = protocol.versions.empty()
                           ? protocol.label
                           : say(Phrase::PubFooterVersion, protocol.versions.front().text);
    if (!protocol.valid.empty()) {
        const support::Period& period = protocol.valid.front().period;
        what += period.from && period.until ? ", " + say(Phrase::PageFromUntil, dayText(*period.from), dayText(*period.until))
                : period.from               ? ", " + say(Phrase::PageFrom, dayText(*period.from))
                                            : " " + sentences.of(protocol.valid.front());
    }
    const std::string mark = input.modelSha256.substr(0, kShownHash);
    return audience == Audience::Public
               ? say(Phrase::PubFooterPublic, what, input.date.str(), mark)
               : say(Phrase::PubFooter, what, input.date.str(), mark, input.baselineSha256.substr(0, kShownHash));
}

PublicationWriter::PublicationWriter(const BuildInput& input, Publication which, Audience audience)
    : input_(input), protocol_(*input.decider.protocol), vocabulary_(input.decider.library->vocabulary),
      which_(which), audience_(audience), words_(vocabulary_, protocol_),
      sentences_(std::in_place, *input.decider.library, protocol_) {}

document::Document PublicationWriter::make() {
    doc::Document document;
    document.title = titleOf(which_, protocol_.label);
    // The text for parents begins with the name.
    const bool isNamed = which_ != Publication::Web && !protocol_.organisation.empty();
    document.organisation = isNamed ? protocol_.organisation.front().text : "";
    document.generator = "meldc " + input_.version;
    document.modelSha256 = input_.modelSha256;
    document.footer = {footText(input_, *sentences_, which_ == Publication::Web ? Audience::Public : audience_), say(Phrase::DocumentPage), say(Phrase::DocumentOf)};
    if (which_ == Publication::Web) {
        web();
    } else if (which_ == Publication::Record) {
        record();
    } else if (which_ == Publication::Roles) {
        document.isCompact = true;
        head();
        roleCards();
    } else {
        head();
        now();
        inShort();
        background();
        if (isHandbook()) {
            people();
        }
        steps();
        questions();
        promises();
        decisions();
        exceptions();
        topics();
        rest();
        if (isHandbook()) {
            words();
            grounds();
        }
        open();
        version();
    }
    document.blocks = std::move(blocks_);
    return document;
}

void PublicationWriter::heading(int level, const std::string& text, const std::string& anchor) {
    add(doc::Heading{level, doc::text(text), anchor});
}

void PublicationWriter::label(const std::string& text) {
    add(doc::Paragraph{doc::text(text, doc::Look::Strong), doc::Kind::Label});
}

document::Runs PublicationWriter::markedRuns(const std::string& text, const model::Origin& origin) const {
    doc::Runs runs = doc::text(text);
    runs.front().place = origin.span;
    // Which level a statement comes from changes nothing of what it asks.
    model::Origin here = origin;
    here.level = 1;
    for (const std::string& mark : words_.marks(here)) {
        runs.push_back({" [" + mark + "]", doc::Look::Note, {}, {}, {}});
    }
    if (which_ == Publication::Roles) {
        for (const std::string& clash : clashesOf(input_, *sentences_, origin)) {
            runs.push_back({" [" + clash + "]", doc::Look::Note, {}, {}, {}});
        }
    } else if (isClashTold_ && isBrokenByQuestions(input_, origin)) {
        runs.push_back({" [" + say(Phrase::PubMarkAbove) + "]", doc::Look::Note, {}, "questions", {}});
    } else if (isClash(input_, origin)) {
        const bool hasList = isHandbook() || which_ == Publication::Protocol;
        runs.push_back({" [" + say(Phrase::PubMarkClash) + "]", doc::Look::Note, {}, hasList ? "open" : "", {}});
    }
    return runs;
}

document::Runs PublicationWriter::runsOf(const std::string& text, const model::Origin& origin) const {
    doc::Runs runs = markedRuns(text, origin);
    const std::string source = words_.source(origin);
    if (isHandbook() && audience_ == Audience::Internal && !source.empty()) {
        runs.push_back({" (" + source + ")", doc::Look::Note, {}, {}, {}});
    }
    return runs;
}

document::Runs PublicationWriter::runsOf(const Statement& statement) const {
    model::Origin origin = statement.origin == nullptr ? model::Origin() : *statement.origin;
    if (statement.areReadingsTold) {
        origin.guards.clear();
    }
    doc::Runs runs = statement.origin == nullptr ? doc::text(statement.text) : runsOf(statement.text, origin);
    for (const std::string& note : statement.notes) {
        runs.push_back({" [" + note + "]", doc::Look::Note, {}, {}, {}});
    }
    return runs;
}

document::List PublicationWriter::listOf(const Statements& statements) const {
    doc::List list;
    for (const Statement& statement : statements) {
        list.items.push_back({doc::Paragraph{runsOf(statement)}});
    }
    return list;
}

void PublicationWriter::list(const Statements& statements) {
    if (!statements.empty()) {
        add(listOf(statements));
    }
}

void PublicationWriter::paragraphs(const Statements& statements) {
    for (const Statement& statement : statements) {
        add(doc::Paragraph{runsOf(statement)});
    }
}

void PublicationWriter::actors(Statements& list, const std::vector<model::ActorStatement>& statements,
                               ActorSlot slot) const {
    for (const model::ActorStatement& one : statements) {
        list.emplace_back(sentences_->of(one, slot), &one.origin);
    }
}

PublicationWriter::Statements PublicationWriter::tasksOf(model::HomeKind home, std::uint32_t index,
                                                         model::Modality modality, const Choice& isMeant) const {
    std::vector<const model::Task*> tasks;
    for (const model::Task& task : protocol_.tasks) {
        if (isAtHome(task, home, index) && task.modality == modality && (!isMeant || isMeant(task))) {
            tasks.push_back(&task);
        }
    }
    return dutiesOnce(protocol_, *sentences_, tasks);
}

bool PublicationWriter::duties(model::HomeKind home, std::uint32_t index, const Choice& isMeant, bool isTicked) {
    bool isAny = false;
    const auto add = [&](Phrase title, const Statements& tasks, bool isDone) {
        if (!tasks.empty()) {
            isAny = true;
            label(say(title));
            doc::List lines = listOf(tasks);
            lines.isTicked = isTicked && isDone;
            this->add(std::move(lines));
        }
    };
    // Whoever reads that it must be done does not look below for that it may.
    const std::vector<const model::Task*> opposed = opposedDuties(protocol_, *sentences_, home, index, isMeant);
    add(Phrase::PubOpposed, dutiesOnce(protocol_, *sentences_, opposed), true);
    const auto isAgreed = [&](const model::Task& task) {
        return (!isMeant || isMeant(task)) && std::find(opposed.begin(), opposed.end(), &task) == opposed.end();
    };
    for (const auto& [modality, title] : {std::pair{model::Modality::Must, Phrase::PubMust},
                                          std::pair{model::Modality::May, Phrase::PubMay},
                                          std::pair{model::Modality::MayNot, Phrase::PubMayNot}}) {
        add(title, tasksOf(home, index, modality, isAgreed), modality == model::Modality::Must);
    }
    return isAny;
}

document::Blocks PublicationWriter::prose(const std::vector<model::Explanation>& statements, int level) const {
    doc::Blocks blocks;
    for (const model::Explanation& one : statements) {
        const std::string* text = input_.prose == nullptr ? nullptr : input_.prose->find(one);
        if (text == nullptr) {
            blocks.push_back(doc::Paragraph{runsOf(one.text, one.origin)});
            continue;
        }
        for (doc::Block& block : proseBlocks(proseOf(*text), level)) {
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

void PublicationWriter::explain(const std::vector<model::Explanation>& statements, int level) {
    for (doc::Block& block : prose(statements, level)) {
        add(std::move(block));
    }
}

bool isUnfinished(const BuildInput& input) {
    return PublicationWriter(input, Publication::Web, Audience::Public).isUnfinished();
}

document::Document publicationOf(const BuildInput& input, Publication which, Audience audience) {
    return PublicationWriter(input, which, audience).make();
}

} // namespace meldc::emit
