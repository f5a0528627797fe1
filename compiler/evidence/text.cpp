#include "evidence/text.h"

#include "diagnostics/phrases.h"
#include "support/sha256.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>

namespace meldc::evidence {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

constexpr std::string_view kBlanks = " \t\v\f";
constexpr std::size_t kDigestDigits = 16;

/// How files begin that are no plain text.
struct Signature {
    std::string_view bytes;
    Phrase what;
};
constexpr std::array<Signature, 4> kFormats{{{"%PDF-", Phrase::DocumentIsPdf},
                                             {"PK\x03\x04", Phrase::DocumentIsZip},
                                             {"\xD0\xCF\x11\xE0", Phrase::DocumentIsOldWord},
                                             {"{\\rtf", Phrase::DocumentIsRtf}}};
constexpr std::array<std::string_view, 2> kUtf16{"\xFF\xFE", "\xFE\xFF"};

std::string_view withoutTrailingBlanks(std::string_view line) {
    const std::size_t last = line.find_last_not_of(kBlanks);
    return last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
}

} // namespace

std::optional<support::Localized> formatOf(std::string_view bytes) {
    for (const Signature& signature : kFormats) {
        if (bytes.starts_with(signature.bytes)) {
            return phrase(signature.what);
        }
    }
    return std::nullopt;
}

std::optional<support::Localized> whyNoText(std::string_view bytes) {
    if (auto format = formatOf(bytes)) {
        return format;
    }
    if (bytes.starts_with(kUtf16[0]) || bytes.starts_with(kUtf16[1])) {
        return phrase(Phrase::DocumentIsUtf16);
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return phrase(Phrase::DocumentIsBinary);
    }
    const auto wrong = support::firstInvalidUtf8(bytes);
    if (!wrong) {
        return std::nullopt;
    }
    const std::string before = support::normaliseLineEnds(bytes.substr(0, *wrong));
    return phrase(Phrase::DocumentNotUtf8, 1 + std::count(before.begin(), before.end(), '\n'));
}

Text::Text(std::string_view bytes)
    : lines_({}, support::normaliseLineEnds(support::stripByteOrderMark(bytes))),
      sha256_(support::sha256Hex(lines_.text())) {}

bool Text::hasText(std::uint32_t number) const {
    return !withoutTrailingBlanks(line(number)).empty();
}

std::size_t Text::bytesIn(const LineRange& range) const {
    return lines_.lineBegin(range.last) + line(range.last).size() - lines_.lineBegin(range.first);
}

std::string Text::digest(const LineRange& range) const {
    std::string passage;
    for (std::uint32_t number = range.first; number <= range.last; ++number) {
        passage += withoutTrailingBlanks(line(number));
        passage += '\n';
    }
    return support::sha256Hex(passage).substr(0, kDigestDigits);
}

} // namespace meldc::evidence
