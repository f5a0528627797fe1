#include "emit/inspection/head.h"
#include "emit/inspection/inspection.h"
#include "emit/inspection/view.h"
#include "emit/notices.h"
#include "emit/page/data.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

constexpr std::string_view kInspectionTemplate = "report.mustache";
/// The sentences that stand in the template by name.
constexpr std::pair<const char*, Phrase> kLabels[] = {
    {"skip", Phrase::InspectSkip},
    {"contents", Phrase::InspectContents},
    {"identity", Phrase::InspectIdentity},
    {"summary", Phrase::InspectSummary},
    {"summary_caption", Phrase::InspectSummaryCaption},
    {"layer_head", Phrase::InspectLayer},
    {"provisional_head", Phrase::InspectProvisional},
    {"first_head", Phrase::InspectFirst},
    {"nothing_first", Phrase::InspectNothingFirst},
    {"items_head", Phrase::InspectItemsHeading},
    {"items_caption", Phrase::InspectItemsCaption},
    {"item_head", Phrase::InspectItem},
    {"verdict_head", Phrase::InspectCsvVerdict},
    {"norms_head", Phrase::InspectNorms},
    {"column_norm", Phrase::InspectColumnNorm},
    {"column_finding", Phrase::InspectColumnFinding},
    {"column_people", Phrase::InspectColumnPeople},
    {"case", Phrase::InspectCase},
    {"proof", Phrase::InspectProof},
    {"evidence", Phrase::InspectEvidence},
    {"no_evidence", Phrase::InspectNoEvidence},
    {"not_shown", Phrase::InspectNotShown},
    {"ask", Phrase::InspectAsk},
    {"note", Phrase::InspectNote},
    {"waiver", Phrase::InspectWaiver},
    {"without_waiver", Phrase::InspectWithoutWaiver},
    {"view", Phrase::InspectView},
    {"judgement", Phrase::InspectJudgement},
    {"reviewed", Phrase::InspectReviewed},
    {"findings_head", Phrase::InspectFindings},
    {"findings_intro", Phrase::InspectFindingsIntro},
    {"findings_caption", Phrase::InspectFindingsCaption},
    {"column_code", Phrase::InspectColumnCode},
    {"no_findings", Phrase::InspectNoFindings},
    {"unjudged_head", Phrase::InspectUnjudged},
    {"unjudged_intro", Phrase::InspectUnjudgedIntro},
    {"unjudged_caption", Phrase::InspectUnjudgedCaption},
    {"column_place", Phrase::InspectColumnPlace},
    {"column_because", Phrase::InspectColumnBecause},
    {"lists_head", Phrase::InspectLists},
    {"view_head", Phrase::InspectViewHeading},
    {"view_room", Phrase::InspectViewRoom},
    {"role", Phrase::InspectRole},
    {"day", Phrase::InspectDay},
    {"repeat", Phrase::InspectRepeat},
    {"hashes_caption", Phrase::InspectHashesCaption},
    {"column_what", Phrase::InspectColumnWhat},
    {"sources_head", Phrase::InspectSources},
};

class InspectionPage {
public:
    InspectionPage(const Inspection& report, Language language)
        : report_(report), input_(report.input()), language_(language) {}

    std::string make() {
        Data page;
        const bool isDutch = language_ == Language::Dutch;
        page.set("lang", isDutch ? "nl" : "en");
        // Titles, statements and passages are in Dutch whatever the language of the report.
        page.set("nl", isDutch ? "" : " lang=\"nl\"");
        page.set("style", templateText(kPageStyle));
        page.set("version", input_.version);
        page.set("model_hash", input_.modelSha256);
        page.set("title", in(phrase(Phrase::InspectTitle, support::same(report_.protocol().label))));
        page.set("about", in(phrase(Phrase::InspectAbout, input_.date.str())));
        for (const auto& [name, which] : kLabels) {
            page.set(name, in(phrase(which)));
        }
        addHead(page);
        addSummary(page);
        put(page, "chapters", chapters());
        put(page, "findings", findings());
        put(page, "unjudged", unjudged());
        put(page, "lists", texts(listMessagesOf(report_)));
        addFoot(page);
        kainjow::mustache::mustache form(templateText(kInspectionTemplate));
        return form.render(page);
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }
    std::string sentence(const Localized& text) const {
        return text.isEmpty() ? std::string() : shownSentence(text, language_);
    }

    /// The texts as a list; sentences begin with a capital and end with a period.
    DataList texts(const std::vector<Localized>& values, bool areSentences = true) const {
        DataList list;
        for (const Localized& value : values) {
            list.push_back(Data("text", areSentences ? sentence(value) : in(value)));
        }
        return list;
    }

    void addHead(Data& page) const {
        put(page, "organisation", organisationOf(report_));
        page.set("kind", capital(in(kindOf(report_))));
        DataList facts;
        for (const ShownFact& fact : identityOf(report_)) {
            Data data("label", in(phrase(fact.label)));
            data.set("values", texts(fact.values, false));
            facts.push_back(std::move(data));
        }
        page.set("facts", std::move(facts));
        put(page, "notices", texts(warningsOf(report_)));
    }

    void addFoot(Data& page) const {
        page.set("repeat_intro", in(phrase(Phrase::InspectRepeatIntro, input_.version)));
        page.set("command", input_.command);
        DataList hashes;
        for (const ShownHash& shown : hashesOf(report_)) {
            Data data("what", in(shown.what));
            if (!shown.file.empty()) {
                data.set("hashed_file", shown.file);
            }
            data.set("hash", shown.hash);
            hashes.push_back(std::move(data));
        }
        page.set("hashes", std::move(hashes));
        put(page, "law_states", texts(lawStatesOf(report_), false));
    }

    void addSummary(Data& page) const {
        DataList columns;
        for (const ShownCount& shown : shownCounts({})) {
            columns.push_back(Data("name", capital(in(nameOf(shown.status)))));
        }
        page.set("columns", std::move(columns));
        DataList layers;
        for (const InspectedLayer& layer : report_.layers()) {
            Data data("name", in(headingOf(layer.layer)));
            DataList cells;
            for (const ShownCount& shown : shownCounts(layer.counts)) {
                Data cell("count", std::to_string(shown.count));
                cell.set("head", capital(in(nameOf(shown.status))));
                cells.push_back(std::move(cell));
            }
            data.set("cells", std::move(cells));
            data.set("provisional", std::to_string(layer.provisional));
            layers.push_back(std::move(data));
        }
        put(page, "layers", std::move(layers));
        DataList first;
        for (const InspectedNorm* norm : report_.first()) {
            Data data = named(*norm);
            data.set("message", sentence(norm->entry->message));
            first.push_back(std::move(data));
        }
        put(page, "first", std::move(first));
        if (input_.items) {
            page.set("with_items", true);
            DataList items;
            for (std::size_t i = 0; i < report_.items().size(); ++i) {
                items.push_back(itemLine(i));
            }
            page.set("items", std::move(items));
        }
    }

    Data itemLine(std::size_t index) const {
        const InspectedItem& item = report_.items()[index];
        Data data("anchor", "item-" + std::to_string(index + 1));
        data.set("name", in(titleOf(item)));
        data.set("counts", texts(countLinesOf(item), false));
        return data;
    }

    /// A norm may stand in several items: its anchor is where it stands first.
    Data named(const InspectedNorm& norm) const {
        const Entry& entry = *norm.entry;
        Data data("id", entry.id);
        data.set("title", entry.title);
        data.set("look", groupLook(entry.group));
        data.set("verdict", in(entry.verdict));
        data.set("layer", in(entry.layer));
        return data;
    }

    DataList chapters() const {
        DataList list;
        std::vector<const InspectedNorm*> anchored;
        for (std::size_t i = 0; i < report_.items().size(); ++i) {
            const InspectedItem& item = report_.items()[i];
            Data data("anchor", "item-" + std::to_string(i + 1));
            put(data, "item", input_.items ? in(titleOf(item)) : std::string());
            DataList layers;
            for (const InspectedLayer& layer : item.layers) {
                Data table("heading", in(headingOf(layer.layer)));
                table.set("caption", in(captionOf(layer, item, input_.items.has_value())));
                DataList rows;
                for (const InspectedNorm* norm : layer.norms) {
                    Data row = this->row(*norm);
                    const bool isFirst = std::find(anchored.begin(), anchored.end(), norm) ==
                                         anchored.end();
                    if (isFirst) {
                        anchored.push_back(norm);
                    }
                    row.set("is_anchor", isFirst);
                    rows.push_back(std::move(row));
                }
                table.set("rows", std::move(rows));
                layers.push_back(std::move(table));
            }
            put(data, "layers", std::move(layers));
            put(data, "absent", in(absentText(item)));
            list.push_back(std::move(data));
        }
        return list;
    }

    Data row(const InspectedNorm& norm) const {
        const Entry& entry = *norm.entry;
        Data data = named(norm);
        data.set("verdict", capital(in(entry.verdict)));
        DataList grounds;
        for (const baseline::GroundOnDate& ground : *entry.grounds) {
            if (ground.inForce) {
                Data one("text", in(ground.text));
                put(one, "url", ground.url);
                one.set("status", in(phrase(Phrase::InspectTextStatus, nameOf(ground.status))));
                grounds.push_back(std::move(one));
            }
        }
        put(data, "grounds", std::move(grounds));
        data.set("message", sentence(entry.message));
        put(data, "story", sentence(entry.story));
        put(data, "proof_text", sentence(proofText(norm, report_.vocabulary())));
        put(data, "waiver_text", sentence(entry.waiver));
        put(data, "without_waiver_text", sentence(entry.withoutWaiver));
        put(data, "ask_text", sentence(entry.ask));
        put(data, "notes", texts(remarksOf(entry)));
        put(data, "not_shown_texts", texts(norm.notShown));
        put(data, "passages", passages(entry));
        put(data, "more", in(moreThanShown(entry)));
        addJudgement(data, norm);
        return data;
    }

    DataList passages(const Entry& entry) const {
        DataList list;
        for (const ShownPassage& passage : passagesOf(entry)) {
            Data data("statement", passage.statement);
            data.set("where", in(passage.where));
            DataList places;
            for (const ShownPlace& shown : passage.places) {
                Data place("text", in(shown.text));
                put(place, "quote", texts(shown.quote, false));
                places.push_back(std::move(place));
            }
            put(data, "places", std::move(places));
            list.push_back(std::move(data));
        }
        return list;
    }

    void addJudgement(Data& data, const InspectedNorm& norm) const {
        data.set("mark", in(phrase(Phrase::InspectMark, support::same(norm.marks.now()))));
        if (norm.judgement == nullptr) {
            return;
        }
        const Judgement& judgement = *norm.judgement;
        put(data, "view_text", judgement.view);
        put(data, "judgement_text", judgement.verdict);
        put(data, "judgement_note", judgement.note);
        put(data, "by", in(judgedBy(norm)));
        data.set("is_stale", norm.state == JudgementState::Stale);
        put(data, "state", in(reviewText(norm)));
    }

    DataList findings() const {
        DataList list;
        for (const Entry* entry : report_.findings()) {
            Data data("id", entry->id);
            data.set("look", groupLook(entry->group));
            data.set("severity", capital(in(weightOf(*entry))));
            data.set("message", sentence(entry->message));
            put(data, "story", sentence(entry->story));
            put(data, "notes", texts(entry->notes));
            put(data, "passages", passages(*entry));
            put(data, "more", in(moreThanShown(*entry)));
            list.push_back(std::move(data));
        }
        return list;
    }

    DataList unjudged() const {
        DataList list;
        for (const UnjudgedPlace& place : report_.unjudged()) {
            Data data("text", in(place.ground.text));
            put(data, "url", place.ground.url);
            data.set("because", sentence(place.because));
            list.push_back(std::move(data));
        }
        return list;
    }

    const Inspection& report_;
    const InspectionInput& input_;
    Language language_;
};

} // namespace

std::string inspectionPage(const Inspection& report, Language language) {
    return InspectionPage(report, language).make();
}

} // namespace meldc::emit
