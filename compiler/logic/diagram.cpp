#include "logic/diagram.h"

#include <algorithm>
#include <limits>

namespace meldc::logic {

namespace {

constexpr std::size_t kFirstTableSize = 256;
constexpr std::size_t kMostRemembered = std::size_t{1} << 20U;
constexpr Variable kNoVariable = std::numeric_limits<Variable>::max();

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
    // The multiplier of splitmix64; the shift brings high bits down to where tables look.
    seed = (seed ^ value) * 0xBF58476D1CE4E5B9ULL;
    return seed ^ (seed >> 29U);
}

std::uint64_t hashOf(std::uint32_t head, Node a, Node b, Node c) {
    auto hash = mix(0x9E3779B97F4A7C15ULL, head);
    hash = mix(hash, static_cast<std::uint32_t>(a));
    hash = mix(hash, static_cast<std::uint32_t>(b));
    return mix(hash, static_cast<std::uint32_t>(c));
}

CaseCount plus(CaseCount a, CaseCount b) {
    return a >= kSaturated - b ? kSaturated : a + b;
}

CaseCount times(CaseCount a, CaseCount b) {
    if (a == 0 || b == 0) {
        return 0;
    }
    return a > kSaturated / b ? kSaturated : a * b;
}

} // namespace

Diagrams::Diagrams(std::uint32_t factCount, std::size_t limit)
    : factCount_(factCount), limit_(limit), nodes_(2), table_(kFirstTableSize, 0),
      memory_(kFirstTableSize) {
    nodes_[0].variable = kNoVariable;
    nodes_[1].variable = kNoVariable;
}

bool Diagrams::step() {
    if (++steps_ > kMaxDiagramSteps) {
        tooLarge_ = true;
    }
    return !tooLarge_;
}

Variable Diagrams::topOf(Node a, Node b) const {
    return std::min(at(a).variable, at(b).variable);
}

void Diagrams::growTable() {
    table_.assign(table_.size() * 2, 0);
    const auto mask = table_.size() - 1;
    for (std::uint32_t index = 2; index < nodes_.size(); ++index) {
        const auto& data = nodes_[index];
        auto slot =
            hashOf(data.variable, data.children[0], data.children[1], data.children[2]) & mask;
        while (table_[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table_[slot] = index;
    }
    if (memory_.size() < table_.size() && memory_.size() < kMostRemembered) {
        memory_.assign(table_.size(), {});
    }
}

Node Diagrams::make(Variable variable, Node no, Node doubt, Node yes) {
    if (tooLarge_) {
        return Node::No;
    }
    if (!isFact(variable)) {
        doubt = no;
    }
    if (no == doubt && doubt == yes) {
        return no;
    }
    const auto mask = table_.size() - 1;
    auto slot = hashOf(variable, no, doubt, yes) & mask;
    while (table_[slot] != 0) {
        const auto& data = nodes_[table_[slot]];
        if (data.variable == variable && data.children[0] == no && data.children[1] == doubt &&
            data.children[2] == yes) {
            return static_cast<Node>(table_[slot]);
        }
        slot = (slot + 1) & mask;
    }
    if (nodes_.size() >= limit_) {
        tooLarge_ = true;
        return Node::No;
    }
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    table_[slot] = index;
    nodes_.push_back({variable, {no, doubt, yes}});
    if (nodes_.size() * 2 > table_.size()) {
        growTable();
    }
    return static_cast<Node>(index);
}

Diagrams::Remembered& Diagrams::remembered(Operation operation, Node a, Node b, Node c) {
    return memory_[hashOf(static_cast<std::uint32_t>(operation), a, b, c) & (memory_.size() - 1)];
}

Node Diagrams::test(Variable variable, AnswerSet answers) {
    const auto leaf = [&](std::uint32_t number) {
        return holds(answers, number) ? Node::Yes : Node::No;
    };
    return make(variable, leaf(0), leaf(1), leaf(2));
}

Node Diagrams::negate(Node a) {
    if (isConstant(a)) {
        return a == Node::No ? Node::Yes : Node::No;
    }
    if (!step()) {
        return Node::No;
    }
    const auto& known = remembered(Operation::Negate, a, Node::No, Node::No);
    if (known.operation == Operation::Negate && known.a == a) {
        return known.result;
    }
    const auto variable = variableOf(a);
    const auto no = negate(child(a, 0));
    const auto doubt = negate(child(a, 1));
    const auto yes = negate(child(a, 2));
    const auto result = make(variable, no, doubt, yes);
    // Looked up again: the memory may have moved while the children were made.
    remembered(Operation::Negate, a, Node::No, Node::No) = {Operation::Negate, a, Node::No,
                                                            Node::No, result};
    return result;
}

Node Diagrams::combine(Operation operation, Node a, Node b) {
    // For `both` no decides and yes leaves the other; for `either` the other way round.
    const auto decisive = operation == Operation::Both ? Node::No : Node::Yes;
    const auto neutral = operation == Operation::Both ? Node::Yes : Node::No;
    if (a == decisive || b == decisive) {
        return decisive;
    }
    if (a == neutral || a == b) {
        return b;
    }
    if (b == neutral) {
        return a;
    }
    if (!step()) {
        return Node::No;
    }
    if (b < a) {
        std::swap(a, b);
    }
    const auto& known = remembered(operation, a, b, Node::No);
    if (known.operation == operation && known.a == a && known.b == b) {
        return known.result;
    }
    const auto top = topOf(a, b);
    const auto no = combine(operation, childAt(a, top, 0), childAt(b, top, 0));
    const auto doubt =
        isFact(top) ? combine(operation, childAt(a, top, 1), childAt(b, top, 1)) : no;
    const auto yes = combine(operation, childAt(a, top, 2), childAt(b, top, 2));
    const auto result = make(top, no, doubt, yes);
    remembered(operation, a, b, Node::No) = {operation, a, b, Node::No, result};
    return result;
}

Node Diagrams::both(Node a, Node b) {
    return combine(Operation::Both, a, b);
}

Node Diagrams::either(Node a, Node b) {
    return combine(Operation::Either, a, b);
}

Node Diagrams::choose(Node test, Node then, Node otherwise) {
    if (test == Node::Yes || then == otherwise) {
        return then;
    }
    if (test == Node::No) {
        return otherwise;
    }
    if (then == Node::Yes && otherwise == Node::No) {
        return test;
    }
    if (!step()) {
        return Node::No;
    }
    const auto& known = remembered(Operation::Choose, test, then, otherwise);
    if (known.operation == Operation::Choose && known.a == test && known.b == then &&
        known.c == otherwise) {
        return known.result;
    }
    const auto top = std::min(variableOf(test), topOf(then, otherwise));
    Node children[kAnswerCount] = {};
    for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
        children[answer] = choose(childAt(test, top, answer), childAt(then, top, answer),
                                  childAt(otherwise, top, answer));
    }
    const auto result = make(top, children[0], children[1], children[2]);
    remembered(Operation::Choose, test, then, otherwise) = {Operation::Choose, test, then,
                                                            otherwise, result};
    return result;
}

/// Remakes a diagram from its leaves up. `change(variable, original, children)` gives the new node.
template <class Rebuild>
Node Diagrams::rebuild(Node a, Memo& memo, const Rebuild& change) {
    if (isConstant(a) || !step()) {
        return a == Node::Yes && !tooLarge_ ? Node::Yes : Node::No;
    }
    if (const auto known = memo.find(static_cast<std::uint32_t>(a)); known != memo.end()) {
        return known->second;
    }
    Node children[kAnswerCount] = {};
    for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
        children[answer] = rebuild(child(a, answer), memo, change);
    }
    const auto result = change(variableOf(a), children);
    memo[static_cast<std::uint32_t>(a)] = result;
    return result;
}

Node Diagrams::fix(Node a, Variable variable, std::uint32_t answer) {
    Memo memo;
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        return top == variable ? children[answer]
                               : make(top, children[0], children[1], children[2]);
    });
}

Node Diagrams::fixAll(Node a, const std::vector<AnswerSet>& answers) {
    Memo memo;
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        if (top < answers.size() && isSingle(answers[top])) {
            return children[numberOf(onlyOf(answers[top]))];
        }
        return make(top, children[0], children[1], children[2]);
    });
}

Node Diagrams::crisp(Node a) {
    Memo memo;
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        return make(top, children[0], children[0], children[2]);
    });
}

Node Diagrams::resolve(Node a) {
    Memo memo;
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        return make(top, children[0], both(children[0], children[2]), children[2]);
    });
}

Node Diagrams::upward(Node a, Variable variable) {
    Memo memo;
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        if (top != variable) {
            return make(top, children[0], children[1], children[2]);
        }
        const auto doubt = either(children[0], children[1]);
        return make(top, children[0], doubt, either(doubt, children[2]));
    });
}

Node Diagrams::quantify(Node a, const std::vector<bool>& marked, AnswerSet domain, bool all,
                        Memo& memo) {
    return rebuild(a, memo, [&](Variable top, const Node* children) {
        if (top >= marked.size() || !marked[top]) {
            return make(top, children[0], children[1], children[2]);
        }
        auto result = all ? Node::Yes : Node::No;
        const auto range = isFact(top) ? domain : kCrispAnswers;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            if (holds(range, answer)) {
                result = all ? both(result, children[answer]) : either(result, children[answer]);
            }
        }
        return result;
    });
}

Node Diagrams::exists(Node a, const std::vector<bool>& marked, AnswerSet domain) {
    Memo memo;
    return quantify(a, marked, domain, false, memo);
}

Node Diagrams::forAll(Node a, const std::vector<bool>& marked, AnswerSet domain) {
    Memo memo;
    return quantify(a, marked, domain, true, memo);
}

Node Diagrams::import(const Diagrams& other, Node a) {
    Memo memo;
    const auto copy = [&](const auto& self, Node node) -> Node {
        if (isConstant(node) || !step()) {
            return node == Node::Yes && !tooLarge_ ? Node::Yes : Node::No;
        }
        if (const auto known = memo.find(static_cast<std::uint32_t>(node)); known != memo.end()) {
            return known->second;
        }
        const auto no = self(self, other.child(node, 0));
        const auto doubt = self(self, other.child(node, 1));
        const auto yes = self(self, other.child(node, 2));
        const auto result = make(other.variableOf(node), no, doubt, yes);
        memo[static_cast<std::uint32_t>(node)] = result;
        return result;
    };
    return copy(copy, a);
}

bool Diagrams::evaluate(Node a, const std::vector<std::uint32_t>& answers) const {
    while (!isConstant(a)) {
        const auto variable = variableOf(a);
        a = child(a, variable < answers.size() ? answers[variable] : 0);
    }
    return a == Node::Yes;
}

std::vector<Variable> Diagrams::support(Node a) const {
    std::vector<Variable> found;
    support::DenseMap<std::uint32_t, bool> seen;
    std::vector<Node> open{a};
    while (!open.empty()) {
        const auto node = open.back();
        open.pop_back();
        if (isConstant(node) || !seen.insert({static_cast<std::uint32_t>(node), true}).second) {
            continue;
        }
        found.push_back(variableOf(node));
        open.insert(open.end(), at(node).children, at(node).children + kAnswerCount);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

CaseCount Diagrams::count(Node a, const std::vector<Variable>& variables, AnswerSet domain) const {
    support::DenseMap<std::uint32_t, CaseCount> memo;
    const auto width = [&](Variable variable) -> CaseCount {
        CaseCount size = 0;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            size += holds(isFact(variable) ? domain : kCrispAnswers, answer) ? 1U : 0U;
        }
        return size;
    };
    const auto free = [&](std::size_t from, std::size_t to) {
        CaseCount product = 1;
        for (auto position = from; position < to; ++position) {
            product = times(product, width(variables[position]));
        }
        return product;
    };
    const auto positionOf = [&](Node node) {
        if (isConstant(node)) {
            return variables.size();
        }
        const auto found = std::lower_bound(variables.begin(), variables.end(), variableOf(node));
        return static_cast<std::size_t>(found - variables.begin());
    };
    // Counts the assignments of the variables from the node's own on.
    const auto visit = [&](const auto& self, Node node) -> CaseCount {
        if (isConstant(node)) {
            return node == Node::Yes ? 1 : 0;
        }
        if (const auto known = memo.find(static_cast<std::uint32_t>(node)); known != memo.end()) {
            return known->second;
        }
        const auto here = positionOf(node);
        const auto range = isFact(variableOf(node)) ? domain : kCrispAnswers;
        CaseCount total = 0;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            if (!holds(range, answer)) {
                continue;
            }
            const auto next = child(node, answer);
            total = plus(total, times(self(self, next), free(here + 1, positionOf(next))));
        }
        memo[static_cast<std::uint32_t>(node)] = total;
        return total;
    };
    return times(visit(visit, a), free(0, positionOf(a)));
}

} // namespace meldc::logic
