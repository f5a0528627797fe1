#pragma once

#include <optional>
#include <vector>

#include "logic/decision.h"
#include "logic/diagram.h"
#include "logic/structure.h"

namespace meldc::logic {

/// A case with the open terms and choices that it needs; terms not listed may be anything.
struct Example {
    Case given;
    std::vector<Assumed> assumed;
};

/// The smallest case of a function over facts and terms, or nothing when it is never yes.
///
/// Smallest: fewest facts that differ from `base`; then the one whose differing facts come first in
/// declared order; then crisp answers before doubt, first fact first, and no before yes. Of terms
/// no before yes. Facts range over `domain`. `base` must be complete.
std::optional<Example> smallestCase(const Diagrams& diagrams, Node where, const Case& base,
                                    AnswerSet domain, const Terms& terms);

/// The values of terms, no before yes, that make a function over terms alone yes. It must not be
/// the constant no.
std::vector<Assumed> smallestTerms(const Diagrams& diagrams, Node where, const Terms& terms);

} // namespace meldc::logic
