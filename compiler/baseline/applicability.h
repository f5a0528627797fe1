#pragma once

#include "baseline/field_test.h"
#include "baseline/grounds.h"
#include "check/check.h"

namespace meldc::baseline {

/// Whether date and sector select the norm for this protocol, and for a house rule whether the
/// organisation adheres to it. A norm that is not selected has no result at all.
///
/// A norm holds for a protocol when it does for one of its sectors. A protocol that names no sector
/// is under the norms for all sectors and for all but some, not under those for some sectors only:
/// nothing is held against a code that may not concern it.
bool isSelected(const model::Vocabulary& vocabulary, const model::Norm& norm, const model::Protocol& protocol,
                const std::vector<GroundOnDate>& grounds);

/// Whether the norm is for the protocol at all, on whatever day: by its sectors, and for a house rule
/// by what the organisation adheres to.
bool concerns(const model::Vocabulary& vocabulary, const model::Norm& norm, const model::Protocol& protocol);

/// The grounds that can be grounds in one of the protocol's sectors, on whatever day.
std::vector<const model::Ground*> groundsOfSectors(const model::Vocabulary& vocabulary, const model::Norm& norm,
                                                   const model::Protocol& protocol);

/// The grounds in force that are grounds in one of the protocol's sectors.
std::vector<GroundOnDate> groundsFor(const model::Vocabulary& vocabulary, const model::Norm& norm,
                                     const model::Protocol& protocol, const support::Date& date);

/// The `hanteert` of a house rule, or null.
const model::AdheresTo* adherenceTo(const model::Norm& norm, const model::Protocol& protocol);

/// Whether a selected norm applies in one world.
struct Applies {
    Tri value = Tri::Yes;
    OpenBecause why = OpenBecause::OutsideText;
    /// Open: which framework the protocol uses is not settled.
    bool isFrameworkUnknown = false;
    /// No: why.
    Localized because;
    std::vector<Evidence> evidence;
    std::vector<std::string> words;
};

/// By kind of unit and by what the unit says of itself: not a matter of worlds.
Applies appliesToUnit(const model::Norm& norm, const model::Protocol& protocol);

/// By the framework that is used and by `indien`. A framework of the protocol's own counts as one of
/// those the norm lists when it declares the grounds that these have in common; else, as while it is
/// still to be chosen, it is open whether the norm is for it.
///
/// `isWholeText`: the unit is complete by itself or its documents were read to the end. In another
/// text a condition that holds or fails because something is not written leaves it open.
Applies appliesInWorld(const model::Library& library, const model::Norm& norm, const model::Protocol& world,
                       bool isWholeText);

}  // namespace meldc::baseline
