#include "baseline/verdict.h"

#include <algorithm>

namespace meldc::baseline {

void addEvidence(std::vector<Evidence>& evidence, const Evidence& passage) {
    if (!passage.span.hasPlace() && passage.places.empty()) return;
    if (std::find(evidence.begin(), evidence.end(), passage) == evidence.end()) evidence.push_back(passage);
}

void addEvidence(std::vector<Evidence>& evidence, const model::Origin* origin) {
    if (origin != nullptr) addEvidence(evidence, Evidence{origin->span, origin->places});
}

void leaveOpen(WorldVerdict& verdict, OpenBecause because) {
    verdict.status = Status::Open;
    verdict.openBecause = because;
}

}  // namespace meldc::baseline
