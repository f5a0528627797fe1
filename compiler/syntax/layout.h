#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Canonical layout: the same words and comments in the same order, with the blanks, line breaks and
/// indents that every file has.
namespace meldc::syntax {

/// What a token is to the layout.
enum class LayoutRole : std::uint8_t {
    /// Stays on the line; where its author broke the line, it goes on indented.
    Inner,
    /// The first of a declaration or statement: a line of its own.
    Statement,
    /// The first of a part that may have a line of its own below its statement: a message of one
    /// requirement.
    Part,
    /// Where its author broke the line, it stands below another token: the second language below the
    /// first.
    Aligned,
    /// The brace that begins or ends a block of statements.
    Opens,
    Closes
};

/// One token of a text, in bytes.
struct LayoutToken {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    LayoutRole role = LayoutRole::Inner;
    /// Of an aligned token: the number of the token above.
    std::size_t below = 0;
};

/// Columns after which a block is not left on one line.
inline constexpr std::size_t kMaxLineColumns = 100;

/// `text` in canonical layout. Between two of its tokens stand only blanks and comments (`//` up to
/// the end of the line); tokens come in the order of the text, blocks are balanced. One statement a
/// line, two blanks of indent for each block, four for what goes on in the next line; one blank
/// between words and none inside brackets; at most one empty line, none at the ends of a block. A
/// block of at most one statement that its author left on one line stays there when it fits. The
/// time taken is linear in the size of the text; doing it again changes nothing.
[[nodiscard]] std::string layOut(std::string_view text, const std::vector<LayoutToken>& tokens);

} // namespace meldc::syntax
