#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/ids.h"
#include "model/vocabulary.h"

namespace meldc::logic {

using model::Answer;
using model::FactId;

/// Value of a fact in a case; empty: nobody asked.
using Value = std::optional<Answer>;

/// One case: a value for each fact of the vocabulary, in declared order.
struct Case {
    std::vector<Value> values;

    Value operator[](FactId fact) const { return values[fact.value]; }
    bool operator==(const Case&) const = default;
};

/// The quiet case: danger no, support yes, neutral no.
Case quietCase(const model::Vocabulary& vocabulary);

/// The first implication that the case breaks, or nullptr; unknown facts break nothing.
const model::Implication* brokenImplication(const model::Vocabulary& vocabulary, const Case& given);

}  // namespace meldc::logic
