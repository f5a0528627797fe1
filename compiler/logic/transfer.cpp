#include "logic/transfer.h"

namespace meldc::logic {

Transfer::Transfer(const Decision::Impl& from, Diagrams& diagrams, Terms& terms,
                   const std::vector<model::FactId>* facts)
    : from_(from.diagrams), diagrams_(diagrams), facts_(facts) {
    for (const auto& term : from.terms.all()) {
        terms_.push_back(diagrams.factCount() + terms.add(term.words, term.isChoice));
    }
}

Node Transfer::operator()(Node a) {
    if (Diagrams::isConstant(a)) {
        return a;
    }
    if (const auto known = known_.find(static_cast<std::uint32_t>(a)); known != known_.end()) {
        return known->second;
    }
    const auto variable = from_.variableOf(a);
    const auto fact = facts_ == nullptr || !from_.isFact(variable) ? variable
                                                                   : (*facts_)[variable].value;
    const auto target = from_.isFact(variable) ? fact : terms_[variable - from_.factCount()];
    auto result = Node::No;
    for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
        // A term has no doubt.
        if (answerAt(answer) == Answer::Doubt && !from_.isFact(variable)) {
            continue;
        }
        const auto here = diagrams_.test(target, setOf(answerAt(answer)));
        result = diagrams_.either(result, diagrams_.both(here, (*this)(from_.child(a, answer))));
    }
    known_[static_cast<std::uint32_t>(a)] = result;
    return result;
}

} // namespace meldc::logic
