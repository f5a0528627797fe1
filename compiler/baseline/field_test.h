#pragma once

#include <string>
#include <vector>

#include "baseline/result.h"
#include "model/table.h"

namespace meldc::baseline {

enum class Tri : std::uint8_t { No, Open, Yes };

/// Outcome of a test on the fields of a row.
struct FieldOutcome {
    Tri value = Tri::No;
    /// Open: why.
    OpenBecause why = OpenBecause::OpenTerm;
    /// Yes or no, and only because something is not written (not because something else is).
    bool isBySilence = false;
    /// Decided by slots alone: a no is then no silence, another value is written.
    bool isBySlot = false;
    /// No, but whether the row is meant at all is open: a condition beside what fails is.
    bool isBesideOpen = false;
};

/// What bears an outcome: statements, and the words that leave it open.
struct FieldTrace {
    std::vector<const model::Origin*> statements;
    std::vector<std::string> words;
    /// Some test on the row was met, wholly or perhaps.
    bool metSomething = false;
};

/// Tests the fields of one row, three-valued: an open term makes it open, not false.
FieldOutcome testFields(const model::Vocabulary& vocabulary, const model::Protocol& world, const model::Row& row,
                        const model::FieldCondition& condition, FieldTrace& trace);

/// Whether the condition asks about the field.
bool asksAbout(const model::FieldCondition& condition, model::Field field);

}  // namespace meldc::baseline
