#pragma once

#include "diagnostics/diagnostic.h"
#include "support/localized.h"

#include <cstdint>
#include <span>
#include <vector>

/// The sentences out of which verdicts, stories, reports and pages are put together. They stand in
/// phrases.def, because Dutch text stands nowhere else in C++.
namespace meldc::diagnostics {

/// Every phrase of phrases.def.
enum class Phrase : std::uint16_t {
#define PHRASE(name, nArgs, nl, en) name,
#include "diagnostics/phrases.def"
#undef PHRASE
};

/// Number of arguments that a phrase takes.
[[nodiscard]] std::size_t argumentsOf(Phrase id);

/// The phrase in both languages with {0}, {1} … replaced by `args`. Texts of the user are made
/// printable and are cut when very long; a number may choose a plural: {0?case|cases}. Arguments
/// that are missing leave nothing.
[[nodiscard]] support::Localized phraseOf(Phrase id, std::span<const Arg> args);

/// phraseOf with arguments that are texts of the user, numbers or texts in both languages.
template <class... A>
[[nodiscard]] support::Localized phrase(Phrase id, A&&... args) {
    const std::vector<Arg> list{detail::toArg(std::forward<A>(args))...};
    return phraseOf(id, list);
}

/// The texts behind one another with `separator` between those that are not empty.
[[nodiscard]] support::Localized joined(std::span<const support::Localized> parts,
                                        std::string_view separator);

/// A text as a sentence: first letter a capital, a period at its end unless one of .?!: stands
/// there.
[[nodiscard]] support::Localized sentence(const support::Localized& text);

} // namespace meldc::diagnostics
