#pragma once

#include "emit/report_view.h"

#include <string>
#include <vector>

/// A run of `check` as lists that other programs show: code scanning, merge requests, test overviews.
namespace meldc::emit {

/// A stretch of a file: lines and columns from 1, in characters; the last column is behind the end.
struct CiPlace {
    /// As it was named, without "./" before it: those who read it join it to the top of a repository.
    /// Empty: a message about no file.
    std::string file;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::uint32_t endLine = 1;
    std::uint32_t endColumn = 1;
    /// The words there, and whole lines from the one before to the one behind.
    std::string words = {};
    std::string around = {};
    std::uint32_t aroundLine = 1;
    std::uint32_t aroundEndLine = 1;
};

/// One station of the case that shows a finding.
struct CiStation {
    CiPlace place;
    support::Localized text;
};

/// One verdict, finding or message.
struct CiItem {
    /// Null for a message about a file that has no verdicts.
    const CheckedProtocol* protocol = nullptr;
    /// What people read of it.
    Entry entry;
    CiPlace place;
    /// Further places.
    std::vector<CiPlace> others;
    /// The case that shows it, question by question; empty without one.
    std::vector<CiStation> path;
    /// The same as long as the rule, the unit and the words at the place are: it survives moved lines.
    /// Unique in a report. 64 hexadecimal digits.
    std::string fingerprint;

    /// Whether it asks for something: not open, met, waived or not applicable.
    [[nodiscard]] bool isFault() const {
        return entry.group == Group::MustChange || entry.group == Group::FillIn ||
               entry.group == Group::CanBeBetter || entry.group == Group::Differs;
    }
};

/// Everything that a run found: messages of files first, then by protocol, the most pressing first.
[[nodiscard]] std::vector<CiItem> ciItemsOf(const CheckReport& report);

/// The items that ask for something, the most serious of all protocols first.
[[nodiscard]] std::vector<const CiItem*> faultsOf(const std::vector<CiItem>& items);

/// One paragraph: the message with the norm's title, the case, and what to do.
[[nodiscard]] std::string paragraphOf(const CiItem& item, support::Language language);

} // namespace meldc::emit
