#include "logic/matter.h"

#include "logic/analysis.h"

namespace meldc::logic {

namespace {

template <class T>
void removeAt(std::vector<T>& list, std::uint32_t index) {
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

model::Protocol without(const model::Protocol& whole, const Part& part) {
    auto rest = whole;
    switch (part.kind) {
    case PartKind::Question:
        // Emptied, not removed: others are known by their number.
        rest.questions[part.index] = {};
        break;
    case PartKind::Edge:
        removeAt(rest.questions[part.index].edges, part.edge);
        break;
    case PartKind::Route:
        rest.routes[part.index] = {};
        break;
    case PartKind::Task:
        removeAt(rest.tasks, part.index);
        break;
    case PartKind::CountsAs:
        removeAt(rest.countsAs, part.index);
        break;
    }
    return rest;
}

} // namespace

bool matters(const model::Vocabulary& vocabulary, const Decision& decision, const Part& part) {
    const auto other = compile(vocabulary, without(decision.protocol(), part));
    return decision.tooLarge() || other.tooLarge() || decision.hasOutcome() != other.hasOutcome() ||
           difference(vocabulary, decision, other).has_value();
}

} // namespace meldc::logic
