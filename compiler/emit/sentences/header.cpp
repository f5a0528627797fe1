#include "emit/sentences/sentences.h"

#include "check/naming.h"

#include <array>

/// Who there is, and the organisation with its text.
namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;

constexpr std::array kMonths{
    SentencePart::January, SentencePart::February, SentencePart::March,     SentencePart::April,
    SentencePart::MayMonth, SentencePart::June,    SentencePart::July,      SentencePart::August,
    SentencePart::September, SentencePart::October, SentencePart::November, SentencePart::December};

std::string dated(const model::DatedStatement& statement) {
    return statement.date ? dayText(*statement.date) : std::string();
}

} // namespace

std::string Sentences::of(const model::RoleDecl& role) const {
    const Noun noun = nouns_.called(role.name);
    const std::string name = capital(noun.text);
    const std::string kinds = nouns_.labels(role.kinds);
    const std::string text =
        role.label == kinds ? dutch(noun.isPlural ? SentencePart::RoleMany : SentencePart::Role, name)
                            : dutch(noun.isPlural ? SentencePart::RoleKindMany : SentencePart::RoleKind, name, kinds);
    return role.synonyms.empty() ? text
                                 : dutch(SentencePart::RoleAlso, text, listed(role.synonyms, true));
}

std::string Sentences::of(const model::SystemDecl& system) const {
    const auto index = static_cast<std::uint32_t>(&system - protocol_.systems.data());
    const std::string name = nouns_.of(model::Ref{model::Ref::Kind::System, index}).text;
    if (system.onlyFor.empty()) {
        return dutch(SentencePart::System, name);
    }
    const Subject who = nouns_.subject(system.onlyFor, false);
    return dutch(who.isPlural ? SentencePart::SystemOnlyFor : SentencePart::SystemOnlyForOne, name,
                 who.text);
}

std::string Sentences::of(const model::Contact& contact) const {
    const std::string name =
        capital(contact.label.empty() ? vocabulary_[contact.party].label.nl : contact.label);
    std::vector<std::string> ways;
    if (!contact.phone.empty()) {
        ways.push_back(dutch(SentencePart::Phone, contact.phone));
    }
    for (const std::string& way : {contact.address, contact.website}) {
        if (!way.empty()) {
            ways.push_back(way);
        }
    }
    return ways.empty() ? dutch(SentencePart::ContactAlone, name)
                        : dutch(SentencePart::Contact, name, listed(ways, true));
}

std::string Sentences::of(const model::SamePerson& statement) const {
    return dutch(statement.modality == model::Modality::Must  ? SentencePart::SamePersonMust
                 : statement.modality == model::Modality::May ? SentencePart::SamePersonMay
                                                              : SentencePart::SamePersonMayNot,
                 capital(nouns_.listOf(statement.roles)));
}

std::string Sentences::organisation(const model::TextStatement& statement) const {
    return dutch(SentencePart::Organisation, statement.text);
}

std::string Sentences::authority(const model::TextStatement& statement) const {
    return dutch(SentencePart::Authority, statement.text);
}

std::string Sentences::sectors(const model::NamesStatement& statement) const {
    return dutch(SentencePart::Sectors, nouns_.labels(statement.names));
}

std::string Sentences::professions(const model::NamesStatement& statement) const {
    return dutch(SentencePart::Professions, nouns_.labels(statement.names));
}

std::string Sentences::worksWith(const model::NamesStatement& statement) const {
    return dutch(SentencePart::WorksWith, nouns_.listOf(statement.names));
}

std::string Sentences::adopted(const model::DatedStatement& statement) const {
    return statement.text.empty()
               ? dutch(SentencePart::Adopted, dated(statement))
               : dutch(SentencePart::AdoptedBy, dated(statement), capital(statement.text));
}

std::string Sentences::consent(const model::DatedStatement& statement) const {
    return statement.date ? dutch(SentencePart::ConsentOn, dated(statement), statement.text)
                          : dutch(SentencePart::Consent, statement.text);
}

std::string Sentences::of(const model::PeriodStatement& statement) const {
    const std::string from = statement.period.from ? dayText(*statement.period.from) : std::string();
    return statement.period.until
               ? dutch(SentencePart::ValidFromUntil, from, dayText(*statement.period.until))
               : dutch(SentencePart::ValidFrom, from);
}

std::string Sentences::of(const model::AnswerStatement& statement) const {
    return dutch(statement.answer == model::Answer::Yes  ? SentencePart::AuthorisedYes
                 : statement.answer == model::Answer::No ? SentencePart::AuthorisedNo
                                                         : SentencePart::AuthorisedUnknown);
}

std::string Sentences::version(const model::TextStatement& statement) const {
    return dutch(SentencePart::Version, statement.text);
}

std::string Sentences::of(const model::SourceDocument& document) const {
    return dutch(SentencePart::Document, document.name, document.path);
}

std::string Sentences::encoded(const model::DatedStatement& statement) const {
    return dutch(SentencePart::Encoded, statement.text, dated(statement));
}

std::string Sentences::reread(const model::DatedStatement& statement) const {
    return dutch(SentencePart::Reread, statement.text, dated(statement));
}

std::string Sentences::of(const model::Absence& absence) const {
    return dutch(SentencePart::Absent, absence.concept_.isValid()
                                           ? vocabulary_[absence.concept_].label.nl
                                           : dutch(check::soughtThing(absence)));
}

std::string Sentences::of(const model::AdheresTo& statement) const {
    return dutch(SentencePart::Adheres, statement.norm);
}

std::string Sentences::of(const model::Blank& blank) const {
    return dutch(SentencePart::Blank, blank.text);
}

std::string Sentences::personal(const model::TextStatement& statement) const {
    return dutch(SentencePart::Personal, statement.text);
}

std::string Sentences::of(const model::LawReference& reference) const {
    std::string source = reference.source.isValid() ? vocabulary_[reference.source].title : reference.name;
    if (!reference.part.empty()) {
        source += " (" + reference.part + ")";
    }
    return dutch(SentencePart::Refers, source);
}

std::string Sentences::of(const model::Lapse& lapse) const {
    return dutch(SentencePart::Lapsed, lapse.from, lapse.what);
}

std::string Sentences::of(const model::Ambiguity& ambiguity) const {
    std::vector<std::string> readings;
    for (std::size_t i = 0; i < ambiguity.readings.size(); ++i) {
        const std::string letter(1, static_cast<char>('a' + i % 26));
        readings.push_back(ambiguity.readings[i].empty()
                               ? dutch(SentencePart::UnnamedReading, letter)
                               : dutch(SentencePart::Reading, letter, ambiguity.readings[i]));
    }
    return ambiguity.label.empty()
               ? dutch(SentencePart::AmbiguousAlone, listed(readings, true))
               : dutch(SentencePart::Ambiguous, ambiguity.label, listed(readings, true));
}

std::string dayText(const support::Date& date) {
    return dutch(SentencePart::Day, std::to_string(date.day),
                 dutch(kMonths[static_cast<std::size_t>(date.month - 1) % kMonths.size()]), std::to_string(date.year));
}

} // namespace meldc::emit
