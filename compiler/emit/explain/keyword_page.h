#pragma once

#include "support/localized.h"

#include <string>
#include <string_view>

namespace meldc::emit {

/// What `explain` tells of a word of the language: the forms in which it stands in the reference for
/// authors, each with its meaning. `manual`: that reference, in Markdown. Empty when it has none.
[[nodiscard]] std::string keywordPage(std::string_view manual, std::string_view word,
                                      support::Language language);

} // namespace meldc::emit
