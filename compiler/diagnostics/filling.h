#pragma once

#include "diagnostics/diagnostic.h"
#include "support/localized.h"

#include <span>
#include <string>
#include <string_view>

namespace meldc::diagnostics {

/// `text` with its placeholders replaced by `args`. User text is made printable and is cut when
/// very long; a plural placeholder whose argument is no number takes the second word; a placeholder
/// without an argument leaves nothing.
[[nodiscard]] std::string fillIn(std::string_view text, std::span<const Arg> args,
                                 support::Language language);

} // namespace meldc::diagnostics
