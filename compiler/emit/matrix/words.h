#pragma once

#include "emit/inspection/view.h"
#include "emit/matrix/report.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What page and table say of a matrix in words.
namespace meldc::emit {

/// "voldoet niet, onder voorbehoud".
[[nodiscard]] support::Localized nameOfCell(char cell);
/// A sign that is known without its colour; a star when subject to the text of law.
[[nodiscard]] std::string signOf(char cell);
/// The class of a cell in the style of the page.
[[nodiscard]] std::string lookOf(char cell);
/// The letters of all cells, as legends and scripts list them.
inline constexpr std::string_view kAllCells = "VvCcOoSsWwNn.";

/// "Law: not met: …": by layer what asks for attention, and how much is open.
[[nodiscard]] support::Localized attentionIn(const Matrix& matrix, const MatrixRow& row);
/// A norm and its verdict.
[[nodiscard]] support::Localized normAndCell(const Matrix& matrix, std::size_t norm, char cell);
/// A norm, its verdict of before and that of now.
[[nodiscard]] support::Localized changeText(const CellChange& change);
/// All changed verdicts of a row, the most pressing first.
[[nodiscard]] std::vector<CellChange> stepsOf(const RowChange& change);
/// The words of statements; one whose words are not remembered is left out.
[[nodiscard]] std::vector<std::string> wordsOf(const Matrix& matrix,
                                               const std::vector<std::uint64_t>& digests);
/// Names behind one another.
[[nodiscard]] std::string withCommas(const std::vector<std::string>& words);

} // namespace meldc::emit
