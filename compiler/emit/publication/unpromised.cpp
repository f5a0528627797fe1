#include "emit/publication/unpromised.h"

#include "diagnostics/phrases.h"
#include "logic/analysis.h"
#include "model/condition.h"

#include <algorithm>

namespace meldc::emit {

namespace {

/// The cases for which a consequence is promised.
std::vector<model::Condition> promisedCasesOf(const model::Protocol& protocol, model::ConceptId consequence) {
    std::vector<model::Condition> cases;
    for (const model::Meldnorm& norm : protocol.meldnormen) {
        for (const model::Promise& promise : norm.promises) {
            const auto& given = promise.consequences;
            if (promise.modality == model::Modality::Must && std::find(given.begin(), given.end(), consequence) != given.end()) {
                cases.push_back(promise.condition);
            }
        }
    }
    return cases;
}

/// Whether in this world some case that no promise is for takes the edge with this answer.
bool isTakenUnpromised(const model::Vocabulary& vocabulary, const model::Protocol& world, const logic::Decision& decision,
                       const model::Edge& edge, model::ConceptId consequence) {
    const std::vector<model::Condition> promised = promisedCasesOf(world, consequence);
    if (promised.empty()) {
        return false;
    }
    logic::Analysis analysis(vocabulary, decision);
    const model::Condition other = model::noneOf(promised);
    for (std::uint32_t i = 0; i < world.questions.size(); ++i) {
        const std::vector<model::Edge>& edges = world.questions[i].edges;
        for (std::uint32_t j = 0; j < edges.size(); ++j) {
            if (edges[j].origin.span == edge.origin.span && edges[j].answer == edge.answer &&
                analysis.takenIn(i, j, other) && !analysis.tooLarge()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

std::string alsoPromised(const PageWords& words, const Sentences& sentences, const Unpromised& one) {
    const std::string promised = sentences.promised(model::Modality::Must, one.consequence);
    const std::string answer = words.answer(one.edge->answer);
    return one.question->label.empty() ? say(diagnostics::Phrase::PubCardAlsoShort, promised, answer, one.question->id)
                                       : say(diagnostics::Phrase::PubCardAlso, promised, answer, one.question->id, one.question->label);
}

std::vector<Unpromised> unpromised(const BuildInput& input) {
    std::vector<Unpromised> list;
    for (const model::Question& question : input.decider.protocol->questions) {
        for (const model::Edge& edge : question.edges) {
            for (const model::Effect& effect : edge.effects) {
                bool isFound = false;
                for (std::size_t i = 0; !isFound && effect.modality == model::Modality::Must && i < input.decider.selected->size(); ++i) {
                    isFound = isTakenUnpromised(input.decider.library->vocabulary, (*input.decider.selected)[i],
                                                (*input.decider.decisions)[i], edge, effect.consequence);
                }
                if (isFound) {
                    list.push_back({&question, &edge, effect.consequence});
                }
            }
        }
    }
    return list;
}

} // namespace meldc::emit
