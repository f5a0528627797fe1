#pragma once

#include "evidence/ranges.h"
#include "support/source_file.h"

#include <optional>
#include <string>
#include <string_view>

namespace meldc::evidence {

/// What these bytes are when they begin as a file that people have in place of a text (a PDF, a Word
/// file), in words.
[[nodiscard]] std::optional<support::Localized> formatOf(std::string_view bytes);

/// Why these bytes are no text in UTF-8, in words; nothing when they are. The kinds of files that
/// people have in place of a text are named.
[[nodiscard]] std::optional<support::Localized> whyNoText(std::string_view bytes);

/// The text of a source document: LF line ends, no byte-order mark. Lines count from 1.
class Text {
public:
    /// `bytes` as read, in UTF-8 (see whyNoText).
    explicit Text(std::string_view bytes);

    /// Of the text with its line ends and mark taken away, so that a copy from another system has
    /// the same; 64 hexadecimal digits.
    [[nodiscard]] const std::string& sha256() const { return sha256_; }
    [[nodiscard]] std::uint32_t lineCount() const { return lines_.lineCount(); }
    [[nodiscard]] std::string_view line(std::uint32_t number) const {
        return lines_.lineText(number);
    }
    /// Whether a line holds more than blanks.
    [[nodiscard]] bool hasText(std::uint32_t number) const;
    [[nodiscard]] bool has(const LineRange& range) const { return range.last <= lineCount(); }
    /// Bytes from the first to the last line of a range, which must exist.
    [[nodiscard]] std::size_t bytesIn(const LineRange& range) const;

    /// A short digest of the lines of a range, which must exist: the first 16 hexadecimal digits of
    /// their SHA-256, with blanks at the ends of lines left out.
    [[nodiscard]] std::string digest(const LineRange& range) const;

private:
    support::SourceFile lines_;
    std::string sha256_;
};

/// A document of a protocol.
struct Document {
    /// Its name in the protocol, and its file as the protocol names it.
    std::string name;
    std::string file;
    /// Null when it could not be read; must outlive all that is made from it.
    const Text* text = nullptr;
};

} // namespace meldc::evidence
