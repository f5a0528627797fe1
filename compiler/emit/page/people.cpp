#include "emit/page/data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string kindText(model::UnitKind kind) {
    return say(kind == model::UnitKind::Meldcode    ? Phrase::PageKindMeldcode
               : kind == model::UnitKind::Framework ? Phrase::PageKindFramework
                                                    : Phrase::PageKindTemplate);
}

} // namespace

void addIdentity(Data& page, const PageContext& context) {
    const model::Protocol& protocol = context.protocol;
    page.set("label", protocol.label);
    page.set("kind", capital(kindText(protocol.kind)));
    page.set("is_template", protocol.kind == model::UnitKind::Template);
    put(page, "follows", listed(protocol.follows));
    put(page, "organisation",
        protocol.organisation.empty() ? "" : protocol.organisation.front().text);

    DataList about;
    const Sentences& made = context.sentences;
    const auto add = [&](const auto& statements, const auto& sentenceOf) {
        for (const auto& one : statements) {
            about.push_back(statement(context, sentenceOf(one), one.origin));
        }
    };
    using Text = model::TextStatement;
    using Names = model::NamesStatement;
    using Dated = model::DatedStatement;
    add(protocol.organisation, [&](const Text& one) { return made.organisation(one); });
    add(protocol.authority, [&](const Text& one) { return made.authority(one); });
    add(protocol.sectors, [&](const Names& one) { return made.sectors(one); });
    add(protocol.professions, [&](const Names& one) { return made.professions(one); });
    add(protocol.worksWith, [&](const Names& one) { return made.worksWith(one); });
    add(protocol.adopted, [&](const Dated& one) { return made.adopted(one); });
    add(protocol.consent, [&](const Dated& one) { return made.consent(one); });
    add(protocol.valid, [&](const auto& one) { return made.of(one); });
    add(protocol.authorised, [&](const auto& one) { return made.of(one); });
    add(protocol.versions, [&](const Text& one) { return made.version(one); });
    add(protocol.references, [&](const auto& one) { return made.of(one); });
    put(page, "about", std::move(about));
    put(page, "explanations", explanationsOf(context, protocol.explanations, 3));
}

void addPeople(Data& page, const PageContext& context) {
    DataList roles;
    bool haveSynonyms = false;
    for (const model::RoleDecl& role : context.protocol.roles) {
        Data data = statement(context, capital(role.label.empty() ? role.name : role.label),
                              role.origin);
        put(data, "synonyms", listed(role.synonyms));
        data.set("kinds", context.sentences.nouns().labels(role.kinds));
        haveSynonyms = haveSynonyms || !role.synonyms.empty();
        roles.push_back(std::move(data));
    }
    page.set("any_synonyms", haveSynonyms);
    put(page, "roles", std::move(roles));

    DataList persons;
    for (const model::SamePerson& person : context.protocol.samePersons) {
        persons.push_back(statement(context, context.sentences.of(person), person.origin));
    }
    put(page, "persons", std::move(persons));

    DataList contacts;
    for (const model::Contact& contact : context.protocol.contacts) {
        Data data = statement(
            context, contact.label.empty() ? capital(context.vocabulary[contact.party].label.nl) : contact.label,
            contact.origin);
        put(data, "phone", contact.phone);
        put(data, "address", contact.address);
        put(data, "website", contact.website);
        contacts.push_back(std::move(data));
    }
    put(page, "contacts", std::move(contacts));

    DataList systems;
    for (const model::SystemDecl& system : context.protocol.systems) {
        systems.push_back(statement(context, context.sentences.of(system), system.origin));
    }
    put(page, "systems", std::move(systems));

    DataList ages;
    for (const model::AgeBand& band : context.protocol.ageBands) {
        ages.push_back(statement(context, context.sentences.of(band), band.origin));
    }
    put(page, "ages", std::move(ages));
}

} // namespace meldc::emit
