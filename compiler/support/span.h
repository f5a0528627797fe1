#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace meldc::support {

/// Number of a file in a SourceMap. Files count from 1.
using FileId = std::uint32_t;

/// The file number of a place that is in no file (a command-line option, say).
inline constexpr FileId kNoFile = 0;

/// A half-open range of byte offsets [begin, end) in one file of a SourceMap.
///
/// Offsets count in the text that the SourceFile holds (after line ends were normalised). Columns
/// exist only in renderers: ask SourceFile::position.
struct Span {
    FileId file = kNoFile;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    /// True when the span holds no byte. An empty span still has a place.
    [[nodiscard]] constexpr bool isEmpty() const { return begin >= end; }
    /// False for the default span, which points nowhere.
    [[nodiscard]] constexpr bool hasPlace() const { return file != kNoFile; }
    /// Number of bytes.
    [[nodiscard]] constexpr std::uint32_t size() const { return isEmpty() ? 0 : end - begin; }
    /// True when `offset` lies in the span.
    [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
        return begin <= offset && offset < end;
    }

    friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

/// The smallest span that covers both. A span without a place is neutral; of spans in two files
/// the first is returned.
[[nodiscard]] constexpr Span join(Span a, Span b) {
    if (!a.hasPlace()) {
        return b;
    }
    if (!b.hasPlace() || a.file != b.file) {
        return a;
    }
    return Span{a.file, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

} // namespace meldc::support
