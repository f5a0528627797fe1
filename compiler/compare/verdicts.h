#pragma once

#include <optional>
#include <vector>

#include "baseline/result.h"

namespace meldc::compare {

/// How a verdict changes.
enum class Flip : std::uint8_t {
    /// The norm was met and is not any more, or is broken now.
    Worse,
    /// It is broken no more and not open either, or open no more; a norm that does not apply any more is not met.
    Better,
    /// It was broken, and of the new text nobody can say: no better, since a text that says nothing is that too.
    Unclear,
    /// Open, waived or not applicable in another way.
    Other,
    /// The norm is selected for one of the two only.
    Begins,
    Ends
};

/// A verdict on one norm that differs between two texts or days.
struct VerdictChange {
    /// In the newer library when it is there.
    const model::Norm* norm = nullptr;
    const baseline::NormResult* before = nullptr;
    const baseline::NormResult* after = nullptr;
    Flip flip = Flip::Other;

    /// The new text breaks the norm, or contradicts itself about it.
    [[nodiscard]] bool isBroken() const {
        return after != nullptr && (after->status == baseline::Status::Violated ||
                                    after->status == baseline::Status::Contradicted);
    }
};

/// Changes in the order of the library: by layer, then by number. Norms are the same by their id.
std::vector<VerdictChange> verdictChanges(const baseline::ProtocolReport& before,
                                          const baseline::ProtocolReport& after);

} // namespace meldc::compare
