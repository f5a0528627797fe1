#pragma once

#include "emit/build_input.h"
#include "emit/page_words.h"
#include "emit/sentences/sentences.h"

#include <vector>

namespace meldc::emit {

/// An answer that leads to what is promised in a case for which no promise gives it.
struct Unpromised {
    /// In the protocol with all its readings.
    const model::Question* question = nullptr;
    const model::Edge* edge = nullptr;
    model::ConceptId consequence;
};
/// Answers yes and no of the questions that lead, in some case, to what the protocol promises in others only: who
/// reads the promises alone would think that it is not done then. What is too large to be looked at has none.
[[nodiscard]] std::vector<Unpromised> unpromised(const BuildInput& input);

/// That it is done at this answer too, as a sentence.
[[nodiscard]] std::string alsoPromised(const PageWords& words, const Sentences& sentences, const Unpromised& one);

} // namespace meldc::emit
