#pragma once

#include "baseline/result.h"
#include "model/library.h"

/// What holds in a sector on a day: derived from the norms, the sector's profile and the sources.
namespace meldc::baseline {

/// An article that obliges a sector to have a protocol.
struct Statute {
    const model::Ground* written = nullptr;
    GroundOnDate ground;
};

/// Who supervises on the day.
struct Supervisor {
    const model::Supervision* written = nullptr;
    /// The article that says so; absent: none is named.
    std::optional<GroundOnDate> ground;
    /// How it is known.
    model::TextStatus status = model::TextStatus::Recalled;
};

struct SectorLaw {
    model::ConceptId sector;
    /// Null: the library says nothing of the sector but its name.
    const model::SectorProfile* profile = nullptr;
    /// All, those of another time as well.
    std::vector<Statute> statutes;
    std::vector<Supervisor> supervisors;
    /// Norms that hold, but those that an organisation chooses for itself.
    std::vector<const model::Norm*> norms;
    /// Those among them that are for some sectors only.
    std::vector<const model::Norm*> special;
    /// Norms that hold on the day in other sectors only.
    std::vector<const model::Norm*> elsewhere;
    /// Frameworks that are for the sector.
    std::vector<const model::FrameworkDecl*> frameworks;
    std::vector<const model::Outlook*> outlooks;
};

/// What the library knows of a sector on `date`.
SectorLaw sectorLaw(const model::Library& library, model::ConceptId sector, const support::Date& date);

/// What the library knows of each sector of a protocol; drafts count for nothing.
std::vector<SectorLaw> sectorLaws(const model::Library& library, const model::Protocol& protocol,
                                  const support::Date& date);

/// Whether the change is known on `date` and not settled yet.
bool isAhead(const model::Outlook& outlook, const support::Date& date);

}  // namespace meldc::baseline
