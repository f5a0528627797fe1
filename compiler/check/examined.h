#pragma once

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include "check/check.h"
#include "check/world_findings.h"
#include "logic/analysis.h"

namespace meldc::check {

/// A subject with its decisions taken apart, one per world.
struct Examined {
    const Subject& subject;
    std::vector<std::unique_ptr<logic::Analysis>> analyses;
};

/// What a check on the decision of one world is given.
struct DecisionOfWorld {
    const Subject& subject;
    /// Index in Subject::worlds.
    std::size_t number;
    /// The protocol in this world.
    const model::Protocol& world;
    logic::Analysis& analysis;
};

/// Findings of one world, before they are merged.
using FindingsHere = std::vector<Finding>;

/// Runs `check(DecisionOfWorld, FindingsHere&)` in each world that can be looked at whole. What it
/// finds in a world that turns out too large is not believed.
template <class Check>
std::vector<Finding> inEachDecision(const Examined& examined, const Check& check) {
    const Subject& subject = examined.subject;
    return inEachWorld(subject, [&](std::size_t number, WorldFindings& findings) {
        logic::Analysis& analysis = *examined.analyses[number];
        if (analysis.tooLarge()) {
            return;
        }
        FindingsHere here;
        check(DecisionOfWorld{subject, number, subject.selected[number], analysis}, here);
        if (analysis.tooLarge()) {
            return;
        }
        for (Finding& finding : here) {
            findings.add(number, std::move(finding));
        }
    });
}

/// A finding with the case that shows it.
inline Finding shownBy(diagnostics::Diagnostic diagnostic, logic::Example example) {
    return {std::move(diagnostic), {}, std::move(example.given), std::move(example.assumed), {}};
}

/// A finding about how the walk ends. What only happens when a case is assessed again is no more
/// than information: which facts may have changed by then, nobody knows.
Finding shownBy(diagnostics::Diagnostic diagnostic, const logic::Ending& ending);

} // namespace meldc::check
