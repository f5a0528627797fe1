#pragma once

#include "emit/document/document.h"
#include "emit/docx/package.h"
#include "emit/docx/styles.h"

#include <map>
#include <string>
#include <vector>

namespace meldc::emit::docx {

/// The blocks of a document as WordprocessingML.
class Body {
public:
    Body(const document::Document& document, const StyleSheet& styles, Numbering& numbering,
         int textWidth)
        : document_(document), styles_(styles), numbering_(numbering), textWidth_(textWidth) {}

    /// Puts title and blocks into `body` (w:body).
    void write(pugi::xml_node body);
    /// What its links and pictures are, by their ids.
    struct Relation {
        std::string id;
        std::string target;
        bool isLink = false;
    };
    [[nodiscard]] const std::vector<Relation>& relations() const { return relations_; }
    [[nodiscard]] const std::vector<Part>& pictures() const { return pictures_; }

private:
    /// Where a block stands.
    struct Place {
        bool isInCell = false;
        bool isInNotice = false;
        /// How many lists it is in, and the list that its paragraph begins an item of.
        int depth = 0;
        const std::string* list = nullptr;
        bool isNumbered = false;
    };

    void blocks(pugi::xml_node parent, const document::Blocks& blocks, const Place& place);
    void part(pugi::xml_node parent, const document::Heading& heading, const Place& place);
    void part(pugi::xml_node parent, const document::Paragraph& paragraph, const Place& place);
    void part(pugi::xml_node parent, const document::List& list, const Place& place);
    void ticks(pugi::xml_node parent, const document::List& list, const Place& place);
    void part(pugi::xml_node parent, const document::Definitions& definitions,
              const Place& place);
    void part(pugi::xml_node parent, const document::Table& table, const Place& place);
    void part(pugi::xml_node parent, const document::Notice& notice, const Place& place);
    void part(pugi::xml_node parent, const document::Field& field, const Place& place);
    void part(pugi::xml_node parent, const document::Image& image, const Place& place);
    void part(pugi::xml_node parent, const document::Drawing& drawing, const Place& place);
    void part(pugi::xml_node parent, const document::Contents& contents, const Place& place);
    void part(pugi::xml_node parent, const document::PageBreak& pageBreak, const Place& place);

    void row(pugi::xml_node table, const document::Row& row, const std::vector<int>& widths,
             const Place& place);
    /// One cell of the whole width, at least so high, in twentieths of a point.
    pugi::xml_node box(pugi::xml_node parent, int height);
    [[nodiscard]] std::vector<int> widthsOf(const document::Table& table) const;
    /// A paragraph of a style; without text yet.
    pugi::xml_node paragraphOf(pugi::xml_node parent, const std::string& style);
    void runs(pugi::xml_node paragraph, const document::Runs& runs,
              document::Tone tone = document::Tone::None);
    void oneRun(pugi::xml_node parent, const document::Run& run, document::Tone tone,
                bool isLink);
    /// The bookmark of an anchor; its name is made when it is first spoken of.
    [[nodiscard]] const std::string& bookmarkOf(const std::string& anchor);
    void bookmark(pugi::xml_node paragraph, const std::string& anchor);
    [[nodiscard]] std::string relationTo(const std::string& target, bool isLink);

    const document::Document& document_;
    const StyleSheet& styles_;
    Numbering& numbering_;
    int textWidth_;
    std::vector<Relation> relations_;
    std::vector<Part> pictures_;
    std::map<std::string, std::string> bookmarks_;
    int nextBookmark_ = 1;
    int nextField_ = 1;
};

/// The colour of a tone, as pages have it in print; empty for none.
[[nodiscard]] std::string colourOf(document::Tone tone);

/// Adds a run with text, its tabs and line feeds as what they are.
pugi::xml_node addText(pugi::xml_node parent, std::string_view text);
/// Adds a field whose result is counted when pages are laid out.
void addField(pugi::xml_node paragraph, const std::string& instruction,
              const std::string& result);

} // namespace meldc::emit::docx
