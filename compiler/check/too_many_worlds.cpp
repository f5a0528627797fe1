#include "check/too_many_worlds.h"

#include "support/limits.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkWorldLimit(const Subject& subject) {
    if (!subject.truncated) {
        return {};
    }
    Finding finding{make<Diag::TooManyWorlds>(subject.protocol.span, support::kMaxWorlds)};
    for (const auto& sentence : subject.protocol.ambiguities) {
        finding.evidence.push_back(sentence.origin);
    }
    return {std::move(finding)};
}

} // namespace meldc::check
