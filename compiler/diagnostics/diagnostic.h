#pragma once

#include "diagnostics/catalog.h"
#include "support/localized.h"
#include "support/span.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace meldc::diagnostics {

/// One argument of a message: Text, Number or Phrase, in the order of ArgKind.
using Arg = std::variant<std::string, std::int64_t, support::Localized>;

namespace detail {

template <class A>
concept TextArgument = std::convertible_to<A, std::string_view>;

template <class A>
concept NumberArgument =
    std::integral<std::remove_cvref_t<A>> && !std::same_as<std::remove_cvref_t<A>, bool> &&
    !std::same_as<std::remove_cvref_t<A>, char>;

template <class A>
concept PhraseArgument = std::same_as<std::remove_cvref_t<A>, support::Localized>;

/// Whether an argument of type A may stand where the catalogue declares `kind`.
template <class A>
consteval bool fits(ArgKind kind) {
    switch (kind) {
    case ArgKind::Text:
        return TextArgument<A>;
    case ArgKind::Number:
        return NumberArgument<A>;
    case ArgKind::Phrase:
        return PhraseArgument<A>;
    }
    return false;
}

/// Whether arguments of these types are what the catalogue declares for D.
template <Diag D, class... A>
consteval bool argumentsFit() {
    constexpr Signature kSignature = info(D).signature;
    std::size_t at = 0;
    return kSignature.size == sizeof...(A) && (fits<A>(kSignature.kinds[at++]) && ...);
}

template <class A>
Arg toArg(A&& value) {
    if constexpr (TextArgument<A>) {
        return std::string(std::string_view(value));
    } else if constexpr (NumberArgument<A>) {
        return static_cast<std::int64_t>(value);
    } else {
        return std::forward<A>(value);
    }
}

template <Diag D, class... A>
std::vector<Arg> toArgs(A&&... args) {
    static_assert(argumentsFit<D, A...>(),
                  "number and kinds of the arguments must be those of the catalogue entry");
    std::vector<Arg> result;
    result.reserve(sizeof...(A));
    (result.push_back(toArg(std::forward<A>(args))), ...);
    return result;
}

} // namespace detail

/// Something more to say about a diagnostic, with or without a place of its own.
struct Note {
    Diag id;
    support::Span span;
    std::vector<Arg> args;

    friend bool operator==(const Note&, const Note&) = default;
};

/// One message as a value: which, where, about what. Only a renderer turns it into text.
struct Diagnostic {
    Diag id;
    Severity severity;
    /// Where it is; without a place for what is in no file.
    support::Span span;
    std::vector<Arg> args;
    std::vector<Note> notes;
    /// Other places that together with `span` make up the finding.
    std::vector<support::Span> also;
    /// On what it rests: the article or norm, as shown to people.
    std::optional<support::Localized> ground;
    /// The case that shows it, told in words.
    std::optional<support::Localized> story;

    /// Adds a note; arguments are checked against the catalogue as in make().
    template <Diag D, class... A>
    Diagnostic& note(support::Span place, A&&... noteArgs) & {
        static_assert(info(D).severity == Severity::Note, "only a catalogue note can be a note");
        notes.push_back(Note{D, place, detail::toArgs<D>(std::forward<A>(noteArgs)...)});
        return *this;
    }
    template <Diag D, class... A>
    Diagnostic&& note(support::Span place, A&&... noteArgs) && {
        note<D>(place, std::forward<A>(noteArgs)...);
        return std::move(*this);
    }

    /// The same diagnostic with another severity (a norm's layer decides it, say).
    [[nodiscard]] Diagnostic withSeverity(Severity other) const& {
        Diagnostic copy = *this;
        copy.severity = other;
        return copy;
    }
    [[nodiscard]] Diagnostic withSeverity(Severity other) && {
        severity = other;
        return std::move(*this);
    }

    /// Adds another place.
    Diagnostic& alsoAt(support::Span place) & {
        also.push_back(place);
        return *this;
    }
    Diagnostic&& alsoAt(support::Span place) && {
        also.push_back(place);
        return std::move(*this);
    }

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Makes the diagnostic D at `span`. A wrong number or kind of arguments does not compile.
///
///     make<Diag::UnknownName>(span, name)
template <Diag D, class... A>
[[nodiscard]] Diagnostic make(support::Span span, A&&... args) {
    static_assert(info(D).severity != Severity::Note,
                  "a note hangs under a diagnostic: use note<>");
    return Diagnostic{
        D, info(D).severity, span, detail::toArgs<D>(std::forward<A>(args)...), {}, {}, {}, {}};
}

/// The sentence of a diagnostic. User text in it is made printable and is cut when very long.
[[nodiscard]] std::string renderMessage(const Diagnostic& diagnostic, support::Language language);
/// The sentence of a note.
[[nodiscard]] std::string renderMessage(const Note& note, support::Language language);
/// What to do about it; empty when the catalogue has no remedy.
[[nodiscard]] std::string renderRemedy(const Diagnostic& diagnostic, support::Language language);

} // namespace meldc::diagnostics
