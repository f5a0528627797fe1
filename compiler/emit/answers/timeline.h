#pragma once

#include "baseline/timeline.h"
#include "emit/answers/text_report.h"
#include "emit/report.h"

#include <string>
#include <vector>

/// What `check --timeline` tells.
namespace meldc::emit {

/// One protocol through time.
struct TimedProtocol : ReportedFile {
    const baseline::Timeline* timeline = nullptr;
};

struct TimelineReport : RunReport {
    /// What lies after this day is still to come.
    support::Date today;
    std::vector<TimedProtocol> protocols;
};

/// For people: the protocol as a whole, its norms with their periods, and what changes on which day.
[[nodiscard]] std::string timelineText(const TimelineReport& report, const TextOptions& options);

/// One line for each period of a norm and for each change:
///     FILE:LINE:COLUMN: VERDICT ID FROM..UNTIL title
///     FILE:LINE:COLUMN: change DAY what
[[nodiscard]] std::string timelinePlain(const TimelineReport& report, support::Language language);

/// In the shape of timeline.schema.json; sentences in `language`.
[[nodiscard]] std::string timelineJson(const TimelineReport& report, support::Language language);

/// A change as a sentence without its end.
[[nodiscard]] support::Localized told(const baseline::Change& change);
/// From which day to which, both included; before or after `today` makes no difference when it has
/// an end.
[[nodiscard]] support::Localized told(const support::Period& days, const support::Date& today);
/// A verdict with what makes it less than certain.
[[nodiscard]] support::Localized toldVerdict(const baseline::NormResult& result);

} // namespace meldc::emit
