#pragma once

#include "baseline/verdict.h"

namespace meldc::baseline {

/// The verdicts on one requirement in every world, as one.
struct Combined {
    Status status = Status::Satisfied;
    std::optional<OpenBecause> openBecause;
    bool vacuous = false;
    /// The world whose verdict is shown.
    std::size_t shown = 0;
    /// Contradicted, Ambiguous: a world that differs from the shown one in as few readings and
    /// passages as possible and has another verdict, satisfied if there is one.
    std::optional<std::size_t> rival;
};

/// In each reading the variants are taken together: satisfied under one and violated under another
/// is contradicted, else open goes before violated before satisfied. Readings that differ make it
/// open (ambiguous). Same order and number of worlds as verdicts; at least one.
Combined combine(const std::vector<model::World>& worlds, const std::vector<WorldVerdict>& verdicts);

/// The passages in which two worlds differ: sentences with another reading, statements of a slot.
std::vector<Evidence> rivalPassages(const model::Protocol& protocol, const model::World& shown,
                                    const model::World& rival);

/// What must be assumed for `world` instead of `other`, as parts of a sentence.
std::vector<Localized> premisesOf(const model::Protocol& protocol, const model::World& world,
                                  const model::World& other);

}  // namespace meldc::baseline
