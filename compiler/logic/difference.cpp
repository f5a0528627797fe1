#include <algorithm>
#include <utility>

#include "logic/analysis.h"
#include "logic/transfer.h"

namespace meldc::logic {

namespace {

std::vector<model::ConceptId> consequencesOf(const Decision::Impl& a, const Decision::Impl& b) {
    std::vector<model::ConceptId> result;
    for (const auto* impl : {&a, &b}) {
        for (const auto& entry : impl->outcome) {
            result.push_back(entry.consequence);
        }
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace

std::optional<Example> difference(const model::Vocabulary& vocabulary, const Decision& a,
                                  const Decision& b) {
    if (a.tooLarge() || b.tooLarge() || (!a.hasOutcome() && !b.hasOutcome())) {
        return std::nullopt;
    }
    Diagrams diagrams(static_cast<std::uint32_t>(vocabulary.facts.size()));
    Terms terms;
    Transfer left(a.impl(), diagrams, terms);
    Transfer right(b.impl(), diagrams, terms);
    auto where = Node::No;
    const auto compare = [&](Node one, Node other) {
        where = diagrams.either(where, diagrams.differing(left(one), right(other)));
    };
    compare(a.impl().undetermined, b.impl().undetermined);
    compare(a.impl().deferred, b.impl().deferred);
    for (const auto consequence : consequencesOf(a.impl(), b.impl())) {
        const auto one = a.impl().find(consequence);
        const auto other = b.impl().find(consequence);
        compare(one.must, other.must);
        compare(one.allowed, other.allowed);
        compare(one.mayNot, other.mayNot);
    }
    where = diagrams.both(where, consistency(diagrams, vocabulary));
    if (diagrams.tooLarge()) {
        return std::nullopt;
    }
    const auto quiet = quietCase(vocabulary);
    auto crisp = smallestCase(diagrams, where, quiet, kCrispAnswers, terms);
    return crisp ? crisp : smallestCase(diagrams, where, quiet, kAllAnswers, terms);
}

} // namespace meldc::logic
