#include "logic/case.h"

namespace meldc::logic {

namespace {

/// Number of the literal's answer when its fact has answer `number`: `niet` swaps the ends.
std::uint32_t readAs(const model::Literal& literal, std::uint32_t number) {
    return literal.negated ? 2 - number : number;
}

/// The answers of `literal` that some answer of the other side allows. `isFrom` says on which side
/// of "never surer than" it stands.
AnswerSet allowed(const model::Literal& literal, const model::Literal& other, bool isFrom,
                  const Domains& domains) {
    const auto own = domains[literal.fact.value];
    AnswerSet result = kNoAnswer;
    for (std::uint32_t mine = 0; mine < kAnswerCount; ++mine) {
        for (std::uint32_t theirs = 0; theirs < kAnswerCount; ++theirs) {
            // Both sides about one fact have the same answer.
            if (literal.fact == other.fact && mine != theirs) {
                continue;
            }
            const auto first = readAs(literal, mine);
            const auto second = readAs(other, theirs);
            const auto fits = isFrom ? first <= second : second <= first;
            if (fits && holds(own, mine) && holds(domains[other.fact.value], theirs)) {
                result = static_cast<AnswerSet>(result | setOf(answerAt(mine)));
            }
        }
    }
    return result;
}

} // namespace

Case quietCase(const model::Vocabulary& vocabulary) {
    Case quiet;
    quiet.values.reserve(vocabulary.facts.size());
    for (const auto& fact : vocabulary.facts) {
        quiet.values.emplace_back(fact.quiet());
    }
    return quiet;
}

Domains domainsOf(const Case& given) {
    Domains domains;
    domains.reserve(given.values.size());
    for (const auto& value : given.values) {
        domains.push_back(value ? setOf(*value) : kAllAnswers);
    }
    return domains;
}

const model::Implication* narrow(const model::Vocabulary& vocabulary, Domains& domains) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& implication : vocabulary.implications) {
            const auto& [from, to, span] = implication;
            const auto left = allowed(from, to, true, domains);
            const auto right = allowed(to, from, false, domains);
            if (left == kNoAnswer || right == kNoAnswer) {
                return &implication;
            }
            changed =
                changed || left != domains[from.fact.value] || right != domains[to.fact.value];
            domains[from.fact.value] = left;
            // One fact on both sides: both sets are about it.
            domains[to.fact.value] =
                from.fact == to.fact ? static_cast<AnswerSet>(left & right) : right;
        }
    }
    return nullptr;
}

const model::Implication* brokenImplication(const model::Vocabulary& vocabulary,
                                            const Case& given) {
    auto domains = domainsOf(given);
    for (const auto& implication : vocabulary.implications) {
        if (allowed(implication.from, implication.to, true, domains) == kNoAnswer) {
            return &implication;
        }
    }
    return narrow(vocabulary, domains);
}

bool canBeSettled(const model::Vocabulary& vocabulary, Domains domains) {
    if (narrow(vocabulary, domains) != nullptr) {
        return false;
    }
    // Implications bind two facts: what narrowing leaves open does not depend on what it settled,
    // so a choice that narrows without contradiction never has to be taken back.
    for (std::size_t fact = 0; fact < domains.size(); ++fact) {
        if (isSingle(domains[fact])) {
            continue;
        }
        bool settled = false;
        for (const auto answer : {Answer::No, Answer::Yes}) {
            auto tried = domains;
            tried[fact] = setOf(answer);
            if (narrow(vocabulary, tried) == nullptr) {
                domains = std::move(tried);
                settled = true;
                break;
            }
        }
        if (!settled) {
            return false;
        }
    }
    return true;
}

} // namespace meldc::logic
