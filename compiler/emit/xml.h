#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// XML as meldc writes it.
namespace meldc::emit {

/// The document as UTF-8, two spaces deep.
[[nodiscard]] std::string written(const pugi::xml_document& document);

/// A new child element.
pugi::xml_node element(pugi::xml_node parent, const char* name);
/// A new child element with text in it.
pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view text);
/// Sets an attribute; what XML cannot hold is replaced.
void attribute(pugi::xml_node node, const char* name, std::string_view value);
/// Sets an attribute to a number of pixels.
void attribute(pugi::xml_node node, const char* name, int value);

/// A rectangle of a drawing, in pixels.
struct XmlBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    [[nodiscard]] int middleX() const { return x + width / 2; }
    [[nodiscard]] int middleY() const { return y + height / 2; }
};
/// A `dc:Bounds` in a shape.
void bounds(pugi::xml_node shape, const XmlBox& box);
/// A `di:waypoint` in an edge.
void waypoint(pugi::xml_node edge, int x, int y);

} // namespace meldc::emit
