#include "emit/inspection.h"
#include "emit/inspection_head.h"
#include "emit/notices.h"
#include "emit/page_data.h"
#include "support/names.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

constexpr std::string_view kInspectionTemplate = "report.mustache";
/// Most passages shown with one verdict: a page is read, the JSON holds them all.
constexpr std::size_t kPassages = 6;

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

Phrase headingOf(model::Layer layer) {
    switch (layer) {
    case model::Layer::Law:
        return Phrase::InspectLayerLaw;
    case model::Layer::Norm:
        return Phrase::InspectLayerNorm;
    case model::Layer::House:
        return Phrase::InspectLayerHouse;
    case model::Layer::Advice:
        break;
    }
    return Phrase::InspectLayerAdvice;
}

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
        addInspectionHead(page, report_, language_);
        addSummary(page);
        put(page, "chapters", chapters());
        put(page, "findings", findings());
        put(page, "unjudged", unjudged());
        put(page, "lists", lists());
        addInspectionFoot(page, report_, language_);
        kainjow::mustache::mustache form(templateText(kInspectionTemplate));
        return form.render(page);
    }

private:
    std::string in(const Localized& text) const { return text.in(language_); }
    std::string sentence(const Localized& text) const {
        return text.isEmpty() ? std::string() : shownSentence(text, language_);
    }

    void addSummary(Data& page) const {
        using baseline::Status;
        constexpr Status kVerdicts[] = {Status::Violated,  Status::Contradicted,
                                       Status::Open,      Status::Satisfied,
                                       Status::Waived,    Status::NotApplicable};
        DataList columns;
        for (const Status status : kVerdicts) {
            columns.push_back(Data("name", capital(in(nameOf(status)))));
        }
        page.set("columns", std::move(columns));
        DataList layers;
        for (const InspectedLayer& layer : report_.layers()) {
            const baseline::StatusCounts& counts = layer.counts;
            Data data("name", in(phrase(headingOf(layer.layer))));
            DataList cells;
            for (const auto& [status, count] :
                 {std::pair{kVerdicts[0], counts.violated}, {kVerdicts[1], counts.contradicted},
                  {kVerdicts[2], counts.open}, {kVerdicts[3], counts.satisfied},
                  {kVerdicts[4], counts.waived}, {kVerdicts[5], counts.notApplicable}}) {
                Data cell("count", std::to_string(count));
                cell.set("head", capital(in(nameOf(status))));
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
        data.set("name", titleOf(item));
        DataList counts;
        for (const InspectedLayer& layer : item.layers) {
            counts.push_back(Data("text", in(phrase(Phrase::InspectCounts,
                                                    phrase(headingOf(layer.layer)),
                                                    verdictsOf(layer.counts)))));
        }
        if (counts.empty()) {
            counts.push_back(Data("text", in(phrase(Phrase::InspectNoNorm))));
        }
        data.set("counts", std::move(counts));
        return data;
    }

    std::string titleOf(const InspectedItem& item) const {
        return in(item.isRest ? phrase(Phrase::InspectRest)
                              : phrase(Phrase::InspectItemTitle, support::same(item.id),
                                       support::same(item.title)));
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
            put(data, "item", input_.items ? titleOf(item) : std::string());
            DataList layers;
            for (const InspectedLayer& layer : item.layers) {
                Data table("heading", in(phrase(headingOf(layer.layer))));
                const Localized name = phrase(headingOf(layer.layer));
                table.set("caption",
                          in(input_.items ? phrase(Phrase::InspectTableCaptionIn, name,
                                                   support::same(titleOf(item)), layer.norms.size())
                                          : phrase(Phrase::InspectTableCaption, name,
                                                   layer.norms.size())));
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
            std::string absent;
            for (const std::string& id : item.absent) {
                absent += (absent.empty() ? "" : ", ") + id;
            }
            put(data, "absent",
                absent.empty() ? ""
                               : in(phrase(Phrase::InspectAbsent, support::same(absent))));
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
        DataList notes;
        if (!entry.reservation.isEmpty()) {
            notes.push_back(Data("text", sentence(entry.reservation)));
        }
        for (const Localized& note : entry.notes) {
            notes.push_back(Data("text", sentence(note)));
        }
        put(data, "notes", std::move(notes));
        DataList notShown;
        for (const Localized& text : norm.notShown) {
            notShown.push_back(Data("text", sentence(text)));
        }
        put(data, "not_shown_texts", std::move(notShown));
        put(data, "passages", passages(entry));
        put(data, "more", moreThan(entry));
        addJudgement(data, norm);
        return data;
    }

    /// Statements with the places that they come from, each statement once.
    DataList passages(const Entry& entry) const {
        DataList list;
        for (std::size_t i = 0; i < entry.at.size() && list.size() < kPassages;) {
            const At& head = entry.at[i];
            Data data("statement", head.statement);
            data.set("where", support::builtInName(head.file)
                                  ? told(head).in(language_)
                                  : head.file + ":" + std::to_string(head.line));
            DataList places;
            for (; i < entry.at.size() && entry.at[i].file == head.file &&
                   entry.at[i].line == head.line;
                 ++i) {
                if (!entry.at[i].document.empty()) {
                    Data place("text", in(placeText(entry.at[i])));
                    put(place, "quote", quoteData(entry.at[i].quotation, language_));
                    places.push_back(std::move(place));
                }
            }
            put(data, "places", std::move(places));
            list.push_back(std::move(data));
        }
        return list;
    }

    std::string moreThan(const Entry& entry) const {
        std::size_t statements = 0;
        for (std::size_t i = 0; i < entry.at.size(); ++i) {
            const bool isNew = i == 0 || entry.at[i].file != entry.at[i - 1].file ||
                               entry.at[i].line != entry.at[i - 1].line;
            statements += isNew ? 1U : 0U;
        }
        return statements > kPassages ? in(phrase(Phrase::ReportPlaceMore, statements - kPassages))
                                      : std::string();
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
        put(data, "by",
            judgement.by.empty() ? ""
                                 : in(phrase(Phrase::InspectByOn, support::same(judgement.by),
                                             support::same(judgement.on))));
        const bool isStale = norm.state == JudgementState::Stale;
        data.set("is_stale", isStale);
        put(data, "state",
            isStale ? in(phrase(Phrase::InspectStale))
            : norm.state == JudgementState::Unchecked ? in(phrase(Phrase::InspectUnchecked))
                                                      : std::string());
    }

    DataList findings() const {
        DataList list;
        for (const Entry* entry : report_.findings()) {
            Data data("id", entry->id);
            data.set("look", groupLook(entry->group));
            data.set("severity", capital(in(nameOf(entry->severity))));
            data.set("message", sentence(entry->message));
            put(data, "story", sentence(entry->story));
            DataList notes;
            for (const Localized& note : entry->notes) {
                notes.push_back(Data("text", sentence(note)));
            }
            put(data, "notes", std::move(notes));
            put(data, "passages", passages(*entry));
            put(data, "more", moreThan(*entry));
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

    DataList lists() const {
        DataList list;
        for (const diagnostics::Diagnostic& message : input_.messages) {
            const Localized text{diagnostics::renderMessage(message, Language::Dutch),
                                 diagnostics::renderMessage(message, Language::English)};
            list.push_back(Data("text", sentence(text)));
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
