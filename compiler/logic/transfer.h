#pragma once

#include <vector>

#include "logic/decision_impl.h"

namespace meldc::logic {

/// Brings functions of one decision into diagrams that several decisions share. Equal terms become
/// one.
class Transfer {
public:
    /// `facts`: the number that each fact of the decision has in the shared diagrams; null: the same.
    /// The other arguments, and `facts`, must outlive it.
    Transfer(const Decision::Impl& from, Diagrams& diagrams, Terms& terms,
             const std::vector<model::FactId>* facts = nullptr);

    Node operator()(Node a);

private:
    const Diagrams& from_;
    Diagrams& diagrams_;
    const std::vector<model::FactId>* facts_;
    /// Variable of each term in the shared diagrams.
    std::vector<Variable> terms_;
    support::DenseMap<std::uint32_t, Node> known_;
};

} // namespace meldc::logic
