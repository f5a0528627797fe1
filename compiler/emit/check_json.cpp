#include "emit/check_json.h"

#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/report_view.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using baseline::NormResult;
using baseline::Status;
using support::Language;

std::string_view recordedWord(evidence::Recorded recorded) {
    switch (recorded) {
    case evidence::Recorded::No:
        return "no";
    case evidence::Recorded::Same:
        return "same";
    case evidence::Recorded::Changed:
        return "changed";
    }
    return "no";
}

class Maker {
public:
    Maker(const CheckReport& report, Language language) : report_(report), language_(language) {}

    Json document() const {
        Json json;
        json["tool"] = {{"name", "meldc"}, {"version", report_.version}};
        json["date"] = report_.date.str();
        json["baseline"] = baselineOf(report_);
        Tally tally;
        json["protocols"] = Json::array();
        for (const CheckedProtocol& checked : report_.protocols) {
            json["protocols"].push_back(protocol(checked));
            tally.add(*checked.report);
        }
        json["messages"] = messagesOf(report_, language_);
        json["summary"] = jsonOf(tally.verdicts);
        json["summary"]["findings"] = tally.findings;
        json["summary"]["provisional"] = tally.provisional;
        return json;
    }

private:
    Json protocol(const CheckedProtocol& checked) const {
        const model::Protocol& model = *checked.report->protocol;
        const model::Vocabulary& vocabulary = checked.library->vocabulary;
        Json json;
        json["id"] = model.name;
        json["label"] = model.label;
        json["kind"] = spelling(model.kind);
        json["file"] = checked.file;
        json["sha256"] = checked.sha256;
        json["sectors"] = Json::array();
        for (const model::NamesStatement& statement : model.sectors) {
            for (const model::ConceptId id : statement.names) {
                json["sectors"].push_back(vocabulary[id].name);
            }
        }
        json["sources"] = jsonOf(checked.currency);
        json["notices"] = sentencesOf(allNoticesOf(checked.currency), language_);
        json["results"] = Json::array();
        for (const NormResult& one : checked.report->results) {
            json["results"].push_back(result(one, checked, vocabulary));
        }
        json["findings"] = Json::array();
        for (const baseline::Finding& one : checked.report->findings) {
            json["findings"].push_back(finding(one, checked, vocabulary));
        }
        if (checked.examination != nullptr) {
            json["documents"] = Json::array();
            for (const evidence::DocumentState& one : checked.examination->documents) {
                json["documents"].push_back(document(one));
            }
        }
        return json;
    }

    static Json document(const evidence::DocumentState& one) {
        Json json = {{"name", one.name},
                     {"file", one.file},
                     {"sha256", one.sha256},
                     {"lines", one.lines},
                     {"recorded", recordedWord(one.recorded)},
                     {"uncited", Json::array()}};
        for (const model::LineRange& range : one.uncited) {
            json["uncited"].push_back({{"first", range.first}, {"last", range.last}});
        }
        return json;
    }

    Json result(const NormResult& one, const CheckedProtocol& checked,
                const model::Vocabulary& vocabulary) const {
        const model::Protocol& model = *checked.report->protocol;
        Json json;
        json["norm"] = one.norm->id;
        json["title"] = one.norm->title;
        json["layer"] = wordOf(one.norm->layer);
        json["status"] = wordOf(one.status);
        json["vacuous"] = one.vacuous;
        json["provisional"] = one.provisional;
        if (one.openBecause) {
            json["open_because"] = openWord(*one.openBecause);
        }
        addText(json, "ask", one.status == Status::Open ? one.ask : support::Localized());
        json["severity"] = wordOf(one.severity);
        json["parts"] = Json::array();
        for (const baseline::PartResult& part : one.parts) {
            Json piece = {{"status", wordOf(part.status)}, {"message", in(part.message)}};
            if (part.openBecause) {
                piece["open_because"] = openWord(*part.openBecause);
            }
            json["parts"].push_back(std::move(piece));
        }
        json["grounds"] = jsonOf(one.grounds, language_);
        json["message"] = in(one.message);
        addText(json, "because", one.because);
        for (const support::Localized& remark : one.remarks) {
            json["remarks"].push_back(in(remark));
        }
        addText(json, "remedy", one.remedy);
        json["at"] = jsonOf(placesOf(*report_.sources, one.evidence, checked.quotes()));
        if (one.counterexample) {
            json["counterexample"] =
                jsonOf(*report_.sources, vocabulary, model, *one.counterexample, language_);
        }
        if (one.rival) {
            json["rival"] = jsonOf(*report_.sources, vocabulary, model, *one.rival, language_);
        }
        if (one.proof) {
            json["proof"] = jsonOf(vocabulary, *one.proof, language_);
        }
        if (one.waiver != nullptr) {
            json["waiver"] = jsonOf(*report_.sources, *one.waiver);
        }
        return json;
    }

    Json finding(const baseline::Finding& one, const CheckedProtocol& checked,
                 const model::Vocabulary& vocabulary) const {
        const model::Protocol& model = *checked.report->protocol;
        Json json = jsonOf(*report_.sources, one.diagnostic, language_);
        if (!one.evidence.empty()) {
            json["at"] = jsonOf(placesOf(*report_.sources, one.evidence, checked.quotes()));
        }
        if (one.counterexample) {
            json["counterexample"] =
                jsonOf(*report_.sources, vocabulary, model, *one.counterexample, language_);
        }
        for (const diagnostics::Note& note : one.diagnostic.notes) {
            Json told = {{"id", diagnostics::info(note.id).code},
                         {"message", diagnostics::renderMessage(note, language_)}};
            if (note.span.hasPlace()) {
                told["at"] = jsonOf(std::vector<At>{placeOf(*report_.sources, note.span)});
            }
            json["notes"].push_back(std::move(told));
        }
        return json;
    }

    void addText(Json& json, const char* name, const support::Localized& text) const {
        if (!text.isEmpty()) {
            json[name] = in(text);
        }
    }
    [[nodiscard]] const std::string& in(const support::Localized& text) const {
        return text.in(language_);
    }

    const CheckReport& report_;
    Language language_;
};

} // namespace

std::string checkJson(const CheckReport& report, Language language) {
    return written(Maker(report, language).document());
}

} // namespace meldc::emit
