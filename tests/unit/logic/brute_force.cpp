#include "brute_force.h"

#include <algorithm>
#include <functional>

namespace meldc::logic::testing {

std::vector<Assumed> assumedOf(const TermValues& terms) {
    std::vector<Assumed> result;
    for (const auto& [name, value] : terms) {
        result.push_back({name.first, name.second, value});
    }
    return result;
}

BruteForce::BruteForce(const model::Vocabulary& vocabulary, const model::Protocol& protocol)
    : vocabulary_(vocabulary), protocol_(protocol), crispPoints_(points(true)),
      allPoints_(points(false)) {
    const auto isBroken = [&](const Point& point) { return !isConsistent(point); };
    std::erase_if(crispPoints_, isBroken);
    std::erase_if(allPoints_, isBroken);
    collectQuestionFacts();
    collectForbiddenToSome();
}

bool BruteForce::isConsistent(const Point& point) const {
    for (const auto& implication : vocabulary_.implications) {
        const auto read = [&](const model::Literal& literal) {
            const auto answer = point[literal.fact.value];
            return literal.negated ? 2 - answer : answer;
        };
        if (read(implication.from) > read(implication.to)) {
            return false;
        }
    }
    return true;
}

std::vector<Point> BruteForce::points(bool crisp) const {
    std::vector<Point> result{{}};
    for (std::size_t fact = 0; fact < vocabulary_.facts.size(); ++fact) {
        std::vector<Point> longer;
        for (const auto& point : result) {
            for (const auto answer : crisp ? Point{0, 2} : Point{0, 1, 2}) {
                longer.push_back(point);
                longer.back().push_back(answer);
            }
        }
        result = std::move(longer);
    }
    return result;
}

std::vector<TermValues> BruteForce::termValues(const std::optional<Condition>& extra) const {
    std::set<std::pair<std::string, bool>> names;
    const std::function<void(const Condition&)> collect = [&](const Condition& condition) {
        if (condition.kind == ConditionKind::OpenTerm || condition.kind == ConditionKind::Choice) {
            names.insert({condition.words, condition.kind == ConditionKind::Choice});
        }
        std::for_each(condition.operands.begin(), condition.operands.end(), collect);
    };
    for (const auto& entry : protocol_.questions) {
        if (!entry.id.empty()) {
            collect(conditionOf(entry));
        }
    }
    for (const auto& entry : protocol_.routes) {
        if (!entry.id.empty()) {
            collect(entry.condition);
        }
    }
    for (const auto& entry : protocol_.tasks) {
        if (entry.condition) {
            collect(*entry.condition);
        }
    }
    if (extra) {
        collect(*extra);
    }
    std::vector<TermValues> result{{}};
    for (const auto& name : names) {
        std::vector<TermValues> longer;
        for (const auto& values : result) {
            for (const auto value : {false, true}) {
                longer.push_back(values);
                longer.back()[name] = value;
            }
        }
        result = std::move(longer);
    }
    return result;
}

std::set<std::uint32_t> BruteForce::countingFor(std::uint32_t fact,
                                               const model::Question& asker) const {
    std::set<std::uint32_t> result{fact};
    for (bool grew = true; grew;) {
        grew = false;
        for (const auto& statement : protocol_.countsAs) {
            if (statement.framework == asker.framework && result.count(statement.as.value) != 0 &&
                result.insert(statement.fact.value).second) {
                grew = true;
            }
        }
    }
    return result;
}

Condition BruteForce::conditionOf(const model::Question& entry) const {
    return entry.yesWhen.empty() ? open(entry.label) : entry.yesWhen[0].condition;
}

void BruteForce::collectQuestionFacts() {
    for (const auto& entry : protocol_.questions) {
        const std::function<void(const Condition&)> collect = [&](const Condition& condition) {
            if (condition.kind == ConditionKind::Fact) {
                questionFacts_.merge(countingFor(condition.fact.value, entry));
            }
            std::for_each(condition.operands.begin(), condition.operands.end(), collect);
        };
        if (!entry.id.empty()) {
            collect(conditionOf(entry));
        }
    }
}

int BruteForce::value(const Condition& condition, const Point& point, const TermValues& terms,
                      const model::Question* asker) const {
    const auto inner = [&](std::size_t index) {
        return value(condition.operands[index], point, terms, asker);
    };
    switch (condition.kind) {
    case ConditionKind::Fact: {
        if (asker == nullptr) {
            return point[condition.fact.value];
        }
        int surest = 0;
        for (const auto fact : countingFor(condition.fact.value, *asker)) {
            surest = std::max(surest, point[fact]);
        }
        return surest;
    }
    case ConditionKind::Not:
        return 2 - inner(0);
    case ConditionKind::And:
    case ConditionKind::Or: {
        auto result = inner(0);
        for (std::size_t index = 1; index < condition.operands.size(); ++index) {
            result = condition.kind == ConditionKind::And ? std::min(result, inner(index))
                                                          : std::max(result, inner(index));
        }
        return result;
    }
    case ConditionKind::DoubtAbout:
        return inner(0) == 1 ? 2 : 0;
    case ConditionKind::Perhaps:
        return inner(0) == 0 ? 0 : 2;
    case ConditionKind::AnyDoubt:
        for (const auto fact : questionFacts()) {
            if (point[fact] == 1) {
                return 2;
            }
        }
        return 0;
    case ConditionKind::OpenTerm:
    case ConditionKind::Choice:
        break;
    }
    return terms.at({condition.words, condition.kind == ConditionKind::Choice}) ? 2 : 0;
}

const model::Question* BruteForce::find(const std::string& id) const {
    for (const auto& entry : protocol_.questions) {
        if (!entry.id.empty() && entry.id == id) {
            return &entry;
        }
    }
    return nullptr;
}

bool BruteForce::exists() const {
    return std::any_of(protocol_.questions.begin(), protocol_.questions.end(),
                       [](const auto& entry) { return !entry.id.empty(); });
}

int BruteForce::stepNumber(const std::string& id) const {
    for (std::size_t index = 0; index < protocol_.steps.size(); ++index) {
        if (!id.empty() && protocol_.steps[index].id == id) {
            return static_cast<int>(index);
        }
    }
    return -1;
}

int BruteForce::alwaysReached() const {
    std::vector<int> named;
    bool first = true;
    for (const auto& entry : protocol_.questions) {
        if (entry.id.empty()) {
            continue;
        }
        if (entry.step.isValid()) {
            if (first) {
                return static_cast<int>(entry.step.value);
            }
            named.push_back(static_cast<int>(entry.step.value));
        }
        first = false;
        for (const auto& each : entry.edges) {
            if (stepNumber(each.step) >= 0) {
                named.push_back(stepNumber(each.step));
            }
        }
    }
    if (named.empty()) {
        return static_cast<int>(protocol_.steps.size()) - 1;
    }
    return *std::min_element(named.begin(), named.end()) - 1;
}

BruteOutcome BruteForce::gather(const Point& point, const TermValues& terms,
                                const std::string& start) const {
    BruteOutcome result;
    const auto add = [&](ConceptId consequence, Modality modality) {
        if (modality == Modality::MayNot) {
            result.mayNot.insert(consequence.value);
        } else {
            result.allowed.insert(consequence.value);
            if (modality == Modality::Must) {
                result.must.insert(consequence.value);
            }
        }
    };
    int lastStep = alwaysReached();
    const model::Question* at = start.empty() ? nullptr : find(start);
    for (std::size_t index = 0; at == nullptr; ++index) {
        at = protocol_.questions[index].id.empty() ? nullptr : &protocol_.questions[index];
    }
    while (at != nullptr) {
        result.asked.insert(at->id);
        if (at->step.isValid()) {
            lastStep = std::max(lastStep, static_cast<int>(at->step.value));
        }
        const auto answer = value(conditionOf(*at), point, terms, at);
        const model::Edge* taken = nullptr;
        for (const auto& each : at->edges) {
            if (taken == nullptr && static_cast<int>(each.answer) == answer) {
                taken = &each;
            }
        }
        const auto* here = at;
        at = nullptr;
        bool hole = taken == nullptr;
        if (taken != nullptr) {
            result.edges.insert({static_cast<std::size_t>(here - protocol_.questions.data()),
                                 static_cast<std::size_t>(taken - here->edges.data())});
            for (const auto& effect : taken->effects) {
                add(effect.consequence, effect.modality);
            }
            lastStep = std::max(lastStep, stepNumber(taken->step));
            if (taken->target == TargetKind::Wait) {
                result.deferred = true;
            } else if (taken->target == TargetKind::Open) {
                hole = true;
            } else if (taken->target == TargetKind::Question) {
                at = find(taken->question);
                hole = at == nullptr;
                if (at != nullptr && result.asked.count(at->id) != 0) {
                    result.loops = true;
                    hole = true;
                    at = nullptr;
                }
            }
        }
        if (hole) {
            result.undetermined = true;
            result.holeForDoubt = answer == 1;
        }
    }
    result.lastStep = lastStep;
    const auto reached = [&](model::StepId id) {
        return !id.isValid() || static_cast<int>(id.value) <= lastStep;
    };
    for (std::size_t index = 0; index < protocol_.routes.size(); ++index) {
        const auto& each = protocol_.routes[index];
        if (!each.id.empty() && reached(each.step) && value(each.condition, point, terms) == 2) {
            result.routes.insert(index);
        }
    }
    for (std::size_t index = 0; index < protocol_.tasks.size(); ++index) {
        const auto& each = protocol_.tasks[index];
        const auto isYes = !each.condition || value(*each.condition, point, terms) == 2;
        bool fires = isYes && each.condition && reached(each.home.step);
        if (each.home.kind == model::HomeKind::Exception) {
            fires = false;
        } else if (each.home.kind == model::HomeKind::Unit) {
            fires = isYes && each.condition;
        } else if (each.home.kind == model::HomeKind::Route) {
            fires = isYes && result.routes.count(each.home.index) != 0;
        }
        if (!fires) {
            continue;
        }
        result.tasks.insert(index);
        for (const auto consequence : each.consequences) {
            if (forbiddenToSome_.count({index, consequence.value}) == 0) {
                add(consequence, each.modality);
            }
        }
    }
    return result;
}

BruteOutcome BruteForce::decide(const Point& point, const TermValues& terms,
                                const std::string& start) const {
    auto result = gather(point, terms, start);
    if (!result.deferred) {
        return result;
    }
    std::optional<BruteOutcome> every;
    const auto keep = [](std::set<std::uint32_t>& some, const std::set<std::uint32_t>& other) {
        std::erase_if(some, [&](std::uint32_t one) { return other.count(one) == 0; });
    };
    for (const auto& settled : consistentPoints(true)) {
        bool agrees = true;
        for (std::size_t fact = 0; fact < point.size(); ++fact) {
            agrees = agrees && (point[fact] == 1 || point[fact] == settled[fact]);
        }
        if (!agrees) {
            continue;
        }
        const auto found = gather(settled, terms, start);
        if (!every) {
            every = found;
        } else {
            keep(every->must, found.must);
            keep(every->allowed, found.allowed);
            keep(every->mayNot, found.mayNot);
        }
    }
    if (every) {
        result.must.merge(every->must);
        result.allowed.merge(every->allowed);
        result.mayNot.merge(every->mayNot);
    }
    return result;
}

bool bruteSatisfies(const BruteOutcome& outcome, const Goal& goal, bool mayCounts) {
    const auto has = [&](const std::set<std::uint32_t>& set) {
        return set.count(goal.consequence.value) != 0;
    };
    switch (goal.kind) {
    case GoalKind::Must:
        return has(mayCounts ? outcome.allowed : outcome.must);
    case GoalKind::May:
        return has(outcome.allowed);
    case GoalKind::Not:
        return !bruteSatisfies(outcome, goal.operands[0], mayCounts);
    case GoalKind::And:
        return bruteSatisfies(outcome, goal.operands[0], mayCounts) &&
               bruteSatisfies(outcome, goal.operands[1], mayCounts);
    case GoalKind::Or:
        break;
    }
    return bruteSatisfies(outcome, goal.operands[0], mayCounts) ||
           bruteSatisfies(outcome, goal.operands[1], mayCounts);
}

} // namespace meldc::logic::testing
