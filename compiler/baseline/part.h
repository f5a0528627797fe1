#pragma once

#include "baseline/applicability.h"
#include "baseline/same_rows.h"
#include "baseline/structural.h"
#include "baseline/worlds.h"
#include "check/check.h"

namespace meldc::baseline {

/// The worlds of a protocol with its drafts counted as if they held.
struct DraftWorlds {
    std::vector<model::World> worlds;
    std::vector<model::Protocol> selected;
    std::vector<logic::Decision> decisions;
};

/// What requirements are judged against.
class Bench {
public:
    /// All must outlive the bench.
    Bench(const model::Vocabulary& vocabulary, const check::Subject& subject, const std::vector<Finding>& findings);

    const model::Vocabulary& vocabulary() const { return vocabulary_; }
    const check::Subject& subject() const { return subject_; }
    /// Complete by itself, or read to the end.
    bool isWholeText() const { return isWholeText_; }
    const Searches* searches() const { return &searches_; }

    /// For each world the first one that looks the same to the requirement: those in between differ in
    /// what it does not read (a decision does not depend on who is responsible, a requirement about
    /// steps not on what a question answers).
    std::vector<std::size_t> firstsAlike(const model::Requirement& requirement);

    /// The requirement in world number `at`. What fails now and would hold if a draft did is open: a
    /// draft satisfies and violates nothing.
    WorldVerdict judge(const model::Requirement& requirement, SilenceRule silence, std::size_t at);

private:
    WorldVerdict judgeIn(const model::Requirement& requirement, SilenceRule silence, const model::Protocol& world,
                         const logic::Decision& decision) const;
    WorldVerdict judgeAlone(const model::Requirement& requirement, SilenceRule silence, const model::Protocol& world,
                            const logic::Decision& decision) const;
    WorldVerdict judgeFindings(const model::Requirement& requirement) const;
    const DraftWorlds& draftWorlds();

    const model::Vocabulary& vocabulary_;
    const check::Subject& subject_;
    const std::vector<Finding>& findings_;
    std::vector<std::size_t> firstWithSameDecision_;
    SameRows sameRows_;
    bool isWholeText_ = true;
    Searches searches_;
    bool hasDrafts_ = false;
    std::optional<DraftWorlds> draftWorlds_;
};

/// One verdict per world.
using PartVerdicts = std::vector<WorldVerdict>;

/// Judges one requirement in all worlds. `applies` has one entry per world; empty: it applies in all.
/// `message`: what to say when it is not met. Caps and severities are left to the caller. The verdicts
/// per world go to `verdicts`, when given.
PartResult judgePart(Bench& bench, const model::Requirement& requirement, bool silenceViolates,
                     const std::vector<Applies>& applies, const Localized& message,
                     PartVerdicts* verdicts = nullptr);

/// What to ask about an open verdict of a norm that does not say it itself.
Localized askFor(OpenBecause because);

}  // namespace meldc::baseline
