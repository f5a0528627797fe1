#include "check/too_many_worlds.h"

#include "support/limits.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkWorldLimit(const Subject& subject) {
    // Counting again is needed only when the limit was reached.
    if (subject.worlds.size() < support::kMaxWorlds ||
        !model::worldsOf(subject.protocol).truncated) {
        return {};
    }
    Finding finding{make<Diag::TooManyWorlds>(subject.protocol.span, support::kMaxWorlds)};
    for (const auto& sentence : subject.protocol.ambiguities) {
        finding.evidence.push_back(sentence.origin);
    }
    return {std::move(finding)};
}

} // namespace meldc::check
