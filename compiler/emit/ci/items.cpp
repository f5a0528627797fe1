#include "emit/ci/items.h"

#include "diagnostics/phrases.h"
#include "emit/words.h"
#include "model/world.h"
#include "support/names.h"
#include "support/sha256.h"

#include <algorithm>
#include <map>

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

/// So that a change of layout is none.
std::string lettersOf(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        if (letter != ' ' && letter != '\t') {
            result += letter;
        }
    }
    return result;
}

class CiMaker {
public:
    explicit CiMaker(const CheckReport& report) : report_(report) {}

    std::vector<CiItem> run() {
        for (const diagnostics::Diagnostic& message : report_.messages) {
            addMessage(message);
        }
        for (const CheckedProtocol& protocol : report_.protocols) {
            for (Entry& entry :
                 entriesOf(*report_.sources, *protocol.report, protocol.quotes())) {
                add(protocol, std::move(entry));
            }
        }
        return std::move(items_);
    }

private:
    void addMessage(const diagnostics::Diagnostic& message) {
        CiItem item;
        item.entry = entryOf(*report_.sources, message);
        item.place = lineFrom(*report_.sources, message.span);
        finish(std::move(item), "", message.span);
    }

    /// Where the entry is in files of the user: what stands in a model inside the program is shown
    /// where the unit begins.
    void add(const CheckedProtocol& protocol, Entry entry) {
        CiItem item;
        item.protocol = &protocol;
        support::Span primary = protocol.report->protocol->span;
        bool isFound = false;
        for (const support::Span& span : spansOf(entry)) {
            if (!report_.sources->has(span.file) || isInside(span)) {
                continue;
            }
            if (!isFound) {
                primary = span;
                isFound = true;
            } else if (item.others.size() < kOthers) {
                item.others.push_back(lineFrom(*report_.sources, span));
            }
        }
        item.place = lineFrom(*report_.sources, primary);
        addPath(item, entry, protocol);
        item.entry = std::move(entry);
        finish(std::move(item), protocol.report->protocol->name, primary);
    }

    [[nodiscard]] bool isInside(support::Span span) const {
        return support::builtInName(report_.sources->file(span.file).name()).has_value();
    }

    static std::vector<support::Span> spansOf(const Entry& entry) {
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

    void addPath(CiItem& item, const Entry& entry, const CheckedProtocol& protocol) {
        const auto& example = entry.result != nullptr ? entry.result->counterexample
                                                      : entry.finding->counterexample;
        if (!example) {
            return;
        }
        const model::Protocol world = model::select(*protocol.report->protocol, example->world);
        for (const logic::PathStep& step : example->walk.path) {
            const model::Question& question = world.questions[step.question];
            // A question of a model inside the program stands in no file of the user's.
            const support::Span span = question.origin.span;
            const bool isShown = report_.sources->has(span.file) && !isInside(span);
            item.path.push_back(
                {isShown ? lineFrom(*report_.sources, span) : item.place,
                 phrase(Phrase::CiStation, support::same(question.id),
                        support::same(question.label.empty() ? question.id : question.label),
                        support::same(std::string(spelling(step.answer))))});
        }
    }

    void finish(CiItem item, const std::string& unit, support::Span span) {
        std::string anchor = item.entry.id + "\n" + unit + "\n";
        if (report_.sources->has(span.file)) {
            anchor += lettersOf(report_.sources->file(span.file).lineText(item.place.line));
        }
        const std::size_t before = seen_[anchor]++;
        item.fingerprint = support::sha256Hex(anchor + "\n" + std::to_string(before));
        items_.push_back(std::move(item));
    }

    /// So many places besides the first.
    static constexpr std::size_t kOthers = 20;

    const CheckReport& report_;
    std::vector<CiItem> items_;
    std::map<std::string, std::size_t> seen_;
};

} // namespace

std::vector<CiItem> ciItemsOf(const CheckReport& report) {
    return CiMaker(report).run();
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
