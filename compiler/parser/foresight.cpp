#include "parser/foresight.h"

#include <map>
#include <memory>
#include <set>
#include <utility>

namespace meldc::parser {

namespace {

using antlr4::atn::ATN;
using antlr4::atn::ATNState;
using antlr4::atn::RuleTransition;
using antlr4::atn::Transition;

/// Longest run that is looked at. A line that is wrong after so many tokens is rare, and the
/// message is then told where the generated parser stood.
constexpr std::size_t kMaxRun = 4'000;
/// Most ways followed at once.
constexpr std::size_t kMaxWays = 20'000;

/// Where to go on when a rule has ended: a stack that ways share.
struct Frame {
    const ATNState* follow;
    const Frame* below;
};

struct Way {
    const ATNState* state;
    const Frame* stack;

    friend auto operator<=>(const Way&, const Way&) = default;
};

class Walker {
public:
    explicit Walker(const ATN& automaton) : automaton_(automaton) {}

    void start(std::size_t rule) {
        ways_.clear();
        visit({automaton_.ruleToStartState[rule], nullptr});
    }

    /// Takes one token; false (and nothing changed) when no way takes it.
    bool step(std::size_t type) {
        std::vector<Way> next;
        for (const Way& way : ways_) {
            for (const Transition* transition : way.state->transitions) {
                if (!transition->isEpsilon() && transition->matches(type, 1, automaton_.maxTokenType)) {
                    next.push_back({transition->target, way.stack});
                }
            }
        }
        if (next.empty() || next.size() > kMaxWays) {
            return false;
        }
        mayEnd_ = false;
        seen_.clear();
        ways_.clear();
        for (const Way& way : next) {
            visit(way);
        }
        return true;
    }

    [[nodiscard]] bool mayEnd() const { return mayEnd_; }

    [[nodiscard]] std::vector<std::size_t> expected() const {
        std::set<std::size_t> types;
        for (const Way& way : ways_) {
            for (const Transition* transition : way.state->transitions) {
                if (!transition->isEpsilon()) {
                    for (const ssize_t type : transition->label().toList()) {
                        types.insert(static_cast<std::size_t>(type));
                    }
                }
            }
        }
        return {types.begin(), types.end()};
    }

private:
    /// Follows everything that takes no token.
    void visit(Way from) {
        std::vector<Way> todo{from};
        while (!todo.empty()) {
            const Way way = todo.back();
            todo.pop_back();
            if (!seen_.insert(way).second) {
                continue;
            }
            if (antlr4::atn::ATNState::RULE_STOP == const_cast<ATNState*>(way.state)->getStateType()) {
                if (way.stack == nullptr) {
                    mayEnd_ = true;
                } else {
                    todo.push_back({way.stack->follow, way.stack->below});
                }
                continue;
            }
            bool takesTokens = false;
            for (const Transition* transition : way.state->transitions) {
                if (transition->getSerializationType() == Transition::RULE) {
                    const auto* call = static_cast<const RuleTransition*>(transition);
                    todo.push_back({call->target, frame(call->followState, way.stack)});
                } else if (transition->isEpsilon()) {
                    todo.push_back({transition->target, way.stack});
                } else {
                    takesTokens = true;
                }
            }
            if (takesTokens) {
                ways_.push_back(way);
            }
        }
    }

    const Frame* frame(const ATNState* follow, const Frame* below) {
        auto& slot = frames_[{follow, below}];
        if (slot == nullptr) {
            slot = std::make_unique<Frame>(Frame{follow, below});
        }
        return slot.get();
    }

    const ATN& automaton_;
    std::vector<Way> ways_;
    std::set<Way> seen_;
    std::map<std::pair<const ATNState*, const Frame*>, std::unique_ptr<Frame>> frames_;
    bool mayEnd_ = false;
};

} // namespace

Foresight foresee(const ATN& automaton, VectorTokenStream& stream, std::size_t rule, std::size_t first) {
    Walker walker(automaton);
    walker.start(rule);
    std::size_t at = first;
    while (at < first + kMaxRun && at + 1 < stream.size() && walker.step(stream.at(at).getType())) {
        ++at;
    }
    return {at, walker.expected(), walker.mayEnd()};
}

bool wouldFit(const ATN& automaton, VectorTokenStream& stream, std::size_t rule, std::size_t first,
              std::size_t last, std::size_t type) {
    Walker walker(automaton);
    walker.start(rule);
    for (std::size_t at = first; at <= last; ++at) {
        if (!walker.step(at == last ? type : stream.at(at).getType())) {
            return false;
        }
    }
    // The next token must fit as well, or the line must be over: else the guess explains nothing.
    const SourceToken& next = stream.at(std::min(last + 1, stream.size() - 1));
    return walker.mayEnd() || next.isFirstOnLine() || walker.step(next.getType());
}

} // namespace meldc::parser
