#pragma once

#include "support/span.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::support {

/// A place as people count it: both from 1, the column in characters, a letter with its accents as one.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

/// One source text with its name. Immutable.
///
/// The text must have LF line ends (support::normaliseLineEnds); it may hold any bytes, also ones
/// that are not UTF-8 (such a file still gets a message with a place).
class SourceFile {
public:
    /// `name` is the name as shown to the user (a relative path, or "-").
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::string& text() const { return text_; }

    /// Number of lines; a text that ends in a line feed has no extra empty line, an empty text has
    /// one.
    [[nodiscard]] std::uint32_t lineCount() const;
    /// Line (from 1) that holds byte `offset`. An offset past the end is in the last line.
    [[nodiscard]] std::uint32_t lineOf(std::uint32_t offset) const;
    /// Byte offset of the first byte of `line` (from 1).
    [[nodiscard]] std::uint32_t lineBegin(std::uint32_t line) const;
    /// The text of `line` (from 1) without its line feed. A line that does not exist is empty.
    [[nodiscard]] std::string_view lineText(std::uint32_t line) const;
    /// Line and column of byte `offset`.
    [[nodiscard]] LineColumn position(std::uint32_t offset) const;
    /// Byte offset of a line and column; a column past the end gives the line's end.
    [[nodiscard]] std::uint32_t offsetOf(LineColumn place) const;
    /// The text of a span of this file, cut at the end of the text.
    [[nodiscard]] std::string_view text(Span span) const;

private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> lineBegins_;
};

/// Column (characters, from 0) of `byte` in `line`: accents typed behind a letter count with it, a byte
/// that is not UTF-8 counts as one.
[[nodiscard]] std::size_t codePointColumn(std::string_view line, std::size_t byte);
/// Byte offset of character `column` (from 0) in `line`; its size when the line is shorter.
[[nodiscard]] std::size_t byteColumn(std::string_view line, std::size_t column);
/// Display column (from 0) of `byte` in `line`, with tabs expanded to multiples of kTabWidth.
[[nodiscard]] std::size_t displayColumn(std::string_view line, std::size_t byte);

/// Distance between tab stops in shown source lines.
inline constexpr std::size_t kTabWidth = 4;

/// All source texts of a run, numbered from 1 in the order in which they were added. Owned by the
/// driver's session and handed on; references to its files stay valid while it lives.
class SourceMap {
public:
    /// Adds a text and returns its number.
    FileId add(std::string name, std::string text);
    /// The file with number `id`, which must have come from add().
    [[nodiscard]] const SourceFile& file(FileId id) const;
    /// Whether `id` is the number of a file here.
    [[nodiscard]] bool has(FileId id) const { return id != kNoFile && id <= files_.size(); }
    /// Number of files; the last one has this number.
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    /// The source text that a span covers; empty for a span without a place.
    [[nodiscard]] std::string_view text(Span span) const;

private:
    std::deque<SourceFile> files_;
};

} // namespace meldc::support
