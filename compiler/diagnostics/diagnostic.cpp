#include "diagnostics/diagnostic.h"

#include "diagnostics/placeholders.h"
#include "support/limits.h"
#include "support/utf8.h"

namespace meldc::diagnostics {

namespace {

std::string argText(const Arg& arg, support::Language language) {
    if (const auto* text = std::get_if<std::string>(&arg)) {
        return support::shortened(*text, support::kMaxShownText);
    }
    if (const auto* number = std::get_if<std::int64_t>(&arg)) {
        return std::to_string(*number);
    }
    return std::get<support::Localized>(arg).in(language);
}

std::string pluralText(const Placeholder& placeholder, const Arg& arg) {
    const auto* number = std::get_if<std::int64_t>(&arg);
    return std::string(number != nullptr && *number == 1 ? placeholder.one : placeholder.many);
}

std::string fill(std::string_view text, const std::vector<Arg>& args, support::Language language) {
    std::string result;
    std::size_t at = 0;
    for (Placeholder p = nextPlaceholder(text, 0); p.exists(); p = nextPlaceholder(text, p.end)) {
        result += text.substr(at, p.begin - at);
        result += p.isPlural ? pluralText(p, args[p.index]) : argText(args[p.index], language);
        at = p.end;
    }
    result += text.substr(at);
    return result;
}

} // namespace

std::string renderMessage(const Diagnostic& diagnostic, support::Language language) {
    return fill(info(diagnostic.id).message(language), diagnostic.args, language);
}

std::string renderMessage(const Note& note, support::Language language) {
    return fill(info(note.id).message(language), note.args, language);
}

std::string renderRemedy(const Diagnostic& diagnostic, support::Language language) {
    return fill(info(diagnostic.id).remedy(language), diagnostic.args, language);
}

} // namespace meldc::diagnostics
