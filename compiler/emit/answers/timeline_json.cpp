#include "emit/answers/timeline.h"
#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using baseline::Validity;
using support::Language;

std::string_view validityWord(Validity validity) {
    switch (validity) {
    case Validity::Whole:
        return "whole";
    case Validity::Part:
        return "part";
    case Validity::None:
        return "none";
    case Validity::Unknown:
        break;
    }
    return "unknown";
}

std::string_view changeWord(baseline::ChangeKind change) {
    switch (change) {
    case baseline::ChangeKind::NormBegins:
        return "norm-begins";
    case baseline::ChangeKind::NormEnds:
        return "norm-ends";
    case baseline::ChangeKind::Verdict:
        return "verdict";
    case baseline::ChangeKind::Reservation:
        return "reservation";
    case baseline::ChangeKind::Grounds:
        return "grounds";
    case baseline::ChangeKind::SourceText:
        return "source-text";
    case baseline::ChangeKind::SourceLapsed:
        return "source-lapsed";
    case baseline::ChangeKind::SourceUnchecked:
        return "source-unchecked";
    case baseline::ChangeKind::WaiverBegins:
        return "waiver-begins";
    case baseline::ChangeKind::WaiverEnds:
        return "waiver-ends";
    case baseline::ChangeKind::Adopted:
        return "adopted";
    case baseline::ChangeKind::ValidBegins:
        return "valid-begins";
    case baseline::ChangeKind::ValidEnds:
        break;
    }
    return "valid-ends";
}

void addDays(Json& json, const support::Period& days) {
    json["from"] = jsonOf(days.from);
    json["until"] = jsonOf(days.until);
}

/// The verdict in a few members, as it is at the beginning or end of something.
Json verdictOf(const baseline::NormResult& result) {
    Json json = {{"status", wordOf(result.status)}};
    if (result.openBecause) {
        json["open_because"] = openWord(*result.openBecause);
    }
    json["provisional"] = result.provisional;
    return json;
}

class TimelineJsonMaker {
public:
    TimelineJsonMaker(const TimelineReport& report, Language language)
        : report_(report), language_(language) {}

    Json document() const {
        Json json;
        json["tool"] = {{"name", "meldc"}, {"version", report_.version}};
        json["today"] = report_.today.str();
        json["baseline"] = baselineOf(report_);
        json["protocols"] = Json::array();
        for (const TimedProtocol& timed : report_.protocols) {
            json["protocols"].push_back(protocol(timed));
        }
        json["messages"] = messagesOf(report_, language_);
        return json;
    }

private:
    Json protocol(const TimedProtocol& timed) const {
        const baseline::Timeline& timeline = *timed.timeline;
        const model::Protocol& model = *timeline.protocol;
        Json json = {{"id", model.name},
                     {"label", model.label},
                     {"kind", spelling(model.kind)},
                     {"file", timed.file},
                     {"sha256", timed.sha256}};
        json["from"] = jsonOf(timeline.from);
        json["valid"] = Json::array();
        if (!timeline.isByAdoption) {
            for (const support::Period& each : timeline.valid) {
                Json days;
                addDays(days, each);
                json["valid"].push_back(std::move(days));
            }
        }
        json["adopted"] = Json::array();
        for (const support::Date& day : timeline.adopted) {
            json["adopted"].push_back(day.str());
        }
        json["whole"] = Json::array();
        for (const baseline::WholePeriod& each : timeline.whole) {
            json["whole"].push_back(whole(each));
        }
        json["norms"] = Json::array();
        for (const baseline::NormHistory& each : timeline.norms) {
            json["norms"].push_back(history(each));
        }
        json["changes"] = Json::array();
        for (const baseline::ChangeDay& each : timeline.changes) {
            json["changes"].push_back(day(each));
        }
        json["waiver_findings"] = Json::array();
        for (const baseline::Finding& each : timeline.waiverFindings) {
            json["waiver_findings"].push_back(
                jsonOf(*report_.sources, each.diagnostic, language_));
        }
        json["sources"] = jsonOf(timeline.currency);
        json["notices"] = sentencesOf(allNoticesOf(timeline.currency), language_);
        return json;
    }

    static Json whole(const baseline::WholePeriod& each) {
        Json json;
        addDays(json, each.days);
        json["own_time"] = validityWord(each.validity);
        json["summary"] = jsonOf(each.counts);
        return json;
    }

    Json history(const baseline::NormHistory& each) const {
        Json json = {{"norm", each.norm->id},
                     {"title", each.norm->title},
                     {"layer", wordOf(each.norm->layer)}};
        json["periods"] = Json::array();
        for (const baseline::NormPeriod& one : each.periods) {
            Json period;
            addDays(period, one.days);
            period["own_time"] = validityWord(one.validity);
            period.update(verdictOf(one.result));
            period["severity"] = wordOf(one.result.severity);
            period["message"] = one.result.message.in(language_);
            period["grounds"] = jsonOf(one.result.grounds, language_);
            if (one.result.waiver != nullptr) {
                period["waiver"] = jsonOf(*report_.sources, *one.result.waiver);
            }
            json["periods"].push_back(std::move(period));
        }
        return json;
    }

    Json day(const baseline::ChangeDay& each) const {
        Json json = {{"date", each.day.str()}, {"future", report_.today < each.day}};
        json["changes"] = Json::array();
        for (const baseline::Change& one : each.changes) {
            json["changes"].push_back(change(one));
        }
        return json;
    }

    Json change(const baseline::Change& one) const {
        Json json = {{"kind", changeWord(one.kind)}};
        if (one.norm != nullptr) {
            json["norm"] = one.norm->id;
        }
        if (one.source != nullptr) {
            json["source"] = one.source->name;
        }
        if (one.kind == baseline::ChangeKind::SourceText) {
            json["text"] = wordOf(one.text);
        }
        if (one.before) {
            json["before"] = verdictOf(*one.before);
        }
        if (one.after) {
            json["after"] = verdictOf(*one.after);
        }
        if (one.kind == baseline::ChangeKind::Grounds) {
            json["grounds"] = jsonOf(one.after->grounds, language_);
        }
        if (one.waiver != nullptr) {
            json["waiver"] = jsonOf(*report_.sources, *one.waiver);
        }
        json["message"] = told(one).in(language_);
        return json;
    }

    const TimelineReport& report_;
    Language language_;
};

} // namespace

std::string timelineJson(const TimelineReport& report, Language language) {
    return written(TimelineJsonMaker(report, language).document());
}

} // namespace meldc::emit
