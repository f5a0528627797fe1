#include "check/never_applies.h"

#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;

std::vector<Finding> checkNeverApplies(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        const auto add = [&](const support::Localized& thing, const model::Origin& origin) {
            Finding finding{make<Diag::NeverApplies>(origin.span, thing)};
            finding.evidence.push_back(origin);
            findings.push_back(std::move(finding));
        };
        std::vector<bool> routeFires(here.world.routes.size(), true);
        for (std::uint32_t index = 0; index < here.world.routes.size(); ++index) {
            const auto& route = here.world.routes[index];
            routeFires[index] =
                route.id.empty() || !here.analysis.exists() || here.analysis.fires(index);
            if (!routeFires[index]) {
                add(phrase(Phrase::ThingRoute, route.id), route.origin);
            }
        }
        for (std::uint32_t index = 0; index < here.world.tasks.size(); ++index) {
            const auto& task = here.world.tasks[index];
            const bool isInDeadRoute =
                task.home.kind == model::HomeKind::Route && !routeFires[task.home.index];
            if (task.condition && !isInDeadRoute && !here.analysis.applies(index)) {
                add(phrase(Phrase::ThingDuty), task.origin);
            }
        }
        for (const auto& meldnorm : here.world.meldnormen) {
            for (const auto& promise : meldnorm.promises) {
                if (!here.analysis.canHold(promise.condition)) {
                    add(phrase(Phrase::ThingPromise, meldnorm.id), promise.origin);
                }
            }
        }
    });
}

} // namespace meldc::check
