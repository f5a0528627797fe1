#pragma once

#include "emit/report_view.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What was found in an earlier version too: it is told apart.
namespace meldc::emit {

/// The findings of a version, by identityOf(), with how often each is there.
struct KnownFindings {
    /// How the version was named; empty: the same text.
    std::string revision;
    /// The day by whose law they are; absent: that of the run.
    std::optional<support::Date> day;
    std::map<std::string, std::size_t> counts;
};

/// "in main", "on 2026-01-01": how the version is called behind "was there already".
[[nodiscard]] support::Localized nameOf(const KnownFindings& known);

/// What a finding is: its rule, its unit and the letters of its line. It survives moved lines and a change of
/// layout.
[[nodiscard]] std::string identityOf(const support::SourceMap& sources, std::string_view rule,
                                     std::string_view unit, support::Span place);
/// The same of an entry, at its first place outside the program.
[[nodiscard]] std::string identityOf(const support::SourceMap& sources, const CheckedProtocol& checked,
                                     const Entry& entry);

/// Takes the faults that were known out of `entries` and returns them. Without known findings: none.
std::vector<Entry> takeKnown(const support::SourceMap& sources, const CheckedProtocol& checked,
                             std::vector<Entry>& entries);

/// Whether an entry asks for something to be done.
[[nodiscard]] bool asksForWork(const Entry& entry);
/// The places of an entry, in its order.
[[nodiscard]] std::vector<support::Span> spansOf(const Entry& entry);
/// The highest severity among the faults that were not known.
[[nodiscard]] diagnostics::Severity worstNew(const support::SourceMap& sources, const CheckedProtocol& checked);

} // namespace meldc::emit
