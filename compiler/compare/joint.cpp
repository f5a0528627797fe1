#include "compare/joint.h"

#include <algorithm>

namespace meldc::compare {

namespace {

using model::ConceptId;
using model::FactId;

/// Every concept and fact of `side` by itself.
logic::ComparedSide identical(const model::Vocabulary& vocabulary) {
    logic::ComparedSide side;
    for (std::uint32_t index = 0; index < vocabulary.facts.size(); ++index) {
        side.facts.push_back(FactId{index});
    }
    for (std::uint32_t index = 0; index < vocabulary.concepts.size(); ++index) {
        side.concepts.push_back(ConceptId{index});
    }
    return side;
}

void renumber(std::vector<ConceptId>& ids, const std::vector<ConceptId>& numbers) {
    for (ConceptId& id : ids) {
        id = numbers[id.value];
    }
}

void addUnknown(std::vector<ConceptId>& into, const std::vector<ConceptId>& from) {
    for (const ConceptId id : from) {
        if (std::find(into.begin(), into.end(), id) == into.end()) {
            into.push_back(id);
        }
    }
}

bool isSame(const model::Implication& a, const model::Implication& b) {
    return a.from.fact == b.from.fact && a.from.negated == b.from.negated && a.to.fact == b.to.fact &&
           a.to.negated == b.to.negated;
}

} // namespace

Joint joined(const model::Vocabulary& before, const model::Vocabulary& after) {
    Joint result{after, {}, identical(after)};
    model::Vocabulary& joint = result.vocabulary;
    logic::ComparedSide& old = result.before;
    std::vector<std::uint32_t> added;
    for (std::uint32_t index = 0; index < before.concepts.size(); ++index) {
        const model::Concept& one = before.concepts[index];
        ConceptId id = joint.find(one.name);
        // A name that became another kind of thing is another thing.
        if (id.isValid() && joint[id].kind != one.kind) {
            id = {};
        }
        if (!id.isValid()) {
            id = ConceptId{static_cast<std::uint32_t>(joint.concepts.size())};
            joint.concepts.push_back(one);
            joint.conceptByName.emplace(one.name, id);
            added.push_back(id.value);
        }
        old.concepts.push_back(id);
    }
    for (const model::Fact& fact : before.facts) {
        const ConceptId id = old.concepts[fact.concept_.value];
        model::Concept& named = joint.concepts[id.value];
        const bool isNew = std::find(added.begin(), added.end(), id.value) != added.end();
        if (isNew) {
            named.fact = FactId{static_cast<std::uint32_t>(joint.facts.size())};
            joint.facts.push_back(fact);
            joint.facts.back().concept_ = id;
        }
        old.facts.push_back(named.fact);
    }
    for (const std::uint32_t index : added) {
        model::Concept& one = joint.concepts[index];
        renumber(one.fallsUnder, old.concepts);
        renumber(one.excludes, old.concepts);
        renumber(one.protectsMoreThan, old.concepts);
        one.yields.clear();
        one.replacedBy = {};
    }
    // What the old text knew of the order of protection holds for what it lost.
    for (std::uint32_t index = 0; index < before.concepts.size(); ++index) {
        std::vector<ConceptId> below = before.concepts[index].protectsMoreThan;
        renumber(below, old.concepts);
        const ConceptId above = old.concepts[index];
        std::erase_if(below, [&](ConceptId each) { return each == above || joint.protectsMore(each, above); });
        addUnknown(joint.concepts[above.value].protectsMoreThan, below);
    }
    for (model::Implication each : before.implications) {
        each.from.fact = old.facts[each.from.fact.value];
        each.to.fact = old.facts[each.to.fact.value];
        const bool isKnown = std::any_of(joint.implications.begin(), joint.implications.end(),
                                         [&](const auto& one) { return isSame(one, each); });
        if (!isKnown) {
            joint.implications.push_back(each);
        }
    }
    return result;
}

logic::Case Joint::on(const logic::ComparedSide& side, const logic::Case& given) {
    logic::Case result;
    for (const FactId fact : side.facts) {
        result.values.push_back(given[fact]);
    }
    return result;
}

} // namespace meldc::compare
