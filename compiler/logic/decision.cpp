#include <algorithm>
#include <utility>

#include "logic/decision_impl.h"

namespace meldc::logic {

ConsequenceDiagrams Decision::Impl::find(model::ConceptId consequence) const {
    const auto found = std::find_if(outcome.begin(), outcome.end(), [&](const auto& entry) {
        return entry.consequence == consequence;
    });
    return found != outcome.end() ? *found : ConsequenceDiagrams{consequence};
}

Decision::Decision(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

bool Decision::exists() const {
    return impl_->exists;
}

bool Decision::hasOutcome() const {
    return impl_->exists || !impl_->contributions.empty();
}

bool Decision::hasTerms() const {
    return !impl_->terms.all().empty();
}

bool Decision::tooLarge() const {
    return impl_->diagrams.tooLarge();
}

const model::Protocol& Decision::protocol() const {
    return impl_->protocol;
}

const std::vector<FactId>& Decision::factsRead() const {
    return impl_->factsRead;
}

} // namespace meldc::logic
