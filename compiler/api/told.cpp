#include "api/told.h"

#include "diagnostics/phrases.h"

namespace meldc::api {

using diagnostics::Diag;
using diagnostics::Diagnostic;

support::Language internal(Language language) {
    return language == Language::Dutch ? support::Language::Dutch : support::Language::English;
}

Severity publicOf(diagnostics::Severity severity) {
    return severity == diagnostics::Severity::Error     ? Severity::Error
           : severity == diagnostics::Severity::Warning ? Severity::Warning
                                                        : Severity::Info;
}

Place placeOf(const emit::At& at) {
    return {at.file, at.line, at.column, at.document, at.place};
}

std::vector<Place> placesOf(const std::vector<emit::At>& places) {
    std::vector<Place> result;
    for (const emit::At& at : places) {
        result.push_back(placeOf(at));
    }
    return result;
}

Message messageOf(const Diagnostic& diagnostic, support::Language language) {
    Message message;
    message.id = diagnostics::info(diagnostic.id).code;
    message.severity = publicOf(diagnostic.severity);
    message.text = diagnostics::renderMessage(diagnostic, language);
    message.remedy = diagnostics::renderRemedy(diagnostic, language);
    return message;
}

Message messageOf(const support::SourceMap& sources, const Diagnostic& diagnostic, support::Language language) {
    Message message = messageOf(diagnostic, language);
    if (diagnostic.span.hasPlace()) {
        message.places.push_back(placeOf(emit::placeOf(sources, diagnostic.span)));
    }
    for (const support::Span span : diagnostic.also) {
        message.places.push_back(placeOf(emit::placeOf(sources, span)));
    }
    return message;
}

std::vector<Message> messagesOf(const support::SourceMap& sources, std::span<const Diagnostic> diagnostics,
                                support::Language language) {
    std::vector<Message> messages;
    for (const Diagnostic& diagnostic : diagnostics) {
        messages.push_back(messageOf(sources, diagnostic, language));
    }
    return messages;
}

std::vector<std::string> sentencesOf(const std::vector<support::Localized>& texts, support::Language language) {
    std::vector<std::string> sentences;
    for (const support::Localized& text : texts) {
        sentences.push_back(diagnostics::sentence(text).in(language));
    }
    return sentences;
}

Diagnostic failure(const std::string& what) {
    return diagnostics::make<Diag::InternalError>({}, what);
}

std::optional<support::Date> dateOf(std::chrono::year_month_day day) {
    constexpr int kLastYear = 9999;
    const int year = static_cast<int>(day.year());
    if (!day.ok() || year < 0 || year > kLastYear) {
        return std::nullopt;
    }
    return support::Date{year, static_cast<int>(static_cast<unsigned>(day.month())),
                         static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::vector<Message> noSuchDay(std::chrono::year_month_day day, support::Language language) {
    const support::Date asked{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                              static_cast<int>(static_cast<unsigned>(day.day()))};
    return {messageOf(diagnostics::make<Diag::NoSuchDate>({}, asked.str()), language)};
}

} // namespace meldc::api
