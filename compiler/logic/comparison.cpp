#include "logic/comparison.h"

#include <algorithm>
#include <map>

#include "logic/condition_diagram.h"
#include "logic/transfer.h"

namespace meldc::logic {

namespace {

model::Condition renumbered(model::Condition condition, const std::vector<FactId>& facts) {
    if (condition.fact.isValid()) {
        condition.fact = facts[condition.fact.value];
    }
    for (auto& operand : condition.operands) {
        operand = renumbered(std::move(operand), facts);
    }
    return condition;
}

} // namespace

/// Takes a set of cases apart by what two signatures say of them.
struct Comparison::Split {
    Comparison& owner;
    const Signature& before;
    const Signature& after;
    std::map<Shift, Node> parts;

    Diagrams& diagrams() const { return owner.diagrams_; }

    /// Cuts `where` by a function, and goes on with both parts that hold a case.
    template <class Next>
    void cut(Node where, Node by, const Next& next) {
        const auto in = diagrams().both(where, by);
        const auto out = diagrams().without(where, by);
        if (in != Node::No) {
            next(in, true);
        }
        if (out != Node::No) {
            next(out, false);
        }
    }

    void standings(Node where, std::size_t index, const Signature& of, const auto& next) {
        cut(where, of[index * kMarks], [&](Node a, bool must) {
            cut(a, of[index * kMarks + 1], [&](Node b, bool allowed) {
                cut(b, of[index * kMarks + 2], [&](Node c, bool mayNot) {
                    next(c, Weight{must, allowed && !must, mayNot});
                });
            });
        });
    }

    void consequence(Node where, std::size_t index, const Shift& shift) {
        if (diagrams().tooLarge() || parts.size() > kMaxShifts) {
            owner.isTooLarge_ = true;
            return;
        }
        if (index == owner.consequences_.size()) {
            endings(where, shift);
            return;
        }
        auto differs = Node::No;
        for (std::size_t mark = index * kMarks; mark < (index + 1) * kMarks; ++mark) {
            differs = diagrams().either(differs, diagrams().differing(before[mark], after[mark]));
        }
        cut(where, differs, [&](Node part, bool isOther) {
            if (!isOther) {
                consequence(part, index + 1, shift);
                return;
            }
            standings(part, index, before, [&](Node a, Weight was) {
                standings(a, index, after, [&](Node b, Weight is) {
                    auto further = shift;
                    further.turns.push_back({owner.consequences_[index], was, is});
                    consequence(b, index + 1, further);
                });
            });
        });
    }

    void endings(Node where, const Shift& shift) {
        const auto at = owner.consequences_.size() * kMarks;
        cut(where, before[at], [&](Node a, bool wasUndetermined) {
            cut(a, after[at], [&](Node b, bool isUndetermined) {
                cut(b, before[at + 1], [&](Node c, bool wasDeferred) {
                    cut(c, after[at + 1], [&](Node d, bool isDeferred) {
                        auto whole = shift;
                        if (wasUndetermined != isUndetermined) {
                            whole.wasUndetermined = wasUndetermined;
                            whole.isUndetermined = isUndetermined;
                        }
                        if (wasDeferred != isDeferred) {
                            whole.wasDeferred = wasDeferred;
                            whole.isDeferred = isDeferred;
                        }
                        auto& part = parts[whole];
                        part = diagrams().either(part, d);
                    });
                });
            });
        });
    }
};

Comparison::Comparison(const model::Vocabulary& vocabulary, const ComparedSide& before,
                       const ComparedSide& after, const std::vector<Pair>& pairs)
    : vocabulary_(vocabulary), before_(before), after_(after),
      diagrams_(static_cast<std::uint32_t>(vocabulary.facts.size())) {
    for (const auto* side : {&before, &after}) {
        collectConsequences(*side);
        collectFacts(*side);
    }
    if (isTooLarge_) {
        return;
    }
    std::sort(consequences_.begin(), consequences_.end(), [&](auto a, auto b) {
        return vocabulary_[a].name < vocabulary_[b].name;
    });
    consequences_.erase(std::unique(consequences_.begin(), consequences_.end()),
                        consequences_.end());
    sortFacts(facts_);
    isUnread_.assign(vocabulary.facts.size(), true);
    for (const auto fact : facts_) {
        variables_.push_back(fact.value);
        isUnread_[fact.value] = false;
        anyDoubt_ = diagrams_.either(anyDoubt_, diagrams_.test(fact.value, setOf(Answer::Doubt)));
    }
    whole_ = consistency(diagrams_, vocabulary);
    consistent_ = bothWays([&](AnswerSet domain) {
        return diagrams_.exists(whole_, isUnread_, domain);
    });
    std::map<std::size_t, Signature> old;
    std::map<std::size_t, Signature> renewed;
    for (std::size_t pair = 0; pair < pairs.size() && !tooLarge(); ++pair) {
        const auto [from, to] = pairs[pair];
        if (!old.contains(from)) {
            old[from] = signatureOf((*before.decisions)[from], before);
        }
        if (!renewed.contains(to)) {
            renewed[to] = signatureOf((*after.decisions)[to], after);
        }
    }
    for (const auto& [ways, of] : {std::pair{&waysBefore_, &old}, std::pair{&waysAfter_, &renewed}}) {
        for (const auto& [world, signature] : *of) {
            if (std::find(ways->begin(), ways->end(), signature) == ways->end()) {
                ways->push_back(signature);
            }
        }
    }
    // Most worlds decide alike: each two different ways to decide are compared once.
    std::map<std::pair<Signature, Signature>, std::size_t> compared;
    for (std::size_t pair = 0; pair < pairs.size() && !tooLarge(); ++pair) {
        const auto& [from, to] = pairs[pair];
        const auto [known, isNew] = compared.try_emplace({old[from], renewed[to]}, pair);
        for (auto& areas : areas_) {
            areas.push_back(isNew ? Node::No : areas[known->second]);
        }
        if (isNew) {
            compare(pair, old[from], renewed[to]);
        }
    }
}

Comparison::Area Comparison::lackingAfter(model::ConceptId consequence) {
    const auto at = std::find(consequences_.begin(), consequences_.end(), consequence);
    // What neither text leads to is demanded nowhere.
    auto result = consequence.isValid() && at == consequences_.end() ? consistent_ : Node::No;
    for (const Signature& way : waysAfter_) {
        if (!consequence.isValid()) {
            result = diagrams_.either(result, diagrams_.both(consistent_, way[way.size() - 2]));
        } else if (at != consequences_.end()) {
            const auto must = way[static_cast<std::size_t>(at - consequences_.begin()) * kMarks];
            result = diagrams_.either(result, diagrams_.without(consistent_, must));
        }
    }
    return result;
}

void Comparison::collectConsequences(const ComparedSide& side) {
    for (const auto& decision : *side.decisions) {
        isTooLarge_ = isTooLarge_ || decision.tooLarge();
        for (const auto& entry : decision.impl().outcome) {
            consequences_.push_back(side.concepts[entry.consequence.value]);
        }
    }
}

void Comparison::collectFacts(const ComparedSide& side) {
    for (const auto& decision : *side.decisions) {
        for (const auto fact : decision.factsRead()) {
            facts_.push_back(side.facts[fact.value]);
        }
    }
}

Comparison::Signature Comparison::signatureOf(const Decision& decision, const ComparedSide& side) {
    const auto& impl = decision.impl();
    Transfer transfer(impl, diagrams_, terms_, &side.facts);
    Signature result(consequences_.size() * kMarks, Node::No);
    for (const auto& entry : impl.outcome) {
        const auto id = side.concepts[entry.consequence.value];
        const auto at = static_cast<std::size_t>(
            std::find(consequences_.begin(), consequences_.end(), id) - consequences_.begin());
        result[at * kMarks] = transfer(entry.must);
        result[at * kMarks + 1] = transfer(entry.allowed);
        result[at * kMarks + 2] = transfer(entry.mayNot);
    }
    result.push_back(transfer(impl.undetermined));
    result.push_back(transfer(impl.deferred));
    return result;
}

void Comparison::compare(std::size_t pair, const Signature& before, const Signature& after) {
    auto differs = Node::No;
    for (std::size_t index = 0; index < before.size(); ++index) {
        differs = diagrams_.either(differs, diagrams_.differing(before[index], after[index]));
    }
    const auto where = diagrams_.both(differs, consistent_);
    if (where == Node::No) {
        return;
    }
    Split split{*this, before, after, {}};
    split.consequence(where, 0, {});
    for (const auto& [shift, area] : split.parts) {
        const auto at = std::lower_bound(shifts_.begin(), shifts_.end(), shift);
        const auto index = at - shifts_.begin();
        if (at == shifts_.end() || *at != shift) {
            shifts_.insert(at, shift);
            areas_.insert(areas_.begin() + index, std::vector<Node>(pair + 1, Node::No));
        }
        areas_[static_cast<std::size_t>(index)][pair] = area;
    }
    isTooLarge_ = isTooLarge_ || shifts_.size() > kMaxShifts;
}

Comparison::Area Comparison::areaOf(std::size_t shift) {
    auto result = Node::No;
    for (const auto area : areas_[shift]) {
        result = diagrams_.either(result, area);
    }
    return result;
}

Comparison::Area Comparison::certainAreaOf(std::size_t shift) {
    auto result = Node::Yes;
    for (const auto area : areas_[shift]) {
        result = diagrams_.both(result, area);
    }
    return result;
}

Comparison::Area Comparison::areaOf(std::size_t shift, std::size_t pair) const {
    return areas_[shift][pair];
}

Comparison::Area Comparison::where(const model::Condition& condition,
                                   const model::Protocol& world) {
    auto reading = readingOf(after_.facts.size(), world);
    for (auto& fact : reading.questionFacts) {
        fact = after_.facts[fact.value];
    }
    ConditionDiagrams conditions(diagrams_, terms_, reading);
    const auto yes = conditions.of(renumbered(condition, after_.facts)).yes;
    // It may read a fact that neither decision reads: then it must hold whatever that fact is.
    const auto fails = diagrams_.without(whole_, yes);
    return diagrams_.negate(bothWays([&](AnswerSet domain) {
        return diagrams_.exists(fails, isUnread_, domain);
    }));
}

ShiftExample Comparison::smallest(std::size_t shift) {
    const auto quiet = quietCase(vocabulary_);
    for (const bool inDoubt : {false, true}) {
        for (std::size_t pair = 0; pair < areas_[shift].size(); ++pair) {
            const auto area = areas_[shift][pair];
            const auto part = inDoubt ? diagrams_.both(area, anyDoubt_)
                                      : diagrams_.without(area, anyDoubt_);
            if (auto found = smallestCase(diagrams_, part, quiet,
                                          inDoubt ? kAllAnswers : kCrispAnswers, terms_)) {
                return {std::move(*found), pair};
            }
        }
    }
    return {{quiet, {}}, 0};
}

} // namespace meldc::logic
