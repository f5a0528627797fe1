#include "emit/ci/items.h"

#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "emit/known.h"
#include "emit/words.h"
#include "model/world.h"
#include "support/names.h"
#include "support/sha256.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Localized;

/// From a place to the end of its line, without blanks there.
CiPlace lineFrom(const support::SourceMap& sources, support::Span span) {
    CiPlace place;
    if (!sources.has(span.file)) {
        return place;
    }
    const support::SourceFile& file = sources.file(span.file);
    const support::LineColumn begin = file.position(span.begin);
    std::string_view line = file.lineText(begin.line);
    line = line.substr(0, line.find_last_not_of(" \t{") + 1);
    std::string_view path = file.name();
    while (path.starts_with("./")) {
        path.remove_prefix(2);
    }
    place.file = path;
    place.line = begin.line;
    place.column = begin.column;
    place.endLine = begin.line;
    const auto width = static_cast<std::uint32_t>(support::codePointColumn(line, line.size()));
    place.endColumn = std::max(width, begin.column) + 1;
    place.words = line.substr(std::min(support::byteColumn(line, begin.column - 1), line.size()));
    place.aroundLine = begin.line > 1 ? begin.line - 1 : begin.line;
    place.aroundEndLine = std::min(begin.line + 1, std::max(file.lineCount(), begin.line));
    for (std::uint32_t each = place.aroundLine; each <= place.aroundEndLine; ++each) {
        place.around += std::string(file.lineText(each)) + "\n";
    }
    return place;
}

class CheckMaker {
public:
    explicit CheckMaker(const CheckReport& report) : report_(report), collector_(*report.sources) {}

    std::vector<CiItem> run() {
        for (const diagnostics::Diagnostic& message : report_.messages) {
            CiItem item;
            item.entry = entryOf(*report_.sources, message);
            nameTest(item, collector_.place(message.span).file);
            collector_.add(std::move(item), "", message.span);
        }
        for (const CheckedProtocol& protocol : report_.protocols) {
            std::vector<Entry> entries = entriesOf(*report_.sources, *protocol.report, protocol.quotes());
            takeKnown(*report_.sources, protocol, entries);
            for (Entry& entry : entries) {
                add(protocol, std::move(entry));
            }
        }
        return collector_.take();
    }

private:
    /// A suite for each layer of each protocol; findings about the text and messages of files have
    /// one of their own.
    static void nameTest(CiItem& item, const std::string& unit) {
        const Entry& entry = item.entry;
        item.suite = unit + "." +
                     (entry.result == nullptr ? std::string("text")
                                              : std::string(wordOf(entry.result->norm->layer)));
        item.name = entry.id + (entry.title.empty() ? "" : " " + entry.title);
    }

    /// Where the entry is in files of the user: what stands in a model inside the program is shown
    /// where the unit begins.
    void add(const CheckedProtocol& protocol, Entry entry) {
        CiItem item;
        item.protocol = &protocol;
        support::Span primary = protocol.report->protocol->span;
        bool isFound = false;
        for (const support::Span& span : spansOf(entry)) {
            if (!collector_.isOutside(span)) {
                continue;
            }
            if (!isFound) {
                primary = span;
                isFound = true;
            } else if (item.others.size() < kOthers) {
                item.others.push_back(collector_.place(span));
            }
        }
        addPath(item, entry, protocol, primary);
        item.entry = std::move(entry);
        nameTest(item, protocol.report->protocol->name);
        collector_.add(std::move(item), protocol.report->protocol->name, primary);
    }

    void addPath(CiItem& item, const Entry& entry, const CheckedProtocol& protocol, support::Span primary) {
        const auto& example = entry.result != nullptr ? entry.result->counterexample
                                                      : entry.finding->counterexample;
        if (!example) {
            return;
        }
        const model::Protocol world = model::select(*protocol.report->protocol, example->world);
        for (const logic::PathStep& step : example->walk.path) {
            item.path.push_back(collector_.station(world.questions[step.question], step.answer, primary));
        }
    }

    /// So many places besides the first.
    static constexpr std::size_t kOthers = 20;

    const CheckReport& report_;
    CiCollector collector_;
};

} // namespace

void CiCollector::add(CiItem item, const std::string& unit, support::Span primary) {
    item.place = place(primary);
    const std::string anchor = identityOf(sources_, item.entry.id, unit, primary);
    const std::size_t before = seen_[anchor]++;
    item.fingerprint = support::sha256Hex(anchor + "\n" + std::to_string(before));
    items_.push_back(std::move(item));
}

bool CiCollector::isOutside(support::Span span) const {
    return sources_.has(span.file) && !support::builtInName(sources_.file(span.file).name());
}

CiPlace CiCollector::place(support::Span span) const {
    return lineFrom(sources_, span);
}

CiStation CiCollector::station(const model::Question& question, model::Answer answer,
                               support::Span otherwise) const {
    // A question of a model inside the program stands in no file of the user's.
    const support::Span span = question.origin.span;
    return {place(isOutside(span) ? span : otherwise),
            phrase(Phrase::CiStation, support::same(question.id),
                   support::same(question.label.empty() ? question.id : question.label),
                   support::same(std::string(spelling(answer))))};
}

CiRun ciRunOf(const CheckReport& report) {
    CiRun run;
    run.sources = report.sources;
    run.version = report.version;
    run.date = report.date;
    run.baselineSha256 = report.baselineSha256;
    run.isComplete = std::none_of(report.messages.begin(), report.messages.end(), [](const auto& message) {
        return message.severity == diagnostics::Severity::Error;
    });
    run.items = CheckMaker(report).run();
    return run;
}

std::vector<const CiItem*> faultsOf(const std::vector<CiItem>& items) {
    std::vector<const CiItem*> faults;
    for (const CiItem& item : items) {
        if (item.isFault()) {
            faults.push_back(&item);
        }
    }
    std::stable_sort(faults.begin(), faults.end(), [](const CiItem* a, const CiItem* b) {
        return a->entry.severity != b->entry.severity ? a->entry.severity > b->entry.severity
                                                      : a->entry.rank < b->entry.rank;
    });
    return faults;
}

std::string paragraphOf(const CiItem& item, support::Language language) {
    std::vector<Localized> parts{diagnostics::sentence(titled(item.entry))};
    if (!item.entry.story.isEmpty()) {
        parts.push_back(phrase(Phrase::ReportStory, item.entry.story));
    }
    if (!item.entry.ask.isEmpty()) {
        parts.push_back(phrase(Phrase::ReportAsk, diagnostics::sentence(item.entry.ask)));
    }
    if (!item.entry.remedy.isEmpty()) {
        parts.push_back(phrase(Phrase::ReportRemedy, diagnostics::sentence(item.entry.remedy)));
    }
    if (!item.entry.reservation.isEmpty()) {
        parts.push_back(
            phrase(Phrase::ReportReservation, diagnostics::sentence(item.entry.reservation)));
    }
    return diagnostics::joined(parts, " ").in(language);
}

} // namespace meldc::emit
