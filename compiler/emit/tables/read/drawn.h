#pragma once

#include "emit/tables/read/said.h"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meldc::emit {

/// What a drawing must show: things, and lines between two of them, by their ids.
struct DrawnIds {
    std::vector<std::string> shapes;
    /// By the id of the line: from, to.
    std::map<std::string, std::pair<std::string, std::string>> lines;
};

/// How a language of drawings calls its shapes, its lines, and the attribute that says whose they are.
struct DrawnNames {
    const char* shape;
    const char* line;
    const char* of;
};

/// Whether each is drawn once, nothing else is, and each line begins and ends at what it connects.
[[nodiscard]] std::optional<ReadDifference> differenceInDrawing(pugi::xml_node plane, const DrawnNames& names,
                                                                const DrawnIds& ids);

/// The part of a text behind the first `mark`; all of it without one.
[[nodiscard]] std::string_view behindMark(std::string_view text, char mark);

} // namespace meldc::emit
