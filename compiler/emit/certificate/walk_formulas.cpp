#include "emit/certificate/smt.h"
#include "emit/certificate/symbols.h"
#include "emit/certificate/world_formulas.h"

#include <algorithm>
#include <map>
#include <set>

namespace meldc::emit {

using smt::allOf;
using smt::anyOf;
using smt::applied;

namespace {

/// An edge that is taken: the question is asked and its answer is the edge's.
struct TakenEdge {
    const model::Question* question = nullptr;
    const model::Edge* edge = nullptr;
};

/// The edges that a walk can take: of several with one answer the first.
std::vector<TakenEdge> edgesOf(const model::Question& question) {
    std::vector<TakenEdge> result;
    for (const model::Answer answer : {model::Answer::No, model::Answer::Doubt, model::Answer::Yes}) {
        if (const std::int32_t edge = logic::edgeFor(question, answer); edge >= 0) {
            result.push_back({&question, &question.edges[static_cast<std::size_t>(edge)]});
        }
    }
    return result;
}

/// The questions, by index, to which a walk can come.
std::set<std::size_t> askableFrom(const model::Protocol& world, std::int32_t start) {
    std::set<std::size_t> askable;
    std::vector<std::int32_t> open{start >= 0 ? start : logic::firstQuestion(world)};
    while (!open.empty()) {
        const std::int32_t index = open.back();
        open.pop_back();
        if (index < 0 || !askable.insert(static_cast<std::size_t>(index)).second) {
            continue;
        }
        for (const TakenEdge& taken : edgesOf(world.questions[static_cast<std::size_t>(index)])) {
            if (taken.edge->target == model::TargetKind::Question) {
                open.push_back(logic::findQuestion(world, taken.edge->question));
            }
        }
    }
    return askable;
}

/// Whether one of these questions has an answer after which the walk waits.
bool canWait(const model::Protocol& world, const std::set<std::size_t>& askable) {
    return std::any_of(askable.begin(), askable.end(), [&](std::size_t index) {
        const std::vector<TakenEdge> edges = edgesOf(world.questions[index]);
        return std::any_of(edges.begin(), edges.end(), [](const TakenEdge& taken) {
            return taken.edge->target == model::TargetKind::Wait;
        });
    });
}

} // namespace

std::string WorldFormulas::walkFrom(std::int32_t start) const {
    const std::int32_t first = start >= 0 ? start : logic::firstQuestion(world_);
    const auto answered = [&](const TakenEdge& taken) {
        return "(= " + here(answerSymbol(*taken.question)) + " " +
               std::to_string(static_cast<int>(taken.edge->answer)) + ")";
    };
    std::string text;
    // In round n a case is asked its n-th question: one that it was not asked before.
    std::map<std::size_t, std::vector<std::string>> asked;
    std::map<std::size_t, std::vector<std::string>> round{{static_cast<std::size_t>(first), {"true"}}};
    for (std::size_t number = 1; !round.empty() && number <= world_.questions.size(); ++number) {
        for (const auto& [index, ways] : round) {
            const std::string name = askedSymbol(world_, world_.questions[index], number, start);
            text += definition(name, "Bool", anyOf(ways));
            asked[index].push_back(here(name));
        }
        std::map<std::size_t, std::vector<std::string>> next;
        for (const auto& [index, ways] : round) {
            const model::Question& question = world_.questions[index];
            for (const TakenEdge& taken : edgesOf(question)) {
                const std::int32_t target = taken.edge->target == model::TargetKind::Question
                                                ? logic::findQuestion(world_, taken.edge->question)
                                                : -1;
                if (target < 0) {
                    continue;
                }
                std::vector<std::string> conditions{here(askedSymbol(world_, question, number, start)),
                                                    answered(taken)};
                const auto known = asked.find(static_cast<std::size_t>(target));
                if (known != asked.end()) {
                    conditions.push_back(smt::negated(anyOf(known->second)));
                }
                next[static_cast<std::size_t>(target)].push_back(allOf(conditions));
            }
        }
        round = std::move(next);
    }
    std::vector<std::string> waiting;
    std::vector<std::vector<std::string>> reached(world_.steps.size());
    const auto reach = [&](std::int64_t step, const std::string& when) {
        if (step >= 0 && static_cast<std::size_t>(step) < reached.size()) {
            reached[static_cast<std::size_t>(step)].push_back(when);
        }
    };
    reach(logic::lastStepAlwaysReached(world_), "true");
    if (start >= 0 && world_.questions[static_cast<std::size_t>(start)].step.isValid()) {
        reach(world_.questions[static_cast<std::size_t>(start)].step.value, "true");
    }
    for (const auto& [index, ways] : asked) {
        const model::Question& question = world_.questions[index];
        const std::string name = askedSymbol(world_, question, start);
        text += definition(name, "Bool", anyOf(ways));
        reach(question.step.isValid() ? std::int64_t{question.step.value} : -1, here(name));
        for (const TakenEdge& taken : edgesOf(question)) {
            const std::string when = allOf({here(name), answered(taken)});
            reach(logic::findStep(world_, taken.edge->step), when);
            if (taken.edge->target == model::TargetKind::Wait) {
                waiting.push_back(when);
            }
        }
    }
    text += definition(waitSymbol(world_, start), "Bool", anyOf(waiting));
    // Who reaches a step has reached those before it.
    for (std::size_t step = reached.size(); step-- > 0;) {
        if (step + 1 < reached.size()) {
            reached[step].push_back(here(stepSymbol(world_, step + 1, start)));
        }
        text += definition(stepSymbol(world_, step, start), "Bool", anyOf(reached[step]));
    }
    return text;
}

std::string WorldFormulas::applies(const model::Task& task, std::int32_t start) const {
    std::vector<std::string> conditions;
    if (task.condition) {
        conditions.push_back(isYes(*task.condition, symbols_.names));
    }
    const auto inStep = [&](std::size_t step) { conditions.push_back(here(stepSymbol(world_, step, start))); };
    switch (logic::firingOf(task)) {
    case logic::Firing::Never:
        return "false";
    case logic::Firing::OnCondition:
        break;
    case logic::Firing::InStep:
        inStep(logic::stepOf(task));
        break;
    case logic::Firing::WithRoute: {
        const model::Route& route = world_.routes[task.home.index];
        if (route.id.empty()) {
            return "false";
        }
        conditions.push_back(isYes(route.condition, symbols_.names));
        if (route.step.isValid()) {
            inStep(route.step.value);
        }
        break;
    }
    }
    return allOf(conditions);
}

std::string WorldFormulas::outcomesOf(std::int32_t start) const {
    std::string text;
    const std::set<std::size_t> askable = askableFrom(world_, start);
    for (const model::ConceptId consequence : consequences_) {
        for (const bool isAllowed : {false, true}) {
            const auto counts = [&](model::Modality modality) {
                return modality == model::Modality::Must || (isAllowed && modality == model::Modality::May);
            };
            std::vector<std::string> ways;
            for (const std::size_t index : askable) {
                const model::Question& question = world_.questions[index];
                for (const TakenEdge& taken : edgesOf(question)) {
                    const bool gives = std::any_of(
                        taken.edge->effects.begin(), taken.edge->effects.end(), [&](const model::Effect& each) {
                            return each.consequence == consequence && counts(each.modality);
                        });
                    if (gives) {
                        ways.push_back("(and " + here(askedSymbol(world_, question, start)) + " (= " +
                                       here(answerSymbol(question)) + " " +
                                       std::to_string(static_cast<int>(taken.edge->answer)) + "))");
                    }
                }
            }
            for (const model::Task& task : world_.tasks) {
                const bool gives = counts(task.modality) &&
                                   std::find(task.consequences.begin(), task.consequences.end(), consequence) !=
                                       task.consequences.end();
                if (gives) {
                    ways.push_back(applies(task, start));
                }
            }
            const std::string given = givenSymbol(vocabulary_, world_, consequence, isAllowed, start);
            text += definition(given, "Bool", anyOf(ways));
            std::string outcome = here(given);
            if (withDoubt_ && canWait(world_, askable)) {
                outcome = anyOf({outcome, allOf({here(waitSymbol(world_, start)), everyWay(given)})});
            }
            text += definition(outcomeSymbol(vocabulary_, world_, consequence, isAllowed, start), "Bool", outcome);
        }
    }
    return text;
}

std::string WorldFormulas::everyWay(const std::string& function) const {
    const std::size_t count = symbols_.facts.size();
    std::vector<std::string> all;
    std::vector<std::string> some;
    for (std::size_t way = 0; way < std::size_t{1} << count; ++way) {
        std::vector<std::string> settled = symbols_.names;
        for (std::size_t i = 0; i < count; ++i) {
            settled[i] = ((way >> i & 1U) != 0 ? "(|settled yes| " : "(|settled no| ") + settled[i] + ")";
        }
        const std::string isPossible = consistent(settled);
        some.push_back(isPossible);
        all.push_back("(=> " + isPossible + " " + applied(function, settled) + ")");
    }
    return allOf({anyOf(some), allOf(all)});
}

std::vector<std::pair<std::uint32_t, std::string>> WorldFormulas::returns(
    const std::vector<std::string>& arguments) const {
    std::map<std::uint32_t, std::vector<std::string>> ways;
    for (const model::Task& task : world_.tasks) {
        if (!logic::statesReturn(world_, task)) {
            continue;
        }
        std::vector<std::string> conditions;
        if (task.condition) {
            conditions.push_back(isYes(*task.condition, arguments));
        }
        if (task.home.kind == model::HomeKind::Route) {
            const model::Route& route = world_.routes[task.home.index];
            conditions.push_back(route.id.empty() ? "false" : isYes(route.condition, arguments));
            if (!route.id.empty() && route.step.isValid()) {
                conditions.push_back(applied(stepSymbol(world_, route.step.value, -1), arguments));
            }
        }
        const std::int32_t question = logic::findQuestion(world_, task.returnTo);
        ways[static_cast<std::uint32_t>(question)].push_back(allOf(conditions));
    }
    std::vector<std::pair<std::uint32_t, std::string>> result;
    for (const auto& [question, conditions] : ways) {
        result.emplace_back(question, anyOf(conditions));
    }
    return result;
}

} // namespace meldc::emit
