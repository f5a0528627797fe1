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
/// Whether it is one to call in danger.
[[nodiscard]] bool isEmergency(const std::string& phone);
/// What a telephone can dial.
[[nodiscard]] std::string dialled(const std::string& phone);

} // namespace meldc::emit
