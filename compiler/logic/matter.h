#pragma once

#include <cstdint>

#include "logic/decision.h"

namespace meldc::logic {

/// What can be left out of a protocol to see what it is good for.
enum class PartKind : std::uint8_t { Question, Edge, Route, Task, CountsAs };
struct Part {
    PartKind kind = PartKind::Task;
    /// Index in its table of the protocol; of an edge that of its question.
    std::uint32_t index = 0;
    std::uint32_t edge = 0;
};

/// Whether the outcome of some consistent case would be another without the part (for an edge: when
/// its answer led nowhere). Compiles the decision again; yes when one of the two is too large.
bool matters(const model::Vocabulary& vocabulary, const Decision& decision, const Part& part);

} // namespace meldc::logic
