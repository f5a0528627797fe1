#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "logic/decision.h"
#include "model/library.h"
#include "model/world.h"

/// Built-in findings: true of any policy, whatever the law says.
namespace meldc::check {

/// One finding: the diagnostic, the statements that bear it and the case that shows it.
struct Finding {
    diagnostics::Diagnostic diagnostic;
    std::vector<model::Origin> evidence = {};
    /// The smallest case that shows it, with open terms and choices as they stand in it.
    std::optional<logic::Case> facts = {};
    std::vector<logic::Assumed> assumed = {};
    /// The world in which the case plays, when the finding does not hold in all.
    std::optional<model::World> world = {};
};

/// What is known of the documents that a protocol was taken from because they were opened.
struct Reading {
    /// Every line that holds text is cited by a statement or marked read, in the texts at hand.
    bool isWhole = true;
    /// Places of the searches (`ontbreekt …`) that were made in another text than the one at hand.
    std::vector<support::Span> outdatedSearches = {};

    [[nodiscard]] bool isOutdated(support::Span search) const {
        return std::find(outdatedSearches.begin(), outdatedSearches.end(), search) != outdatedSearches.end();
    }
};

/// What every check gets: the protocol as written, and its worlds with their decisions (same order).
struct Subject {
    const model::Vocabulary& vocabulary;
    const model::Protocol& protocol;
    const std::vector<model::World>& worlds;
    /// model::select(protocol, worlds[i]).
    const std::vector<model::Protocol>& selected;
    const std::vector<logic::Decision>& decisions;
    /// There are more worlds than these: support::kMaxWorlds was reached.
    bool truncated = false;
    /// Null: the documents were not opened.
    const Reading* reading = nullptr;
};

/// Whether such a finding says that something is not there, so that a part of the document that was
/// not read could undo it.
bool restsOnSilence(diagnostics::Diag id);

/// Runs all checks. Sorted by place, then id; each at most once per cause. `day`: the day of which is
/// asked whether the code is in force; none: that is not asked.
std::vector<Finding> runChecks(const Subject& subject, const std::optional<support::Date>& day = {});

}  // namespace meldc::check
