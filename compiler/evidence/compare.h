#pragma once

#include "evidence/lock.h"

#include <map>
#include <utility>
#include <vector>

namespace meldc::evidence {

/// What became of a recorded passage in the text at hand.
enum class Fate : std::uint8_t {
    /// The same words on the same lines.
    Same,
    /// The same words on other lines.
    Moved,
    /// Changed or gone.
    Changed,
    /// It held no text, and something else stands there now: nothing is lost.
    Blank
};

struct PassageFate {
    Fate fate = Fate::Same;
    /// Where the passage is now; Changed: where it would be by what became of its neighbours, cut
    /// to the text.
    LineRange now;
};

/// A document held against what was recorded of it.
class Comparison {
public:
    /// A passage whose words stand at several places moved along with its nearest neighbour whose
    /// words stand at one.
    Comparison(const LockedDocument& locked, const Text& text);

    /// Any word or line of the document differs, cited or not.
    [[nodiscard]] bool isChanged() const { return isChanged_; }
    /// The fate of a recorded passage; null: the lines were not recorded.
    [[nodiscard]] const PassageFate* find(const LineRange& lines) const;
    /// Not every length of passage could be looked for at other lines: what was not found there
    /// counts as changed.
    [[nodiscard]] bool isCutShort() const { return isCutShort_; }

private:
    bool isChanged_ = false;
    bool isCutShort_ = false;
    std::map<std::pair<std::uint32_t, std::uint32_t>, PassageFate> fates_;
};

} // namespace meldc::evidence
