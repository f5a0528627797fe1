#include "model/sector.h"

#include <algorithm>

#include "model/library.h"

namespace meldc::model {

const SectorProfile* Library::profileOf(ConceptId sector) const {
    const auto at = std::find_if(sectors.begin(), sectors.end(),
                                 [&](const SectorProfile& each) { return each.sector == sector; });
    if (at != sectors.end()) return &*at;
    for (const ConceptId wider : vocabulary[sector].fallsUnder) {
        if (const SectorProfile* found = profileOf(wider)) return found;
    }
    return nullptr;
}

ConceptId Library::findSector(std::string_view name) const {
    const ConceptId id = vocabulary.find(name);
    if (id.isValid() && vocabulary[id].kind == ConceptKind::Sector) return id;
    for (const SectorProfile& each : sectors) {
        if (std::find(each.also.begin(), each.also.end(), name) != each.also.end()) return each.sector;
    }
    return {};
}

}  // namespace meldc::model
