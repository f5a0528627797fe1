#include "logic/smallest.h"

#include <algorithm>
#include <limits>

namespace meldc::logic {

namespace {

constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

class Search {
public:
    Search(const Diagrams& diagrams, const Case& base, AnswerSet domain)
        : diagrams_(diagrams), base_(base), domain_(domain) {}

    std::optional<Example> run(Node where, const Terms& terms) {
        if (costOf(where) == kNever) {
            return std::nullopt;
        }
        const auto differing = factsThatDiffer(where);
        Example result;
        result.given = base_;
        auto at = where;
        while (!Diagrams::isConstant(at) && diagrams_.isFact(diagrams_.variableOf(at))) {
            const auto fact = diagrams_.variableOf(at);
            const auto answer = answerFor(at, differing);
            result.given.values[fact] = answerAt(answer);
            at = diagrams_.child(at, answer);
        }
        result.assumed = smallestTerms(diagrams_, at, terms);
        return result;
    }

private:
    [[nodiscard]] bool isFactNode(Node a) const {
        return !Diagrams::isConstant(a) && diagrams_.isFact(diagrams_.variableOf(a));
    }
    [[nodiscard]] std::uint32_t baseOf(Variable fact) const {
        return numberOf(*base_.values[fact]);
    }
    [[nodiscard]] bool ranges(Variable variable, std::uint32_t answer) const {
        // The base itself is always in reach, also when it is in doubt.
        return holds(domain_, answer) || answer == baseOf(variable);
    }

    /// Fewest facts from here on that must differ from the base, or kNever.
    std::uint32_t costOf(Node a) {
        if (!isFactNode(a)) {
            // Below stand terms only: some value of them makes it yes.
            return a == Node::No ? kNever : 0;
        }
        if (const auto known = costs_.find(static_cast<std::uint32_t>(a)); known != costs_.end()) {
            return known->second;
        }
        const auto fact = diagrams_.variableOf(a);
        auto best = kNever;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            if (!ranges(fact, answer)) {
                continue;
            }
            const auto rest = costOf(diagrams_.child(a, answer));
            if (rest != kNever) {
                best = std::min(best, rest + (answer == baseOf(fact) ? 0U : 1U));
            }
        }
        costs_[static_cast<std::uint32_t>(a)] = best;
        return best;
    }

    /// The differing facts of the smallest case. All nodes that may be passed with the facts chosen
    /// so far are kept, since a fact may differ in two ways.
    std::vector<Variable> factsThatDiffer(Node where) {
        std::vector<Variable> result;
        std::vector<Node> front{where};
        auto budget = costOf(where);
        while (true) {
            auto fact = std::numeric_limits<Variable>::max();
            for (const auto node : front) {
                if (isFactNode(node)) {
                    fact = std::min(fact, diagrams_.variableOf(node));
                }
            }
            if (fact == std::numeric_limits<Variable>::max()) {
                return result;
            }
            std::vector<Node> differing;
            std::vector<Node> same;
            for (const auto node : front) {
                if (!isFactNode(node) || diagrams_.variableOf(node) != fact) {
                    same.push_back(node);
                    continue;
                }
                for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
                    const auto next = diagrams_.child(node, answer);
                    if (!ranges(fact, answer)) {
                        continue;
                    }
                    if (answer == baseOf(fact)) {
                        same.push_back(next);
                    } else {
                        differing.push_back(next);
                    }
                }
            }
            const auto keep = [&](std::vector<Node>& nodes, std::uint32_t left) {
                std::erase_if(nodes, [&](Node node) { return costOf(node) != left; });
                std::sort(nodes.begin(), nodes.end());
                nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
            };
            if (budget > 0) {
                keep(differing, budget - 1);
            } else {
                differing.clear();
            }
            if (!differing.empty()) {
                result.push_back(fact);
                --budget;
                front = std::move(differing);
            } else {
                keep(same, budget);
                front = std::move(same);
            }
        }
    }

    /// Whether yes can be reached when exactly these facts differ.
    bool reaches(Node a, const std::vector<Variable>& differing) {
        if (!isFactNode(a)) {
            return a != Node::No;
        }
        if (const auto known = reaches_.find(static_cast<std::uint32_t>(a));
            known != reaches_.end()) {
            return known->second;
        }
        const auto fact = diagrams_.variableOf(a);
        const auto differs = std::binary_search(differing.begin(), differing.end(), fact);
        bool result = false;
        for (std::uint32_t answer = 0; answer < kAnswerCount && !result; ++answer) {
            result = ranges(fact, answer) && differs == (answer != baseOf(fact)) &&
                     reaches(diagrams_.child(a, answer), differing);
        }
        reaches_[static_cast<std::uint32_t>(a)] = result;
        return result;
    }

    std::uint32_t answerFor(Node a, const std::vector<Variable>& differing) {
        const auto fact = diagrams_.variableOf(a);
        if (!std::binary_search(differing.begin(), differing.end(), fact)) {
            return baseOf(fact);
        }
        for (const std::uint32_t answer : {0U, 2U, 1U}) {
            if (ranges(fact, answer) && answer != baseOf(fact) &&
                reaches(diagrams_.child(a, answer), differing)) {
                return answer;
            }
        }
        return baseOf(fact);
    }

    const Diagrams& diagrams_;
    const Case& base_;
    AnswerSet domain_;
    support::DenseMap<std::uint32_t, std::uint32_t> costs_;
    support::DenseMap<std::uint32_t, bool> reaches_;
};

} // namespace

std::optional<Example> smallestCase(const Diagrams& diagrams, Node where, const Case& base,
                                    AnswerSet domain, const Terms& terms) {
    return Search(diagrams, base, domain).run(where, terms);
}

std::vector<Assumed> smallestTerms(const Diagrams& diagrams, Node where, const Terms& terms) {
    std::vector<Assumed> result;
    while (!Diagrams::isConstant(where)) {
        const auto& term = terms.all()[diagrams.variableOf(where) - diagrams.factCount()];
        const auto isYes = diagrams.child(where, 0) == Node::No;
        result.push_back({term.words, term.isChoice, isYes});
        where = diagrams.child(where, isYes ? 2 : 0);
    }
    return result;
}

} // namespace meldc::logic
