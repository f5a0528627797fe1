#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit {

/// What stands between double braces in a template.
struct TemplateTag {
    enum class Kind : std::uint8_t {
        Field, RawField, Open, Inverted, Close, Part,
        /// Not closed, without a name, or one that changes the signs of tags.
        Broken
    };
    Kind kind = Kind::Field;
    std::string name;
    /// Bytes in the text.
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The tags of a template in their order; comments are left out. Behind a tag that is not closed there is
/// nothing.
[[nodiscard]] std::vector<TemplateTag> tagsOf(std::string_view text);

} // namespace meldc::emit
