#include "logic/structure.h"

#include <algorithm>

namespace meldc::logic {

using model::Condition;
using model::ConditionKind;
using model::FactId;

std::uint32_t Terms::add(const std::string& words, bool isChoice) {
    if (const auto known = find(words, isChoice); known >= 0) {
        return static_cast<std::uint32_t>(known);
    }
    terms_.push_back({words, isChoice});
    return static_cast<std::uint32_t>(terms_.size() - 1);
}

std::int32_t Terms::find(const std::string& words, bool isChoice) const {
    const auto found = std::find(terms_.begin(), terms_.end(), Term{words, isChoice});
    return found == terms_.end() ? -1 : static_cast<std::int32_t>(found - terms_.begin());
}

void sortFacts(std::vector<FactId>& facts) {
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
}

void appendFacts(const Condition& condition, const Reading& reading, const CountsFor* counting,
                 std::vector<FactId>& facts) {
    if (condition.kind == ConditionKind::Fact) {
        if (counting != nullptr) {
            const auto& sources = (*counting)[condition.fact.value];
            facts.insert(facts.end(), sources.begin(), sources.end());
        } else {
            facts.push_back(condition.fact);
        }
    } else if (condition.kind == ConditionKind::AnyDoubt) {
        facts.insert(facts.end(), reading.questionFacts.begin(), reading.questionFacts.end());
    }
    for (const auto& operand : condition.operands) {
        appendFacts(operand, reading, counting, facts);
    }
}

namespace {

/// Per fact, all that count for it in a framework, directly or through others.
CountsFor closeCountsAs(std::size_t factCount, const std::vector<model::CountsAs>& statements,
                        std::uint32_t framework) {
    CountsFor result(factCount);
    for (std::uint32_t fact = 0; fact < factCount; ++fact) {
        auto& sources = result[fact];
        sources.push_back(FactId{fact});
        for (std::size_t next = 0; next < sources.size(); ++next) {
            for (const auto& statement : statements) {
                const auto isNew =
                    std::find(sources.begin(), sources.end(), statement.fact) == sources.end();
                if (statement.framework == framework && statement.as == sources[next] && isNew) {
                    sources.push_back(statement.fact);
                }
            }
        }
        std::sort(sources.begin(), sources.end());
    }
    return result;
}

} // namespace

Reading readingOf(std::size_t factCount, const model::Protocol& world) {
    Reading reading;
    std::vector<FactId> facts;
    for (const auto& question : world.questions) {
        if (!exists(question)) {
            continue;
        }
        if (!reading.countsFor.contains(question.framework)) {
            reading.countsFor[question.framework] =
                closeCountsAs(factCount, world.countsAs, question.framework);
        }
        appendFacts(conditionOf(question), reading, reading.of(question), facts);
    }
    sortFacts(facts);
    reading.questionFacts = std::move(facts);
    return reading;
}

Condition conditionOf(const model::Question& question) {
    if (!question.yesWhen.empty()) {
        return question.yesWhen.front().condition;
    }
    Condition answeredByPeople;
    answeredByPeople.kind = ConditionKind::OpenTerm;
    answeredByPeople.span = question.origin.span;
    answeredByPeople.words = question.label.empty() ? question.id : question.label;
    return answeredByPeople;
}

std::int32_t firstQuestion(const model::Protocol& world) {
    const auto found = std::find_if(world.questions.begin(), world.questions.end(), exists);
    return found == world.questions.end()
               ? -1
               : static_cast<std::int32_t>(found - world.questions.begin());
}

std::int32_t findQuestion(const model::Protocol& world, std::string_view id) {
    if (id.empty()) {
        return -1;
    }
    for (std::size_t index = 0; index < world.questions.size(); ++index) {
        if (world.questions[index].id == id) {
            return static_cast<std::int32_t>(index);
        }
    }
    return -1;
}

std::int32_t edgeFor(const model::Question& question, model::Answer answer) {
    for (std::size_t index = 0; index < question.edges.size(); ++index) {
        if (question.edges[index].answer == answer) {
            return static_cast<std::int32_t>(index);
        }
    }
    return -1;
}

std::int32_t findStep(const model::Protocol& world, std::string_view id) {
    if (id.empty()) {
        return -1;
    }
    for (std::size_t index = 0; index < world.steps.size(); ++index) {
        if (world.steps[index].id == id) {
            return static_cast<std::int32_t>(index);
        }
    }
    return -1;
}

std::int32_t lastStepAlwaysReached(const model::Protocol& world) {
    const auto first = firstQuestion(world);
    if (first < 0) {
        return static_cast<std::int32_t>(world.steps.size()) - 1;
    }
    const auto step = world.questions[static_cast<std::uint32_t>(first)].step;
    if (step.isValid()) {
        return static_cast<std::int32_t>(step.value);
    }
    auto earliestNamed = static_cast<std::int32_t>(world.steps.size());
    for (const auto& question : world.questions) {
        if (!exists(question)) {
            continue;
        }
        if (question.step.isValid()) {
            earliestNamed = std::min(earliestNamed, static_cast<std::int32_t>(question.step.value));
        }
        for (const auto& edge : question.edges) {
            if (const auto named = findStep(world, edge.step); named >= 0) {
                earliestNamed = std::min(earliestNamed, named);
            }
        }
    }
    return earliestNamed - 1;
}

Firing firingOf(const model::Task& task) {
    switch (task.home.kind) {
    case model::HomeKind::Route:
        return Firing::WithRoute;
    case model::HomeKind::Exception:
        return Firing::Never;
    case model::HomeKind::Step:
        return task.condition ? Firing::InStep : Firing::Never;
    case model::HomeKind::Unit:
    case model::HomeKind::Topic:
        break;
    }
    if (!task.condition) {
        return Firing::Never;
    }
    return task.home.step.isValid() ? Firing::InStep : Firing::OnCondition;
}

std::uint32_t stepOf(const model::Task& task) {
    return task.home.step.isValid() ? task.home.step.value : task.home.index;
}

bool statesReturn(const model::Protocol& world, const model::Task& task) {
    return findQuestion(world, task.returnTo) >= 0 && task.modality != model::Modality::MayNot &&
           task.home.kind != model::HomeKind::Exception;
}

} // namespace meldc::logic
