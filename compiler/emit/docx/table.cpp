#include "emit/docx/body.h"

#include <algorithm>
#include <numeric>

namespace meldc::emit::docx {

namespace {

constexpr const char* kTableStyle = "Meldc Table";

pugi::xml_node addCell(pugi::xml_node row, int width) {
    pugi::xml_node cell = add(row, "w:tc");
    add(add(cell, "w:tcPr"), "w:tcW", "w:w", std::to_string(width), "w:type", "dxa");
    return cell;
}

} // namespace

std::vector<int> Body::widthsOf(const document::Table& table) const {
    const std::size_t columns = table.header.size();
    std::vector<int> parts = table.widths;
    parts.resize(columns, 1);
    const int whole = std::max(1, std::accumulate(parts.begin(), parts.end(), 0));
    for (int& part : parts) {
        part = part * textWidth_ / whole;
    }
    return parts;
}

pugi::xml_node Body::box(pugi::xml_node parent, int height) {
    pugi::xml_node table = add(parent, "w:tbl");
    pugi::xml_node properties = add(table, "w:tblPr");
    add(properties, "w:tblStyle", "w:val", styles_.idOf(kTableStyle));
    add(properties, "w:tblW", "w:w", std::to_string(textWidth_), "w:type", "dxa");
    add(properties, "w:tblLayout", "w:type", "fixed");
    add(properties, "w:tblLook", "w:val", "0000");
    add(add(table, "w:tblGrid"), "w:gridCol", "w:w", std::to_string(textWidth_));
    pugi::xml_node row = add(table, "w:tr");
    pugi::xml_node rowProperties = add(row, "w:trPr");
    add(rowProperties, "w:cantSplit");
    add(rowProperties, "w:trHeight", "w:val", std::to_string(height), "w:hRule", "atLeast");
    return addCell(row, textWidth_);
}

/// The layout is fixed: a word of ten thousand letters is broken, it does not push the page aside.
void Body::part(pugi::xml_node parent, const document::Table& table, const Place& place) {
    if (!table.caption.empty()) {
        runs(paragraphOf(parent, "caption"), table.caption);
    }
    const std::vector<int> widths = widthsOf(table);
    pugi::xml_node node = add(parent, "w:tbl");
    pugi::xml_node properties = add(node, "w:tblPr");
    add(properties, "w:tblStyle", "w:val", styles_.idOf(kTableStyle));
    add(properties, "w:tblW", "w:w", std::to_string(std::accumulate(widths.begin(), widths.end(), 0)),
        "w:type", "dxa");
    add(properties, "w:tblLayout", "w:type", "fixed");
    pugi::xml_node look = add(properties, "w:tblLook", "w:val", "00A0");
    for (const auto& [name, value] :
         {std::pair{"w:firstRow", "1"}, {"w:lastRow", "0"}, {"w:firstColumn", "1"},
          {"w:lastColumn", "0"}, {"w:noHBand", "1"}, {"w:noVBand", "1"}}) {
        set(look, name, value);
    }
    if (!table.caption.empty()) {
        add(properties, "w:tblCaption", "w:val", shownText(document::plainText(table.caption)));
    }
    pugi::xml_node grid = add(node, "w:tblGrid");
    for (const int width : widths) {
        add(grid, "w:gridCol", "w:w", std::to_string(width));
    }
    pugi::xml_node head = add(node, "w:tr");
    pugi::xml_node headProperties = add(head, "w:trPr");
    add(headProperties, "w:cantSplit");
    add(headProperties, "w:tblHeader");
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        pugi::xml_node paragraph = paragraphOf(addCell(head, widths[i]), "Meldc Cell");
        add(paragraph.child("w:pPr"), "w:keepNext");
        runs(paragraph, table.header[i]);
    }
    for (const document::Row& each : table.rows) {
        row(node, each, widths, place);
    }
}

void Body::row(pugi::xml_node table, const document::Row& row, const std::vector<int>& widths,
               const Place& place) {
    Place inside = place;
    inside.isInCell = true;
    inside.list = nullptr;
    pugi::xml_node node = add(table, "w:tr");
    // What belongs together is read together; a row longer than a page is broken all the same.
    add(add(node, "w:trPr"), "w:cantSplit");
    for (std::size_t i = 0; i < widths.size(); ++i) {
        pugi::xml_node cell = addCell(node, widths[i]);
        if (i == 0 && row.tone != document::Tone::None) {
            pugi::xml_node border = add(add(cell.child("w:tcPr"), "w:tcBorders"), "w:left");
            set(border, "w:val", "single");
            set(border, "w:sz", "36");
            set(border, "w:space", "0");
            set(border, "w:color", colourOf(row.tone));
        }
        if (i < row.cells.size()) {
            blocks(cell, row.cells[i].content, inside);
        }
        // A cell ends with a paragraph.
        if (std::string_view(cell.last_child().name()) != "w:p") {
            paragraphOf(cell, "Meldc Cell");
        }
        if (i == 0 && !row.anchor.empty()) {
            pugi::xml_node first = cell.child("w:p");
            bookmark(first, row.anchor);
        }
    }
}

} // namespace meldc::emit::docx
