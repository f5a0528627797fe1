#include "emit/answers/protocol_json.h"
#include "emit/inspection/head.h"
#include "emit/inspection/inspection.h"

namespace meldc::emit {

namespace {

using support::Language;
using support::Localized;

std::string_view stateWord(JudgementState state) {
    switch (state) {
    case JudgementState::Current:
        return "current";
    case JudgementState::Stale:
        return "stale";
    case JudgementState::Unchecked:
        break;
    }
    return "unchecked";
}

class InspectionJson {
public:
    InspectionJson(const Inspection& report, Language language)
        : report_(report), input_(report.input()), language_(language),
          maker_(*input_.sources, input_.checked, language) {}

    Json document() const {
        Json json;
        json["tool"] = {{"name", "meldc"}, {"version", input_.version}};
        json["date"] = input_.date.str();
        json["baseline"] = baselineOf(input_);
        json["command"] = input_.command;
        json["protocol"] = protocol();
        json["lists"] = Json::array();
        for (const ReadList& list : input_.lists) {
            json["lists"].push_back({{"file", list.file}, {"sha256", list.sha256}});
        }
        json["summary"] = summary();
        json["items"] = Json::array();
        for (const InspectedItem& item : report_.items()) {
            json["items"].push_back(itemJson(item));
        }
        json["results"] = Json::array();
        for (const InspectedLayer& layer : report_.layers()) {
            for (const InspectedNorm* norm : layer.norms) {
                json["results"].push_back(result(*norm));
            }
        }
        json["findings"] = Json::array();
        for (const baseline::Finding& finding : input_.checked.report->findings) {
            json["findings"].push_back(maker_.finding(finding));
        }
        json["not_judged"] = Json::array();
        for (const UnjudgedPlace& place : report_.unjudged()) {
            Json one = jsonOf(std::vector{place.ground}, language_).front();
            one["because"] = in(place.because);
            json["not_judged"].push_back(std::move(one));
        }
        json["messages"] = messagesOf(input_, language_);
        return json;
    }

private:
    Json protocol() const {
        const model::Protocol& model = report_.protocol();
        Json json = maker_.about();
        json["model_sha256"] = input_.modelSha256;
        json["organisation"] = texts(model.organisation);
        json["adopted"] = dated(model.adopted);
        json["valid"] = Json::array();
        for (const model::PeriodStatement& one : model.valid) {
            json["valid"].push_back(
                {{"from", jsonOf(one.period.from)}, {"until", jsonOf(one.period.until)}});
        }
        json["versions"] = texts(model.versions);
        json["follows"] = model.follows;
        json["encoded"] = dated(model.encoded);
        json["reread"] = dated(model.reread);
        json["reservations"] = sentencesOf(reservationsOf(report_), language_);
        if (input_.checked.examination != nullptr) {
            json["documents"] = maker_.documents();
        }
        return json;
    }

    static Json texts(const std::vector<model::TextStatement>& statements) {
        Json list = Json::array();
        for (const model::TextStatement& one : statements) {
            list.push_back(one.text);
        }
        return list;
    }

    static Json dated(const std::vector<model::DatedStatement>& statements) {
        Json list = Json::array();
        for (const model::DatedStatement& one : statements) {
            list.push_back({{"text", one.text}, {"date", jsonOf(one.date)}});
        }
        return list;
    }

    Json summary() const {
        Json json = jsonOf(report_.tally().verdicts);
        json["findings"] = report_.tally().findings;
        json["provisional"] = report_.tally().provisional;
        json["layers"] = Json::array();
        for (const InspectedLayer& layer : report_.layers()) {
            Json one = {{"layer", wordOf(layer.layer)}};
            one.update(jsonOf(layer.counts));
            one["provisional"] = layer.provisional;
            json["layers"].push_back(std::move(one));
        }
        return json;
    }

    Json itemJson(const InspectedItem& item) const {
        Json json;
        if (!item.id.empty()) {
            json["item"] = item.id;
            json["title"] = item.title;
        }
        json["layers"] = Json::array();
        for (const InspectedLayer& layer : item.layers) {
            Json one = {{"layer", wordOf(layer.layer)}, {"norms", Json::array()}};
            for (const InspectedNorm* norm : layer.norms) {
                one["norms"].push_back(norm->result().norm->id);
            }
            json["layers"].push_back(std::move(one));
        }
        json["not_in_force"] = item.absent;
        return json;
    }

    Json result(const InspectedNorm& norm) const {
        Json json = maker_.result(norm.result());
        json["not_shown"] = Json::array();
        for (const Localized& text : norm.notShown) {
            json["not_shown"].push_back(in(text));
        }
        json["mark"] = norm.marks.now();
        if (norm.judgement != nullptr) {
            const Judgement& judgement = *norm.judgement;
            json["judgement"] = {{"mark", judgement.text},       {"verdict", judgement.verdict},
                                 {"explanation", judgement.note}, {"view", judgement.view},
                                 {"by", judgement.by},            {"on", judgement.on},
                                 {"state", stateWord(norm.state)}};
        }
        return json;
    }

    [[nodiscard]] const std::string& in(const Localized& text) const { return text.in(language_); }

    const Inspection& report_;
    const InspectionInput& input_;
    Language language_;
    ProtocolJson maker_;
};

} // namespace

std::string inspectionJson(const Inspection& report, Language language) {
    return written(InspectionJson(report, language).document());
}

} // namespace meldc::emit
