#pragma once

#include "model/protocol.h"
#include "model/vocabulary.h"

#include <string>
#include <vector>

/// Whom one calls: for every document that tells it, so that all say the same.
namespace meldc::emit {

/// A number that holds in the whole country, and does not come from the protocol.
struct NationalNumber {
    std::string name;
    std::string number;
};

/// Those for which the protocol has no number of its own: in danger, and for advice. That of somebody inside,
/// of a role, stands for neither.
[[nodiscard]] std::vector<NationalNumber> nationalNumbers(const model::Vocabulary& vocabulary,
                                                          const model::Protocol& protocol);
/// Parties that the words of an action name: to whom it is reported.
[[nodiscard]] std::vector<model::ConceptId> partiesNamedBy(const model::Vocabulary& vocabulary, model::ConceptId action);
/// Those to whom the questions and promises lead: whom anyone may call for advice.
[[nodiscard]] std::vector<model::ConceptId> partiesForAdvice(const model::Vocabulary& vocabulary,
                                                             const model::Protocol& protocol);
/// Whether a contact is for anyone, staff or not: in danger, or for advice.
[[nodiscard]] bool isForAnyone(const model::Vocabulary& vocabulary, const model::Protocol& protocol,
                               const model::Contact& contact);
/// Whether it is one to call in danger.
[[nodiscard]] bool isEmergency(const std::string& phone);
/// What a telephone can dial.
[[nodiscard]] std::string dialled(const std::string& phone);

} // namespace meldc::emit
