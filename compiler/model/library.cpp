#include "model/library.h"

#include <algorithm>

namespace meldc::model {

StepId Protocol::findStep(std::string_view id) const {
    for (std::uint32_t index = 0; index < steps.size(); ++index) {
        if (steps[index].id == id) return StepId{index};
    }
    return StepId{};
}

const FrameworkDecl* Library::findFramework(std::string_view name) const {
    const auto at = std::find_if(frameworks.begin(), frameworks.end(),
                                 [&](const FrameworkDecl& each) { return each.name == name; });
    return at == frameworks.end() ? nullptr : &*at;
}

const Norm* Library::findNorm(std::string_view id) const {
    const auto at = std::find_if(norms.begin(), norms.end(), [&](const Norm& each) { return each.id == id; });
    return at == norms.end() ? nullptr : &*at;
}

std::optional<Date> Library::checkedUntil() const {
    std::optional<Date> earliest;
    for (const Source& source : vocabulary.sources) {
        // Law to come has no text that a verdict could rest on.
        if (source.states.empty()) {
            continue;
        }
        if (source.checkedUntil && (!earliest || *source.checkedUntil < *earliest)) {
            earliest = source.checkedUntil;
        }
    }
    return earliest;
}

std::vector<const Waiver*> waiversFor(const std::vector<Waiver>& waivers, const Protocol& protocol) {
    std::vector<const Waiver*> result;
    const auto addThoseOf = [&](const std::string& unit) {
        for (const Waiver& each : waivers) {
            if (each.unit == unit) result.push_back(&each);
        }
    };
    addThoseOf(protocol.name);
    for (const std::string& followed : protocol.follows) addThoseOf(followed);
    return result;
}

}  // namespace meldc::model
