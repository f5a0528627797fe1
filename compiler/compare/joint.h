#pragma once

#include <vector>

#include "logic/comparison.h"
#include "model/vocabulary.h"

namespace meldc::compare {

/// One vocabulary for two texts: the facts and concepts of the new text, and behind them those that only
/// the old one has. What has the same name is the same.
struct Joint {
    model::Vocabulary vocabulary;
    /// Decisions are left out; the caller fills them in.
    logic::ComparedSide before;
    logic::ComparedSide after;

    /// A case in the numbers of one side; facts that it does not have are left out.
    [[nodiscard]] static logic::Case on(const logic::ComparedSide& side, const logic::Case& given);
};

Joint joined(const model::Vocabulary& before, const model::Vocabulary& after);

} // namespace meldc::compare
