#pragma once

#include "baseline/result.h"
#include "model/library.h"
#include "support/date.h"
#include "support/localized.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Many protocols beside one another: a row for each, a column for each norm. A row is small and does
/// not point into a protocol, so that protocols can be gone when the matrix is written.
namespace meldc::emit {

/// A column: a norm of the library.
struct MatrixNorm {
    std::string id;
    model::Layer layer = model::Layer::Law;
    std::string title;

    friend bool operator==(const MatrixNorm&, const MatrixNorm&) = default;
};

/// A cell is one letter: S satisfied, V violated, C contradicted, O open, N not applicable, W waived;
/// small when it rests on a text of law that was reconstructed. This one: date, sector or kind do not
/// select the norm.
inline constexpr char kNotSelected = '.';

[[nodiscard]] char cellOf(const baseline::NormResult& result);
/// The verdict of a cell; nothing when the norm is not selected or the letter is not one of these.
[[nodiscard]] std::optional<baseline::Status> statusOf(char cell);
[[nodiscard]] bool isProvisional(char cell);
/// Violated or contradicted.
[[nodiscard]] bool asksAttention(char cell);

/// A file that has no verdicts, and why: its first message.
struct BrokenFile {
    /// Code of the message, "MC1001".
    std::string id;
    std::string message;
    /// "file:line" or empty.
    std::string place;
    /// All errors of the file.
    std::size_t messages = 0;

    friend bool operator==(const BrokenFile&, const BrokenFile&) = default;
};

struct MatrixRow {
    /// As shown, and which of the protocols in it this is.
    std::string file;
    std::uint32_t number = 0;
    /// Set: all that follows is empty.
    std::optional<BrokenFile> broken;
    std::string id;
    std::string label;
    std::string organisation;
    model::UnitKind kind = model::UnitKind::Meldcode;
    std::vector<std::string> sectors;
    std::string sha256;
    std::string modelSha256;
    /// The page of this protocol, from the folder of the matrix; empty: there is none.
    std::string page;
    /// The same as a Word document.
    std::string document;
    /// What it follows, and the hash of what that means.
    std::string follows;
    std::string followsSha256;
    /// A letter for each column.
    std::string cells;
    /// Findings about the text itself: code and how often.
    std::vector<std::pair<std::string, std::size_t>> findings;
    /// The gravest of all this.
    diagnostics::Severity worst = diagnostics::Severity::Info;
    /// Digests of its statements, ascending; see statement_sketch.h.
    std::vector<std::uint64_t> sketch;

    friend bool operator==(const MatrixRow&, const MatrixRow&) = default;
};

/// The words of statements by their digest.
using StatementTexts = std::map<std::uint64_t, std::string>;

/// "Part 2 of 4."
struct Shard {
    std::size_t part = 1;
    std::size_t of = 1;

    friend bool operator==(const Shard&, const Shard&) = default;
};

struct Matrix {
    /// Version of meldc.
    std::string version;
    support::Date date;
    std::string baselineSha256;
    std::optional<support::Date> checkedUntil;
    support::Language language = support::Language::Dutch;
    /// Documents were opened; there are pages.
    bool hasDocuments = false;
    bool hasPages = false;
    /// Set: the rows are one part of the work.
    std::optional<Shard> shard;
    /// All norms of the library, in its order.
    std::vector<MatrixNorm> norms;
    /// By file, then by number, once arranged.
    std::vector<MatrixRow> rows;
    StatementTexts texts;
};

/// The columns that a library gives.
[[nodiscard]] std::vector<MatrixNorm> columnsOf(const model::Library& library);
/// The cells of a protocol.
[[nodiscard]] std::string cellsOf(const std::vector<MatrixNorm>& columns,
                                  const baseline::ProtocolReport& report);

/// Adds words; of two wordings of one statement the first in the alphabet stays. Beyond the limit
/// the largest digests go, so that the result does not hang on the order in which words come.
void addTexts(StatementTexts& texts, const StatementTexts& more);

/// Puts the rows in the order of files.
void arrange(Matrix& matrix);

/// Numbers of the rows, the most serious first; files without verdicts last. Violated before
/// contradicted and law before norm before advice before house, what is subject to the text of law
/// behind what is certain. What is open counts for nothing.
[[nodiscard]] std::vector<std::size_t> ranked(const Matrix& matrix);

/// How often a row has each verdict in one layer.
struct LayerCells {
    baseline::StatusCounts counts;
    /// Of the violated ones: subject to the text of law. Of all: the same.
    std::size_t violatedProvisional = 0;
    std::size_t provisional = 0;
};
[[nodiscard]] LayerCells cellsIn(const Matrix& matrix, const MatrixRow& row, model::Layer layer);

} // namespace meldc::emit
