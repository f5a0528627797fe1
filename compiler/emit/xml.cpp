#include "emit/xml.h"

#include "emit/xml_text.h"

#include <sstream>

namespace meldc::emit {

std::string written(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

pugi::xml_node element(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

pugi::xml_node element(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node node = parent.append_child(name);
    node.append_child(pugi::node_pcdata).set_value(shownText(text).c_str());
    return node;
}

void attribute(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(shownText(value).c_str());
}

void attribute(pugi::xml_node node, const char* name, int value) {
    node.append_attribute(name).set_value(value);
}

void bounds(pugi::xml_node shape, const XmlBox& box) {
    pugi::xml_node node = element(shape, "dc:Bounds");
    attribute(node, "x", box.x);
    attribute(node, "y", box.y);
    attribute(node, "width", box.width);
    attribute(node, "height", box.height);
}

void waypoint(pugi::xml_node edge, int x, int y) {
    pugi::xml_node node = element(edge, "di:waypoint");
    attribute(node, "x", x);
    attribute(node, "y", y);
}

} // namespace meldc::emit
