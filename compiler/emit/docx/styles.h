#pragma once

#include "emit/docx/xml.h"
#include "support/localized.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit::docx {

/// A file of parts/ as it is inside the program.
[[nodiscard]] std::string_view ownPart(std::string_view name);

/// "nl-NL".
[[nodiscard]] const char* languageTag(support::Language language);

/// The styles of a document: those of a template, and this program's for what it does not have.
class StyleSheet {
public:
    /// `templateStyles`: the part of the template; empty: none. `isCompact`: as small as cards are; a template
    /// decides that itself.
    StyleSheet(std::string_view templateStyles, support::Language language, bool isCompact = false);

    /// The id of the style with this name: programs in other languages give other ids to one name.
    [[nodiscard]] const std::string& idOf(const std::string& name) const;
    /// Whether paragraphs of this style are numbered or have bullets by themselves, as the template
    /// wants it.
    [[nodiscard]] bool isListOfTemplate(const std::string& name) const;
    /// Styles that a template should have and this one has not.
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    [[nodiscard]] std::string part() const { return printed(styles_); }

private:
    void takeFrom(const pugi::xml_document& own);
    void makeCompact();
    void setLanguage(support::Language language);

    pugi::xml_document styles_;
    /// By name.
    std::map<std::string, std::string> ids_;
    std::map<std::string, bool> lists_;
    std::vector<std::string> missing_;
};

/// Bullets and numbers: those of a template stay, those of this program come behind them.
class Numbering {
public:
    /// `templateNumbering`: the part of the template; empty: none.
    explicit Numbering(std::string_view templateNumbering);

    /// The list of all bullets.
    [[nodiscard]] const std::string& bullets() const { return bullets_; }
    /// A list that begins with this number.
    [[nodiscard]] std::string newNumbered(int first);
    [[nodiscard]] std::string part() const { return printed(numbering_); }

private:
    pugi::xml_document numbering_;
    std::string bullets_;
    std::string numberedKind_;
    int nextNumber_ = 1;
};

} // namespace meldc::emit::docx
