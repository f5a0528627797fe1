#pragma once

#include "emit/places.h"
#include "model/world.h"
#include "support/source_file.h"

#include <string>
#include <utility>
#include <vector>

namespace meldc::emit {

/// A world in the user's words.
struct WorldText {
    /// Ambiguous sentence and the reading chosen.
    std::vector<std::pair<std::string, std::string>> readings;
    /// What a contradicted slot belongs to, and where the statement that counts stands.
    std::vector<std::pair<std::string, std::string>> variants;
};

/// `names`: how the places of variants tell their file.
[[nodiscard]] WorldText describe(const support::SourceMap& sources,
                                 const model::Protocol& protocol, const model::World& world,
                                 FileNames names = FileNames::Paths);

} // namespace meldc::emit
