#include "emit/tables/read/process.h"

#include "diagnostics/phrases.h"
#include "emit/page_words.h"
#include "emit/words.h"
#include "emit/xml_text.h"
#include "logic/structure.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string nameOfQuestion(const model::Question& question) {
    return shownText(say(Phrase::FlowQuestion, question.id, question.label));
}

class ProcessWalk {
public:
    ProcessWalk(const model::Vocabulary& vocabulary, const model::Protocol& world, const Process& process)
        : vocabulary_(vocabulary), world_(world), process_(process) {}

    std::optional<ReadDifference> compare() {
        for (const model::Question& question : world_.questions) {
            if (logic::exists(question)) {
                questions_.push_back(nameOfQuestion(question));
            }
        }
        Said wanted;
        Said found;
        if (const std::int32_t first = logic::firstQuestion(world_); first >= 0) {
            wanted.say("bpmn:startEvent", nameOfQuestion(world_.questions[static_cast<std::size_t>(first)]));
            for (const auto& [id, place] : process_.places) {
                if (place.kind == "bpmn:startEvent") {
                    found.say("bpmn:startEvent", endOf(id));
                }
            }
        }
        for (const model::Question& question : world_.questions) {
            for (const model::Answer answer : kAnswers) {
                if (logic::exists(question)) {
                    const std::string at = nameOfQuestion(question) + " " + std::string(spelling(answer));
                    wanted.say(at, wantedBehind(question, answer));
                    found.say(at, foundBehind(question, answer));
                }
            }
        }
        return differenceOf(wanted, found);
    }

private:
    /// The next question or end on the way from a place, behind what is done on it.
    [[nodiscard]] std::string endOf(std::string id) const {
        for (std::size_t steps = 0; steps <= process_.places.size(); ++steps) {
            const auto place = process_.places.find(id);
            if (place == process_.places.end()) {
                return "?" + id;
            }
            const std::string& name = place->second.name;
            const bool isQuestion = std::find(questions_.begin(), questions_.end(), name) != questions_.end();
            if (place->second.kind == "bpmn:endEvent" ||
                (place->second.kind == "bpmn:exclusiveGateway" && isQuestion)) {
                return name;
            }
            const auto ways = process_.ways.find(id);
            if (ways == process_.ways.end() || ways->second.size() != 1) {
                return "?" + id;
            }
            id = ways->second.front().to;
        }
        return "?" + id;
    }

    /// What an answer gives, and where it leads.
    [[nodiscard]] std::string wantedBehind(const model::Question& question, model::Answer answer) const {
        const std::string hole = capital(say(Phrase::TableUndetermined));
        const std::int32_t index = logic::edgeFor(question, answer);
        if (index < 0) {
            return hole;
        }
        const model::Edge& edge = question.edges[static_cast<std::size_t>(index)];
        std::string result;
        for (const model::Effect& effect : edge.effects) {
            const std::string& label = vocabulary_[effect.consequence].label.nl;
            result += result.find(label) == std::string::npos ? label + "; " : "";
        }
        switch (edge.target) {
        case model::TargetKind::Question: {
            const std::int32_t next = logic::findQuestion(world_, edge.question);
            return result + (next < 0 ? hole : nameOfQuestion(world_.questions[static_cast<std::size_t>(next)]));
        }
        case model::TargetKind::End:
            return result + capital(say(Phrase::FlowEnds));
        case model::TargetKind::Wait:
            return result + capital(say(Phrase::FlowWaits));
        default:
            return result + hole;
        }
    }

    [[nodiscard]] std::string foundBehind(const model::Question& question, model::Answer answer) const {
        std::string result;
        for (const auto& [id, place] : process_.places) {
            const auto ways = process_.ways.find(id);
            if (place.kind != "bpmn:exclusiveGateway" || place.name != nameOfQuestion(question) ||
                ways == process_.ways.end()) {
                continue;
            }
            for (const Process::Way& way : ways->second) {
                if (way.answer == spelling(answer)) {
                    result += effectsAt(way.to, question, answer) + endOf(way.to);
                }
            }
        }
        return result;
    }

    /// The consequences of the answer that the task behind it names.
    [[nodiscard]] std::string effectsAt(const std::string& id, const model::Question& question,
                                        model::Answer answer) const {
        const auto place = process_.places.find(id);
        const std::int32_t index = logic::edgeFor(question, answer);
        std::string result;
        if (index < 0 || place == process_.places.end() || place->second.kind != "bpmn:task") {
            return result;
        }
        for (const model::Effect& effect : question.edges[static_cast<std::size_t>(index)].effects) {
            const std::string& label = vocabulary_[effect.consequence].label.nl;
            const std::string& name = place->second.name;
            const bool isNamed = name.find(shownText(label)) != std::string::npos ||
                                 name.find(shownText(capital(label))) != std::string::npos;
            result += isNamed && result.find(label) == std::string::npos ? label + "; " : "";
        }
        return result;
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const Process& process_;
    std::vector<std::string> questions_;
};

} // namespace

std::optional<ReadDifference> differenceInProcess(const model::Vocabulary& vocabulary, const model::Protocol& world,
                                                  const Process& process) {
    return ProcessWalk(vocabulary, world, process).compare();
}

} // namespace meldc::emit
