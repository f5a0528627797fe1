#pragma once

#include "support/localized.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::diagnostics {

/// Words and half sentences that messages and renderers put together: "een naam", "fout".
/// They stand in catalog_wording.def, because Dutch text stands nowhere else in C++.
enum class Wording : std::uint16_t {
#define WORDING(name, nl, en) name,
#include "diagnostics/catalog_wording.def"
#undef WORDING
};

/// The wording in both languages, with {0}, {1} … replaced by `args` (user text; made printable).
[[nodiscard]] support::Localized wording(Wording id,
                                         std::initializer_list<std::string_view> args = {});

/// The wording in both languages, with {0}, {1} … replaced by texts that differ per language.
[[nodiscard]] support::Localized wordingOf(Wording id, std::span<const support::Localized> args);

/// User text between backticks, the same in both languages: a keyword, a name.
[[nodiscard]] support::Localized quoted(std::string_view text);

/// "a, b of c" / "a, b or c". Empty list: empty text.
[[nodiscard]] support::Localized oneOf(std::span<const support::Localized> items);

/// "a, b en c" / "a, b and c". Empty list: empty text.
[[nodiscard]] support::Localized allOf(std::span<const support::Localized> items);

} // namespace meldc::diagnostics
