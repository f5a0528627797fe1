#pragma once

#include "diagnostics/sink.h"
#include "emit/places.h"
#include "meldc/meldc.h"
#include "support/date.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <exception>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What stages say, in the words of the public header.
namespace meldc::api {

[[nodiscard]] support::Language internal(Language language);
[[nodiscard]] Severity publicOf(diagnostics::Severity severity);

[[nodiscard]] Place placeOf(const emit::At& at);
[[nodiscard]] std::vector<Place> placesOf(const std::vector<emit::At>& places);

[[nodiscard]] Message messageOf(const support::SourceMap& sources, const diagnostics::Diagnostic& diagnostic,
                                support::Language language);
[[nodiscard]] std::vector<Message> messagesOf(const support::SourceMap& sources,
                                              std::span<const diagnostics::Diagnostic> diagnostics,
                                              support::Language language);
/// A message about no file.
[[nodiscard]] Message messageOf(const diagnostics::Diagnostic& diagnostic, support::Language language);

/// As sentences.
[[nodiscard]] std::vector<std::string> sentencesOf(const std::vector<support::Localized>& texts,
                                                   support::Language language);

/// That something that should not have failed did.
[[nodiscard]] diagnostics::Diagnostic failure(const std::string& what);

/// A day; nothing when it does not exist or its year has not four digits.
[[nodiscard]] std::optional<support::Date> dateOf(std::chrono::year_month_day day);
/// That there is no such day.
[[nodiscard]] std::vector<Message> noSuchDay(std::chrono::year_month_day day, support::Language language);

/// What `work` returns; what `otherwise` makes of a failure when an exception would leave the library. That memory ran
/// out goes on: there is none left to say so.
template <class Work, class Otherwise>
auto guarded(Work work, Otherwise otherwise) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        return otherwise(failure(error.what()));
    }
}

/// The same for a result.
template <class Work>
auto guarded(support::Language language, Work work) -> decltype(work()) {
    return guarded(work, [&](const diagnostics::Diagnostic& failed) {
        return decltype(work())(std::vector{messageOf(failed, language)});
    });
}

} // namespace meldc::api
