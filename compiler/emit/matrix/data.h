#pragma once

#include "emit/matrix/report.h"

#include <string>
#include <vector>

/// The rows of a matrix for the script of its page, and what rows show besides their cells.
namespace meldc::emit {

/// Most statements told of one row in a page; the table for spreadsheets has them all.
inline constexpr std::size_t kMostTold = 12;

/// The columns that some row has a verdict for, by number.
[[nodiscard]] std::vector<std::size_t> shownNorms(const Matrix& matrix);

/// What a row tells when it is opened: headings with lines.
struct RowNote {
    support::Localized head;
    std::vector<support::Localized> lines;
};
[[nodiscard]] std::vector<RowNote> notesOf(const MatrixReport& report, std::size_t row);
/// The line by which it is opened.
[[nodiscard]] support::Localized notesHead(const MatrixReport& report, std::size_t row);

/// JSON that may stand in a page: no character of it opens or closes an element.
[[nodiscard]] std::string matrixData(const MatrixReport& report);

} // namespace meldc::emit
