#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Characters that word processors and web pages put in the place of plain ones. They are
/// read as what was meant, so that one message about the character is all that they cost.
namespace meldc::parser {

enum class Lookalike : std::uint8_t {
    /// No lookalike.
    None,
    /// A longer dash in the place of a hyphen.
    Dash,
    /// A hyphen that shows only where a line breaks.
    SoftHyphen,
    /// A space of another width. A space that only keeps words together is not among them: it looks
    /// the same and means the same.
    Space,
    /// Anything else that cannot be seen.
    Invisible
};

[[nodiscard]] Lookalike lookalikeOf(char32_t value);

/// Whether it stands for nothing: one that is not seen.
[[nodiscard]] bool isUnseen(Lookalike kind);

/// Where in a text a lookalike stands.
struct FoundLookalike {
    Lookalike kind = Lookalike::None;
    char32_t value = 0;
    std::size_t at = 0;
    std::size_t size = 0;
};
/// The first one in `text`.
[[nodiscard]] std::optional<FoundLookalike> firstLookalike(std::string_view text);

/// `text` with a hyphen for each dash and without what cannot be seen.
[[nodiscard]] std::string withoutLookalikes(std::string_view text);

} // namespace meldc::parser
