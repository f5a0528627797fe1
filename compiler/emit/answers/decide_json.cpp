#include "emit/answers/decide_json.h"

#include "emit/json_parts.h"
#include "emit/words.h"
#include "emit/worlds.h"

namespace meldc::emit {

namespace {

/// The object as a line, with the id before its members. The id stays as it was written: a long number would
/// become another one.
std::string lineOf(std::string_view id, const Json& json) {
    return R"({"id":)" + std::string(id) + "," + writtenLine(json).substr(1);
}

/// Which readings and variants make up a world.
void addWorld(Json& json, const WorldText& text) {
    for (const auto& [of, reading] : text.readings) {
        json["readings"].push_back({{"of", of}, {"reading", reading}});
    }
    for (const auto& [of, at] : text.variants) {
        json["variants"].push_back({{"of", of}, {"at", at}});
    }
}

/// True or false when it is certain; null when what is unknown still decides it.
Json knownOr(bool isCertain, bool isPossible) {
    return isCertain ? Json(true) : isPossible ? Json(nullptr) : Json(false);
}

Json readingOf(const support::SourceMap& sources, const Decider& decider,
               const ReadingAnswer& reading) {
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    const std::size_t world = reading.worlds.front();
    Json json = {{"worlds", reading.worlds.size()},
                 {"readings", Json::array()},
                 {"variants", Json::array()}};
    addWorld(json, describe(sources, *decider.protocol, decider.worlds->all[world]));
    json["consequences"] = namesOf(vocabulary, reading.outcome.must);
    json["allowed"] = namesOf(vocabulary, reading.outcome.may);
    json["forbidden"] = namesOf(vocabulary, reading.outcome.mayNot);
    json["undetermined"] = knownOr(reading.outcome.undetermined, reading.perhapsUndetermined);
    json["deferred"] = knownOr(reading.outcome.deferred, reading.perhapsDeferred);
    json["path"] = pathOf(sources, (*decider.selected)[world], reading.path);
    return json;
}

Json nextOf(const support::SourceMap& sources, const Decider& decider, const Answer& answer) {
    if (!answer.next.isValid()) {
        return nullptr;
    }
    Json json = {{"fact", decider.library->vocabulary.nameOf(answer.next)}};
    if (answer.question >= 0) {
        const model::Question& question =
            (*decider.selected)[answer.questionWorld]
                .questions[static_cast<std::size_t>(answer.question)];
        const At at = placeOf(sources, question.origin.span);
        json["question"] = question.id;
        json["label"] = question.label;
        json["at"] = at.file + ":" + std::to_string(at.line);
    }
    return json;
}

} // namespace

std::string decideJson(const support::SourceMap& sources, const Decider& decider,
                       const Answer& answer, std::string_view id,
                       const std::vector<support::Localized>& notices,
                       support::Language language) {
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    Json json;
    json["consequences"] = namesOf(vocabulary, answer.certain.must);
    json["allowed"] = namesOf(vocabulary, answer.certain.may);
    json["forbidden"] = namesOf(vocabulary, answer.certain.mayNot);
    json["undetermined"] = knownOr(answer.certain.undetermined, answer.perhapsUndetermined);
    if (answer.truncated) {
        json["worlds_truncated"] = true;
    }
    json["deferred"] = knownOr(answer.certain.deferred, answer.perhapsDeferred);
    json["next"] = nextOf(sources, decider, answer);
    json["path"] = pathOf(sources, decider.selected->front(), answer.path);
    json["grounds"] = Json::array();
    for (const model::Norm* norm : answer.grounds) {
        json["grounds"].push_back(norm->id);
    }
    json["conflicts"] = Json::array();
    for (const std::size_t index : answer.conflicts) {
        json["conflicts"].push_back(std::string(spelling(Word::Promise)) + " " +
                                    decider.protocol->meldnormen[index].id);
    }
    if (!answer.dependsOn.empty()) {
        json["depends_on"] = Json::array();
        for (const logic::Term& term : answer.dependsOn) {
            json["depends_on"].push_back(
                {{"words", term.words}, {"kind", term.isChoice ? "choice" : "open-term"}});
        }
    }
    if (answer.readings.size() > 1) {
        json["readings"] = Json::array();
        for (const ReadingAnswer& reading : answer.readings) {
            json["readings"].push_back(readingOf(sources, decider, reading));
        }
    }
    if (!notices.empty()) {
        json["notices"] = sentencesOf(notices, language);
    }
    return lineOf(id, json);
}

std::string decideError(const diagnostics::Diagnostic& error, std::string_view id,
                        support::Language language, std::size_t line) {
    Json json;
    if (line > 0) {
        json["line"] = line;
    }
    json["error"] = diagnostics::renderMessage(error, language);
    json["code"] = diagnostics::info(error.id).code;
    return lineOf(id, json);
}

} // namespace meldc::emit
