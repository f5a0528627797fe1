#include "parser/text_checks.h"

#include "support/utf8.h"

#include <optional>
#include <string>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// The first control character that is no line end (a file may come with any kind of those) and no
/// byte-order mark at the start.
std::optional<std::size_t> firstForbidden(std::string_view text) {
    std::size_t from = text.size() - support::stripByteOrderMark(text).size();
    while (const auto found = support::firstControlCharacter(text.substr(from))) {
        if (text[from + *found] != '\r') {
            return from + *found;
        }
        from += *found + 1;
    }
    return std::nullopt;
}

/// "U+001B"
std::string codeOf(char32_t value) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string code = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) {
        code += kDigits[(value >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return code;
}

} // namespace

std::optional<diagnostics::Diagnostic> whyUnreadable(const support::SourceFile& file, support::FileId id) {
    const std::string& text = file.text();
    if (text.size() > support::kMaxFileBytes) {
        return make<Diag::FileTooLarge>(support::Span{id, 0, 0}, support::kMaxFileBytes / support::kMegabyte);
    }
    if (const auto bad = support::firstInvalidUtf8(text)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        return make<Diag::NotUtf8>(support::Span{id, at, at + 1}, *bad + 1);
    }
    if (const auto control = firstForbidden(text)) {
        const auto at = static_cast<std::uint32_t>(*control);
        const support::CodePoint point = support::decode(text, *control);
        const support::Span span{id, at, at + static_cast<std::uint32_t>(point.size)};
        return make<Diag::ControlCharacter>(span, codeOf(point.value));
    }
    return std::nullopt;
}

bool isReadable(const support::SourceFile& file, support::FileId id, Messages& messages) {
    auto why = whyUnreadable(file, id);
    if (why) {
        messages.add(std::move(*why));
    }
    return !why;
}

} // namespace meldc::parser
