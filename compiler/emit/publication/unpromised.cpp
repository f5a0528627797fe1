#include "emit/publication/unpromised.h"

#include "logic/decision.h"
#include "model/condition.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

/// Most facts of which every case without doubt is walked: some thousands.
constexpr std::size_t kMostFacts = 12;

std::set<model::ConceptId> promisedIn(const model::Protocol& protocol) {
    std::set<model::ConceptId> promised;
    for (const model::Meldnorm& norm : protocol.meldnormen) {
        for (const model::Promise& promise : norm.promises) {
            if (promise.modality == model::Modality::Must) {
                promised.insert(promise.consequences.begin(), promise.consequences.end());
            }
        }
    }
    return promised;
}

/// What the questions and the promises ask.
std::vector<model::FactId> factsOfBoth(const model::Protocol& protocol) {
    std::set<model::FactId> facts;
    const auto take = [&](const model::Condition& condition) {
        const auto read = model::factsOf(condition);
        facts.insert(read.begin(), read.end());
    };
    for (const model::Question& question : protocol.questions) {
        for (const model::ConditionStatement& one : question.yesWhen) {
            take(one.condition);
        }
    }
    for (const model::CountsAs& one : protocol.countsAs) {
        facts.insert(one.fact);
    }
    for (const model::Meldnorm& norm : protocol.meldnormen) {
        for (const model::Promise& promise : norm.promises) {
            take(promise.condition);
        }
    }
    return {facts.begin(), facts.end()};
}

bool isPromised(const model::Vocabulary& vocabulary, const model::Protocol& world, model::ConceptId consequence,
                const logic::Case& given) {
    return std::any_of(world.meldnormen.begin(), world.meldnormen.end(), [&](const model::Meldnorm& norm) {
        return std::any_of(norm.promises.begin(), norm.promises.end(), [&](const model::Promise& promise) {
            return promise.modality == model::Modality::Must &&
                   std::find(promise.consequences.begin(), promise.consequences.end(), consequence) != promise.consequences.end() &&
                   logic::evaluateCondition(vocabulary, world, promise.condition, given, {}) == model::Answer::Yes;
        });
    });
}

} // namespace

std::vector<Unpromised> unpromised(const BuildInput& input) {
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const model::Protocol& protocol = *input.decider.protocol;
    const std::set<model::ConceptId> promised = promisedIn(protocol);
    std::set<std::pair<const model::Edge*, model::ConceptId>> found;
    for (const model::Protocol& world : *input.decider.selected) {
        const std::vector<model::FactId> facts = factsOfBoth(world);
        if (facts.size() > kMostFacts) {
            return {};
        }
        const logic::Walks walks(vocabulary, world);
        logic::Case given = logic::quietCase(vocabulary);
        for (std::uint32_t bits = 0; bits < (1U << facts.size()); ++bits) {
            for (std::size_t i = 0; i < facts.size(); ++i) {
                given.values[facts[i].value] = (bits >> i & 1U) != 0 ? model::Answer::Yes : model::Answer::No;
            }
            if (logic::brokenImplication(vocabulary, given) != nullptr) {
                continue;
            }
            for (const logic::PathStep& step : walks(given, {}).path) {
                if (step.edge < 0 || step.answer == model::Answer::Doubt) {
                    continue;
                }
                const model::Edge& edge = world.questions[step.question].edges[static_cast<std::size_t>(step.edge)];
                for (const model::Effect& effect : edge.effects) {
                    if (effect.modality == model::Modality::Must && promised.contains(effect.consequence) &&
                        !isPromised(vocabulary, world, effect.consequence, given)) {
                        found.insert({&edge, effect.consequence});
                    }
                }
            }
        }
    }
    std::vector<Unpromised> list;
    for (const model::Question& question : protocol.questions) {
        for (const model::Edge& edge : question.edges) {
            for (const model::ConceptId consequence : promised) {
                const bool isFound = std::any_of(found.begin(), found.end(), [&](const auto& one) {
                    return one.second == consequence && one.first->origin.span == edge.origin.span &&
                           one.first->answer == edge.answer;
                });
                if (isFound) {
                    list.push_back({&question, &edge, consequence});
                }
            }
        }
    }
    return list;
}

} // namespace meldc::emit
