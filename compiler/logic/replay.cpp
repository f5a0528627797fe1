#include "logic/replay.h"

#include <algorithm>
#include <optional>

#include "logic/condition_diagram.h"
#include "logic/smallest.h"

namespace meldc::logic {

using model::RequirementKind;

namespace {

class Replay {
public:
    Replay(const model::Vocabulary& vocabulary, const model::Protocol& world,
           const model::Requirement& requirement, const Proof& proof)
        : vocabulary_(vocabulary), world_(world), requirement_(requirement), proof_(proof),
          walks_(vocabulary, world) {}

    bool run() {
        if (requirement_.kind == RequirementKind::Possible) {
            return !proof_.witness || shows(*proof_.witness, true, true);
        }
        if (!proof_.counterexample) {
            return true;
        }
        const auto& shown = *proof_.counterexample;
        switch (requirement_.kind) {
        case RequirementKind::Always:
            return shows(shown, false, false);
        case RequirementKind::Monotone:
            return shows(shown, false, false) && proof_.lesser && isLess(*proof_.lesser, shown) &&
                   shows(*proof_.lesser, true, false);
        case RequirementKind::After:
            return shows(shown, true, false) && !canStillFollow(shown);
        default:
            return shows(shown, true, false);
        }
    }

private:
    bool shows(const Case& given, bool wanted, bool mayCounts) const {
        if (brokenImplication(vocabulary_, given) != nullptr) {
            return false;
        }
        if (requirement_.when && evaluateCondition(vocabulary_, world_, *requirement_.when, given,
                                                   proof_.assumed) != Answer::Yes) {
            return false;
        }
        const auto walked = walks_(given, proof_.assumed);
        return walked.tooManyDoubts ||
               satisfies(walked.outcome, requirement_.goal, mayCounts) == wanted;
    }

    /// Whether the cases differ in facts of the requirement only, and those are no surer in `less`.
    bool isLess(const Case& less, const Case& more) const {
        const auto& facts = requirement_.facts;
        for (std::uint32_t index = 0; index < more.values.size(); ++index) {
            const FactId fact{index};
            const bool isListed = std::find(facts.begin(), facts.end(), fact) != facts.end();
            if (isListed ? *less[fact] > *more[fact] : less[fact] != more[fact]) {
                return false;
            }
        }
        return true;
    }

    /// The choices that the code leaves; they may be made anew.
    std::vector<std::string> choices() const {
        Terms terms;
        for (const auto& question : world_.questions) {
            if (exists(question)) {
                collectTerms(conditionOf(question), terms);
            }
        }
        for (const auto& route : world_.routes) {
            if (!route.id.empty()) {
                collectTerms(route.condition, terms);
            }
        }
        for (const auto& task : world_.tasks) {
            if (task.condition) {
                collectTerms(*task.condition, terms);
            }
        }
        std::vector<std::string> result;
        for (const auto& term : terms.all()) {
            if (term.isChoice) {
                result.push_back(term.words);
            }
        }
        return result;
    }

    bool canStillFollow(const Case& first) const {
        const auto starts = walks_.returnsOf(first, proof_.assumed);
        const auto ways = waysLater(first);
        return std::any_of(ways.begin(), ways.end(), [&](const Example& later) {
            return std::any_of(starts.begin(), starts.end(), [&](std::uint32_t question) {
                const auto walked = walks_.from(question, later.given, later.assumed);
                return !walked.tooManyDoubts &&
                       satisfies(walked.outcome, requirement_.then, true);
            });
        });
    }

    /// The consistent cases that this one can have become, with every choice; none when there are
    /// too many.
    std::vector<Example> waysLater(const Case& first) const {
        const std::vector<Answer> answers =
            requirement_.alsoInDoubt ? std::vector{Answer::No, Answer::Doubt, Answer::Yes}
                                     : std::vector{Answer::No, Answer::Yes};
        std::vector<Example> ways{{first, openTermsOnly()}};
        for (std::uint32_t index = 0; index < vocabulary_.facts.size(); ++index) {
            if (!vocabulary_.facts[index].changeable) {
                continue;
            }
            std::vector<Example> more;
            for (const auto& way : ways) {
                for (const auto answer : answers) {
                    more.push_back(way);
                    more.back().given.values[index] = answer;
                }
            }
            ways = std::move(more);
            if (ways.size() > kMaxResolutions) {
                return {};
            }
        }
        std::erase_if(ways, [&](const Example& way) {
            return brokenImplication(vocabulary_, way.given) != nullptr;
        });
        for (const auto& words : choices()) {
            if (2 * ways.size() > kMaxResolutions) {
                return {};
            }
            const auto count = ways.size();
            for (std::size_t way = 0; way < count; ++way) {
                ways.push_back(ways[way]);
                ways.back().assumed.push_back({words, true, true});
            }
        }
        return ways;
    }

    std::vector<Assumed> openTermsOnly() const {
        auto result = proof_.assumed;
        std::erase_if(result, [](const Assumed& one) { return one.isChoice; });
        return result;
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const model::Requirement& requirement_;
    const Proof& proof_;
    Walks walks_;
};

} // namespace

bool isBorneOut(const model::Vocabulary& vocabulary, const model::Protocol& world,
                const model::Requirement& requirement, const Proof& proof) {
    return Replay(vocabulary, world, requirement, proof).run();
}

} // namespace meldc::logic
