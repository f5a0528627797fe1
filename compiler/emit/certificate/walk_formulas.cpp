#include "emit/certificate/smt.h"
#include "emit/certificate/world_formulas.h"

#include <algorithm>

namespace meldc::emit {

using diagnostics::Phrase;
using smt::allOf;
using smt::anyOf;

/// The edges that a walk can take: of several with one answer the first.
std::vector<WorldFormulas::TakenEdge> WorldFormulas::edgesOf(const model::Question& question) {
    std::vector<TakenEdge> result;
    for (const model::Answer answer : {model::Answer::No, model::Answer::Doubt, model::Answer::Yes}) {
        if (const std::int32_t edge = logic::edgeFor(question, answer); edge >= 0) {
            result.push_back({&question, &question.edges[static_cast<std::size_t>(edge)]});
        }
    }
    return result;
}

/// The questions, by index, to which a walk can come.
std::set<std::size_t> WorldFormulas::askableFrom(std::int32_t start) const {
    std::set<std::size_t> askable;
    std::vector<std::int32_t> open{start >= 0 ? start : logic::firstQuestion(world_)};
    while (!open.empty()) {
        const std::int32_t index = open.back();
        open.pop_back();
        if (index < 0 || !askable.insert(static_cast<std::size_t>(index)).second) {
            continue;
        }
        for (const TakenEdge& taken : edgesOf(world_.questions[static_cast<std::size_t>(index)])) {
            if (taken.edge->target == model::TargetKind::Question) {
                open.push_back(logic::findQuestion(world_, taken.edge->question));
            }
        }
    }
    return askable;
}

/// Whether one of these questions has an answer after which the walk waits.
bool WorldFormulas::canWait(std::int32_t start) const {
    const std::set<std::size_t> askable = askableFrom(start);
    return std::any_of(askable.begin(), askable.end(), [&](std::size_t index) {
        const std::vector<TakenEdge> edges = edgesOf(world_.questions[index]);
        return std::any_of(edges.begin(), edges.end(), [](const TakenEdge& taken) {
            return taken.edge->target == model::TargetKind::Wait;
        });
    });
}

std::string WorldFormulas::answered(const TakenEdge& taken) const {
    return "(= " + here(words_.answer(*taken.question)) + " " + std::to_string(static_cast<int>(taken.edge->answer)) +
           ")";
}

void WorldFormulas::defineWalk(std::int32_t start) {
    const std::int32_t first = start >= 0 ? start : logic::firstQuestion(world_);
    // In round n a case is asked its n-th question: one that it was not asked before.
    std::map<std::size_t, std::vector<std::string>> asked;
    std::map<std::size_t, std::vector<std::string>> round{{static_cast<std::size_t>(first), {"true"}}};
    for (std::size_t number = 1; !round.empty() && number <= world_.questions.size(); ++number) {
        for (const auto& [index, ways] : round) {
            const std::string name = words_.askedAs(world_.questions[index], number, start);
            define(name, "Bool", anyOf(ways), words_.told(Phrase::SmtToldAskedAs));
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
                std::vector<std::string> conditions{here(words_.askedAs(question, number, start)), answered(taken)};
                const auto known = asked.find(static_cast<std::size_t>(target));
                if (known != asked.end()) {
                    conditions.push_back(smt::negated(anyOf(known->second)));
                }
                next[static_cast<std::size_t>(target)].push_back(allOf(conditions));
            }
        }
        round = std::move(next);
    }
    defineSteps(start, asked);
}

void WorldFormulas::defineSteps(std::int32_t start, const std::map<std::size_t, std::vector<std::string>>& asked) {
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
        const std::string name = words_.asked(question, start);
        define(name, "Bool", anyOf(ways), words_.told(Phrase::SmtToldAsked));
        reach(question.step.isValid() ? std::int64_t{question.step.value} : -1, here(name));
        for (const TakenEdge& taken : edgesOf(question)) {
            const std::string when = allOf({here(name), answered(taken)});
            reach(logic::findStep(world_, taken.edge->step), when);
            if (taken.edge->target == model::TargetKind::Wait) {
                waiting.push_back(when);
            }
        }
    }
    define(words_.waiting(start), "Bool", anyOf(waiting), words_.told(Phrase::SmtToldWaits));
    // Who reaches a step has reached those before it.
    for (std::size_t step = reached.size(); step-- > 0;) {
        if (step + 1 < reached.size()) {
            reached[step].push_back(here(words_.step(step + 1, start)));
        }
        define(words_.step(step, start), "Bool", anyOf(reached[step]), words_.told(world_.steps[step]));
    }
}

std::string WorldFormulas::applies(const model::Task& task, std::int32_t start) const {
    std::vector<std::string> conditions;
    if (task.condition) {
        conditions.push_back(isYes(*task.condition, symbols_.names));
    }
    const auto inStep = [&](std::size_t step) { conditions.push_back(here(words_.step(step, start))); };
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

void WorldFormulas::defineOutcomes(std::int32_t start) {
    const std::set<std::size_t> askable = askableFrom(start);
    for (const model::ConceptId consequence : consequences_) {
        for (const bool isAllowed : {false, true}) {
            const auto counts = [&](model::Modality modality) {
                return modality == model::Modality::Must || (isAllowed && modality == model::Modality::May);
            };
            std::vector<std::string> ways;
            std::vector<const model::Origin*> statements;
            for (const std::size_t index : askable) {
                const model::Question& question = world_.questions[index];
                for (const TakenEdge& taken : edgesOf(question)) {
                    const bool gives = std::any_of(
                        taken.edge->effects.begin(), taken.edge->effects.end(), [&](const model::Effect& each) {
                            return each.consequence == consequence && counts(each.modality);
                        });
                    if (gives) {
                        ways.push_back(allOf({here(words_.asked(question, start)), answered(taken)}));
                        statements.push_back(&taken.edge->origin);
                    }
                }
            }
            for (const model::Task& task : world_.tasks) {
                const bool gives = bears(task) && counts(task.modality) &&
                                   std::find(task.consequences.begin(), task.consequences.end(), consequence) !=
                                       task.consequences.end();
                if (gives) {
                    ways.push_back(applies(task, start));
                    statements.push_back(&task.origin);
                }
            }
            const std::string given = words_.given(consequence, isAllowed, start);
            define(given, "Bool", anyOf(ways), words_.told(consequence, statements));
            std::string outcome = here(given);
            if (withDoubt_ && canWait(start)) {
                outcome = anyOf({outcome, allOf({here(words_.waiting(start)), everyWay(given)})});
            }
            define(words_.outcome(consequence, isAllowed, start), "Bool", outcome,
                   words_.told(Phrase::SmtToldOutcome));
        }
    }
}

std::string WorldFormulas::everyWay(const std::string& function) {
    const std::string canBe = words_.fixed(Phrase::SmtCanBe);
    std::string some = canBe;
    std::string all = words_.settled(function, 0);
    const std::string told = words_.told(Phrase::SmtToldSettledAll);
    define(all, "Bool", "(=> " + here(canBe) + " " + here(function) + ")", told);
    // One fact after another becomes yes or no, so that the text grows with the facts and not with the ways; what a
    // solver is left with has no fact in it, so that it only reckons.
    for (std::size_t i = 0; i < symbols_.facts.size(); ++i) {
        std::vector<std::string> yes = symbols_.names;
        std::vector<std::string> no = symbols_.names;
        yes[i] = words_.fixed(Phrase::SmtSettledYes);
        no[i] = words_.fixed(Phrase::SmtSettledNo);
        const std::string isNo = "(= " + symbols_.names[i] + " 0)";
        const std::string isYes = "(= " + symbols_.names[i] + " 2)";
        const std::string nextAll = words_.settled(function, i + 1);
        const std::string nextSome = words_.settled(canBe, i + 1);
        define(nextAll, "Bool", allOf({anyOf({isNo, at(all, yes)}), anyOf({isYes, at(all, no)})}), told);
        define(nextSome, "Bool",
               anyOf({allOf({smt::negated(isNo), at(some, yes)}), allOf({smt::negated(isYes), at(some, no)})}), told);
        all = nextAll;
        some = nextSome;
    }
    return allOf({here(some), here(all)});
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
                conditions.push_back(at(words_.step(route.step.value, -1), arguments));
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
