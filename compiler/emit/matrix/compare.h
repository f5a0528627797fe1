#pragma once

#include "emit/matrix/matrix.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A matrix beside an earlier one: what became better or worse, what is new and what is gone.
namespace meldc::emit {

/// The most pressing first.
enum class Change : std::uint8_t { Worse, Broken, Otherwise, Better, Mended, Text, New, None };
inline constexpr std::array<Change, 8> kChanges{Change::Worse,  Change::Broken, Change::Otherwise,
                                                Change::Better, Change::Mended, Change::Text,
                                                Change::New,    Change::None};

/// A verdict that changed. `after` or `before` is kNotSelected when the norm holds at one time only.
struct CellChange {
    std::string norm;
    char before = kNotSelected;
    char after = kNotSelected;
};

struct RowChange {
    Change kind = Change::None;
    /// Worse: violated now and not so before, or contradicted now and neither before. Better: met
    /// now and violated, contradicted or open before, or contradicted now and violated before. All
    /// else is otherwise: what is open now may be better or worse, nobody knows.
    std::vector<CellChange> worse;
    std::vector<CellChange> better;
    std::vector<CellChange> otherwise;
    /// The meaning of the code is the same: verdicts changed by other norms, another day or
    /// another meldc.
    bool isSameText = false;
};

/// A protocol or file of the earlier matrix that is not in this one.
struct GoneRow {
    std::string file;
    std::string label;
};

struct Comparison {
    support::Date earlier;
    /// Norms, day or meldc differ.
    bool isOtherLaw = false;
    /// For each row of the matrix.
    std::vector<RowChange> ofRow;
    std::vector<GoneRow> gone;

    [[nodiscard]] std::size_t count(Change kind) const;
};

/// Rows belong together by file and name; else, once, when their files have the same bytes and name.
[[nodiscard]] Comparison compared(const Matrix& matrix, const Matrix& earlier);

[[nodiscard]] support::Localized nameOf(Change kind);
/// The word for programs.
[[nodiscard]] std::string_view wordOf(Change kind);

} // namespace meldc::emit
