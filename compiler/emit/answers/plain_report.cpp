#include "emit/answers/text_report.h"

#include "diagnostics/phrases.h"
#include "emit/answers/quotation_text.h"
#include "emit/json_parts.h"
#include "emit/known.h"
#include "emit/notices.h"
#include "emit/report_view.h"

namespace meldc::emit {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

namespace {

/// The word before the id in a plain line.
std::string_view severityWord(const Entry& entry) {
    switch (entry.group) {
    case Group::JudgeYourself:
        return "open";
    case Group::Waived:
        return "waived";
    case Group::InOrder:
        return "ok";
    case Group::NotApplicable:
        return "not-applicable";
    case Group::MustChange:
    case Group::FillIn:
    case Group::CanBeBetter:
    case Group::Differs:
        break;
    }
    return wordOf(entry.severity);
}

} // namespace

std::string plainReport(const CheckReport& report, Language language) {
    std::string out;
    for (const CheckedProtocol& checked : report.protocols) {
        std::vector<Entry> entries = entriesOf(*report.sources, *checked.report, checked.quotes());
        const std::vector<Entry> known = takeKnown(*report.sources, checked, entries);
        const std::size_t fresh = entries.size();
        entries.insert(entries.end(), known.begin(), known.end());
        for (std::size_t number = 0; number < entries.size(); ++number) {
            const Entry& entry = entries[number];
            At at = entry.at.empty()
                        ? placeOf(*report.sources, checked.report->protocol->span)
                        : entry.at.front();
            std::vector<Localized> parts{
                diagnostics::sentence(entry.group >= Group::JudgeYourself ? titled(entry)
                                                                           : entry.message)};
            if (!entry.at.empty() && !at.document.empty()) {
                parts.push_back(support::same(
                    "(" + at.document + (at.place.empty() ? "" : ": " + at.place) + ")"));
            }
            if (!entry.at.empty() && !at.quotation.isEmpty()) {
                parts.push_back(diagnostics::sentence(quotedInLine(at.quotation)));
            }
            if (entry.listsPlaces && entry.at.size() > 1) {
                std::string others;
                for (std::size_t i = 1; i < entry.at.size(); ++i) {
                    others += (i == 1 ? "" : ", ") + entry.at[i].inFile();
                }
                parts.push_back(diagnostics::sentence(
                    phrase(Phrase::ReportAlsoAt, support::same(others))));
            }
            if (!entry.story.isEmpty()) {
                parts.push_back(phrase(Phrase::ReportStory, entry.story));
            }
            // What is noted beside a norm that is met stands nowhere else.
            if (entry.group == Group::InOrder) {
                for (const Localized& note : entry.notes) {
                    parts.push_back(phrase(Phrase::ReportReservation, diagnostics::sentence(note)));
                }
            }
            if (!entry.ask.isEmpty()) {
                parts.push_back(phrase(Phrase::ReportAsk, diagnostics::sentence(entry.ask)));
            }
            out += at.inFile() + ": " + std::string(number < fresh ? severityWord(entry) : "known") + " " + entry.id + " " +
                   diagnostics::joined(parts, " ").in(language) + "\n";
        }
        Tally tally;
        tally.add(*checked.report);
        out += checked.file + ": " + checked.report->protocol->name + ": " +
               countsOf(tally).in(language) + "\n";
        for (const Localized& notice : allNoticesOf(checked.currency)) {
            out += checked.file + ": " + checked.report->protocol->name + ": " +
                   diagnostics::sentence(notice).in(language) + "\n";
        }
    }
    return out;
}

} // namespace meldc::emit
