#include "diagnostics/filling.h"

#include "diagnostics/placeholders.h"
#include "support/limits.h"
#include "support/utf8.h"

namespace meldc::diagnostics {

namespace {

std::string shown(const Placeholder& placeholder, const Arg& arg, support::Language language) {
    const auto* number = std::get_if<std::int64_t>(&arg);
    if (placeholder.isPlural) {
        const bool isOne = number != nullptr && *number == 1;
        return std::string(isOne ? placeholder.one : placeholder.many);
    }
    if (number != nullptr) {
        return std::to_string(*number);
    }
    if (const auto* text = std::get_if<std::string>(&arg)) {
        return support::shortened(*text, support::kMaxShownText);
    }
    return std::get<support::Localized>(arg).in(language);
}

} // namespace

std::string fillIn(std::string_view text, std::span<const Arg> args, support::Language language) {
    std::string result;
    std::size_t at = 0;
    for (Placeholder p = nextPlaceholder(text, 0); p.exists(); p = nextPlaceholder(text, p.end)) {
        result += text.substr(at, p.begin - at);
        if (p.index < args.size()) {
            result += shown(p, args[p.index], language);
        }
        at = p.end;
    }
    result += text.substr(at);
    return result;
}

} // namespace meldc::diagnostics
