#pragma once

#include "emit/answers/test_report.h"
#include "emit/change/change.h"
#include "emit/known.h"
#include "emit/report_view.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

/// A run as lists that other programs show: code scanning, merge requests, test overviews.
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

/// One verdict, finding, worked example or message.
struct CiItem {
    /// Null for a message about a file that has no verdicts, and in a run that judges no protocol.
    const CheckedProtocol* protocol = nullptr;
    /// Where a test of it stands, and what that is called.
    std::string suite;
    std::string name;
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
        return asksForWork(entry);
    }
};

/// Everything that a run found.
struct CiRun {
    const support::SourceMap* sources = nullptr;
    std::string version;
    support::Date date;
    std::string baselineSha256;
    /// Every file could be read and compiled.
    bool isComplete = true;
    std::vector<CiItem> items;
};

/// Messages of files first, then by protocol, the most pressing first. What was known before is left out.
[[nodiscard]] CiRun ciRunOf(const CheckReport& report);
/// Every case, and what is wrong with them.
[[nodiscard]] CiRun ciRunOf(const TestReport& report);
/// Less protection, acceptances, and norms that are broken from now on.
[[nodiscard]] CiRun ciRunOf(const ChangeReport& report);

/// The items that ask for something, the most serious of all protocols first.
[[nodiscard]] std::vector<const CiItem*> faultsOf(const std::vector<CiItem>& items);

/// Puts items together: each gets its place and a fingerprint of its own.
class CiCollector {
public:
    explicit CiCollector(const support::SourceMap& sources) : sources_(sources) {}

    /// A finding of `unit` (empty: of a file) at `primary`; it has suite, name, entry and path.
    void add(CiItem item, const std::string& unit, support::Span primary);
    /// A station at a question; where it stands in a text inside the program, at `otherwise`.
    [[nodiscard]] CiStation station(const model::Question& question, model::Answer answer,
                                    support::Span otherwise) const;
    /// Whether a place is in a file that is there, not in a text inside the program.
    [[nodiscard]] bool isOutside(support::Span span) const;
    /// From a place to the end of its line.
    [[nodiscard]] CiPlace place(support::Span span) const;
    [[nodiscard]] std::vector<CiItem> take() { return std::move(items_); }

private:
    const support::SourceMap& sources_;
    std::vector<CiItem> items_;
    std::map<std::string, std::size_t> seen_;
};

/// One paragraph: the message with the norm's title, the case, and what to do.
[[nodiscard]] std::string paragraphOf(const CiItem& item, support::Language language);

} // namespace meldc::emit
