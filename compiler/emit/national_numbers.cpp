#include "emit/national_numbers.h"

#include "diagnostics/phrases.h"
#include "emit/page_words.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Numbers of this many digits at most are those that everyone knows by heart: for emergencies
/// (ITU-T E.164.1).
constexpr std::size_t kEmergencyDigits = 3;

} // namespace

std::string dialled(const std::string& phone) {
    std::string digits;
    for (const char letter : phone) {
        if ((letter >= '0' && letter <= '9') || (letter == '+' && digits.empty())) {
            digits += letter;
        }
    }
    return digits;
}

bool isEmergency(const std::string& phone) {
    const std::size_t digits = dialled(phone).size();
    return digits > 0 && digits <= kEmergencyDigits;
}

std::vector<NationalNumber> nationalNumbers(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    bool hasEmergency = false;
    bool hasOther = false;
    for (const model::Contact& contact : protocol.contacts) {
        if (vocabulary[contact.party].kind == model::ConceptKind::RoleKind) {
            continue;
        }
        hasEmergency = hasEmergency || isEmergency(contact.phone);
        hasOther = hasOther || dialled(contact.phone).size() > kEmergencyDigits;
    }
    std::vector<NationalNumber> numbers;
    if (!hasEmergency) {
        numbers.push_back({say(Phrase::NationalEmergency), say(Phrase::NationalEmergencyNumber)});
    }
    if (!hasOther) {
        numbers.push_back({say(Phrase::NationalAdvice), say(Phrase::NationalAdviceNumber)});
    }
    return numbers;
}

std::vector<std::string> rolesToCall(const model::Protocol& protocol) {
    std::vector<bool> isMeant(protocol.roles.size(), false);
    const auto take = [&](const std::vector<model::Ref>& who) {
        for (const model::Ref& one : who) {
            if (one.kind == model::Ref::Kind::Role) {
                isMeant[one.index] = true;
            }
        }
    };
    const auto takeActors = [&](const std::vector<model::ActorStatement>& statements) {
        for (const model::ActorStatement& one : statements) {
            take(one.actor.who);
        }
    };
    for (const model::Step& step : protocol.steps) {
        takeActors(step.owners);
        takeActors(step.deciders);
        for (const model::Involvement& one : step.consults) {
            take(one.who);
        }
    }
    for (const model::Decision& decision : protocol.decisions) {
        takeActors(decision.owners);
        takeActors(decision.deciders);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < isMeant.size(); ++i) {
        const model::RoleDecl& role = protocol.roles[i];
        const bool isKnown =
            std::any_of(protocol.contacts.begin(), protocol.contacts.end(), [&](const model::Contact& contact) {
                return !contact.phone.empty() &&
                       std::find(role.kinds.begin(), role.kinds.end(), contact.party) != role.kinds.end();
            });
        if (isMeant[i] && !isKnown) {
            names.push_back(capital(role.label.empty() ? role.name : role.label));
        }
    }
    return names;
}

} // namespace meldc::emit
