#pragma once

#include "logic/proof.h"

namespace meldc::logic {

/// Whether walking the cases that a proof shows, by direct interpretation and without a diagram,
/// bears out what the proof says of them. For `na g nog mogelijk h` the case is assessed again from
/// every question to which it returns, with all answers that changeable facts and choices may have
/// then. True when the proof shows no case.
///
/// What there are more ways for than a walk tries (kMaxResolutions) is left to the diagram.
bool isBorneOut(const model::Vocabulary& vocabulary, const model::Protocol& world,
                const model::Requirement& requirement, const Proof& proof);

} // namespace meldc::logic
