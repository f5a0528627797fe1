#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"
#include "emit/notices.h"
#include "emit/table_text.h"
#include "support/utf8.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

constexpr Phrase kCsvColumns[] = {
    Phrase::InspectItem,          Phrase::InspectCsvItemTitle,  Phrase::InspectCsvNorm,
    Phrase::InspectCsvTitle,      Phrase::InspectLayer,         Phrase::InspectCsvGround,
    Phrase::InspectCsvReference,  Phrase::InspectCsvLink,       Phrase::InspectCsvTextStatus,
    Phrase::InspectCsvVerdict,    Phrase::InspectCsvOpenBecause,
    Phrase::InspectCsvProvisional, Phrase::InspectCsvMessage,   Phrase::InspectCsvPlaces,
    Phrase::InspectCsvPassage,    Phrase::InspectCase,          Phrase::InspectProof,
    Phrase::InspectNotShown,      Phrase::InspectAsk,           Phrase::InspectWaiver,
    Phrase::InspectCsvMark,       Phrase::InspectJudgement,     Phrase::InspectCsvNote,
    Phrase::InspectView,          Phrase::InspectCsvBy,         Phrase::InspectDay,
    Phrase::InspectCsvState};

class InspectionCsv {
public:
    InspectionCsv(const Inspection& report, Language language)
        : report_(report), language_(language) {}

    std::string make() {
        text_ = support::kByteOrderMark;
        for (const Phrase column : kCsvColumns) {
            cell(phrase(column));
        }
        endLine();
        for (const InspectedItem& item : report_.items()) {
            for (const InspectedLayer& layer : item.layers) {
                for (const InspectedNorm* norm : layer.norms) {
                    line(item, *norm);
                }
            }
        }
        return std::move(text_);
    }

private:
    void line(const InspectedItem& item, const InspectedNorm& norm) {
        const Entry& entry = *norm.entry;
        const baseline::NormResult& result = norm.result();
        cell(item.id);
        cell(item.isRest ? phrase(Phrase::InspectRest) : support::same(item.title));
        cell(entry.id);
        cell(entry.title);
        cell(entry.layer);
        grounds(entry, [](const baseline::GroundOnDate& each) { return each.text; });
        grounds(entry, [](const baseline::GroundOnDate& each) { return support::same(each.jci); });
        grounds(entry, [](const baseline::GroundOnDate& each) { return support::same(each.url); });
        grounds(entry, [](const baseline::GroundOnDate& each) { return nameOf(each.status); });
        cell(nameOf(result.status));
        cell(result.openBecause ? nameOf(*result.openBecause) : Localized());
        cell(phrase(result.provisional ? Phrase::StoryYes : Phrase::StoryNo));
        cell(entry.message);
        places(entry);
        cell(entry.story);
        cell(proofText(norm, report_.vocabulary()));
        cell(diagnostics::joined(norm.notShown, "; "));
        cell(entry.ask);
        cell(entry.waiver.isEmpty() && result.waiver != nullptr ? entry.message : entry.waiver);
        cell(norm.marks.now());
        judgement(norm);
        endLine();
    }

    template <class TextOf> void grounds(const Entry& entry, TextOf textOf) {
        std::vector<Localized> texts;
        for (const baseline::GroundOnDate& each : *entry.grounds) {
            if (each.inForce) {
                texts.push_back(textOf(each));
            }
        }
        cell(diagnostics::joined(texts, "; "));
    }

    void places(const Entry& entry) {
        std::vector<Localized> where;
        std::string passages;
        for (const At& at : entry.at) {
            where.push_back(told(at));
            for (const evidence::QuotedLine& line : at.quotation.lines) {
                passages += (passages.empty() ? "" : "\n") + line.text;
            }
        }
        cell(diagnostics::joined(where, "; "));
        cell(passages);
    }

    void judgement(const InspectedNorm& norm) {
        const Judgement none;
        const Judgement& judgement = norm.judgement == nullptr ? none : *norm.judgement;
        cell(judgement.verdict);
        cell(judgement.note);
        cell(judgement.view);
        cell(judgement.by);
        cell(judgement.on);
        cell(norm.judgement == nullptr ? Localized()
             : norm.state == JudgementState::Current
                 ? phrase(Phrase::InspectCsvCurrent)
                 : phrase(norm.state == JudgementState::Stale ? Phrase::InspectReviewed
                                                              : Phrase::InspectCsvUnchecked));
    }

    void cell(const Localized& text) { cell(text.in(language_)); }
    void cell(const std::string& text) {
        text_ += (isFirst_ ? "" : ",") + csvCell(text);
        isFirst_ = false;
    }
    void endLine() {
        text_ += "\r\n";
        isFirst_ = true;
    }

    const Inspection& report_;
    Language language_;
    std::string text_;
    bool isFirst_ = true;
};

} // namespace

std::string inspectionCsv(const Inspection& report, Language language) {
    return InspectionCsv(report, language).make();
}

} // namespace meldc::emit
