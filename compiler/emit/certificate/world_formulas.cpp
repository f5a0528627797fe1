#include "emit/certificate/world_formulas.h"

#include "emit/certificate/smt.h"
#include "emit/certificate/symbols.h"
#include "logic/condition_diagram.h"

#include <algorithm>

namespace meldc::emit {

using model::Condition;
using model::ConditionKind;
using smt::allOf;
using smt::anyOf;
using smt::applied;

namespace {

/// Facts in doubt that a certificate settles in every way: 2 to this power ways.
constexpr std::size_t kMostDoubts = 10;

void addConsequencesOf(const model::Goal& goal, std::vector<model::ConceptId>& consequences) {
    const bool isLeaf = goal.operands.empty();
    if (isLeaf && goal.consequence.isValid() &&
        std::find(consequences.begin(), consequences.end(), goal.consequence) == consequences.end()) {
        consequences.push_back(goal.consequence);
    }
    for (const model::Goal& operand : goal.operands) {
        addConsequencesOf(operand, consequences);
    }
}

} // namespace

WorldFormulas::WorldFormulas(const model::Vocabulary& vocabulary, const model::Protocol& world,
                             const model::Requirement& requirement, bool withDoubt)
    : vocabulary_(vocabulary), world_(world), withDoubt_(withDoubt),
      reading_(logic::readingOf(vocabulary.facts.size(), world)) {
    collect(requirement);
    for (const model::FactId fact : symbols_.facts) {
        symbols_.names.push_back(symbolOf(vocabulary, fact));
        symbols_.parameters += "(" + symbols_.names.back() + " Int)";
    }
    for (const logic::Term& term : terms_.all()) {
        symbols_.names.push_back(symbolOf(term));
        symbols_.parameters += "(" + symbols_.names.back() + " Bool)";
    }
    symbols_.parameters = "(" + symbols_.parameters + ")";
}

bool WorldFormulas::isTooLarge() const {
    return withDoubt_ && symbols_.facts.size() > kMostDoubts;
}

void WorldFormulas::collect(const model::Requirement& requirement) {
    auto& facts = symbols_.facts;
    facts = reading_.questionFacts;
    for (const model::Question& question : world_.questions) {
        if (logic::exists(question)) {
            logic::collectTerms(logic::conditionOf(question), terms_);
        }
    }
    const auto add = [&](const Condition& condition) {
        logic::appendFacts(condition, reading_, nullptr, facts);
        logic::collectTerms(condition, terms_);
    };
    for (const model::Route& route : world_.routes) {
        if (!route.id.empty()) {
            add(route.condition);
        }
    }
    for (const model::Task& task : world_.tasks) {
        const bool isRead = (!task.consequences.empty() && logic::firingOf(task) != logic::Firing::Never) ||
                            logic::statesReturn(world_, task);
        if (task.condition && isRead) {
            add(*task.condition);
        }
    }
    if (requirement.when) {
        add(*requirement.when);
    }
    facts.insert(facts.end(), requirement.facts.begin(), requirement.facts.end());
    logic::sortFacts(facts);
    addConsequencesOf(requirement.goal, consequences_);
    addConsequencesOf(requirement.then, consequences_);
}

std::string WorldFormulas::definition(const std::string& name, const std::string& sort,
                                      const std::string& body) const {
    return "(define-fun " + name + " " + symbols_.parameters + " " + sort + "\n  " + body + ")\n";
}

std::string WorldFormulas::here(const std::string& name) const {
    return applied(name, symbols_.names);
}

std::string WorldFormulas::factValue(model::FactId fact, const std::vector<std::string>& arguments) const {
    const auto at = std::lower_bound(symbols_.facts.begin(), symbols_.facts.end(), fact,
                                     [](model::FactId a, model::FactId b) { return a.value < b.value; });
    return arguments[static_cast<std::size_t>(at - symbols_.facts.begin())];
}

std::string WorldFormulas::value(const Condition& condition, const std::vector<std::string>& arguments,
                                 const logic::CountsFor* counting) const {
    const auto inner = [&](const Condition& operand) { return value(operand, arguments, counting); };
    const auto crisp = [](const std::string& test) { return "(ite " + test + " 2 0)"; };
    switch (condition.kind) {
    case ConditionKind::Fact: {
        std::string result = factValue(condition.fact, arguments);
        if (counting != nullptr) {
            for (const model::FactId source : (*counting)[condition.fact.value]) {
                if (source.value != condition.fact.value) {
                    result = "(|more of| " + result + " " + factValue(source, arguments) + ")";
                }
            }
        }
        return result;
    }
    case ConditionKind::Not:
        return "(- 2 " + inner(condition.operands.front()) + ")";
    case ConditionKind::And:
    case ConditionKind::Or: {
        std::string result = inner(condition.operands.front());
        for (std::size_t i = 1; i < condition.operands.size(); ++i) {
            result = (condition.kind == ConditionKind::And ? "(|less of| " : "(|more of| ") + result + " " +
                     inner(condition.operands[i]) + ")";
        }
        return result;
    }
    case ConditionKind::DoubtAbout:
        return crisp("(= " + inner(condition.operands.front()) + " 1)");
    case ConditionKind::Perhaps:
        return crisp("(not (= " + inner(condition.operands.front()) + " 0))");
    case ConditionKind::AnyDoubt: {
        std::vector<std::string> doubts;
        for (const model::FactId fact : reading_.questionFacts) {
            doubts.push_back("(= " + factValue(fact, arguments) + " 1)");
        }
        return crisp(anyOf(doubts));
    }
    case ConditionKind::OpenTerm:
    case ConditionKind::Choice:
        break;
    }
    const auto term = terms_.find(condition.words, condition.kind == ConditionKind::Choice);
    return crisp(arguments[symbols_.facts.size() + static_cast<std::size_t>(term)]);
}

std::string WorldFormulas::isYes(const Condition& condition, const std::vector<std::string>& arguments) const {
    return "(= " + value(condition, arguments) + " 2)";
}

std::string WorldFormulas::consistent(const std::vector<std::string>& arguments) const {
    return applied("|is consistent|", arguments);
}

std::string WorldFormulas::has(const model::Goal& goal, bool mayCounts, const std::vector<std::string>& arguments,
                               std::int32_t start) const {
    std::vector<std::string> operands;
    for (const model::Goal& operand : goal.operands) {
        operands.push_back(has(operand, mayCounts, arguments, start));
    }
    switch (goal.kind) {
    case model::GoalKind::Not:
        return smt::negated(operands.front());
    case model::GoalKind::And:
        return allOf(operands);
    case model::GoalKind::Or:
        return anyOf(operands);
    case model::GoalKind::Must:
    case model::GoalKind::May:
        break;
    }
    const bool isAllowed = mayCounts || goal.kind == model::GoalKind::May;
    return applied(outcomeSymbol(vocabulary_, world_, goal.consequence, isAllowed, start), arguments);
}

std::string WorldFormulas::definitions() const {
    std::string text;
    std::vector<std::string> inRange;
    for (std::size_t i = 0; i < symbols_.facts.size(); ++i) {
        const std::string& name = symbols_.names[i];
        inRange.push_back(withDoubt_ ? "(<= 0 " + name + " 2)" : "(or (= " + name + " 0) (= " + name + " 2))");
    }
    for (const std::string& each : impliedBetween(vocabulary_, symbols_.facts)) {
        inRange.push_back(each);
    }
    text += definition("|is consistent|", "Bool", allOf(inRange));
    for (const model::Question& question : world_.questions) {
        if (logic::exists(question)) {
            text += definition(answerSymbol(question), "Int",
                               value(logic::conditionOf(question), symbols_.names, reading_.of(question)));
        }
    }
    return text + walkFrom(-1) + outcomesOf(-1);
}

std::string WorldFormulas::definitionsFrom(std::uint32_t question) const {
    const auto start = static_cast<std::int32_t>(question);
    return walkFrom(start) + outcomesOf(start);
}

} // namespace meldc::emit
