#pragma once

#include "baseline/coverage.h"
#include "baseline/field_test.h"
#include "baseline/verdict.h"
#include "check/check.h"

namespace meldc::baseline {

/// How silence is read: by the norm, and of what kind of text.
struct SilenceRule {
    /// `bij zwijgen geschonden`: what is not written is not met. Else it is open.
    bool violates = true;
    /// The unit is complete by itself or its documents were read to the end (isWhollyRead).
    bool isWholeText = true;
    /// Which searches show that something is not there; null: all do.
    const Searches* searches = nullptr;
};

/// Judges what is written (`er is …`, `elke … heeft …`) in one world.
///
/// When the requirement fails only because something is not there:
///
/// | the text | `bij zwijgen geschonden` | `bij zwijgen open` |
/// |---|---|---|
/// | `ontbreekt … gezocht` says so | violated | violated |
/// | complete by itself, or read to the end | violated | open (silent) |
/// | a document not read to its end | open (not encoded) | open (not encoded) |
///
/// A code that says something else (may instead of must, another role) is not silent: then it is
/// violated wherever the text is whole. What counts as one too many because it lacks something
/// (`er is geen taak waarbij systeem ontbreekt`) violates in a whole text too, in another one it is
/// open. A requirement that holds because nothing is there
/// (`er is geen …`) is satisfied in each.
WorldVerdict judgeStructural(const model::Vocabulary& vocabulary, const model::Protocol& world,
                             const model::Requirement& requirement, SilenceRule silence);

/// Tests a condition on the unit as a whole (`indien …`).
FieldOutcome testUnit(const model::Vocabulary& vocabulary, const model::Protocol& world,
                      const model::FieldCondition& condition, FieldTrace& trace);

}  // namespace meldc::baseline
