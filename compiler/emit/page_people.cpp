#include "emit/page_data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string periodText(const support::Period& period) {
    if (period.from && period.until) {
        return say(Phrase::PageFromUntil, period.from->str(), period.until->str());
    }
    return period.from ? say(Phrase::PageFrom, period.from->str()) : std::string();
}

std::string kindText(model::UnitKind kind) {
    return say(kind == model::UnitKind::Meldcode    ? Phrase::PageKindMeldcode
               : kind == model::UnitKind::Framework ? Phrase::PageKindFramework
                                                    : Phrase::PageKindTemplate);
}

std::string datedText(const model::DatedStatement& one) {
    const std::string date = one.date ? one.date->str() : std::string();
    if (date.empty() || one.text.empty()) {
        return date + one.text;
    }
    return say(Phrase::PageAdoptedBy, date, one.text);
}

} // namespace

void addIdentity(Data& page, const PageContext& context) {
    const model::Protocol& protocol = context.protocol;
    page.set("label", protocol.label);
    page.set("kind", capital(kindText(protocol.kind)));
    page.set("is_template", protocol.kind == model::UnitKind::Template);
    put(page, "organisation",
        protocol.organisation.empty() ? "" : protocol.organisation.front().text);

    const auto texts = [&](const std::vector<model::TextStatement>& statements) {
        DataList list;
        for (const model::TextStatement& one : statements) {
            list.push_back(statement(context, one.text, one.origin));
        }
        return list;
    };
    const auto names = [&](const std::vector<model::NamesStatement>& statements) {
        DataList list;
        for (const model::NamesStatement& one : statements) {
            list.push_back(statement(context, context.words.concepts(one.names), one.origin));
        }
        return list;
    };
    const auto dates = [&](const std::vector<model::DatedStatement>& statements) {
        DataList list;
        for (const model::DatedStatement& one : statements) {
            list.push_back(statement(context, datedText(one), one.origin));
        }
        return list;
    };
    put(page, "organisations", texts(protocol.organisation));
    put(page, "authorities", texts(protocol.authority));
    put(page, "sectors", names(protocol.sectors));
    put(page, "professions", names(protocol.professions));
    put(page, "works_with", names(protocol.worksWith));
    put(page, "adopted", dates(protocol.adopted));
    put(page, "consent", dates(protocol.consent));
    put(page, "versions", texts(protocol.versions));
    DataList valid;
    for (const model::PeriodStatement& one : protocol.valid) {
        valid.push_back(statement(context, periodText(one.period), one.origin));
    }
    put(page, "valid", std::move(valid));
    DataList explanations;
    for (const model::Explanation& one : protocol.explanations) {
        if (!one.fromFile) {
            explanations.push_back(statement(context, one.text, one.origin));
        }
    }
    put(page, "explanations", std::move(explanations));
}

void addPeople(Data& page, const PageContext& context) {
    const PageWords& words = context.words;
    DataList roles;
    bool haveSynonyms = false;
    for (const model::RoleDecl& role : context.protocol.roles) {
        Data data = statement(context, capital(role.label.empty() ? role.name : role.label),
                              role.origin);
        put(data, "synonyms", PageWords::listed(role.synonyms));
        data.set("kinds", words.concepts(role.kinds));
        haveSynonyms = haveSynonyms || !role.synonyms.empty();
        roles.push_back(std::move(data));
    }
    page.set("any_synonyms", haveSynonyms);
    put(page, "roles", std::move(roles));

    DataList persons;
    for (const model::SamePerson& person : context.protocol.samePersons) {
        persons.push_back(statement(context,
                                    capital(say(Phrase::PageSamePerson,
                                                words.modality(person.modality),
                                                words.names(person.roles))) + ".",
                                    person.origin));
    }
    put(page, "persons", std::move(persons));

    DataList contacts;
    for (const model::Contact& contact : context.protocol.contacts) {
        Data data = statement(
            context, contact.label.empty() ? capital(words.label(contact.party)) : contact.label,
            contact.origin);
        put(data, "phone", contact.phone);
        put(data, "address", contact.address);
        put(data, "website", contact.website);
        contacts.push_back(std::move(data));
    }
    put(page, "contacts", std::move(contacts));

    DataList systems;
    for (const model::SystemDecl& system : context.protocol.systems) {
        Data data = statement(context, system.label.empty() ? system.name : system.label,
                              system.origin);
        put(data, "only_for", words.names(system.onlyFor));
        systems.push_back(std::move(data));
    }
    put(page, "systems", std::move(systems));

    DataList ages;
    for (const model::AgeBand& band : context.protocol.ageBands) {
        const std::string who = words.names(band.who);
        ages.push_back(statement(
            context,
            capital(band.until ? say(Phrase::PageAgeUntil, std::to_string(band.from),
                                     std::to_string(*band.until), who)
                               : say(Phrase::PageAgeFrom, std::to_string(band.from), who)) + ".",
            band.origin));
    }
    put(page, "ages", std::move(ages));
}

} // namespace meldc::emit
