#include "emit/answers/test_report.h"

#include "diagnostics/diagnostic.h"
#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using support::Language;

Json caseOf(const TestReport& report, const TestedProtocol& protocol, const TestedCase& one) {
    const model::Vocabulary& vocabulary = protocol.decider.library->vocabulary;
    const logic::Outcome& outcome = one.answer.certain;
    Json json = {{"label", one.declared->label},
                 {"passed", one.passed},
                 {"inconsistent", one.broken != nullptr},
                 {"confirmed", !one.declared->isDraft},
                 {"at", jsonOf(std::vector<At>{placeOf(*report.sources, one.declared->span)})},
                 {"consequences", namesOf(vocabulary, outcome.must)},
                 {"allowed", namesOf(vocabulary, outcome.may)},
                 {"forbidden", namesOf(vocabulary, outcome.mayNot)},
                 {"undetermined", outcome.undetermined},
                 {"deferred", outcome.deferred},
                 {"path", Json::array()}};
    if (one.broken == nullptr) {
        json["path"] = pathOf(*report.sources, protocol.decider.selected->front(), one.answer.path);
    }
    return json;
}

Json coverageOf(const TestedProtocol& protocol, Language language) {
    const CoverageCount count = countOf(*protocol.map, protocol.touched);
    Json json;
    json["cut"] = protocol.map->isCut();
    for (std::size_t kind = 0; kind < kCoverageKindCount; ++kind) {
        Json lacking = Json::array();
        for (std::size_t i = 0; i < protocol.map->items().size(); ++i) {
            const CoverageItem& item = protocol.map->items()[i];
            if (static_cast<std::size_t>(item.kind) == kind && !protocol.touched[i]) {
                lacking.push_back({{"key", item.key}, {"text", item.text.in(language)}});
            }
        }
        json[std::string(kCoverageKinds[kind])] = {
            {"total", count.total[kind]}, {"touched", count.touched[kind]}, {"lacking", std::move(lacking)}};
    }
    return json;
}

} // namespace

std::string testJson(const TestReport& report, Language language) {
    Json json;
    json["tool"] = {{"name", "meldc"}, {"version", report.version}};
    json["date"] = report.date.str();
    json["protocols"] = Json::array();
    for (const TestedProtocol& protocol : report.protocols) {
        Json piece = {{"id", protocol.decider.protocol->name}, {"cases", Json::array()}};
        for (const TestedCase& one : protocol.cases) {
            piece["cases"].push_back(caseOf(report, protocol, one));
        }
        piece["coverage"] = coverageOf(protocol, language);
        piece["notices"] = sentencesOf(noticesOf(protocol.decider.currency), language);
        json["protocols"].push_back(std::move(piece));
    }
    json["findings"] = Json::array();
    for (const diagnostics::Diagnostic& finding : findingsOf(report)) {
        json["findings"].push_back(
            {{"id", diagnostics::info(finding.id).code},
             {"severity", wordOf(finding.severity)},
             {"message", diagnostics::renderMessage(finding, language)},
             {"at", jsonOf(std::vector<At>{placeOf(*report.sources, finding.span)})}});
    }
    json["summary"] = {{"cases", report.cases()}, {"failed", report.failures()}, {"unconfirmed", report.drafts()}};
    return written(json);
}

} // namespace meldc::emit
