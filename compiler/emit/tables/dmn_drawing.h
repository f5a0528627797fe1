#pragma once

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace meldc::emit {

/// One arrow: `from` is needed for `to`.
struct DmnNeed {
    std::string id;
    std::string from;
    std::string to;
};

/// Ids of what is drawn, by the row that it stands in.
struct DmnLevels {
    /// Who does what, all decisions together, and the norms.
    std::vector<std::string> above;
    std::vector<std::string> decided;
    std::vector<std::string> facts;
    std::vector<std::string> questions;
};

/// Adds the drawing of a decision to its definitions.
void draw(pugi::xml_node definitions, const DmnLevels& levels, const std::vector<DmnNeed>& needs);

} // namespace meldc::emit
