#include <algorithm>

#include "diagnostics/catalog.h"
#include "sema/protocol_builder.h"
#include "syntax/keywords.h"
#include "syntax/printer.h"
#include "syntax/words.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using model::Ref;
using syntax::Statement;
using syntax::StatementKind;

bool ProtocolBuilder::addHeader(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    const auto text = [&] { return written.label ? written.label->text : std::string(); };
    const auto date = [&] { return written.dates.empty() ? std::optional<support::Date>() : written.dates[0]; };
    switch (written.kind) {
        case StatementKind::Kind:
            if (kindAt_.hasPlace()) {
                const std::string word(syntax::spelling(syntax::keywordOf(written.kind)));
                sink_.add(make<Diag::StatedTwice>(written.span, word).note<Diag::FirstDeclaredHere>(kindAt_, word));
            } else {
                kindAt_ = written.span;
                protocol_.kind = written.unitKind;
            }
            return true;
        case StatementKind::Follows:
        case StatementKind::Document:
            return true;
        case StatementKind::Organisation:
            protocol_.organisation.push_back({text(), origin(each, context)});
            return true;
        case StatementKind::Authority:
            protocol_.authority.push_back({text(), origin(each, context)});
            return true;
        case StatementKind::Sector: {
            std::vector<syntax::Name> names = written.names;
            for (syntax::Name& name : names) {
                const model::ConceptId meant = library_.findSector(name.text);
                if (meant.isValid()) name.text = library_.vocabulary[meant].name;
            }
            protocol_.sectors.push_back(
                {concepts(names, {ConceptKind::Sector}, Wording::ASector), origin(each, context)});
            return true;
        }
        case StatementKind::Profession:
            protocol_.professions.push_back(
                {concepts(written.names, {ConceptKind::Profession}, Wording::AProfession), origin(each, context)});
            return true;
        case StatementKind::Works:
            protocol_.worksWith.push_back(
                {concepts(written.names, {ConceptKind::Concerned}, Wording::AConcerned), origin(each, context)});
            return true;
        case StatementKind::Adopted:
            protocol_.adopted.push_back({text(), date(), origin(each, context)});
            return true;
        case StatementKind::Consent:
            protocol_.consent.push_back({text(), date(), origin(each, context)});
            return true;
        case StatementKind::Valid:
            protocol_.valid.push_back({written.period, origin(each, context)});
            return true;
        case StatementKind::Authorised:
            protocol_.authorised.push_back({written.answer, origin(each, context)});
            return true;
        case StatementKind::Version:
            protocol_.versions.push_back({text(), origin(each, context)});
            return true;
        case StatementKind::Read: {
            const auto document = documentOf(
                written.names.empty() ? std::optional<syntax::Name>() : written.names[0], written.span);
            for (model::SourceDocument& known : protocol_.documents) {
                if (known.name != document) continue;
                const auto read = ranges(written.ranges);
                known.read.insert(known.read.end(), read.begin(), read.end());
                known.readAt.insert(known.readAt.end(), read.size(), written.span);
            }
            return true;
        }
        case StatementKind::Encoded:
            protocol_.encoded.push_back({text(), date(), origin(each, context)});
            return true;
        case StatementKind::Reread:
            protocol_.reread.push_back({text(), date(), origin(each, context)});
            return true;
        case StatementKind::Absent:
            addAbsence(each, context);
            return true;
        case StatementKind::Adheres:
            if (library_.findNorm(written.names[0].text) == nullptr) {
                std::vector<std::string> candidates;
                for (const model::Norm& norm : library_.norms) candidates.push_back(norm.id);
                reportUnknownName(sink_, written.names[0], diagnostics::wording(Wording::ANorm), candidates);
            } else {
                protocol_.adheres.push_back({written.names[0].text,
                                             written.severity.value_or(syntax::SeverityWord::Info),
                                             origin(each, context)});
            }
            return true;
        case StatementKind::Role:
            for (model::RoleDecl& role : protocol_.roles) {
                if (role.name != written.names[0].text || role.origin.span.hasPlace()) continue;
                role.label = written.label ? written.label->text : role.name;
                if (written.inSentence) {
                    role.inSentence = written.inSentence->text.text;
                    role.isPlural = written.inSentence->isPlural;
                }
                for (const syntax::Name& synonym : written.synonyms) role.synonyms.push_back(synonym.text);
                role.kinds = concepts(written.more, {ConceptKind::RoleKind}, Wording::ARoleKind);
                role.origin = origin(each, context);
                break;
            }
            return true;
        case StatementKind::System:
            for (model::SystemDecl& system : protocol_.systems) {
                if (system.name != written.names[0].text || system.origin.span.hasPlace()) continue;
                system.label = written.label ? written.label->text : system.name;
                if (written.inSentence) system.inSentence = written.inSentence->text.text;
                system.onlyFor = actors(written.more);
                system.origin = origin(each, context);
                break;
            }
            return true;
        case StatementKind::Person:
            protocol_.samePersons.push_back({written.modality.value_or(model::Modality::May),
                                             actors(written.names), origin(each, context)});
            return true;
        case StatementKind::Contact:
            addContact(each, context);
            return true;
        case StatementKind::Blank:
            addBlank(each, context);
            return true;
        case StatementKind::Personal:
            protocol_.personal.push_back({text(), origin(each, context)});
            return true;
        case StatementKind::Refers:
            addReference(each, context);
            return true;
        case StatementKind::Age: {
            model::AgeBand band;
            if (!written.ranges.empty()) {
                band.from = written.ranges[0].first;
                if (written.ranges[0].last != UINT32_MAX) band.until = written.ranges[0].last;
            }
            band.who = actors(written.names);
            band.about = things(written.more);
            band.origin = origin(each, context);
            protocol_.ageBands.push_back(std::move(band));
            return true;
        }
        default:
            return false;
    }
}

void ProtocolBuilder::addAbsence(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::Absence absence;
    absence.kind = written.absent.kind;
    absence.thing = written.absent.thing;
    if (written.absent.name) {
        const auto id = scope_.vocabulary().find(written.absent.name->text);
        if (id.isValid()) {
            absence.concept_ = id;
        } else if (!library_.findFramework(written.absent.name->text)) {
            std::vector<std::string> candidates;
            for (const model::Concept& known : scope_.vocabulary().concepts) candidates.push_back(known.name);
            reportUnknownName(sink_, *written.absent.name, diagnostics::wording(Wording::ATerm), candidates);
            return;
        }
    }
    absence.origin = origin(each, context);
    model::Place place;
    place.document = documentOf(written.names.empty() ? std::optional<syntax::Name>() : written.names[0],
                                written.span);
    place.lines = ranges(written.ranges);
    absence.origin.places.push_back(std::move(place));
    protocol_.absences.push_back(std::move(absence));
}

void ProtocolBuilder::addBlank(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::Blank blank;
    if (!written.names.empty()) blank.name = written.names[0].text;
    if (written.label) blank.text = written.label->text;
    if (!written.lapse.empty()) {
        blank.slot = syntax::print(written.lapse.front());
        blank.slotKind = written.lapse.front().kind;
    }
    blank.origin = origin(each, context);
    protocol_.blanks.push_back(std::move(blank));
}

void ProtocolBuilder::addContact(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    const auto role = std::find_if(protocol_.roles.begin(), protocol_.roles.end(), [&](const model::RoleDecl& one) {
        return one.name == written.names[0].text;
    });
    model::Contact contact;
    if (role != protocol_.roles.end()) {
        // It stands for the kind of role that it is, which is known once all roles were read.
        contactRoles_.emplace_back(protocol_.contacts.size(), static_cast<std::size_t>(role - protocol_.roles.begin()));
    } else {
        const auto party = scope_.concept_(written.names[0], {ConceptKind::Party, ConceptKind::RoleKind},
                                           Wording::APartyOrARole);
        if (!party) return;
        contact.party = *party;
    }
    const auto text = [](const std::optional<syntax::Name>& name) { return name ? name->text : std::string(); };
    contact.label = text(written.label);
    contact.phone = text(written.phone);
    contact.address = text(written.address);
    contact.website = text(written.website);
    contact.origin = origin(each, context);
    protocol_.contacts.push_back(std::move(contact));
}

void ProtocolBuilder::settleContacts() {
    for (const auto& [contact, role] : contactRoles_) {
        const model::RoleDecl& known = protocol_.roles[role];
        if (!known.kinds.empty()) protocol_.contacts[contact].party = known.kinds.front();
        if (protocol_.contacts[contact].label.empty()) protocol_.contacts[contact].label = known.label;
    }
    // Of a role without a kind, which was told.
    std::erase_if(protocol_.contacts, [](const model::Contact& one) { return !one.party.isValid(); });
    for (model::Contact& contact : protocol_.contacts) {
        if (!contact.label.empty()) continue;
        const auto isOfKind = [&](const model::RoleDecl& role) {
            return std::find(role.kinds.begin(), role.kinds.end(), contact.party) != role.kinds.end();
        };
        const auto role = std::find_if(protocol_.roles.begin(), protocol_.roles.end(), isOfKind);
        contact.label = role == protocol_.roles.end() ? scope_.vocabulary()[contact.party].label.nl : role->label;
    }
}

void ProtocolBuilder::addReference(const LevelStatement& each, const Context& context) {
    const Statement& written = *each.statement;
    model::LawReference reference;
    reference.name = written.names[0].text;
    // A text may refer to anything: a quoted title that the library does not know stays words.
    if (!written.names[0].quoted || scope_.vocabulary().sourceByName.contains(reference.name)) {
        const auto source = findSource(scope_.vocabulary(), written.names[0], sink_);
        if (!source) return;
        reference.source = *source;
    }
    for (const syntax::SourcePart& part : written.sourceParts) {
        reference.part += (reference.part.empty() ? "" : " ") + part.value.text;
    }
    if (!written.dates.empty()) reference.state = written.dates[0];
    reference.origin = origin(each, context);
    protocol_.references.push_back(std::move(reference));
}

}  // namespace meldc::sema
