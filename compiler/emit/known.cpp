#include "emit/known.h"

#include "diagnostics/phrases.h"
#include "support/names.h"

#include <algorithm>

namespace meldc::emit {

support::Localized nameOf(const KnownFindings& known) {
    if (!known.day) {
        return diagnostics::phrase(diagnostics::Phrase::SinceIn, known.revision);
    }
    const std::string day = known.day->str();
    return known.revision.empty() ? diagnostics::phrase(diagnostics::Phrase::SinceOn, day)
                                  : diagnostics::phrase(diagnostics::Phrase::SinceInOn, known.revision, day);
}

std::string identityOf(const support::SourceMap& sources, std::string_view rule, std::string_view unit,
                       support::Span place) {
    std::string identity = std::string(rule) + "\n" + std::string(unit) + "\n";
    if (!sources.has(place.file)) {
        return identity;
    }
    const support::SourceFile& file = sources.file(place.file);
    for (const char letter : file.lineText(file.position(place.begin).line)) {
        if (letter != ' ' && letter != '\t') {
            identity += letter;
        }
    }
    return identity;
}

std::vector<support::Span> spansOf(const Entry& entry) {
    std::vector<support::Span> spans;
    const std::vector<baseline::Evidence>& evidence =
        entry.result != nullptr ? entry.result->evidence : entry.finding->evidence;
    for (const baseline::Evidence& each : evidence) {
        spans.push_back(each.span);
    }
    if (spans.empty() && entry.finding != nullptr) {
        spans.push_back(entry.finding->diagnostic.span);
    }
    return spans;
}

std::string identityOf(const support::SourceMap& sources, const CheckedProtocol& checked, const Entry& entry) {
    support::Span primary = checked.report->protocol->span;
    for (const support::Span& span : spansOf(entry)) {
        if (sources.has(span.file) && !support::builtInName(sources.file(span.file).name())) {
            primary = span;
            break;
        }
    }
    return identityOf(sources, entry.id, checked.report->protocol->name, primary);
}

bool asksForWork(const Entry& entry) {
    return entry.group == Group::MustChange || entry.group == Group::FillIn ||
           entry.group == Group::CanBeBetter || entry.group == Group::Differs;
}

std::vector<Entry> takeKnown(const support::SourceMap& sources, const CheckedProtocol& checked,
                             std::vector<Entry>& entries) {
    std::vector<Entry> known;
    if (checked.known == nullptr) {
        return known;
    }
    std::map<std::string, std::size_t> left = checked.known->counts;
    std::vector<Entry> others;
    for (Entry& entry : entries) {
        const auto at = asksForWork(entry) ? left.find(identityOf(sources, checked, entry)) : left.end();
        if (at != left.end() && at->second > 0) {
            --at->second;
            known.push_back(std::move(entry));
        } else {
            others.push_back(std::move(entry));
        }
    }
    entries = std::move(others);
    return known;
}

diagnostics::Severity worstNew(const support::SourceMap& sources, const CheckedProtocol& checked) {
    std::vector<Entry> entries = entriesOf(sources, *checked.report, checked.quotes());
    takeKnown(sources, checked, entries);
    diagnostics::Severity worst = diagnostics::Severity::Note;
    for (const Entry& entry : entries) {
        const bool isVerdict = entry.result != nullptr;
        const bool counts = !isVerdict || entry.result->status == baseline::Status::Violated ||
                            entry.result->status == baseline::Status::Contradicted;
        worst = counts ? std::max(worst, entry.severity) : worst;
    }
    return worst;
}

} // namespace meldc::emit
