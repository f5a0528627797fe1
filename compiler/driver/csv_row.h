#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

/// Rows of CSV (RFC 4180), one at a time.
namespace meldc::driver {

enum class RowState : std::uint8_t {
    Whole,
    /// A quotation mark is still to be closed: the row goes on in the next line.
    Open,
    /// A quotation mark stands where none can.
    Broken
};

/// A row taken apart.
class CsvRow {
public:
    explicit CsvRow(char separator) : separator_(separator) {}

    /// Takes a row apart, which may hold several lines.
    RowState read(std::string_view text);
    /// The cells that were read: views into the text, or into this row.
    [[nodiscard]] const std::vector<std::string_view>& cells() const { return cells_; }
    [[nodiscard]] char separator() const { return separator_; }

private:
    void add(std::string_view cell, bool isDoubled);

    char separator_;
    std::vector<std::string_view> cells_;
    /// Cells with a doubled quotation mark, which differ from what is written.
    std::deque<std::string> own_;
};

/// How a row stands at the end of a line; `isOpen`: the line before it left a quotation mark open.
[[nodiscard]] RowState stateAfter(std::string_view line, char separator, bool isOpen);

/// By which sign a row of names is separated: the first comma, semicolon or tab outside quotation marks; a
/// comma when there is none.
[[nodiscard]] char separatorOf(std::string_view head);

} // namespace meldc::driver
