#pragma once

#include "diagnostics/catalog.h"

#include <cstddef>
#include <string_view>

/// The placeholders in message texts, and the checks on catalogue entries that run when the
/// compiler itself is compiled.
namespace meldc::diagnostics {

/// A placeholder found in a text: {2} or {2?one|many}. Other braces are plain text.
struct Placeholder {
    /// Range in the text, braces included. Empty range at the end: there is none.
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t index = 0;
    bool isPlural = false;
    /// The words for one and for another number (plural placeholders only).
    std::string_view one = {};
    std::string_view many = {};
    /// A brace and a digit that is not followed as it should be.
    bool isMalformed = false;

    [[nodiscard]] constexpr bool exists() const { return end > begin; }
};

/// The first placeholder at or after `from`.
[[nodiscard]] constexpr Placeholder nextPlaceholder(std::string_view text, std::size_t from) {
    for (std::size_t i = from; i + 1 < text.size(); ++i) {
        const bool isStart = text[i] == '{' && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (!isStart) {
            continue;
        }
        Placeholder found{.begin = i, .end = i + 2};
        found.index = static_cast<std::size_t>(text[i + 1] - '0');
        const std::size_t close = text.find('}', i);
        const std::size_t bar = text.find('|', i);
        if (close == i + 2) {
            found.end = close + 1;
        } else if (text.substr(i + 2).starts_with('?') && bar < close &&
                   close != std::string_view::npos) {
            found.isPlural = true;
            found.one = text.substr(i + 3, bar - i - 3);
            found.many = text.substr(bar + 1, close - bar - 1);
            found.end = close + 1;
        } else {
            found.isMalformed = true;
        }
        return found;
    }
    return Placeholder{.begin = text.size(), .end = text.size()};
}

namespace detail {

/// Which arguments a text uses, as a bit set; kBroken when a placeholder is malformed, has an index
/// past the declared arguments or asks a plural of something that is no number.
inline constexpr unsigned kBroken = 1U << 31U;

constexpr unsigned argumentsUsed(std::string_view text, const Signature& signature) {
    unsigned used = 0;
    for (Placeholder p = nextPlaceholder(text, 0); p.exists(); p = nextPlaceholder(text, p.end)) {
        if (p.isMalformed || p.index >= signature.size ||
            (p.isPlural && signature.kinds[p.index] != ArgKind::Number)) {
            return kBroken;
        }
        used |= 1U << p.index;
    }
    return used;
}

/// Whether both languages use the same arguments, and message and remedy together use all.
constexpr bool placeholdersAgree(const DiagnosticInfo& entry) {
    const unsigned all = (1U << entry.signature.size) - 1U;
    const unsigned message = argumentsUsed(entry.nl, entry.signature);
    const unsigned remedy = argumentsUsed(entry.remedyNl, entry.signature);
    return message == argumentsUsed(entry.en, entry.signature) &&
           remedy == argumentsUsed(entry.remedyEn, entry.signature) && (message | remedy) == all &&
           entry.remedyNl.empty() == entry.remedyEn.empty();
}

/// Whether user text stands between backticks, and nothing else does that is told in two languages.
constexpr bool backticksAgree(std::string_view text, const Signature& signature) {
    std::size_t at = 0;
    bool isInside = false;
    const auto skipTo = [&](std::size_t end) {
        for (; at < end; ++at) {
            isInside = (text[at] == '`') != isInside;
        }
    };
    for (Placeholder p = nextPlaceholder(text, 0); p.exists(); p = nextPlaceholder(text, p.end)) {
        skipTo(p.begin);
        if (p.index < signature.size) {
            const ArgKind kind = signature.kinds[p.index];
            if ((kind == ArgKind::Text && !isInside) || (kind == ArgKind::Phrase && isInside)) {
                return false;
            }
        }
        at = p.end;
    }
    skipTo(text.size());
    return !isInside;
}

/// Lower-case start, no period at the end, none of the words that blame.
constexpr bool isWellWorded(std::string_view text) {
    if (text.empty() || text.back() == '.' || (text.front() >= 'A' && text.front() <= 'Z')) {
        return false;
    }
    for (const std::string_view word : {"ongeldig", "illegaal", "verboden", "invalid", "illegal"}) {
        if (text.find(word) != std::string_view::npos) {
            return false;
        }
    }
    return true;
}

/// Whether no other entry has this code or slug.
constexpr bool isUnique(const DiagnosticInfo& entry) {
    std::size_t same = 0;
    for (const DiagnosticInfo& other : kCatalog) {
        same += other.code == entry.code || other.slug == entry.slug ? 1U : 0U;
    }
    return same == 1;
}

} // namespace detail

} // namespace meldc::diagnostics
