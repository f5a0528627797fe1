#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"
#include "emit/flow/flow.h"
#include "emit/national_numbers.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// Room for a number, in millimetres.
constexpr int kNumberRoom = 5;

std::string stepAnchor(std::size_t index) {
    return "step " + std::to_string(index);
}

} // namespace

std::string PublicationWriter::openNotice() const {
    const OpenCounts counts = countOpen();
    std::vector<std::string> kinds;
    for (const auto& [count, phrase] :
         {std::pair{counts.blanks, Phrase::PubOpenBlanks}, std::pair{counts.places, Phrase::PubOpenPlaces},
          std::pair{counts.clashes, Phrase::PubOpenClashes}, std::pair{counts.faults, Phrase::PubOpenFaults},
          std::pair{counts.phones, Phrase::PubOpenPhones}}) {
        if (count > 0) {
            kinds.push_back(diagnostics::phrase(phrase, count).nl);
        }
    }
    if (kinds.size() == 1 && counts.phones > 0) {
        // The numbers of others make no text unfinished.
        return diagnostics::phrase(Phrase::PubOnlyPhones, counts.phones).nl;
    }
    return kinds.empty() ? std::string() : say(Phrase::PubOpenNotice, listed(kinds));
}

void PublicationWriter::notice() {
    doc::Notice notice;
    if (protocol_.kind == model::UnitKind::Template) {
        notice.content.push_back(doc::paragraph(say(Phrase::PubTemplateNotice)));
    }
    if (const std::string open = openNotice(); !open.empty()) {
        doc::Paragraph text{doc::text(open)};
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

void PublicationWriter::contacts(const Involved& involved) {
    std::vector<const model::Contact*> contacts = contactsFor(input_, audience_);
    std::string about;
    if (std::none_of(contacts.begin(), contacts.end(), [](const model::Contact* one) { return !one->phone.empty(); })) {
        about = say(Phrase::PubNoPhone);
    }
    const std::vector<NationalNumber> national = nationalNumbers(vocabulary_, protocol_);
    if (!national.empty()) {
        about += (about.empty() ? "" : " ") + say(Phrase::PubNational);
    }
    if (!about.empty()) {
        add(doc::paragraph(about));
    }
    if (which_ == Publication::Roles) {
        std::erase_if(contacts, [&](const model::Contact* one) { return !involved.isMeant(*one); });
    }
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubCallCaption));
    table.header = {doc::text(say(Phrase::PubColumnWho)), doc::text(say(Phrase::PubColumnPhone))};
    table.widths = {3, 2};
    const auto row = [&](doc::Runs name, doc::Block where) {
        name.front().look = doc::Look::Strong;
        table.rows.push_back({{{{doc::Paragraph{std::move(name)}}}, {{std::move(where)}}}, {}, doc::Tone::None});
    };
    const auto field = [&](const std::string& name) {
        return doc::Field{say(Phrase::DocumentFieldOf, say(Phrase::PubColumnPhone), name), say(Phrase::DocumentFill), kNumberRoom};
    };
    for (const NationalNumber& one : national) {
        row(doc::text(one.name), doc::Paragraph{{{one.number, doc::Look::Plain, "tel:" + dialled(one.number), {}, {}}}});
    }
    for (const model::Contact* each : contacts) {
        // The sentences call an expert by what one is expert in, whatever the name over the number.
        const std::string called = vocabulary_[each->party].label.nl;
        const std::string own = nameOfContact(vocabulary_, *each);
        const bool isExpert = !vocabulary_[each->party].fallsUnder.empty() &&
                              vocabulary_[each->party].kind == model::ConceptKind::Party;
        const bool isSaid = own.find(called) != std::string::npos || own.find(capital(called)) != std::string::npos;
        const std::string name = isExpert && !isSaid ? say(Phrase::PubPersonKind, own, called) : own;
        doc::Runs where;
        const auto put = [&](const std::string& text, const std::string& url) {
            if (!text.empty()) {
                if (!where.empty()) {
                    where.push_back({", ", doc::Look::Plain, {}, {}, {}});
                }
                where.push_back({text, doc::Look::Plain, url, {}, {}});
            }
        };
        const std::string digits = dialled(each->phone);
        put(each->phone, digits.empty() ? std::string() : "tel:" + digits);
        put(each->address, {});
        put(each->website, each->website);
        if (where.empty() && audience_ == Audience::Internal) {
            row(runsOf(name, each->origin), field(name));
        } else {
            row(runsOf(name, each->origin), doc::Paragraph{std::move(where)});
        }
    }
    if (audience_ == Audience::Internal) {
        for (const std::string& name : involved.withoutNumber()) {
            row(doc::text(name), field(name));
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
    Involved involved(vocabulary_, protocol_);
    involved.takeAll();
    contacts(involved);
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
    if (protocol_.roles.empty()) {
        return;
    }
    Statements roles;
    for (const model::RoleDecl& role : protocol_.roles) {
        const std::string name = role.label.empty() ? role.name : role.label;
        const std::string kinds = sentences_->nouns().labels(role.kinds);
        std::string text = kinds == name ? name : say(Phrase::PubPersonKind, name, kinds);
        if (!role.synonyms.empty()) {
            text = say(Phrase::PubPersonAlso, text, listed(role.synonyms, true));
        }
        roles.emplace_back(capital(text) + ".", &role.origin);
    }
    Statements persons;
    for (const model::SamePerson& one : protocol_.samePersons) {
        persons.emplace_back(sentences_->of(one), &one.origin);
    }
    heading(1, say(Phrase::PubPeople), "people");
    add(doc::paragraph(say(Phrase::PubPeopleAbout)));
    list(roles);
    paragraphs(persons);
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
