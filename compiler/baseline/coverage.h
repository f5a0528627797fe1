#pragma once

#include <vector>

#include "check/check.h"
#include "model/norm.h"
#include "model/protocol.h"

namespace meldc::baseline {

/// Whether every line of every source document is cited by a statement or marked read. A unit
/// without documents is complete by itself.
///
/// How long a document is, is not known here; it counts as whole when lines 1 up to the last one that
/// is named are all cited or read, and that last one lies in a range that is marked read
/// (`gelezen regel …`): marking the end is how an encoder says that nothing follows. Lines that were
/// only searched for something (`ontbreekt … gezocht in … regel …`) were not read for all else.
bool isWhollyRead(const model::Protocol& protocol);
/// The same of one of its documents.
bool isWhollyRead(const model::Protocol& protocol, const model::SourceDocument& document);

/// The same as its documents show when they were opened.
bool isWhollyRead(const check::Subject& subject);

/// The searches of a protocol (`ontbreekt … gezocht in …`) that show that something is not there. One of
/// some lines does where the other lines were read, or when a point of a passage is sought. One of
/// which `reading` knows that it was made in another text does not; it may be null.
class Searches {
public:
    Searches(const model::Protocol& protocol, const check::Reading* reading);

    /// `search` may be of one of the protocol's worlds.
    [[nodiscard]] bool shows(const model::Absence& search) const;

private:
    std::vector<support::Span> shown_;
};

/// The `ontbreekt … gezocht in …` of the world that say that what the requirement asks for was looked
/// for and is not there; empty: no one says so. A disjunction needs one for each of its sides. Only
/// those of `searches` count; null: all do.
std::vector<const model::Absence*> absencesFor(const model::Vocabulary& vocabulary, const model::Protocol& world,
                                               const model::Requirement& requirement, const Searches* searches);

}  // namespace meldc::baseline
