#pragma once

#include <string>
#include <vector>

#include "model/norm.h"
#include "model/source_place.h"

/// What a sector is about: who must have a protocol by which law, who supervises it.
namespace meldc::model {

/// Who supervises a sector.
struct Supervision {
    ConceptId party;
    /// The law that says so; invalid: none is named.
    SourceId source;
    SourceParts parts;
    Period period;
    /// Said here; else that of the source's state on the day.
    std::optional<TextStatus> status;
    Localized note;
};

/// A sector, as the library describes it. What is asked of its protocols stands in the norms.
struct SectorProfile {
    ConceptId sector;
    std::vector<std::string> also;
    /// The norms whose grounds oblige it to have a protocol.
    std::vector<std::string> duties;
    /// Who must adopt it.
    Localized authority;
    std::vector<Supervision> supervision;
    /// Name of the model to begin with; empty: there is none.
    std::string model;
    /// Why this model, or why none.
    Localized because;
    std::vector<Localized> notes;
};

/// A change of law that is being prepared. It holds nobody to anything.
struct Outlook {
    SourceId source;
    Period known;
    TextStatus status = TextStatus::Recalled;
    std::optional<Date> expected;
    std::vector<std::string> norms;
    /// Empty: all.
    std::vector<ConceptId> sectors;
    Localized text;
};

}  // namespace meldc::model
