#include "emit/facts.h"

#include "logic/structure.h"

namespace meldc::emit {

namespace {

void add(const std::optional<model::Condition>& condition, const logic::Reading& reading,
         std::vector<model::FactId>& facts) {
    if (condition) {
        logic::appendFacts(*condition, reading, nullptr, facts);
    }
}

} // namespace

std::vector<model::FactId> factsRead(const model::Vocabulary& vocabulary,
                                     const model::Protocol& protocol) {
    const logic::Reading reading = logic::readingOf(vocabulary.facts.size(), protocol);
    std::vector<model::FactId> facts = reading.questionFacts;
    for (const model::Route& route : protocol.routes) {
        // One of a reading that is not chosen has no name and no condition.
        if (!route.id.empty()) {
            logic::appendFacts(route.condition, reading, nullptr, facts);
        }
    }
    for (const model::Task& task : protocol.tasks) {
        if (!task.consequences.empty()) {
            add(task.condition, reading, facts);
        }
    }
    logic::sortFacts(facts);
    return facts;
}

std::vector<model::FactId> factsToShow(const model::Vocabulary& vocabulary,
                                       const model::Protocol& protocol, const logic::Case& given) {
    std::vector<model::FactId> facts = factsRead(vocabulary, protocol);
    for (std::uint32_t i = 0; i < given.values.size(); ++i) {
        const model::FactId fact{i};
        if (given[fact] != logic::Value(vocabulary[fact].quiet())) {
            facts.push_back(fact);
        }
    }
    logic::sortFacts(facts);
    return facts;
}

} // namespace meldc::emit
