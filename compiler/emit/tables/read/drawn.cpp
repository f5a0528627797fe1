#include "emit/tables/read/drawn.h"

#include <cstdint>

namespace meldc::emit {

namespace {

struct DrawnBox {
    std::int64_t x = 0;
    std::int64_t y = 0;
    std::int64_t width = 0;
    std::int64_t height = 0;

    /// Whether a point lies on its border or inside.
    [[nodiscard]] bool holds(pugi::xml_node point) const {
        const int atX = point.attribute("x").as_int();
        const int atY = point.attribute("y").as_int();
        return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }
};

} // namespace

std::optional<ReadDifference> differenceInDrawing(pugi::xml_node plane, const DrawnNames& names, const DrawnIds& ids) {
    Said wanted;
    Said found;
    for (const std::string& id : ids.shapes) {
        wanted.say(names.shape, id);
    }
    for (const auto& [id, ends] : ids.lines) {
        wanted.say(names.line, id + ": " + ends.first + ", " + ends.second);
    }
    std::map<std::string, DrawnBox> boxes;
    for (const pugi::xml_node shape : plane.children(names.shape)) {
        const std::string id = shape.attribute(names.of).value();
        const pugi::xml_node bounds = shape.child("dc:Bounds");
        const DrawnBox box{bounds.attribute("x").as_int(), bounds.attribute("y").as_int(),
                           bounds.attribute("width").as_int(), bounds.attribute("height").as_int()};
        found.say(names.shape, id + (box.width > 0 && box.height > 0 ? "" : "?"));
        boxes[id] = box;
    }
    for (const pugi::xml_node line : plane.children(names.line)) {
        const std::string id = line.attribute(names.of).value();
        const auto ends = ids.lines.find(id);
        std::string text = id + ":";
        if (ends != ids.lines.end()) {
            const bool begins = boxes[ends->second.first].holds(line.child("di:waypoint"));
            const bool arrives = boxes[ends->second.second].holds(line.last_child().name() == std::string("di:waypoint")
                                                                      ? line.last_child()
                                                                      : line.last_child().previous_sibling("di:waypoint"));
            text += (begins ? " " + ends->second.first : " ?") + (arrives ? ", " + ends->second.second : ", ?");
        }
        found.say(names.line, text);
    }
    return differenceOf(wanted, found);
}

std::string_view behindMark(std::string_view text, char mark) {
    const std::size_t at = text.find(mark);
    return at == text.npos ? text : text.substr(at + 1);
}

} // namespace meldc::emit
