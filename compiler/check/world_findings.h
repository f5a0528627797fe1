#pragma once

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

#include "check/check.h"

namespace meldc::check {

/// Findings of the worlds of one protocol, made one per cause: the same diagnostic in several
/// worlds is one finding.
class WorldFindings {
public:
    /// `subject` must outlive it.
    explicit WorldFindings(const Subject& subject) : subject_(subject) {}

    /// Adds a finding of one world (an index in Subject::worlds). Findings with the same diagnostic
    /// (id, place, arguments) are one; evidence and case are those of the first.
    void add(std::size_t world, Finding finding);

    /// The findings in the order in which they were first added. One that is not there in every
    /// world names its world and says, where that can be told, in which readings it holds. It
    /// stays behind one reading or variant, so it is no more than information.
    [[nodiscard]] std::vector<Finding> merged();

private:
    struct Entry {
        Finding finding;
        std::vector<bool> worlds;
    };
    void tellWhere(Entry& entry) const;

    /// Id and place of a diagnostic.
    using Key = std::tuple<diagnostics::Diag, support::Span>;

    const Subject& subject_;
    std::vector<Entry> entries_;
    std::multimap<Key, std::size_t> byKey_;
};

/// Runs `check(world, findings)` in each world and merges what it adds.
template <class Check>
std::vector<Finding> inEachWorld(const Subject& subject, const Check& check) {
    WorldFindings findings(subject);
    for (std::size_t world = 0; world < subject.worlds.size(); ++world) {
        check(world, findings);
    }
    return findings.merged();
}

} // namespace meldc::check
