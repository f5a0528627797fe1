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

} // namespace meldc::emit
