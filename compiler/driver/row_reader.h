#pragma once

#include "driver/lines.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

namespace meldc::driver {

/// Reads the rows of CSV out of a file. A row whose quotation marks do not close within
/// support::kMaxRowBytes, or close where they cannot, ends with its first line: reading goes on behind that,
/// so that one mistake takes no other rows along.
class RowReader {
public:
    RowReader(LineReader& lines, char separator) : lines_(lines), separator_(separator) {}

    /// The next row without its line end; nothing at the end.
    [[nodiscard]] std::optional<std::string> next();
    /// Number of the line on which the row that was given last begins, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// Whether the next row must still be read from the file.
    [[nodiscard]] bool isDrained() const { return waiting_.empty() && lines_.isDrained(); }

private:
    /// A line and how it ended, which is part of a cell that goes on.
    struct Line {
        std::string text;
        std::string_view end;
        std::size_t number = 0;
    };

    std::optional<Line> line();
    std::optional<std::string> withMore(Line first);

    LineReader& lines_;
    char separator_;
    std::size_t number_ = 0;
    /// Lines that were read ahead of their turn.
    std::deque<Line> waiting_;
};

} // namespace meldc::driver
