#include "baseline/sector_law.h"

#include <algorithm>

#include "baseline/applicability.h"
#include "baseline/grounds.h"

namespace meldc::baseline {

namespace {

/// A protocol that says nothing but its sector.
model::Protocol protocolIn(model::ConceptId sector) {
    model::Protocol protocol;
    protocol.sectors.push_back({{sector}, {}});
    return protocol;
}

void addStatutes(const model::Library& library, const model::Protocol& protocol, const support::Date& date,
                 SectorLaw& law) {
    for (const std::string& id : law.profile->duties) {
        const model::Norm* norm = library.findNorm(id);
        if (norm == nullptr) continue;
        for (const model::Ground* ground : groundsOfSectors(library.vocabulary, *norm, protocol)) {
            law.statutes.push_back({ground, groundOnDate(library.vocabulary, *ground, date)});
        }
    }
}

void addSupervisors(const model::Vocabulary& vocabulary, const support::Date& date, SectorLaw& law) {
    for (const model::Supervision& each : law.profile->supervision) {
        if (!each.period.contains(date)) continue;
        Supervisor supervisor{&each, {}, each.status.value_or(model::TextStatus::Recalled)};
        if (each.source.isValid()) {
            const model::Ground written{each.source, each.parts, each.period, each.status, {}};
            supervisor.ground = groundOnDate(vocabulary, written, date);
            supervisor.status = supervisor.ground->status;
        }
        law.supervisors.push_back(std::move(supervisor));
    }
}

bool isFor(const model::Vocabulary& vocabulary, const std::vector<model::ConceptId>& sectors,
           model::ConceptId sector) {
    return std::any_of(sectors.begin(), sectors.end(),
                       [&](model::ConceptId each) { return vocabulary.fallsUnder(sector, each); });
}

bool isFor(const model::Vocabulary& vocabulary, const model::FrameworkDecl& framework, model::ConceptId sector) {
    const auto& lines = framework.body.sectors;
    // What names neither a sector nor a profession is for everybody.
    if (lines.empty()) return framework.body.professions.empty();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const model::NamesStatement& each) { return isFor(vocabulary, each.names, sector); });
}

}  // namespace

bool isAhead(const model::Outlook& outlook, const support::Date& date) {
    return outlook.known.contains(date);
}

SectorLaw sectorLaw(const model::Library& library, model::ConceptId sector, const support::Date& date) {
    const model::Vocabulary& vocabulary = library.vocabulary;
    const model::Protocol protocol = protocolIn(sector);
    SectorLaw law;
    law.sector = sector;
    law.profile = library.profileOf(sector);
    if (law.profile != nullptr) {
        addStatutes(library, protocol, date, law);
        addSupervisors(vocabulary, date, law);
    }
    for (const model::Norm& norm : library.norms) {
        if (norm.layer == model::Layer::House || !norm.inForce(date)) continue;
        if (!isSelected(vocabulary, norm, protocol, groundsFor(vocabulary, norm, protocol, date))) {
            law.elsewhere.push_back(&norm);
            continue;
        }
        law.norms.push_back(&norm);
        if (!norm.sectors.all) law.special.push_back(&norm);
    }
    for (const model::FrameworkDecl& framework : library.frameworks) {
        if (isFor(vocabulary, framework, sector)) law.frameworks.push_back(&framework);
    }
    for (const model::Outlook& outlook : library.outlooks) {
        if (isAhead(outlook, date) && (outlook.sectors.empty() || isFor(vocabulary, outlook.sectors, sector))) {
            law.outlooks.push_back(&outlook);
        }
    }
    return law;
}

std::vector<SectorLaw> sectorLaws(const model::Library& library, const model::Protocol& protocol,
                                  const support::Date& date) {
    std::vector<SectorLaw> laws;
    for (const model::NamesStatement& each : protocol.sectors) {
        if (each.origin.draft) continue;
        for (const model::ConceptId sector : each.names) {
            laws.push_back(sectorLaw(library, sector, date));
        }
    }
    return laws;
}

}  // namespace meldc::baseline
