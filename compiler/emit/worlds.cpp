#include "emit/worlds.h"

#include "emit/places.h"

namespace meldc::emit {

WorldText describe(const support::SourceMap& sources, const model::Protocol& protocol,
                   const model::World& world, FileNames names) {
    WorldText result;
    for (std::size_t i = 0; i < world.readings.size(); ++i) {
        const model::Ambiguity& ambiguity = protocol.ambiguities[i];
        result.readings.emplace_back(ambiguity.label, ambiguity.readings[world.readings[i]]);
    }
    for (std::size_t i = 0; i < world.values.size(); ++i) {
        const model::VariantGroup& group = protocol.variantGroups[i];
        const auto& statements = group.statements[world.values[i]];
        std::string place;
        if (!statements.empty()) {
            const At at = placeOf(sources, statements.front().span, names);
            place = at.file + ":" + std::to_string(at.line);
        }
        result.variants.emplace_back(group.owner, place);
    }
    return result;
}

} // namespace meldc::emit
