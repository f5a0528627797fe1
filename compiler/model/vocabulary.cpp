#include "model/vocabulary.h"

#include <algorithm>

#include "support/limits.h"

namespace meldc::model {

bool VerbForm::hasObject() const {
    return std::any_of(singular.begin(), singular.end(),
                       [](const VerbPiece& piece) { return piece.kind == VerbPiece::Kind::Object; });
}

const SourceState* Source::stateOn(const Date& date) const {
    const SourceState* found = nullptr;
    for (const SourceState& state : states) {
        if (state.from <= date) found = &state;
    }
    return found;
}

ConceptId Vocabulary::find(std::string_view name) const {
    const auto at = conceptByName.find(name);
    return at == conceptByName.end() ? ConceptId{} : at->second;
}

FactId Vocabulary::findFact(std::string_view name) const {
    const ConceptId id = find(name);
    return id.isValid() ? concepts[id.value].fact : FactId{};
}

namespace {

bool fallsUnderWithin(const Vocabulary& vocabulary, ConceptId id, ConceptId wider, std::size_t depth) {
    if (id == wider) return true;
    if (depth == 0) return false;
    const auto& parents = vocabulary[id].fallsUnder;
    return std::any_of(parents.begin(), parents.end(), [&](ConceptId parent) {
        return fallsUnderWithin(vocabulary, parent, wider, depth - 1);
    });
}

}  // namespace

bool Vocabulary::protectsMore(ConceptId more, ConceptId less) const {
    std::vector<ConceptId> waiting = (*this)[more].protectsMoreThan;
    std::vector<bool> isSeen(concepts.size(), false);
    while (!waiting.empty()) {
        const ConceptId next = waiting.back();
        waiting.pop_back();
        if (next == less) return true;
        if (isSeen[next.value]) continue;
        isSeen[next.value] = true;
        const auto& further = (*this)[next].protectsMoreThan;
        waiting.insert(waiting.end(), further.begin(), further.end());
    }
    return false;
}

bool Vocabulary::isRanked(ConceptId consequence) const {
    return protects(consequence) || std::any_of(concepts.begin(), concepts.end(), [&](const Concept& each) {
               const auto& below = each.protectsMoreThan;
               return std::find(below.begin(), below.end(), consequence) != below.end();
           });
}

bool Vocabulary::fallsUnder(ConceptId id, ConceptId wider) const {
    if (!id.isValid() || !wider.isValid()) return false;
    // Sema refuses circles; the bound keeps a broken library from recursing without end.
    return fallsUnderWithin(*this, id, wider, support::kMaxNesting);
}

}  // namespace meldc::model
