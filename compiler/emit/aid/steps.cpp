#include "emit/aid/data.h"

#include "logic/ruling.h"

#include <algorithm>

namespace meldc::emit {

namespace {

/// What is decided in a step: in the decisions that stand in it, in the last step of the law also in those that stand in
/// none. What was decided is carried out in the steps behind that one.
Json decidedIn(AidContext& context, std::uint32_t step) {
    const model::Protocol& protocol = context.protocol;
    std::uint32_t last = 0;
    for (std::uint32_t i = 0; i < protocol.steps.size(); ++i) {
        last = protocol.steps[i].functions.empty() ? last : i;
    }
    Json decides = Json::array();
    for (const model::Decision& decision : protocol.decisions) {
        const bool isOfLast = !decision.step.isValid() || decision.step == model::StepId{last};
        if (decision.step == model::StepId{step} || (step >= last && isOfLast)) {
            for (const model::ConceptId about : decision.about) {
                decides.push_back(context.consequences.of(about));
            }
        }
    }
    return decides;
}

} // namespace

bool addSteps(Json& data, AidContext& context) {
    const Decider& decider = context.input.decider;
    logic::Rulings rulings(context.vocabulary, *decider.decisions, decider.worlds->truncated);
    if (rulings.tooLarge()) {
        return false;
    }
    data["steps"] = Json::array();
    for (std::uint32_t i = 0; i < context.protocol.steps.size(); ++i) {
        const logic::RuledTable table = rulings.reached(context.protocol.steps[i].id);
        if (table.tooLarge) {
            return false;
        }
        Json columns = Json::array();
        for (const model::FactId fact : table.facts) {
            columns.push_back(context.variables.of(fact));
        }
        Json rows = Json::array();
        for (const logic::RuledTable::Row& row : table.rows) {
            std::string sets;
            for (const logic::AnswerSet set : row.answers) {
                sets += static_cast<char>('0' + set);
            }
            rows.push_back({sets, row.value});
        }
        // What is decided in a step leads there too: it is not left out because the questions end before.
        data["steps"].push_back({{"columns", std::move(columns)},
                                 {"rows", std::move(rows)},
                                 {"decides", decidedIn(context, i)}});
    }
    return true;
}

} // namespace meldc::emit
