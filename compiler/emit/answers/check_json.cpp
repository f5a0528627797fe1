#include "emit/answers/check_json.h"

#include "emit/answers/protocol_json.h"
#include "emit/json_parts.h"
#include "emit/known.h"
#include "emit/report_view.h"

namespace meldc::emit {

namespace {

using support::Language;

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
        const ProtocolJson maker(*report_.sources, checked, language_);
        Json json = maker.about();
        json["results"] = Json::array();
        for (const baseline::NormResult& one : checked.report->results) {
            json["results"].push_back(maker.result(one));
        }
        json["findings"] = Json::array();
        for (const baseline::Finding& one : checked.report->findings) {
            json["findings"].push_back(maker.finding(one));
        }
        if (checked.known != nullptr) {
            std::vector<Entry> entries = entriesOf(*report_.sources, *checked.report, checked.quotes());
            json["since"] = Json::object();
            if (!checked.known->revision.empty()) {
                json["since"]["revision"] = checked.known->revision;
            }
            if (checked.known->day) {
                json["since"]["date"] = checked.known->day->str();
            }
            json["since"]["known"] = Json::array();
            for (const Entry& entry : takeKnown(*report_.sources, checked, entries)) {
                json["since"]["known"].push_back({{"id", entry.id}, {"message", titled(entry).in(language_)}});
            }
        }
        if (checked.examination != nullptr) {
            json["documents"] = maker.documents();
        }
        return json;
    }

    const CheckReport& report_;
    Language language_;
};

} // namespace

std::string checkJson(const CheckReport& report, Language language) {
    return written(Maker(report, language).document());
}

} // namespace meldc::emit
