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

bool says(const std::vector<model::VerbForm>& verbs, const std::string& name) {
    return std::any_of(verbs.begin(), verbs.end(), [&](const model::VerbForm& form) {
        return std::any_of(form.singular.begin(), form.singular.end(), [&](const model::VerbPiece& piece) {
            return piece.kind == model::VerbPiece::Kind::Words && piece.words.find(name) != std::string::npos;
        });
    });
}

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

std::vector<model::ConceptId> partiesNamedBy(const model::Vocabulary& vocabulary, model::ConceptId action) {
    std::vector<model::ConceptId> parties;
    for (std::uint32_t i = 0; i < vocabulary.concepts.size(); ++i) {
        const model::Concept& party = vocabulary.concepts[i];
        if (party.kind == model::ConceptKind::Party && !party.inSentence.empty() &&
            says(vocabulary[action].verbs, party.inSentence)) {
            parties.push_back(model::ConceptId{i});
        }
    }
    return parties;
}

std::vector<model::ConceptId> partiesForAdvice(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    std::vector<model::ConceptId> parties;
    const auto take = [&](model::ConceptId consequence) {
        const auto named = partiesNamedBy(vocabulary, consequence);
        parties.insert(parties.end(), named.begin(), named.end());
    };
    for (const model::Question& question : protocol.questions) {
        for (const model::Edge& edge : question.edges) {
            for (const model::Effect& effect : edge.effects) {
                take(effect.consequence);
            }
        }
    }
    for (const model::Meldnorm& meldnorm : protocol.meldnormen) {
        for (const model::Promise& promise : meldnorm.promises) {
            std::for_each(promise.consequences.begin(), promise.consequences.end(), take);
        }
    }
    return parties;
}

bool isForAnyone(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Contact& contact) {
    if (isEmergency(contact.phone) || dialled(contact.phone) == dialled(say(Phrase::NationalAdviceNumber))) {
        return true;
    }
    const auto parties = partiesForAdvice(vocabulary, protocol);
    return std::find(parties.begin(), parties.end(), contact.party) != parties.end();
}

bool isEmergency(const std::string& phone) {
    const std::size_t digits = dialled(phone).size();
    return digits > 0 && digits <= kEmergencyDigits;
}

std::vector<NationalNumber> nationalNumbers(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    bool hasEmergency = false;
    bool hasOther = false;
    for (const model::Contact& contact : protocol.contacts) {
        // That of an expert, or of a role, is no reason to leave out whom anyone may call.
        if (isForAnyone(vocabulary, protocol, contact)) {
            hasEmergency = hasEmergency || isEmergency(contact.phone);
            hasOther = hasOther || dialled(contact.phone).size() > kEmergencyDigits;
        }
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

} // namespace meldc::emit
