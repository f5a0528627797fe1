#pragma once

#include <vector>

#include "model/protocol.h"
#include "sema/levels.h"

namespace meldc::sema {

/// Drops inherited duties to which a lower level gives only another modality or manner: the same duty
/// (see dutySlot) under the same condition. Another condition makes another duty. What was said
/// otherwise becomes a deviation. `written[i]` is where tasks[i] was written.
void replaceInheritedDuties(model::Protocol& protocol, const std::vector<const LevelStatement*>& written);

}  // namespace meldc::sema
