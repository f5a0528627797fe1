#pragma once

#include "emit/xml_text.h"

#include <pugixml.hpp>

#include <optional>
#include <string>
#include <string_view>

/// WordprocessingML as a tree, with texts that any reader of XML takes.
namespace meldc::emit::docx {

inline constexpr const char* kMainNamespace =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
inline constexpr const char* kRelationsNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline constexpr const char* kPackageRelations =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// A child element at the end of `parent`, with up to two attributes.
pugi::xml_node add(pugi::xml_node parent, const char* name);
pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute,
                   const std::string& value);
pugi::xml_node add(pugi::xml_node parent, const char* name, const char* attribute,
                   const std::string& value, const char* second, const std::string& secondValue);
/// Sets an attribute, in place of one of that name.
void set(pugi::xml_node node, const char* attribute, const std::string& value);

/// The part as a file.
[[nodiscard]] std::string printed(const pugi::xml_document& document);

/// The address as a reader of documents accepts it; empty for anything but the web, mail and telephone:
/// a document must not start a program.
[[nodiscard]] std::string safeAddress(std::string_view url);

/// How deep elements are nested.
[[nodiscard]] std::size_t depthOf(const pugi::xml_document& document);

} // namespace meldc::emit::docx
