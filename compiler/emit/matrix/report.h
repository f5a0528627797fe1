#pragma once

#include "emit/matrix/clusters.h"
#include "emit/matrix/compare.h"
#include "emit/matrix/matrix.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The report of many protocols, and what it is written as.
namespace meldc::emit {

/// A matrix with all that is told of it. The matrix must outlive it.
struct MatrixReport {
    const Matrix* matrix = nullptr;
    /// Numbers of rows, the most serious first.
    std::vector<std::size_t> order;
    Clusters clusters;
    /// Absent: it was not compared with an earlier one.
    std::optional<Comparison> comparison;
};

/// Ranks and clusters an arranged matrix; `earlier`: what it is compared with, or null.
[[nodiscard]] MatrixReport reportOn(const Matrix& matrix, const Matrix* earlier);

/// Takes text, piece by piece: a matrix is larger than what should be in memory at once.
using Pieces = std::function<void(std::string_view)>;

/// As in schemas/matrix.schema.json.
void writeMatrixJson(const MatrixReport& report, const Pieces& out);
/// A line for each row; RFC 4180, UTF-8 with a byte-order mark.
void writeMatrixCsv(const MatrixReport& report, const Pieces& out);
/// As a page that stands by itself.
void writeMatrixPage(const MatrixReport& report, const Pieces& out);

/// Names of the three, beside one another in one folder, and of the folder with the pages of
/// protocols.
inline constexpr std::string_view kMatrixJson = "matrix.json";
inline constexpr std::string_view kMatrixCsv = "matrix.csv";
inline constexpr std::string_view kMatrixPage = "index.html";
inline constexpr std::string_view kMatrixPages = "codes";

/// Reads what writeMatrixJson wrote, arranged; nothing when it is anything else.
[[nodiscard]] std::optional<Matrix> readMatrix(std::string_view text);

/// Rows and words on one line, for another process, and back. Nothing when the line is anything else.
struct RowLine {
    std::vector<MatrixRow> rows;
    StatementTexts texts;
};
[[nodiscard]] std::string lineOf(const RowLine& line);
[[nodiscard]] std::optional<RowLine> readLine(std::string_view text);

} // namespace meldc::emit
