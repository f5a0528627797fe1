#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/vocabulary.h"

namespace meldc::model {

/// What an acceptance is about: fewer of these consequences, in these cases.
struct AcceptedLoss {
    /// Empty: the code gives no outcome any more.
    std::vector<ConceptId> consequences;
    /// Absent: in all cases.
    std::optional<Condition> when;
    Span span;
};

/// A new version of a code protects less in some cases, and somebody decided that it may.
struct Acceptance {
    std::string label;
    std::string unit;
    std::vector<AcceptedLoss> losses;
    std::string reason;
    std::string decidedBy;
    Date decidedOn;
    /// The last day on which it holds.
    Date until;
    Span span;
    /// Whether the program has the unit; else the nearest name, if any.
    bool isUnitKnown = true;
    std::string nearestUnit;
};

}  // namespace meldc::model
