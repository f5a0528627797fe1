#pragma once

#include "diagnostics/phrases.h"
#include "syntax/concept.h"

#include <array>

namespace meldc::model {

/// By which name people ask for all concepts of a kind: `meldc explain rollen`.
[[nodiscard]] constexpr diagnostics::Phrase listNameOf(syntax::ConceptKind kind) {
    using diagnostics::Phrase;
    constexpr std::array kNames{
        Phrase::ListFacts,   Phrase::ListConsequences, Phrase::ListStepFunctions, Phrase::ListRoleKinds,
        Phrase::ListActions, Phrase::ListMatters,      Phrase::ListTopics,        Phrase::ListSectors,
        Phrase::ListParties, Phrase::ListConcerned,    Phrase::ListPoints,        Phrase::ListGrounds,
        Phrase::ListProfessions};
    static_assert(kNames.size() == static_cast<std::size_t>(syntax::ConceptKind::Profession) + 1);
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace meldc::model
