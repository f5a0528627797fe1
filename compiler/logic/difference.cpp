#include <algorithm>
#include <utility>

#include "logic/analysis.h"

namespace meldc::logic {

namespace {

/// Brings functions of one decision into diagrams that two decisions share.
class Transfer {
public:
    Transfer(const Decision::Impl& from, Diagrams& diagrams, Terms& terms)
        : from_(from.diagrams), diagrams_(diagrams) {
        for (const auto& term : from.terms.all()) {
            terms_.push_back(diagrams.factCount() + terms.add(term.words, term.isChoice));
        }
    }

    Node operator()(Node a) {
        if (Diagrams::isConstant(a)) {
            return a;
        }
        if (const auto known = known_.find(static_cast<std::uint32_t>(a)); known != known_.end()) {
            return known->second;
        }
        const auto variable = from_.variableOf(a);
        const auto target =
            from_.isFact(variable) ? variable : terms_[variable - from_.factCount()];
        auto result = Node::No;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            // A term has no doubt.
            if (answerAt(answer) == Answer::Doubt && !from_.isFact(variable)) {
                continue;
            }
            const auto here = diagrams_.test(target, setOf(answerAt(answer)));
            result =
                diagrams_.either(result, diagrams_.both(here, (*this)(from_.child(a, answer))));
        }
        known_[static_cast<std::uint32_t>(a)] = result;
        return result;
    }

private:
    const Diagrams& from_;
    Diagrams& diagrams_;
    /// Variable of each term in the shared diagrams.
    std::vector<Variable> terms_;
    support::DenseMap<std::uint32_t, Node> known_;
};

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
