#pragma once

#include "baseline/currency.h"
#include "baseline/through_time.h"

/// The verdicts on one protocol through time: from the first known law to the last known date.
namespace meldc::baseline {

/// How much of a period lies in the time in which the protocol itself was valid.
enum class Validity : std::uint8_t {
    /// The protocol does not say when it is valid.
    Unknown,
    None,
    Part,
    Whole
};

/// Consecutive days with the same verdict on a norm.
struct NormPeriod {
    support::Period days;
    Validity validity = Validity::Unknown;
    /// As on its first day.
    NormResult result;
};

/// A norm with the periods in which it was in force, oldest first; at least one.
struct NormHistory {
    const model::Norm* norm = nullptr;
    std::vector<NormPeriod> periods;
};

/// Days on which each verdict was given as often.
struct WholePeriod {
    support::Period days;
    Validity validity = Validity::Unknown;
    StatusCounts counts;
};

enum class ChangeKind : std::uint8_t {
    /// A norm comes into force; `after` is its verdict.
    NormBegins,
    /// A norm is no longer in force; `before` was its verdict.
    NormEnds,
    /// Another verdict on the same norm.
    Verdict,
    /// The same verdict, from now on or no longer subject to the text of the law.
    Reservation,
    /// Other grounds, those of `after`.
    Grounds,
    /// A source has a new text.
    SourceText,
    /// A source is no longer in force.
    SourceLapsed,
    /// From this day on a source was not checked.
    SourceUnchecked,
    WaiverBegins,
    WaiverEnds,
    Adopted,
    ValidBegins,
    ValidEnds
};

/// Something that is different from a day on.
struct Change {
    ChangeKind kind = ChangeKind::Verdict;
    const model::Norm* norm = nullptr;
    std::optional<NormResult> before;
    std::optional<NormResult> after;
    const model::Source* source = nullptr;
    model::TextStatus text = model::TextStatus::Read;
    /// SourceText: no earlier text is known.
    bool isFirstText = false;
    const model::Waiver* waiver = nullptr;
};

/// All changes of one day.
struct ChangeDay {
    support::Date day;
    std::vector<Change> changes;
};

struct Timeline {
    const model::Protocol* protocol = nullptr;
    /// The first day; nothing when the law has no known beginning.
    std::optional<support::Date> from;
    /// When the protocol itself is valid: as it says, else from its adoption on. Empty: unknown.
    std::vector<support::Period> valid;
    /// It does not say when it is valid, only when it was adopted.
    bool isByAdoption = false;
    /// Days of adoption that it names.
    std::vector<support::Date> adopted;
    std::vector<WholePeriod> whole;
    /// In the order of the library; norms that were never in force are left out.
    std::vector<NormHistory> norms;
    /// In the order of days, those after today among them.
    std::vector<ChangeDay> changes;
    /// About waivers, as they are today.
    std::vector<Finding> waiverFindings;
    /// The sources as they are today.
    Currency currency;
};

/// Judges a protocol on all days. `evaluators` are those of this protocol; the other arguments must
/// outlive the result.
Timeline timelineOf(const model::Library& library, const std::vector<model::Waiver>& waivers,
                    const model::Protocol& protocol, ThroughTime& evaluators, const support::Date& today);

}  // namespace meldc::baseline
