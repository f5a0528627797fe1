#include "emit/answers/protocol_json.h"

#include "emit/explain/sector_page.h"
#include "emit/notices.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using baseline::NormResult;
using baseline::Status;

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

Json stateJson(const evidence::DocumentState& one) {
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

} // namespace

Json ProtocolJson::about() const {
    const model::Protocol& model = *checked_.report->protocol;
    const model::Vocabulary& vocabulary = checked_.library->vocabulary;
    Json json;
    json["id"] = model.name;
    json["label"] = model.label;
    json["kind"] = spelling(model.kind);
    json["file"] = checked_.file;
    json["sha256"] = checked_.sha256;
    json["sectors"] = Json::array();
    for (const model::NamesStatement& statement : model.sectors) {
        for (const model::ConceptId id : statement.names) {
            json["sectors"].push_back(vocabulary[id].name);
        }
    }
    json["supervisors"] = Json::array();
    const SectorLines sectors = sectorLinesOf(*checked_.library, model, checked_.currency.date);
    for (const support::Localized& name : sectors.supervisorNames) {
        json["supervisors"].push_back(in(name));
    }
    json["sources"] = jsonOf(checked_.currency);
    json["notices"] = sentencesOf(allNoticesOf(checked_.currency), language_);
    return json;
}

Json ProtocolJson::documents() const {
    Json list = Json::array();
    for (const evidence::DocumentState& one : checked_.examination->documents) {
        list.push_back(stateJson(one));
    }
    return list;
}

Json ProtocolJson::result(const NormResult& one) const {
    const model::Protocol& model = *checked_.report->protocol;
    const model::Vocabulary& vocabulary = checked_.library->vocabulary;
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
    json["at"] = jsonOf(placesOf(sources_, one.evidence, checked_.quotes()));
    if (one.counterexample) {
        json["counterexample"] =
            jsonOf(sources_, vocabulary, model, *one.counterexample, language_);
    }
    if (one.rival) {
        json["rival"] = jsonOf(sources_, vocabulary, model, *one.rival, language_);
    }
    if (one.proof) {
        json["proof"] = jsonOf(vocabulary, *one.proof, language_);
    }
    if (one.waiver != nullptr) {
        json["waiver"] = jsonOf(sources_, *one.waiver);
    }
    return json;
}

Json ProtocolJson::finding(const baseline::Finding& one) const {
    const model::Protocol& model = *checked_.report->protocol;
    const model::Vocabulary& vocabulary = checked_.library->vocabulary;
    Json json = jsonOf(sources_, one.diagnostic, language_);
    if (!one.evidence.empty()) {
        json["at"] = jsonOf(placesOf(sources_, one.evidence, checked_.quotes()));
    }
    if (one.counterexample) {
        json["counterexample"] =
            jsonOf(sources_, vocabulary, model, *one.counterexample, language_);
    }
    for (const diagnostics::Note& note : one.diagnostic.notes) {
        Json told = {{"id", diagnostics::info(note.id).code},
                     {"message", diagnostics::renderMessage(note, language_)}};
        if (note.span.hasPlace()) {
            told["at"] = jsonOf(std::vector<At>{placeOf(sources_, note.span)});
        }
        json["notes"].push_back(std::move(told));
    }
    return json;
}

void ProtocolJson::addText(Json& json, const char* name, const support::Localized& text) const {
    if (!text.isEmpty()) {
        json[name] = in(text);
    }
}

} // namespace meldc::emit
