#pragma once

#include "emit/document/document.h"
#include "emit/html/html.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace meldc::emit::html {

/// The blocks of a document as HTML.
class Page {
public:
    /// `pages`: of what is printed (see html.h); null: no numbers.
    explicit Page(const document::Document& document, const PageNumbers* pages = nullptr)
        : document_(document), pages_(pages) {}

    [[nodiscard]] std::string body();

private:
    void blocks(const document::Blocks& blocks);
    /// In a cell or an item a paragraph that is alone needs no tag of its own.
    void inside(const document::Blocks& blocks);

    void part(const document::Heading& heading);
    void part(const document::Paragraph& paragraph);
    void part(const document::List& list);
    void part(const document::Definitions& definitions);
    void part(const document::Table& table);
    void part(const document::Notice& notice);
    void part(const document::Field& field);
    void part(const document::Image& image);
    void part(const document::Drawing& drawing);
    void part(const document::Contents& contents);
    void part(const document::PageBreak& pageBreak);

    void row(const document::Table& table, const document::Row& row);
    void runs(const document::Runs& runs);
    void oneRun(const document::Run& run);
    /// The id of an anchor; made when it is first spoken of.
    [[nodiscard]] const std::string& idOf(const std::string& anchor);
    /// The number behind a line of the list of headings; empty: none is shown.
    [[nodiscard]] std::string pageOf(const std::string& anchor);
    /// A name for a table that no other has.
    [[nodiscard]] std::string nameOf(const document::Table& table);

    const document::Document& document_;
    const PageNumbers* pages_;
    std::string text_;
    std::map<std::string, std::string> ids_;
    std::set<std::string> names_;
};

} // namespace meldc::emit::html
