#pragma once

#include "baseline/result.h"

/// How far the texts on which verdicts rest are known: since when, and until when they were checked.
namespace meldc::baseline {

/// A source with the text of it that holds on the day.
struct SourceOnDate {
    const model::Source* source = nullptr;
    /// Null before the first known text.
    const model::SourceState* state = nullptr;
};

/// The sources on which the verdicts of a day rest.
struct Currency {
    support::Date date;
    /// Those of norms that hold on the day, each once, in the order of the library. House rules rest on
    /// what the organisation itself chose: nobody checks that against anything.
    std::vector<SourceOnDate> sources;
    /// Sources of law whose first known text is later, of norms that therefore do not hold on the day:
    /// what they asked then is not known.
    std::vector<const model::Source*> later;

    /// The earliest day until which one of the sources was checked, of those that say so.
    std::optional<support::Date> checkedUntil() const;
    /// Sources that were checked until a day before this one.
    std::vector<const model::Source*> outdated() const;
    /// Sources that do not say until when they were checked.
    std::vector<const model::Source*> unchecked() const;
};

/// The sources of the norms that day and sector select for a protocol.
Currency currencyFor(const model::Library& library, const model::Protocol& protocol, const support::Date& date);

/// The sources of one norm.
Currency currencyOf(const model::Vocabulary& vocabulary, const model::Norm& norm, const support::Date& date);

/// The first day of which some law is known: of which a norm of law holds on a text that is known.
/// Nothing when no norm of law has such a first day.
std::optional<support::Date> firstKnownLaw(const model::Library& library);

/// The same for the sectors of one protocol. Nothing, too, when no norm of law is for them.
std::optional<support::Date> firstKnownLaw(const model::Library& library, const model::Protocol& protocol);

}  // namespace meldc::baseline
