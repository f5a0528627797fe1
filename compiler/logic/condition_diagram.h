#pragma once

#include "logic/diagram.h"
#include "logic/structure.h"
#include "model/condition.h"

namespace meldc::logic {

/// Where a condition is yes and where it is no; elsewhere it is in doubt.
struct Truth {
    Node yes = Node::No;
    Node no = Node::No;
};

/// Makes the diagrams of conditions: strong Kleene logic with no < doubt < yes. Terms that were not
/// seen before are added.
class ConditionDiagrams {
public:
    ConditionDiagrams(Diagrams& diagrams, Terms& terms, const Reading& reading)
        : diagrams_(diagrams), terms_(terms), reading_(reading) {}

    /// `counting`: Reading::of the question whose condition it is.
    Truth of(const model::Condition& condition, const CountsFor* counting = nullptr);

private:
    Truth ofFact(model::FactId fact, const CountsFor* counting);
    Truth ofTerm(const model::Condition& condition);

    Diagrams& diagrams_;
    Terms& terms_;
    const Reading& reading_;
};

/// Adds the terms of a condition. Stops when there are more than kMaxVariables.
void collectTerms(const model::Condition& condition, Terms& terms);
/// Whether diagrams over these facts, those that the vocabulary's implications bind and these terms
/// would have more variables than is allowed (support::kMaxFacts facts, kMaxVariables in all).
bool tooManyVariables(const model::Vocabulary& vocabulary, std::vector<model::FactId> facts,
                      const Terms& terms);

/// Where the vocabulary's implications hold.
Node consistency(Diagrams& diagrams, const model::Vocabulary& vocabulary);

} // namespace meldc::logic
