#include "emit/certificate/world_formulas.h"

#include "emit/certificate/smt.h"
#include "logic/condition_diagram.h"

#include <algorithm>

namespace meldc::emit {

using model::Condition;
using model::ConditionKind;
using smt::allOf;
using smt::anyOf;
using diagnostics::Phrase;

namespace {

/// Facts in doubt that a solver settles in every way: 2 to this power ways.
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

WorldFormulas::WorldFormulas(const support::SourceMap& sources, const model::Vocabulary& vocabulary,
                             const model::Protocol& world, const model::Requirement& requirement, bool withDoubt,
                             support::Language language)
    : vocabulary_(vocabulary), world_(world), withDoubt_(withDoubt),
      isAfter_(requirement.kind == model::RequirementKind::After),
      reading_(logic::readingOf(vocabulary.facts.size(), world)), words_(sources, vocabulary, world, language) {
    collect(requirement);
    for (const model::FactId fact : symbols_.facts) {
        symbols_.names.push_back(words_.of(fact));
        symbols_.parameters += "(" + symbols_.names.back() + " Int)";
    }
    for (const logic::Term& term : terms_.all()) {
        symbols_.names.push_back(words_.of(term));
        symbols_.parameters += "(" + symbols_.names.back() + " Bool)";
    }
    isOneCase_ =
        !isAfter_ && requirement.kind != model::RequirementKind::Monotone && !(withDoubt_ && canWait(-1));
    symbols_.parameters = isOneCase_ ? "()" : "(" + symbols_.parameters + ")";
    if (isTooLarge()) {
        return;
    }
    declareCase();
    defineFixed();
    defineCase();
    defineWalk(-1);
    defineOutcomes(-1);
    if (isAfter_) {
        for (const auto& [question, when] : returns(symbols_.names)) {
            defineWalk(static_cast<std::int32_t>(question));
            defineOutcomes(static_cast<std::int32_t>(question));
        }
    }
}

bool WorldFormulas::isTooLarge() const {
    return withDoubt_ && symbols_.facts.size() > kMostDoubts;
}

bool WorldFormulas::bears(const model::Task& task) const {
    const bool gives = std::any_of(task.consequences.begin(), task.consequences.end(), [&](model::ConceptId each) {
        return std::find(consequences_.begin(), consequences_.end(), each) != consequences_.end();
    });
    return (gives && logic::firingOf(task) != logic::Firing::Never) ||
           (isAfter_ && logic::statesReturn(world_, task));
}

void WorldFormulas::collect(const model::Requirement& requirement) {
    addConsequencesOf(requirement.goal, consequences_);
    addConsequencesOf(requirement.then, consequences_);
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
    for (const model::Task& task : world_.tasks) {
        if (!bears(task)) {
            continue;
        }
        if (task.home.kind == model::HomeKind::Route && !world_.routes[task.home.index].id.empty()) {
            add(world_.routes[task.home.index].condition);
        }
        if (task.condition) {
            add(*task.condition);
        }
    }
    if (requirement.when) {
        add(*requirement.when);
    }
    facts.insert(facts.end(), requirement.facts.begin(), requirement.facts.end());
    logic::sortFacts(facts);
}

void WorldFormulas::define(const std::string& name, std::string_view sort, const std::string& body,
                           const std::string& told) {
    script_.define(name, symbols_.parameters, sort, body, told);
}

std::string WorldFormulas::at(const std::string& name, const std::vector<std::string>& arguments) const {
    return isOneCase_ ? name : smt::applied(name, arguments);
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
                    result = "(" + words_.fixed(Phrase::SmtHighest) + " " + result + " " + factValue(source, arguments) + ")";
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
            const Phrase which = condition.kind == ConditionKind::And ? Phrase::SmtLowest : Phrase::SmtHighest;
            result = smt::applied(words_.fixed(which), {result, inner(condition.operands[i])});
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
    return at(words_.fixed(Phrase::SmtCanBe), arguments);
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
    return at(words_.outcome(goal.consequence, isAllowed, start), arguments);
}

void WorldFormulas::declareCase() {
    for (std::size_t i = 0; i < symbols_.facts.size(); ++i) {
        script_.declare(symbols_.names[i], "Int", words_.told(symbols_.facts[i]));
    }
    for (std::size_t i = 0; i < terms_.all().size(); ++i) {
        script_.declare(symbols_.names[symbols_.facts.size() + i], "Bool", words_.told(terms_.all()[i]));
    }
}

void WorldFormulas::defineFixed() {
    script_.tabulate(words_.fixed(Phrase::SmtLowest), {0, 0, 0, 0, 1, 1, 0, 1, 2}, words_.told(Phrase::SmtToldLowest));
    script_.tabulate(words_.fixed(Phrase::SmtHighest), {0, 1, 2, 1, 1, 2, 2, 2, 2},
                     words_.told(Phrase::SmtToldHighest));
    const std::string told = words_.told(Phrase::SmtToldSettled);
    script_.define(words_.fixed(Phrase::SmtSettledYes), "()", "Int", "2", told);
    script_.define(words_.fixed(Phrase::SmtSettledNo), "()", "Int", "0", told);
}

void WorldFormulas::defineCase() {
    std::vector<std::string> inRange;
    for (std::size_t i = 0; i < symbols_.facts.size(); ++i) {
        const std::string& name = symbols_.names[i];
        inRange.push_back(withDoubt_ ? "(<= 0 " + name + " 2)" : "(or (= " + name + " 0) (= " + name + " 2))");
    }
    for (const std::string& each : impliedBetween(vocabulary_, symbols_.facts, symbols_.names)) {
        inRange.push_back(each);
    }
    define(words_.fixed(Phrase::SmtCanBe), "Bool", allOf(inRange), words_.told(Phrase::SmtToldCanBe));
    for (const model::Question& question : world_.questions) {
        if (logic::exists(question)) {
            define(words_.answer(question), "Int",
                   value(logic::conditionOf(question), symbols_.names, reading_.of(question)), words_.told(question));
        }
    }
}

} // namespace meldc::emit
