#include "emit/docx/xml.h"

#include <algorithm>
#include <array>

namespace meldc::emit::docx {

namespace {

class ToString : public pugi::xml_writer {
public:
    void write(const void* data, std::size_t size) override {
        bytes.append(static_cast<const char*>(data), size);
    }
    std::string bytes;
};

bool isAddressLetter(unsigned char letter) {
    const bool isWord = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                        (letter >= '0' && letter <= '9');
    return isWord || std::string_view("-._~:/?@!$&'()*+,;=").find(static_cast<char>(letter)) !=
                         std::string_view::npos;
}

bool isHexDigit(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
           (letter >= 'A' && letter <= 'F');
}

class DepthWalker : public pugi::xml_tree_walker {
public:
    bool for_each(pugi::xml_node&) override {
        deepest = std::max(deepest, static_cast<std::size_t>(depth()));
        return true;
    }
    std::size_t deepest = 0;
};

} // namespace

pugi::xml_node add(pugi::xml_node parent, const char* name) {
    return parent.append_child(name);
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute,
                   const std::string& value) {
    pugi::xml_node node = parent.append_child(name);
    set(node, attribute, value);
    return node;
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute,
                   const std::string& value, const char* second, const std::string& secondValue) {
    pugi::xml_node node = add(parent, name, attribute, value);
    set(node, second, secondValue);
    return node;
}

void set(pugi::xml_node node, const char* attribute, const std::string& value) {
    pugi::xml_attribute there = node.attribute(attribute);
    if (!there) {
        there = node.append_attribute(attribute);
    }
    there.set_value(value.c_str());
}

std::string printed(const pugi::xml_document& document) {
    ToString writer;
    document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(writer.bytes);
}

std::string safeAddress(std::string_view url) {
    constexpr std::array<std::string_view, 4> kSchemes{"https://", "http://", "mailto:", "tel:"};
    const auto* scheme = std::find_if(kSchemes.begin(), kSchemes.end(),
                                      [&](std::string_view each) { return url.starts_with(each); });
    if (scheme == kSchemes.end() || url.size() == scheme->size() ||
        !isAddressLetter(static_cast<unsigned char>(url[scheme->size()]))) {
        return {};
    }
    std::string address;
    bool hasFragment = false;
    for (std::size_t at = 0; at < url.size(); ++at) {
        const auto letter = static_cast<unsigned char>(url[at]);
        const bool isEscape = letter == '%' && at + 2 < url.size() && isHexDigit(url[at + 1]) &&
                              isHexDigit(url[at + 2]);
        const bool isFragment = letter == '#' && !hasFragment;
        hasFragment = hasFragment || isFragment;
        if (isAddressLetter(letter) || isEscape || isFragment) {
            address += static_cast<char>(letter);
        } else {
            constexpr std::string_view kHex = "0123456789ABCDEF";
            address += '%';
            address += kHex[letter >> 4U];
            address += kHex[letter & 15U];
        }
    }
    return address;
}

std::size_t depthOf(const pugi::xml_document& document) {
    DepthWalker walker;
    // Walking changes nothing, but its interface is not const.
    const_cast<pugi::xml_document&>(document).traverse(walker); // NOLINT(*-const-cast)
    return walker.deepest;
}

} // namespace meldc::emit::docx
