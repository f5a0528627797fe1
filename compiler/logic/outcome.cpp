#include <algorithm>

#include "logic/decision.h"
#include "logic/truth.h"

namespace meldc::logic {

bool isAssumed(const std::vector<Assumed>& assumed, std::string_view words, bool isChoice) {
    return std::any_of(assumed.begin(), assumed.end(), [&](const Assumed& one) {
        return one.value && one.isChoice == isChoice && one.words == words;
    });
}

Value evaluateCondition(const model::Vocabulary& vocabulary, const model::Protocol& world,
                        const model::Condition& condition, const Case& given,
                        const std::vector<Assumed>& assumed) {
    const auto reading = readingOf(vocabulary.facts.size(), world);
    const auto result = TruthReader(reading, assumed).read(condition, nullptr, domainsOf(given));
    return isSingle(result) ? Value(onlyOf(result)) : std::nullopt;
}

bool satisfies(const Outcome& outcome, const model::Goal& goal, bool mayCounts) {
    const auto has = [&](const std::vector<model::ConceptId>& list) {
        return std::find(list.begin(), list.end(), goal.consequence) != list.end();
    };
    const auto each = [&](const model::Goal& operand) {
        return satisfies(outcome, operand, mayCounts);
    };
    switch (goal.kind) {
    case model::GoalKind::Must:
        return has(outcome.must) || (mayCounts && has(outcome.may));
    case model::GoalKind::May:
        return has(outcome.must) || has(outcome.may);
    case model::GoalKind::Not:
        return !each(goal.operands.front());
    case model::GoalKind::And:
        return std::all_of(goal.operands.begin(), goal.operands.end(), each);
    case model::GoalKind::Or:
        break;
    }
    return std::any_of(goal.operands.begin(), goal.operands.end(), each);
}

} // namespace meldc::logic
