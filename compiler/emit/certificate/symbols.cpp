#include "emit/certificate/symbols.h"

#include "emit/certificate/smt.h"

#include <algorithm>

namespace meldc::emit {

namespace {

/// Which walk is meant: nothing behind the name for the first.
std::string walkOf(const model::Protocol& world, std::int32_t start) {
    return start < 0 ? std::string() : " @" + world.questions[static_cast<std::size_t>(start)].id;
}

std::string inWalk(const std::string& words, const model::Protocol& world, std::int32_t start) {
    return smt::symbol(words + walkOf(world, start));
}

std::string consequenceWords(const model::Vocabulary& vocabulary, model::ConceptId consequence, bool isAllowed) {
    return (isAllowed ? "may " : "must ") + vocabulary[consequence].name;
}

} // namespace

std::string symbolOf(const model::Vocabulary& vocabulary, model::FactId fact) {
    return smt::symbol(vocabulary.nameOf(fact));
}

std::string symbolOf(const logic::Term& term) {
    return smt::symbol((term.isChoice ? "choice: " : "open: ") + term.words);
}

std::string answerSymbol(const model::Question& question) {
    return smt::symbol("answer " + question.id);
}

std::string askedSymbol(const model::Protocol& world, const model::Question& question, std::int32_t start) {
    return inWalk("asked " + question.id, world, start);
}

std::string askedSymbol(const model::Protocol& world, const model::Question& question, std::size_t round,
                        std::int32_t start) {
    return inWalk("asked " + question.id + " as " + std::to_string(round), world, start);
}

std::string stepSymbol(const model::Protocol& world, std::size_t step, std::int32_t start) {
    return inWalk("reached " + std::to_string(step + 1), world, start);
}

std::string waitSymbol(const model::Protocol& world, std::int32_t start) {
    return inWalk("waits", world, start);
}

std::string givenSymbol(const model::Vocabulary& vocabulary, const model::Protocol& world,
                        model::ConceptId consequence, bool isAllowed, std::int32_t start) {
    return inWalk("given " + consequenceWords(vocabulary, consequence, isAllowed), world, start);
}

std::string outcomeSymbol(const model::Vocabulary& vocabulary, const model::Protocol& world,
                          model::ConceptId consequence, bool isAllowed, std::int32_t start) {
    return inWalk("outcome " + consequenceWords(vocabulary, consequence, isAllowed), world, start);
}

std::vector<std::string> impliedBetween(const model::Vocabulary& vocabulary,
                                        const std::vector<model::FactId>& facts) {
    // Literals: a fact, and behind all facts its negation. An implication also holds the other way
    // round for the negations; what follows by way of facts that nothing here reads is kept.
    const std::size_t count = vocabulary.facts.size();
    const auto number = [&](std::size_t fact, bool isNegated) { return isNegated ? count + fact : fact; };
    std::vector<std::vector<bool>> follows(2 * count, std::vector<bool>(2 * count, false));
    for (const model::Implication& each : vocabulary.implications) {
        follows[number(each.from.fact.value, each.from.negated)][number(each.to.fact.value, each.to.negated)] = true;
        follows[number(each.to.fact.value, !each.to.negated)][number(each.from.fact.value, !each.from.negated)] = true;
    }
    for (std::size_t by = 0; by < 2 * count; ++by) {
        for (std::size_t from = 0; from < 2 * count; ++from) {
            for (std::size_t to = 0; follows[from][by] && to < 2 * count; ++to) {
                follows[from][to] = follows[from][to] || follows[by][to];
            }
        }
    }
    const auto written = [&](model::FactId fact, bool isNegated) {
        const std::string name = symbolOf(vocabulary, fact);
        return isNegated ? "(- 2 " + name + ")" : name;
    };
    std::vector<std::string> result;
    for (const model::FactId from : facts) {
        for (const model::FactId to : facts) {
            for (const bool fromNegated : {false, true}) {
                for (const bool toNegated : {false, true}) {
                    const bool isItself = from.value == to.value && fromNegated == toNegated;
                    if (!isItself && follows[number(from.value, fromNegated)][number(to.value, toNegated)]) {
                        result.push_back("(<= " + written(from, fromNegated) + " " + written(to, toNegated) + ")");
                    }
                }
            }
        }
    }
    return result;
}

} // namespace meldc::emit
