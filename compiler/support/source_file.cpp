#include "support/source_file.h"

#include "support/utf8.h"

#include <algorithm>
#include <utility>

namespace meldc::support {

SourceFile::SourceFile(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)), lineBegins_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n' && i + 1 < text_.size()) {
            lineBegins_.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
}

std::uint32_t SourceFile::lineCount() const {
    return static_cast<std::uint32_t>(lineBegins_.size());
}

std::uint32_t SourceFile::lineOf(std::uint32_t offset) const {
    const auto next = std::upper_bound(lineBegins_.begin(), lineBegins_.end(), offset);
    return static_cast<std::uint32_t>(next - lineBegins_.begin());
}

std::uint32_t SourceFile::lineBegin(std::uint32_t line) const {
    const std::uint32_t last = lineCount();
    return lineBegins_[std::clamp(line, 1U, last) - 1];
}

std::string_view SourceFile::lineText(std::uint32_t line) const {
    if (line < 1 || line > lineCount()) {
        return {};
    }
    const std::size_t begin = lineBegins_[line - 1];
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

LineColumn SourceFile::position(std::uint32_t offset) const {
    const std::uint32_t line = lineOf(offset);
    const std::size_t column = codePointColumn(lineText(line), offset - lineBegin(line));
    return {line, static_cast<std::uint32_t>(column + 1)};
}

std::uint32_t SourceFile::offsetOf(LineColumn place) const {
    const std::size_t column = place.column < 1 ? 0 : place.column - 1;
    return lineBegin(place.line) +
           static_cast<std::uint32_t>(byteColumn(lineText(place.line), column));
}

std::string_view SourceFile::text(Span span) const {
    if (span.begin >= text_.size()) {
        return {};
    }
    return std::string_view(text_).substr(span.begin, span.size());
}

namespace {

/// Size of the character at `byte`, with the accents that were typed behind it as marks of their own:
/// what a reader counts as one.
std::size_t characterSize(std::string_view line, std::size_t byte) {
    if (byte >= line.size()) {
        return 1;
    }
    std::size_t end = byte + std::max<std::size_t>(decode(line, byte).size, 1);
    while (end < line.size()) {
        const CodePoint next = decode(line, end);
        if (next.value < 0x300 || next.value > 0x36F) {
            break;
        }
        end += next.size;
    }
    return end - byte;
}

} // namespace

std::size_t codePointColumn(std::string_view line, std::size_t byte) {
    std::size_t column = 0;
    std::size_t next = characterSize(line, 0);
    for (; next <= std::min(byte, line.size()) && column < line.size(); ++column) {
        next += characterSize(line, next);
    }
    return column;
}

std::size_t byteColumn(std::string_view line, std::size_t column) {
    std::size_t byte = 0;
    for (std::size_t i = 0; i < column && byte < line.size(); ++i) {
        byte += characterSize(line, byte);
    }
    return byte;
}

std::size_t displayColumn(std::string_view line, std::size_t byte) {
    const std::string_view before = line.substr(0, byte);
    std::size_t column = 0;
    std::size_t begin = 0;
    while (true) {
        const std::size_t tab = before.find('\t', begin);
        column += displayWidth(before.substr(begin, tab - begin));
        if (tab == std::string_view::npos) {
            return column;
        }
        column += kTabWidth - column % kTabWidth;
        begin = tab + 1;
    }
}

FileId SourceMap::add(std::string name, std::string text) {
    files_.emplace_back(std::move(name), std::move(text));
    return static_cast<FileId>(files_.size());
}

const SourceFile& SourceMap::file(FileId id) const {
    return files_[id - 1];
}

std::string_view SourceMap::text(Span span) const {
    return has(span.file) ? file(span.file).text(span) : std::string_view();
}

} // namespace meldc::support
