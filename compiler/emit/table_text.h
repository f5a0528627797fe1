#pragma once

#include "support/source_file.h"
#include "support/span.h"

#include <string>
#include <vector>

/// Tables as people keep them: a row on each line, with tabs or semicolons between the cells.
namespace meldc::emit {

/// The text of a cell without blanks around it, and where it stands.
struct TableCell {
    std::string text;
    support::Span span;
};

struct TableRow {
    std::vector<TableCell> cells;
    support::Span span;

    /// The cell in a column (from 0); an empty one behind the last.
    [[nodiscard]] TableCell at(std::size_t column) const;
};

/// The rows of file `id`. Cells are separated by tabs, or by semicolons when it holds no tab. A cell may stand between quotation marks, doubled inside, and may then hold anything, as
/// spreadsheets write it. Left out are rows without text and lines that begin with "#".
[[nodiscard]] std::vector<TableRow> rowsOf(const support::SourceMap& sources, support::FileId id);

/// A cell as rowsOf() reads it back, for a table with tabs.
[[nodiscard]] std::string tabCell(const std::string& text);

/// A cell for a table with commas (RFC 4180) or another separator. Text that a spreadsheet would take for a formula gets
/// an apostrophe in front, so that opening a table can never run anything.
[[nodiscard]] std::string csvCell(const std::string& text, char separator = ',');

} // namespace meldc::emit
