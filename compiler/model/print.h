#pragma once

#include <string>

#include "model/norm.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

namespace meldc::model {

/// A resolved protocol as text, one fact a line, indented by what it belongs to: the model stage of
/// `meldc dump`. For people and tests; not a format to parse.
std::string print(const Protocol& protocol, const Vocabulary& vocabulary);

/// A condition in the words of the model, fully bracketed.
std::string print(const Condition& condition, const Vocabulary& vocabulary);

/// A waiver as one line.
std::string print(const Waiver& waiver);

/// The name of what a reference points at.
std::string nameOf(const Ref& ref, const Protocol& protocol, const Vocabulary& vocabulary);

}  // namespace meldc::model
