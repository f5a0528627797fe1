#include "emit/inspection/document.h"

#include "emit/inspection/head.h"
#include "emit/inspection/rows.h"
#include "emit/inspection/view.h"
#include "emit/page/data.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

/// How much room a person gets to write, in millimetres.
constexpr int kRoomToSign = 10;
constexpr int kRoomBelow = 60;
/// What a column of numbers needs besides the longest word above it, in letters.
constexpr int kLeastColumn = 3;
/// Digits of a hash at the foot of each page: enough to see whether two prints are of one text.
constexpr std::size_t kShortHash = 16;

int longestWord(const std::string& text) {
    std::size_t longest = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        longest = std::max(longest, end - begin);
        begin = end + 1;
    }
    return static_cast<int>(longest);
}

class InspectionDocument {
public:
    InspectionDocument(const Inspection& report, Language language, const ReadList& look)
        : report_(report), input_(report.input()), language_(language), look_(look),
          rows_(report, language) {}

    doc::Document make() {
        doc::Document document;
        document.language = language_;
        document.title =
            in(phrase(Phrase::InspectTitle, support::same(report_.protocol().label)));
        document.organisation = organisationOf(report_);
        document.generator = "meldc " + input_.version;
        document.modelSha256 = input_.modelSha256;
        document.footer = {in(phrase(Phrase::DocumentOrigin, support::same(input_.date.str()),
                                     support::same(input_.modelSha256.substr(0, kShortHash)),
                                     support::same(input_.version))),
                           in(phrase(Phrase::DocumentPage)), in(phrase(Phrase::DocumentOf))};
        addHead();
        addSummary();
        addIdentity();
        addNorms();
        addFindings();
        addUnjudged();
        addLists();
        addView();
        addFoot();
        document.blocks = std::move(blocks_);
        return document;
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }
    std::string in(Phrase which) const { return phrase(which).in(language_); }
    std::string sentence(const Localized& text) const {
        return text.isEmpty() ? std::string() : shownSentence(text, language_);
    }
    void heading(int level, std::string text, std::string anchor = {}) {
        blocks_.push_back(doc::Heading{level, doc::text(std::move(text)), std::move(anchor)});
    }

    void addHead() {
        blocks_.push_back(
            doc::paragraph(in(phrase(Phrase::InspectAbout, support::same(input_.date.str())))));
        doc::Notice notice;
        for (const Localized& warning : warningsOf(report_)) {
            notice.content.push_back(doc::paragraph(sentence(warning)));
        }
        if (!notice.content.empty()) {
            blocks_.push_back(std::move(notice));
        }
        blocks_.push_back(doc::Contents{in(Phrase::InspectContents), input_.items ? 2 : 1});
    }

    void addSummary() {
        heading(1, in(Phrase::InspectSummary), "summary");
        doc::Table table;
        table.caption = doc::text(in(Phrase::InspectSummaryCaption));
        const auto column = [&](const std::string& name) {
            table.header.push_back(doc::text(name));
            // Under a long word the numbers get more room than they need, so that it stays whole.
            table.widths.push_back(kLeastColumn + longestWord(name));
        };
        column(in(Phrase::InspectLayer));
        for (const ShownCount& shown : shownCounts({})) {
            column(capital(in(nameOf(shown.status))));
        }
        column(in(Phrase::InspectProvisional));
        for (const InspectedLayer& layer : report_.layers()) {
            doc::Row row;
            row.cells.push_back(
                {{doc::paragraph(in(headingOf(layer.layer)), doc::Look::Strong)}});
            const int needed = kLeastColumn + longestWord(in(headingOf(layer.layer)));
            table.widths.front() = std::max(table.widths.front(), needed);
            for (const ShownCount& shown : shownCounts(layer.counts)) {
                row.cells.push_back({{doc::paragraph(std::to_string(shown.count))}});
            }
            row.cells.push_back({{doc::paragraph(std::to_string(layer.provisional))}});
            table.rows.push_back(std::move(row));
        }
        if (!table.rows.empty()) {
            blocks_.push_back(std::move(table));
        }
        addFirst();
        addItemTable();
    }

    void addFirst() {
        heading(2, in(Phrase::InspectFirst), "first");
        if (report_.first().empty()) {
            blocks_.push_back(doc::paragraph(in(Phrase::InspectNothingFirst)));
            return;
        }
        doc::List list{true, {}};
        for (const InspectedNorm* norm : report_.first()) {
            const Entry& entry = *norm->entry;
            doc::Paragraph text;
            text.text = {doc::Run{entry.id, doc::Look::Plain, {}, anchorOf(*norm)},
                         doc::Run{" "},
                         dutch(entry.title, doc::Look::Strong),
                         doc::Run{" (" + in(entry.layer) + ", " + in(entry.verdict) + "). "},
                         doc::Run{sentence(entry.message)}};
            list.items.push_back({std::move(text)});
        }
        blocks_.push_back(std::move(list));
    }

    void addItemTable() {
        if (!input_.items) {
            return;
        }
        heading(2, in(Phrase::InspectItemsHeading), "items");
        doc::Table table;
        table.caption = doc::text(in(Phrase::InspectItemsCaption));
        table.header = {doc::text(in(Phrase::InspectItem)),
                        doc::text(in(Phrase::InspectCsvVerdict))};
        table.widths = {40, 60};
        for (std::size_t i = 0; i < report_.items().size(); ++i) {
            const InspectedItem& item = report_.items()[i];
            doc::Blocks counts;
            for (const Localized& line : countLinesOf(item)) {
                counts.push_back(doc::paragraph(in(line)));
            }
            const doc::Run link{in(titleOf(item)), doc::Look::Plain, {}, anchorOf(i)};
            table.rows.push_back({{{{doc::Paragraph{{link}}}}, {std::move(counts)}}});
        }
        blocks_.push_back(std::move(table));
    }

    void addIdentity() {
        heading(1, in(Phrase::InspectIdentity), "identity");
        doc::Definitions facts;
        for (const ShownFact& fact : identityOf(report_)) {
            std::vector<doc::Blocks> values;
            for (const Localized& value : fact.values) {
                values.push_back({doc::Paragraph{{dutch(in(value))}}});
            }
            facts.entries.push_back({doc::text(in(fact.label)), std::move(values)});
        }
        blocks_.push_back(std::move(facts));
    }

    static std::string anchorOf(const InspectedNorm& norm) { return "norm-" + norm.entry->id; }
    static std::string anchorOf(std::size_t item) { return "item-" + std::to_string(item + 1); }

    void addNorms() {
        heading(1, in(Phrase::InspectNorms), "norms");
        const bool hasItems = input_.items.has_value();
        for (std::size_t i = 0; i < report_.items().size(); ++i) {
            const InspectedItem& item = report_.items()[i];
            if (hasItems) {
                heading(2, in(titleOf(item)), anchorOf(i));
            }
            if (const Localized absent = absentText(item); !absent.isEmpty()) {
                blocks_.push_back(doc::paragraph(in(absent), doc::Look::Note));
            }
            for (const InspectedLayer& layer : item.layers) {
                heading(hasItems ? 3 : 2, in(headingOf(layer.layer)));
                doc::Table table;
                table.caption = doc::text(in(captionOf(layer, item, hasItems)));
                table.header = {doc::text(in(Phrase::InspectColumnNorm)),
                                doc::text(in(Phrase::InspectColumnFinding)),
                                doc::text(in(Phrase::InspectColumnPeople))};
                table.widths = {24, 51, 25};
                for (const InspectedNorm* norm : layer.norms) {
                    // It may stand in several items: links lead to where it stands first.
                    const bool isFirst = anchored_.insert(norm).second;
                    table.rows.push_back(
                        rows_.ofNorm(*norm, isFirst ? anchorOf(*norm) : std::string()));
                }
                blocks_.push_back(std::move(table));
            }
        }
    }

    void addFindings() {
        heading(1, in(Phrase::InspectFindings), "findings");
        if (report_.findings().empty()) {
            blocks_.push_back(doc::paragraph(in(Phrase::InspectNoFindings)));
            return;
        }
        blocks_.push_back(doc::paragraph(in(Phrase::InspectFindingsIntro)));
        doc::Table table;
        table.caption = doc::text(in(Phrase::InspectFindingsCaption));
        table.header = {doc::text(in(Phrase::InspectColumnCode)),
                        doc::text(in(Phrase::InspectColumnFinding))};
        table.widths = {18, 82};
        for (const Entry* entry : report_.findings()) {
            table.rows.push_back(rows_.ofFinding(*entry));
        }
        blocks_.push_back(std::move(table));
    }

    void addUnjudged() {
        if (report_.unjudged().empty()) {
            return;
        }
        heading(1, in(Phrase::InspectUnjudged), "unjudged");
        blocks_.push_back(doc::paragraph(in(Phrase::InspectUnjudgedIntro)));
        doc::Table table;
        table.caption = doc::text(in(Phrase::InspectUnjudgedCaption));
        table.header = {doc::text(in(Phrase::InspectColumnPlace)),
                        doc::text(in(Phrase::InspectColumnBecause))};
        table.widths = {38, 62};
        for (const UnjudgedPlace& place : report_.unjudged()) {
            const doc::Run link{in(place.ground.text), doc::Look::Plain, place.ground.url};
            table.rows.push_back({{{{doc::Paragraph{{link}}}},
                                   {{doc::paragraph(sentence(place.because))}}}});
        }
        blocks_.push_back(std::move(table));
    }

    void addLists() {
        const std::vector<Localized> messages = listMessagesOf(report_);
        if (messages.empty()) {
            return;
        }
        heading(1, in(Phrase::InspectLists), "lists");
        doc::List list;
        for (const Localized& message : messages) {
            list.items.push_back({doc::paragraph(sentence(message))});
        }
        blocks_.push_back(std::move(list));
    }

    void addView() {
        heading(1, in(Phrase::InspectViewHeading), "view");
        blocks_.push_back(
            doc::Paragraph{doc::text(in(Phrase::InspectViewRoom), doc::Look::Strong),
                           doc::Kind::Label});
        blocks_.push_back(rows_.field(phrase(Phrase::InspectViewRoom), kRoomBelow));
        doc::Table table;
        table.caption = doc::text(in(Phrase::DocumentSigned));
        table.header = {doc::text(in(Phrase::DocumentParty)), doc::text(in(Phrase::InspectRole)),
                        doc::text(in(Phrase::InspectDay))};
        table.widths = {40, 35, 25};
        for (const Phrase party : {Phrase::InspectView, Phrase::InspectJudgement}) {
            doc::Row row;
            row.cells.push_back({{doc::paragraph(in(party), doc::Look::Strong)}});
            for (const Phrase what : {Phrase::InspectRole, Phrase::InspectDay}) {
                row.cells.push_back({{rows_.field(phrase(Phrase::DocumentFieldOf, phrase(what),
                                                   phrase(party)),
                                            kRoomToSign)}});
            }
            table.rows.push_back(std::move(row));
        }
        blocks_.push_back(std::move(table));
    }

    void addFoot() {
        heading(1, in(Phrase::InspectRepeat), "repeat");
        blocks_.push_back(doc::paragraph(
            in(phrase(Phrase::InspectRepeatIntro, support::same(input_.version)))));
        blocks_.push_back(doc::paragraph(input_.command, doc::Look::Code));
        doc::Table table;
        table.caption = doc::text(in(Phrase::InspectHashesCaption));
        table.header = {doc::text(in(Phrase::InspectColumnWhat)), doc::text("SHA-256")};
        table.widths = {27, 73};
        std::vector<ShownHash> hashes = hashesOf(report_);
        if (!look_.file.empty()) {
            hashes.push_back({phrase(Phrase::DocumentHashTemplate), look_.file, look_.sha256});
        }
        for (const ShownHash& shown : hashes) {
            const std::string file = shown.file.empty() ? "" : " " + shown.file;
            table.rows.push_back({{{{doc::paragraph(in(shown.what) + file)}},
                                   {{doc::paragraph(shown.hash, doc::Look::Code)}}}});
        }
        blocks_.push_back(std::move(table));
        const std::vector<Localized> states = lawStatesOf(report_);
        if (states.empty()) {
            return;
        }
        heading(2, in(Phrase::InspectSources), "sources");
        doc::List list;
        for (const Localized& state : states) {
            list.items.push_back({doc::Paragraph{{dutch(in(state))}}});
        }
        blocks_.push_back(std::move(list));
    }

    const Inspection& report_;
    const InspectionInput& input_;
    Language language_;
    const ReadList& look_;
    InspectionRows rows_;
    doc::Blocks blocks_;
    std::set<const InspectedNorm*> anchored_;
};

} // namespace

document::Document inspectionDocument(const Inspection& report, support::Language language,
                                      const ReadList& look) {
    return InspectionDocument(report, language, look).make();
}

} // namespace meldc::emit
