#include "check/framework_over_model.h"

#include <algorithm>

namespace meldc::check {

std::vector<Finding> checkFrameworkOverModel(const Subject& subject) {
    const model::Protocol& protocol = subject.protocol;
    // A framework belongs to a profession; a sector is that of an organisation.
    const bool isOfSector =
        std::any_of(protocol.sectors.begin(), protocol.sectors.end(),
                    [](const model::NamesStatement& each) { return each.origin.level > 0; });
    const bool isOfOrganisation = !protocol.organisation.empty() || !protocol.authority.empty();
    if (protocol.kind != model::UnitKind::Framework || protocol.follows.empty() ||
        (!isOfSector && !isOfOrganisation)) {
        return {};
    }
    return {{diagnostics::make<diagnostics::Diag::FrameworkOverModel>(protocol.span,
                                                                     protocol.follows.front())}};
}

} // namespace meldc::check
