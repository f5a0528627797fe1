#include "check/draft.h"

#include <algorithm>

#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Whether the sentence of which the statement is one reading is a draft itself.
bool isReadingOfDraft(const model::Protocol& protocol, const model::Origin& origin) {
    return std::any_of(origin.guards.begin(), origin.guards.end(), [&](const auto& guard) {
        return protocol.ambiguities[guard.ambiguity].origin.draft;
    });
}

} // namespace

std::vector<Finding> checkDrafts(const Subject& subject) {
    std::vector<Finding> findings;
    forEachOrigin(subject.protocol, [&](const model::Origin& origin, const model::Origin* block) {
        // What stands inside a draft is part of it.
        const bool isInside = (block != nullptr && block->draft) ||
                              isReadingOfDraft(subject.protocol, origin);
        if (origin.draft && !isInside) {
            Finding finding{make<Diag::DraftLeft>(origin.span)};
            finding.evidence.push_back(origin);
            findings.push_back(std::move(finding));
        }
    });
    return findings;
}

} // namespace meldc::check
