#include "check/several_frameworks.h"

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkFrameworks(const Subject& subject) {
    return inEachWorld(subject, [&](std::size_t world, WorldFindings& findings) {
        const model::FrameworkUse* first = nullptr;
        for (const model::FrameworkUse& use : subject.selected[world].frameworks) {
            if (use.name.empty() || use.origin.draft) {
                continue;
            }
            if (first == nullptr) {
                first = &use;
            } else if (use.name != first->name) {
                Finding finding{
                    make<Diag::SeveralFrameworks>(use.origin.span, first->name, use.name)};
                finding.evidence = {first->origin, use.origin};
                findings.add(world, std::move(finding));
                return;
            }
        }
    });
}

} // namespace meldc::check
