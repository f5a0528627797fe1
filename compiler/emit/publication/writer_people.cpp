#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"
#include "emit/flow/flow.h"
#include "emit/national_numbers.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

std::string stepAnchor(std::size_t index) {
    return "step " + std::to_string(index);
}

} // namespace

void PublicationWriter::notice() {
    doc::Notice notice;
    if (protocol_.kind == model::UnitKind::Template) {
        notice.content.push_back(doc::paragraph(say(Phrase::PubTemplateNotice)));
    }
    const std::size_t count = openEnds().size() + openWords(true);
    if (count > 0) {
        doc::Paragraph text{doc::text(diagnostics::phrase(Phrase::PubOpenNotice, count).nl)};
        if (which_ != Publication::Protocol && !isHandbook()) {
            text.text.push_back({" " + say(Phrase::PubOpenInProtocol), doc::Look::Plain, {}, {}, {}});
        } else {
            text.text.push_back({" ", doc::Look::Plain, {}, {}, {}});
            text.text.push_back({say(Phrase::PubSeeOpen), doc::Look::Plain, {}, "open", {}});
            text.text.push_back({".", doc::Look::Plain, {}, {}, {}});
        }
        notice.content.push_back(std::move(text));
    }
    if (!notice.content.empty()) {
        add(std::move(notice));
    }
}

void PublicationWriter::head() {
    add(doc::Paragraph{doc::text(say(Phrase::PubAbout)), doc::Kind::Lead});
    notice();
    add(doc::Contents{say(Phrase::PubContents), isHandbook() ? 2 : 1});
}

void PublicationWriter::contacts() {
    const std::vector<const model::Contact*> contacts = contactsFor(input_, audience_);
    const bool hasPhone = std::any_of(contacts.begin(), contacts.end(),
                                      [](const model::Contact* contact) { return !contact->phone.empty(); });
    if (!hasPhone) {
        add(doc::paragraph(say(Phrase::PubNoPhone)));
    }
    const std::vector<NationalNumber> national = nationalNumbers(vocabulary_, protocol_);
    if (!national.empty()) {
        add(doc::paragraph(say(Phrase::PubNational)));
    }
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubCallCaption));
    table.header = {doc::text(say(Phrase::PubColumnWho)), doc::text(say(Phrase::PubColumnPhone)),
                    doc::text(say(Phrase::PubColumnAddress))};
    table.widths = {5, 3, 5};
    for (const NationalNumber& one : national) {
        table.rows.push_back({{{{doc::Paragraph{doc::text(one.name, doc::Look::Strong)}}},
                               {{doc::Paragraph{{{one.number, doc::Look::Plain, "tel:" + dialled(one.number), {}, {}}}}}},
                               {}},
                              {},
                              doc::Tone::None});
    }
    for (const model::Contact* each : contacts) {
        const model::Contact& contact = *each;
        doc::Row row;
        doc::Runs name = runsOf(nameOfContact(vocabulary_, contact), contact.origin);
        name.front().look = doc::Look::Strong;
        row.cells.push_back({{doc::Paragraph{std::move(name)}}});
        doc::Runs phone{{contact.phone, doc::Look::Plain, {}, {}, {}}};
        if (const std::string digits = dialled(contact.phone); !digits.empty()) {
            phone.front().url = "tel:" + digits;
        }
        row.cells.push_back({{doc::Paragraph{std::move(phone)}}});
        doc::Blocks where;
        if (!contact.address.empty()) {
            where.push_back(doc::paragraph(contact.address));
        }
        if (!contact.website.empty()) {
            where.push_back(doc::Paragraph{{{contact.website, doc::Look::Plain, contact.website, {}, {}}}});
        }
        row.cells.push_back({std::move(where)});
        table.rows.push_back(std::move(row));
    }
    if (audience_ == Audience::Internal) {
        for (const std::string& name : rolesToCall(protocol_)) {
            const auto field = [&](Phrase column) {
                return doc::Cell{{doc::Field{say(Phrase::DocumentFieldOf, say(column), name), say(Phrase::DocumentFill)}}};
            };
            table.rows.push_back({{{{doc::Paragraph{doc::text(name, doc::Look::Strong)}}}, field(Phrase::PubColumnPhone),
                                   field(Phrase::PubColumnAddress)},
                                  {},
                                  doc::Tone::None});
        }
    }
    add(std::move(table));
}

void PublicationWriter::now() {
    heading(1, say(Phrase::PubNow), "now");
    for (std::uint32_t i = 0; i < protocol_.routes.size(); ++i) {
        const model::Route& route = protocol_.routes[i];
        heading(2, route.label.empty() ? capital(route.id) : route.label, "route " + std::to_string(i));
        add(doc::Paragraph{runsOf(sentences_->of(route), route.origin)});
        duties(model::HomeKind::Route, i);
    }
    if (const auto urgent = urgentDuties(protocol_); !urgent.empty()) {
        heading(2, say(Phrase::PubNowOther), "urgent");
        list(dutiesOnce(protocol_, *sentences_, urgent));
    }
    heading(2, say(Phrase::PubCall), "call");
    contacts();
}

void PublicationWriter::inShort() {
    if (protocol_.steps.empty()) {
        return;
    }
    heading(1, say(Phrase::PubInShort), "short");
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubStepsCaption));
    table.header = {doc::text(say(Phrase::PubColumnStep)), doc::text(say(Phrase::PubColumnPerforms)),
                    doc::text(say(Phrase::PubColumnJoins))};
    table.widths = {5, 3, 4};
    for (std::size_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        const flow::People people = flow::peopleOf(step, sentences_->nouns());
        doc::Row row;
        row.cells.push_back({{doc::Paragraph{{{say(Phrase::PubStepTitle, step.id, step.label), doc::Look::Plain, {},
                                               stepAnchor(i), {}}}}}});
        row.cells.push_back(
            {{doc::paragraph(people.performers.empty() ? say(Phrase::PubNobody) : people.performers)}});
        row.cells.push_back({{doc::paragraph(people.others)}});
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

void PublicationWriter::background() {
    if (protocol_.explanations.empty()) {
        return;
    }
    heading(1, say(Phrase::PubBackground), "background");
    explain(protocol_.explanations, 2);
}

void PublicationWriter::people() {
    Statements list;
    for (const model::RoleDecl& role : protocol_.roles) {
        list.emplace_back(sentences_->of(role), &role.origin);
    }
    for (const model::SamePerson& one : protocol_.samePersons) {
        list.emplace_back(sentences_->of(one), &one.origin);
    }
    if (!list.empty()) {
        heading(1, say(Phrase::PubPeople), "people");
        this->list(list);
    }
}

PublicationWriter::Statements PublicationWriter::whoDoes(const model::Step& step) const {
    Statements lines;
    actors(lines, step.performers, ActorSlot::StepPerformer);
    if (step.performers.empty()) {
        lines.emplace_back(say(Phrase::PubNobody), nullptr);
    }
    for (const model::Involvement& one : step.participants) {
        lines.emplace_back(sentences_->participant(one), &one.origin);
    }
    for (const model::Involvement& one : step.consults) {
        lines.emplace_back(sentences_->consult(one, step.performers), &one.origin);
    }
    actors(lines, step.owners, ActorSlot::Owner);
    actors(lines, step.deciders, ActorSlot::Decider);
    return lines;
}

void PublicationWriter::together(const Statements& statements) {
    doc::Paragraph all;
    for (const Statement& statement : statements) {
        for (doc::Run& run : runsOf(statement)) {
            all.text.push_back(std::move(run));
        }
        all.text.push_back({" ", doc::Look::Plain, {}, {}, {}});
    }
    add(std::move(all));
}

void PublicationWriter::steps() {
    if (protocol_.steps.empty()) {
        return;
    }
    heading(1, say(Phrase::PubSteps), "steps");
    for (std::uint32_t i = 0; i < protocol_.steps.size(); ++i) {
        const model::Step& step = protocol_.steps[i];
        heading(2, say(Phrase::PubStepTitle, step.id, step.label), stepAnchor(i));
        Statements lines = whoDoes(step);
        for (const model::StepOrder& one : step.order) {
            lines.emplace_back(sentences_->of(one), &one.origin);
        }
        if (isHandbook()) {
            for (const model::NamesStatement& one : step.functions) {
                lines.emplace_back(sentences_->stepFunction(one), &one.origin);
            }
        }
        // Who does it stands in one breath; with marks and places each on a line of its own.
        if (isHandbook()) {
            list(lines);
        } else {
            together(lines);
        }
        duties(model::HomeKind::Step, i);
        explain(step.explanations, 3);
    }
}

} // namespace meldc::emit
