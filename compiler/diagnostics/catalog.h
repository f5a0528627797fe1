#pragma once

#include "support/localized.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// The catalogue of messages as compile-time data. Its entries stand in catalog*.def; how to write
/// one is told in catalog.def.
namespace meldc::diagnostics {

/// How serious a diagnostic is, rising. Notes hang under another diagnostic.
enum class Severity : std::uint8_t { Note, Info, Warning, Error };

/// What an argument of a message is: the user's own text, a number, or a text in both languages.
enum class ArgKind : std::uint8_t { Text, Number, Phrase };

/// Most arguments that one message takes.
inline constexpr std::size_t kMaxArguments = 6;

/// The kinds of the arguments that a message takes, in order.
struct Signature {
    std::size_t size = 0;
    std::array<ArgKind, kMaxArguments> kinds{};
};

namespace detail {

/// "MC2001" -> 2001.
consteval std::uint16_t codeNumber(std::string_view code) {
    unsigned number = 0;
    for (const char digit : code.substr(2)) {
        number = number * 10 + static_cast<unsigned>(digit - '0');
    }
    return static_cast<std::uint16_t>(number);
}

/// Names the argument kinds, so that the list in a catalogue entry can be read as a call.
template <class... Kinds>
consteval Signature signature(Kinds... kinds) {
    static_assert(sizeof...(kinds) <= kMaxArguments);
    return Signature{sizeof...(kinds), {kinds...}};
}

} // namespace detail

/// Every diagnostic. The value is the number of its code: MC2001 is 2001.
enum class Diag : std::uint16_t {
#define DIAG(code, name, slug, severity, args, nl, en, remedyNl, remedyEn)                         \
    name = detail::codeNumber(#code),
#include "diagnostics/catalog.def"
#undef DIAG
};

/// One entry of the catalogue.
struct DiagnosticInfo {
    Diag id;
    /// "MC2001"
    std::string_view code;
    /// "unknown-name": never changes its meaning, fit for file names and links.
    std::string_view slug;
    Severity severity;
    Signature signature;
    std::string_view nl;
    std::string_view en;
    /// What to do about it; may be empty.
    std::string_view remedyNl;
    std::string_view remedyEn;

    /// The sentence, with its placeholders.
    [[nodiscard]] constexpr std::string_view message(support::Language language) const {
        return language == support::Language::Dutch ? nl : en;
    }
    /// The remedy, with its placeholders; may be empty.
    [[nodiscard]] constexpr std::string_view remedy(support::Language language) const {
        return language == support::Language::Dutch ? remedyNl : remedyEn;
    }
};

namespace detail {

consteval auto catalogEntries() {
    using enum ArgKind;
    using enum Severity;
    return std::to_array<DiagnosticInfo>({
#define DIAG(code, name, slug, severity, args, nl, en, remedyNl, remedyEn)                         \
    {Diag::name, #code, slug, severity, signature args, nl, en, remedyNl, remedyEn},
#include "diagnostics/catalog.def"
#undef DIAG
    });
}

} // namespace detail

/// The whole catalogue, in the order of the .def files.
inline constexpr auto kCatalog = detail::catalogEntries();

/// The entry of `id`. Every Diag has one.
[[nodiscard]] constexpr const DiagnosticInfo& info(Diag id) {
    for (const DiagnosticInfo& entry : kCatalog) {
        if (entry.id == id) {
            return entry;
        }
    }
    return kCatalog.front();
}

/// The whole catalogue as a range.
[[nodiscard]] constexpr std::span<const DiagnosticInfo> catalog() {
    return kCatalog;
}

/// The entry with this code ("MC2001", case does not matter) or slug, or nullptr.
[[nodiscard]] const DiagnosticInfo* findBySlugOrCode(std::string_view codeOrSlug);

} // namespace meldc::diagnostics
