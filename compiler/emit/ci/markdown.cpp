#include "emit/ci/items.h"
#include "emit/ci/reports.h"

#include "diagnostics/phrases.h"
#include "emit/notices.h"

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Language;
using support::Localized;

/// As text in a cell of a table: nothing in it is markup, and it is one line.
std::string markdownText(std::string_view text) {
    constexpr std::string_view kMarkup = "\\`*_{}[]()#+-!|~";
    std::string result;
    for (const char letter : text) {
        if (letter == '<') {
            result += "&lt;";
        } else if (letter == '&') {
            result += "&amp;";
        } else if (letter == '\n' || letter == '\r') {
            result += ' ';
        } else {
            if (kMarkup.find(letter) != kMarkup.npos) {
                result += '\\';
            }
            result += letter;
        }
    }
    return result;
}

/// As code in a cell: no backtick can end it.
std::string markdownCode(std::string text) {
    for (char& letter : text) {
        letter = letter == '`' ? '\'' : letter == '|' || letter == '\n' ? ' ' : letter;
    }
    return "`" + text + "`";
}

std::string_view severitySign(diagnostics::Severity severity) {
    switch (severity) {
    case diagnostics::Severity::Error:
        return "❌ ";
    case diagnostics::Severity::Warning:
        return "⚠️ ";
    case diagnostics::Severity::Info:
    case diagnostics::Severity::Note:
        break;
    }
    return "ℹ️ ";
}

class FindingsTable {
public:
    explicit FindingsTable(Language language) : language_(language) {}

    void heading(const CheckedProtocol& checked) {
        out_ += (out_.empty() ? "## " : "\n## ") + markdownText(checked.report->protocol->label) + "\n\n";
        Tally tally;
        tally.add(*checked.report);
        out_ += markdownText(in(countsOf(tally))) + "\n\n";
        for (const Localized& notice : allNoticesOf(checked.currency)) {
            out_ += "> " + markdownText(in(diagnostics::sentence(notice))) + "\n";
        }
        if (!out_.ends_with("\n\n")) {
            out_ += "\n";
        }
    }

    void title(const Localized& text) { out_ += "## " + markdownText(in(text)) + "\n\n"; }
    void remark(const Localized& text) { out_ += "\n> " + markdownText(in(diagnostics::sentence(text))) + "\n"; }
    void paragraph(const Localized& text) { out_ += markdownText(in(diagnostics::sentence(text))) + "\n\n"; }
    void list(const Localized& head, const std::vector<Localized>& lines) {
        out_ += (out_.ends_with("\n\n") ? "" : "\n") + markdownText(in(head)) + "\n\n";
        for (const Localized& each : lines) {
            out_ += "- " + markdownText(in(each)) + "\n";
        }
    }

    void faults(const std::vector<const CiItem*>& items) {
        if (items.empty()) {
            out_ += in(phrase(Phrase::CiNothing)) + "\n";
            return;
        }
        out_ += "| " + in(phrase(Phrase::CiColumnHow)) + " | " + in(phrase(Phrase::CiColumnWhat)) +
                " | " + in(phrase(Phrase::CiColumnWhere)) + " |\n|---|---|---|\n";
        for (const CiItem* item : items) {
            const Entry& entry = item->entry;
            out_ += "| " + std::string(severitySign(entry.severity)) + markdownText(in(weightOf(entry)));
            if (!entry.layer.isEmpty()) {
                out_ += ", " + markdownText(in(entry.layer));
            }
            out_ += " | **" + markdownText(entry.id) + "** " + markdownText(paragraphOf(*item, language_)) +
                    " | " +
                    (item->place.file.empty()
                         ? std::string()
                         : markdownCode(item->place.file + ":" + std::to_string(item->place.line))) +
                    " |\n";
        }
    }

    void open(const std::vector<const CiItem*>& items) {
        if (items.empty()) {
            return;
        }
        out_ += "\n<details><summary>" +
                markdownText(in(phrase(Phrase::CiOpen, support::same(std::to_string(items.size()))))) +
                "</summary>\n\n";
        for (const CiItem* item : items) {
            out_ += "- **" + markdownText(item->entry.id) + "** " +
                    markdownText(paragraphOf(*item, language_)) + "\n";
        }
        out_ += "\n</details>\n";
    }

    std::string take() { return std::move(out_); }

private:
    std::string in(const Localized& text) const { return text.in(language_); }

    std::string out_;
    Language language_;
};

} // namespace

std::string markdownReport(const TestReport& report, Language language) {
    FindingsTable writer(language);
    const CiRun run = ciRunOf(report);
    writer.title(phrase(Phrase::CiCasesTitle));
    writer.paragraph(phrase(Phrase::TestSummary, report.cases(), report.failures()));
    if (report.drafts() > 0) {
        writer.paragraph(phrase(Phrase::TestDrafts, report.drafts()));
    }
    if (const auto faults = faultsOf(run.items); !faults.empty()) {
        writer.faults(faults);
    }
    for (const TestedProtocol& protocol : report.protocols) {
        if (protocol.isRepeated || protocol.map->items().empty()) {
            continue;
        }
        std::vector<Localized> lines;
        for (std::size_t kind = 0; kind < kCoverageKindCount; ++kind) {
            lines.push_back(coverageWords(protocol, static_cast<CoverageKind>(kind)));
        }
        writer.list(phrase(Phrase::TestCoverage, protocol.decider.protocol->name, Localized{}), lines);
    }
    return writer.take();
}

std::string markdownReport(const CheckReport& report, Language language) {
    FindingsTable writer(language);
    const CiRun run = ciRunOf(report);
    const std::vector<CiItem>& items = run.items;
    const std::vector<const CiItem*> faults = faultsOf(items);
    const auto ofProtocol = [](const CheckedProtocol* protocol, const auto& all) {
        std::vector<const CiItem*> result;
        for (const CiItem* item : all) {
            if (item->protocol == protocol) {
                result.push_back(item);
            }
        }
        return result;
    };
    if (const auto messages = ofProtocol(nullptr, faults); !messages.empty()) {
        writer.faults(messages);
    }
    for (const CheckedProtocol& checked : report.protocols) {
        writer.heading(checked);
        writer.faults(ofProtocol(&checked, faults));
        std::vector<const CiItem*> open;
        for (const CiItem& item : items) {
            if (item.protocol == &checked && item.entry.group == Group::JudgeYourself) {
                open.push_back(&item);
            }
        }
        writer.open(open);
        if (checked.known != nullptr) {
            std::vector<Entry> entries = entriesOf(*report.sources, *checked.report, checked.quotes());
            if (const std::size_t known = takeKnown(*report.sources, checked, entries).size(); known > 0) {
                writer.remark(phrase(Phrase::SinceCount, known, nameOf(*checked.known)));
            }
        }
    }
    return writer.take();
}

} // namespace meldc::emit
