#include "emit/json_parts.h"

#include "diagnostics/phrases.h"
#include "emit/facts.h"
#include "emit/words.h"
#include "model/world.h"

namespace meldc::emit {

std::string_view wordOf(model::TextStatus status) {
    switch (status) {
    case model::TextStatus::Read:
        return "read";
    case model::TextStatus::Excerpt:
        return "excerpt";
    case model::TextStatus::Reconstructed:
        return "reconstructed";
    case model::TextStatus::Recalled:
        return "recalled";
    }
    return "recalled";
}

std::string_view wordOf(baseline::Status status) {
    switch (status) {
    case baseline::Status::Satisfied:
        return "satisfied";
    case baseline::Status::Violated:
        return "violated";
    case baseline::Status::Contradicted:
        return "contradicted";
    case baseline::Status::Open:
        return "open";
    case baseline::Status::NotApplicable:
        return "not-applicable";
    case baseline::Status::Waived:
        return "waived";
    }
    return "open";
}

std::string_view wordOf(model::Layer layer) {
    switch (layer) {
    case model::Layer::Law:
        return "law";
    case model::Layer::Norm:
        return "norm";
    case model::Layer::House:
        return "house";
    case model::Layer::Advice:
        return "advice";
    }
    return "advice";
}

std::string_view wordOf(diagnostics::Severity severity) {
    return severity == diagnostics::Severity::Error     ? "error"
           : severity == diagnostics::Severity::Warning ? "warning"
                                                        : "info";
}

std::string_view openWord(baseline::OpenBecause reason) {
    using baseline::OpenBecause;
    switch (reason) {
    case OpenBecause::Silent:
        return "silent";
    case OpenBecause::OpenTerm:
        return "open-term";
    case OpenBecause::Ambiguous:
        return "ambiguous";
    case OpenBecause::Human:
        return "human";
    case OpenBecause::OutsideText:
        return "outside-text";
    case OpenBecause::Placeholder:
        return "placeholder";
    case OpenBecause::NotEncoded:
        return "not-encoded";
    case OpenBecause::NoDecision:
        return "no-decision";
    case OpenBecause::DoubtNotCounted:
        return "doubt-not-counted";
    }
    return "human";
}

std::string written(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string writtenLine(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json jsonOf(const evidence::Quotation& quotation) {
    Json json = {{"lines", Json::array()}};
    for (const evidence::QuotedLine& line : quotation.lines) {
        json["lines"].push_back({{"line", line.number}, {"text", line.text}});
    }
    if (quotation.more > 0) {
        json["more"] = quotation.more;
    }
    return json;
}

Json jsonOf(const std::vector<At>& places) {
    Json list = Json::array();
    for (const At& at : places) {
        Json json = {{"file", at.file}, {"line", at.line}, {"column", at.column}};
        if (!at.document.empty()) {
            json["document"] = at.document;
            if (!at.place.empty()) {
                json["place"] = at.place;
            }
        }
        if (!at.quotation.isEmpty()) {
            json["quote"] = jsonOf(at.quotation);
        }
        list.push_back(std::move(json));
    }
    return list;
}

Json jsonOf(const model::Vocabulary& vocabulary, const logic::Case& given,
            const std::vector<model::FactId>& facts) {
    Json json = Json::object();
    for (const model::FactId fact : facts) {
        if (const logic::Value value = given[fact]) {
            json[vocabulary.nameOf(fact)] = spelling(*value);
        }
    }
    return json;
}

Json namesOf(const model::Vocabulary& vocabulary, const std::vector<model::ConceptId>& concepts) {
    Json list = Json::array();
    for (const model::ConceptId id : concepts) {
        list.push_back(vocabulary[id].name);
    }
    return list;
}

Json pathOf(const support::SourceMap& sources, const model::Protocol& world,
            const std::vector<logic::PathStep>& path) {
    Json list = Json::array();
    for (const logic::PathStep& step : path) {
        const model::Question& question = world.questions[step.question];
        const At at = placeOf(sources, question.origin.span);
        list.push_back({{"question", question.id},
                        {"answer", spelling(step.answer)},
                        {"at", at.file + ":" + std::to_string(at.line)}});
    }
    return list;
}

Json jsonOf(const std::vector<baseline::GroundOnDate>& grounds, support::Language language) {
    Json list = Json::array();
    for (const baseline::GroundOnDate& ground : grounds) {
        if (ground.inForce) {
            list.push_back({{"ref", ground.jci},
                            {"url", ground.url},
                            {"text", wordOf(ground.status)},
                            {"title", ground.text.in(language)}});
        }
    }
    return list;
}

Json jsonOf(const support::SourceMap& sources, const model::Vocabulary& vocabulary,
            const model::Protocol& protocol, const baseline::Counterexample& counterexample,
            support::Language language) {
    const model::Protocol world = model::select(protocol, counterexample.world);
    const logic::Outcome& outcome = counterexample.walk.outcome;
    Json json;
    json["facts"] = jsonOf(vocabulary, counterexample.facts,
                           factsToShow(vocabulary, world, counterexample.facts));
    json["path"] = pathOf(sources, world, counterexample.walk.path);
    json["consequences"] = namesOf(vocabulary, outcome.must);
    json["allowed"] = namesOf(vocabulary, outcome.may);
    json["forbidden"] = namesOf(vocabulary, outcome.mayNot);
    json["undetermined"] = outcome.undetermined;
    json["deferred"] = outcome.deferred;
    if (counterexample.lesser) {
        json["lesser"] = jsonOf(vocabulary, *counterexample.lesser,
                                factsToShow(vocabulary, world, *counterexample.lesser));
    }
    if (!counterexample.assumed.empty()) {
        json["assumed"] = jsonOf(counterexample.assumed);
    }
    json["story"] = counterexample.story.in(language);
    return json;
}

Json jsonOf(const model::Vocabulary& vocabulary, const logic::Count& count) {
    Json facts = Json::array();
    for (const model::FactId fact : count.facts) {
        facts.push_back(vocabulary.nameOf(fact));
    }
    Json json = {{"cases", count.cases},
                 {"excluded", count.excluded},
                 {"with_doubt", count.withDoubt},
                 {"facts", facts}};
    if (count.saturated) {
        json["at_least"] = true;
    }
    return json;
}

Json jsonOf(const model::Vocabulary& vocabulary, const baseline::ProofInfo& info,
            support::Language language) {
    Json json = {{"method", info.method.in(language)}};
    json.update(jsonOf(vocabulary, info.count));
    json["assumptions"] = info.assumptions;
    return json;
}

Json jsonOf(const baseline::Currency& currency) {
    Json list = Json::array();
    for (const baseline::SourceOnDate& each : currency.sources) {
        const model::Source& source = *each.source;
        Json json = {{"name", source.name}, {"title", source.title}};
        if (!source.bwb.empty()) {
            json["bwb"] = source.bwb;
        }
        json["state"] = each.state == nullptr ? Json(nullptr) : Json(each.state->from.str());
        if (each.state != nullptr) {
            json["text"] = wordOf(each.state->status);
        }
        json["checked_until"] = jsonOf(source.checkedUntil);
        list.push_back(std::move(json));
    }
    return list;
}

Json sentencesOf(const std::vector<support::Localized>& texts, support::Language language) {
    Json list = Json::array();
    for (const support::Localized& text : texts) {
        list.push_back(diagnostics::sentence(text).in(language));
    }
    return list;
}

Json jsonOf(const support::SourceMap& sources, const model::Waiver& waiver) {
    Json json = {{"for", waiver.unit},
                 {"reason", waiver.reason},
                 {"by", waiver.decidedBy},
                 {"on", waiver.decidedOn.str()}};
    json["from"] = jsonOf(waiver.valid.from);
    json["until"] = jsonOf(waiver.valid.until);
    json["at"] = jsonOf(std::vector<At>{placeOf(sources, waiver.span)});
    return json;
}

Json jsonOf(const support::SourceMap& sources, const diagnostics::Diagnostic& diagnostic,
            support::Language language) {
    const diagnostics::DiagnosticInfo& info = diagnostics::info(diagnostic.id);
    Json json = {{"id", info.code},
                 {"slug", info.slug},
                 {"severity", wordOf(diagnostic.severity)},
                 {"message", diagnostics::renderMessage(diagnostic, language)}};
    const std::string remedy = diagnostics::renderRemedy(diagnostic, language);
    if (!remedy.empty()) {
        json["remedy"] = remedy;
    }
    std::vector<At> places;
    if (diagnostic.span.hasPlace()) {
        places.push_back(placeOf(sources, diagnostic.span));
    }
    for (const support::Span span : diagnostic.also) {
        places.push_back(placeOf(sources, span));
    }
    json["at"] = jsonOf(places);
    return json;
}

Json baselineOf(const RunReport& report) {
    return {{"sha256", report.baselineSha256}, {"checked_until", jsonOf(report.checkedUntil)}};
}

Json messagesOf(const RunReport& report, support::Language language) {
    Json json = Json::array();
    for (const diagnostics::Diagnostic& message : report.messages) {
        json.push_back(jsonOf(*report.sources, message, language));
    }
    return json;
}

Json jsonOf(const baseline::StatusCounts& counts) {
    return {{"satisfied", counts.satisfied},
            {"violated", counts.violated},
            {"contradicted", counts.contradicted},
            {"open", counts.open},
            {"not_applicable", counts.notApplicable},
            {"waived", counts.waived}};
}

Json jsonOf(const std::optional<support::Date>& day) {
    return day ? Json(day->str()) : Json(nullptr);
}

Json jsonOf(const std::vector<logic::Assumed>& assumed) {
    Json list = Json::array();
    for (const logic::Assumed& one : assumed) {
        list.push_back({{"words", one.words},
                        {"choice", one.isChoice},
                        {"value", spelling(one.value ? Word::Yes : Word::No)}});
    }
    return list;
}

} // namespace meldc::emit
