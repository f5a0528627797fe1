#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <z3++.h>

#include "brute_force.h"

/// Decisions as formulas of an SMT solver: facts are integers 0, 1, 2 and the walk is unfolded.
namespace meldc::logic::testing {

/// A case as the solver's variables: facts, and all terms.
struct Symbols {
    z3::expr_vector facts;
    std::map<std::pair<std::string, bool>, z3::expr> terms;
};

class Encoder {
public:
    Encoder(z3::context& context, const BruteForce& brute)
        : context_(context), brute_(brute), protocol_(brute.protocol()) {}

    Symbols symbols(const std::string& suffix, const std::vector<TermValues>& terms) {
        Symbols result{z3::expr_vector(context_), {}};
        for (std::size_t fact = 0; fact < brute_.vocabulary().facts.size(); ++fact) {
            result.facts.push_back(
                context_.int_const(("f" + std::to_string(fact) + suffix).c_str()));
        }
        for (const auto& [name, value] : terms.front()) {
            const auto label = (name.second ? "choice " : "open ") + name.first;
            result.terms.emplace(name, context_.bool_const(label.c_str()));
        }
        return result;
    }

    z3::expr inRange(const Symbols& at, bool crisp) {
        auto result = context_.bool_val(true);
        for (unsigned fact = 0; fact < at.facts.size(); ++fact) {
            const z3::expr value = at.facts[static_cast<int>(fact)];
            result = result && value >= 0 && value <= 2;
            if (crisp) {
                result = result && value != 1;
            }
        }
        return result;
    }

    z3::expr consistent(const Symbols& at) {
        auto result = context_.bool_val(true);
        for (const auto& implication : brute_.vocabulary().implications) {
            const auto read = [&](const model::Literal& literal) {
                const z3::expr value = at.facts[static_cast<int>(literal.fact.value)];
                return literal.negated ? 2 - value : value;
            };
            result = result && read(implication.from) <= read(implication.to);
        }
        return result;
    }

    /// The Kleene value of a condition, 0 to 2.
    z3::expr value(const Condition& condition, const Symbols& at,
                   const model::Question* asker = nullptr) {
        const auto inner = [&](std::size_t index) {
            return value(condition.operands[index], at, asker);
        };
        const auto crisp = [&](const z3::expr& test) {
            return z3::ite(test, context_.int_val(2), context_.int_val(0));
        };
        switch (condition.kind) {
        case ConditionKind::Fact: {
            z3::expr result = at.facts[static_cast<int>(condition.fact.value)];
            for (const auto source : sourcesOf(condition.fact.value, asker)) {
                const z3::expr other = at.facts[static_cast<int>(source)];
                result = z3::ite(other > result, other, result);
            }
            return result;
        }
        case ConditionKind::Not:
            return 2 - inner(0);
        case ConditionKind::And:
        case ConditionKind::Or: {
            auto result = inner(0);
            for (std::size_t index = 1; index < condition.operands.size(); ++index) {
                const auto other = inner(index);
                const auto isSmaller = other < result;
                result = condition.kind == ConditionKind::And ? z3::ite(isSmaller, other, result)
                                                              : z3::ite(isSmaller, result, other);
            }
            return result;
        }
        case ConditionKind::DoubtAbout:
            return crisp(inner(0) == 1);
        case ConditionKind::Perhaps:
            return crisp(inner(0) != 0);
        case ConditionKind::AnyDoubt: {
            auto any = context_.bool_val(false);
            for (const auto fact : brute_.questionFacts()) {
                any = any || at.facts[static_cast<int>(fact)] == 1;
            }
            return crisp(any);
        }
        case ConditionKind::OpenTerm:
        case ConditionKind::Choice:
            break;
        }
        return crisp(at.terms.at({condition.words, condition.kind == ConditionKind::Choice}));
    }

    /// Whether the case has what the goal wants, waiting included.
    z3::expr has(const Goal& goal, const Symbols& at, bool mayCounts) {
        switch (goal.kind) {
        case GoalKind::Not:
            return !has(goal.operands[0], at, mayCounts);
        case GoalKind::And:
            return has(goal.operands[0], at, mayCounts) && has(goal.operands[1], at, mayCounts);
        case GoalKind::Or:
            return has(goal.operands[0], at, mayCounts) || has(goal.operands[1], at, mayCounts);
        case GoalKind::Must:
        case GoalKind::May:
            break;
        }
        const auto least = mayCounts || goal.kind == GoalKind::May ? Modality::May : Modality::Must;
        const auto gathered = gathers(goal.consequence, least, at);
        return gathered || (waits(at) && everyWay(goal.consequence, least, at));
    }

private:
    std::set<std::uint32_t> sourcesOf(std::uint32_t fact, const model::Question* asker) const {
        std::set<std::uint32_t> result{fact};
        for (bool grew = asker != nullptr; grew;) {
            grew = false;
            for (const auto& statement : protocol_.countsAs) {
                grew = (statement.framework == asker->framework &&
                        result.count(statement.as.value) != 0 &&
                        result.insert(statement.fact.value).second) ||
                       grew;
            }
        }
        return result;
    }

    const model::Question* find(const std::string& id) const {
        for (const auto& each : protocol_.questions) {
            if (!id.empty() && each.id == id) {
                return &each;
            }
        }
        return nullptr;
    }

    /// What is known when a walk has ended, or is at an edge.
    struct Passed {
        z3::expr when;
        std::set<std::string> asked;
        int lastStep;
    };
    using AtEdge = std::function<void(const Passed&, const model::Edge&)>;
    using AtEnd = std::function<void(const Passed&, bool waits)>;

    int stepNumber(const std::string& id) const {
        for (std::size_t index = 0; index < protocol_.steps.size(); ++index) {
            if (!id.empty() && protocol_.steps[index].id == id) {
                return static_cast<int>(index);
            }
        }
        return -1;
    }

    /// Unfolds all walks: calls back at every edge and at every end.
    void unfold(const Symbols& at, const model::Question& here, Passed passed, const AtEdge& atEdge,
                const AtEnd& atEnd) {
        passed.asked.insert(here.id);
        if (here.step.isValid()) {
            passed.lastStep = std::max(passed.lastStep, static_cast<int>(here.step.value));
        }
        const auto answered =
            value(here.yesWhen.empty() ? open(here.label) : here.yesWhen[0].condition, at, &here);
        for (int answer = 0; answer < 3; ++answer) {
            auto next = passed;
            next.when = passed.when && answered == answer;
            const model::Edge* taken = nullptr;
            for (const auto& each : here.edges) {
                if (taken == nullptr && static_cast<int>(each.answer) == answer) {
                    taken = &each;
                }
            }
            if (taken == nullptr) {
                atEnd(next, false);
                continue;
            }
            next.lastStep = std::max(next.lastStep, stepNumber(taken->step));
            atEdge(next, *taken);
            const auto* target =
                taken->target == TargetKind::Question ? find(taken->question) : nullptr;
            if (target != nullptr && next.asked.count(target->id) == 0) {
                unfold(at, *target, next, atEdge, atEnd);
            } else {
                atEnd(next, taken->target == TargetKind::Wait);
            }
        }
    }

    void unfoldAll(const Symbols& at, const AtEdge& atEdge, const AtEnd& atEnd) {
        const model::Question* first = nullptr;
        int named = static_cast<int>(protocol_.steps.size());
        for (const auto& each : protocol_.questions) {
            if (each.id.empty()) {
                continue;
            }
            first = first == nullptr ? &each : first;
            if (each.step.isValid()) {
                named = std::min(named, static_cast<int>(each.step.value));
            }
            for (const auto& one : each.edges) {
                if (stepNumber(one.step) >= 0) {
                    named = std::min(named, stepNumber(one.step));
                }
            }
        }
        const auto start = first->step.isValid() ? static_cast<int>(first->step.value) : named - 1;
        unfold(at, *first, {context_.bool_val(true), {}, start}, atEdge, atEnd);
    }

    static bool counts(Modality given, Modality least) {
        return given == Modality::Must || given == least;
    }

    /// Whether walk, routes or duties give the consequence, without what waiting adds.
    z3::expr gathers(ConceptId consequence, Modality least, const Symbols& at) {
        auto result = context_.bool_val(false);
        const auto gives = [&](const model::Task& each) {
            return counts(each.modality, least) &&
                   std::count(each.consequences.begin(), each.consequences.end(), consequence) > 0;
        };
        unfoldAll(
            at,
            [&](const Passed& passed, const model::Edge& edge) {
                for (const auto& effect : edge.effects) {
                    if (effect.consequence == consequence && counts(effect.modality, least)) {
                        result = result || passed.when;
                    }
                }
            },
            [&](const Passed& passed, bool) {
                const auto reached = [&](model::StepId id) {
                    return !id.isValid() || static_cast<int>(id.value) <= passed.lastStep;
                };
                for (const auto& each : protocol_.tasks) {
                    auto when = passed.when;
                    bool fires = gives(each);
                    if (each.home.kind == model::HomeKind::Route) {
                        const auto& home = protocol_.routes[each.home.index];
                        fires = fires && !home.id.empty() && reached(home.step);
                        if (fires) {
                            when = when && value(home.condition, at) == 2;
                        }
                    } else {
                        fires =
                            fires && each.home.kind != model::HomeKind::Exception &&
                            each.condition &&
                            (each.home.kind == model::HomeKind::Unit || reached(each.home.step));
                    }
                    if (fires && each.condition) {
                        when = when && value(*each.condition, at) == 2;
                    }
                    if (fires) {
                        result = result || when;
                    }
                }
            });
        return result;
    }

    z3::expr waits(const Symbols& at) {
        auto result = context_.bool_val(false);
        unfoldAll(
            at, [](const Passed&, const model::Edge&) {},
            [&](const Passed& passed, bool isWaiting) {
                if (isWaiting) {
                    result = result || passed.when;
                }
            });
        return result;
    }

    /// Whether every consistent way to settle the doubts gathers it, and there is one.
    z3::expr everyWay(ConceptId consequence, Modality least, const Symbols& at) {
        const auto count = at.facts.size();
        auto all = context_.bool_val(true);
        auto some = context_.bool_val(false);
        for (unsigned way = 0; way < (1U << count); ++way) {
            Symbols settled{z3::expr_vector(context_), at.terms};
            for (unsigned fact = 0; fact < count; ++fact) {
                const z3::expr value = at.facts[static_cast<int>(fact)];
                const auto answer = context_.int_val((way >> fact & 1U) != 0 ? 2 : 0);
                settled.facts.push_back(z3::ite(value == 1, answer, value));
            }
            const auto isPossible = consistent(settled);
            some = some || isPossible;
            all = all && z3::implies(isPossible, gathers(consequence, least, settled));
        }
        return all && some;
    }

    z3::context& context_;
    const BruteForce& brute_;
    const model::Protocol& protocol_;
};

} // namespace meldc::logic::testing
